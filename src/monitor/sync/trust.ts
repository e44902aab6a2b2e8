/**
 * Is what a feed brought believed? Each part (a benchmark's file, a board, a provider) is held against its last good state, or
 * at first against the facts that ship: it may not shrink, jump, change its unit or be full of things that cannot be. What the
 * feed says about known models is held against the pinned facts. A part that fails keeps its last good rows, and says why; a
 * feed that fails in many parts is kept out whole.
 */
import type {Catalog} from "../../data/catalog.ts";
import {type KeptRow, rowKey} from "../../data/sources/carried-rows.ts";
import type {Feed, FeedRow, Translation} from "../../data/sources/feed.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import {grouped} from "../../grouped.ts";
import {contradictions, type Disagreement} from "./contradictions.ts";
import {type Comparable, comparables, pinnedComparables, subjectOf, valueOf} from "./comparables.ts";
import {doubtfulPrices, type FreshQuotes} from "./doubtful-prices.ts";

export interface Judgement {
  /** Why the whole feed is kept out; empty when it is not. */
  readonly refused: readonly string[];
  /** Parts kept out, each with its reasons. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  /** What may go in, once held parts are taken away. */
  readonly rows: readonly FeedRow[];
  /** Single rows held back, by `rowKey`. */
  readonly withheld: ReadonlySet<string>;
  /** Single rows and claims that contradict the pinned facts: listed, not taken over. */
  readonly disagreements: readonly Disagreement[];
}

export interface Judged {
  readonly feed: Pick<Feed, "id" | "standing">;
  readonly before: readonly KeptRow[];
  readonly translation: Translation;
  readonly pinned: Catalog;
  /** What other feeds of this sync quote. */
  readonly fresh: FreshQuotes;
  /** A person has looked: only what cannot be read or cannot be true is still kept out. */
  readonly isAccepted: boolean;
}

/** @see METHOD rule R81 */
export function judgement({feed, before, translation, pinned, fresh, isAccepted}: Judged): Judgement {
  const held = new Map<string, string[]>();
  const hold = (part: string, why: string): void => void held.set(part, [...(held.get(part) ?? []), why]);
  for (const {part, why} of translation.broken) hold(part, why);
  for (const [part, faults] of grouped(translation.malformed, (fault) => fault.part)) {
    const good = translation.rows.filter((row) => row.part === part).length;
    const share = faults.length / (faults.length + good);
    if (good === 0 || (faults.length > 1 && share > syncMethod.malformedShare.value)) {
      hold(
        part,
        `${faults.length} of ${faults.length + good} rows cannot be what they claim (${faults[0].what})`,
      );
    }
  }
  const doubtful = isAccepted
    ? {rows: translation.rows, disagreements: [], refusedParts: new Map<string, string>()}
    : doubtfulPrices({feed, before, rows: translation.rows, pinned, fresh});
  for (const [part, why] of doubtful.refusedParts) hold(part, why);
  const byPart = grouped(doubtful.rows, ({part}) => part);
  const known = grouped(comparables(before), ({part}) => part);
  if (!isAccepted) {
    for (const [part, rows] of byPart) {
      const own = known.get(part);
      const why = own ? shrinking(own, rows) : undefined;
      if (why) hold(part, why);
      const moved = moves(own ?? pinnedComparables(rows, pinned, feed.id), rows, feed);
      if (moved) hold(part, moved);
    }
    for (const [part, own] of known) {
      if (!byPart.has(part) && !held.has(part) && own.length >= syncMethod.fewest.value)
        hold(part, `none of its ${own.length} rows came any more`);
    }
  }
  const taken = new Set(doubtful.rows);
  const claimed = contradictions(translation.claims, pinned);
  const parts = new Set([...byPart.keys(), ...known.keys(), ...held.keys()]);
  const refused = [
    ...(parts.size === 0 && translation.unmatched.length === 0 ? ["nothing that can be read came"] : []),
    ...(!isAccepted && claimed.refusal ? [claimed.refusal] : []),
    ...(parts.size >= 4 && held.size / parts.size > syncMethod.brokenParts.value
      ? [
          `${held.size} of ${parts.size} parts fail (${[...held]
            .slice(0, 3)
            .map(([part, [why]]) => `${part}: ${why}`)
            .join("; ")})`,
        ]
      : []),
  ];
  return {
    refused,
    held,
    rows: doubtful.rows,
    withheld: new Set(
      translation.rows.filter((row) => !taken.has(row)).map(({table, cells}) => rowKey(table, cells)),
    ),
    disagreements: [...doubtful.disagreements, ...claimed.disagreements],
  };
}

function shrinking(before: readonly Comparable[], rows: readonly FeedRow[]): string | undefined {
  const isCut =
    before.length >= syncMethod.fewest.value &&
    rows.length < (1 - syncMethod.shrinkShare.value) * before.length;
  return isCut ? `it shrank from ${before.length} to ${rows.length} rows` : undefined;
}

/** One sentence when the values known before moved together, or by a slip of unit. */
function moves(
  before: readonly Comparable[],
  rows: readonly FeedRow[],
  feed: Pick<Feed, "standing">,
): string | undefined {
  const old = grouped(before, ({subject}) => subject);
  const pairs = rows.flatMap((row) => {
    const value = valueOf(row);
    const known = old.get(subjectOf(row))?.map((each) => each.value) ?? [];
    if (value === undefined || known.length === 0) return [];
    // Of several earlier values of one thing the nearest is the one that this could be.
    const nearest = known.reduce((a, b) => (Math.abs(b - value) < Math.abs(a - value) ? b : a));
    return [{row, value, nearest}];
  });
  if (pairs.length < syncMethod.fewest.value) return undefined;
  const positive = pairs.filter(({value, nearest}) => value > 0 && nearest > 0);
  if (positive.length >= syncMethod.fewest.value) {
    const ratio = median(positive.map(({value, nearest}) => value / nearest));
    const unit = syncMethod.unitFactors.value.find((factor) => Math.abs(ratio / factor - 1) < 0.2);
    if (unit !== undefined) return `its values are about ${unit} times those known before: a change of unit`;
  }
  const moved = pairs.filter((pair) => isMoved(pair, feed));
  if (moved.length / pairs.length <= syncMethod.changedShare.value) return undefined;
  const examples = moved
    .slice(0, 2)
    .map(({row, value, nearest}) => `${row.cells.model} from ${round(nearest)} to ${round(value)}`);
  return `${moved.length} of ${pairs.length} values known before moved at once (${examples.join(", ")})`;
}

function isMoved(
  {row, value, nearest}: {row: FeedRow; value: number; nearest: number},
  {standing}: Pick<Feed, "standing">,
): boolean {
  const by = Math.abs(value - nearest);
  switch (row.table) {
    case "results":
      return by > syncMethod.scoreMove.value;
    case "preferences":
      return by > syncMethod.ratingMove.value;
    case "index-values":
      return by > syncMethod.indexMove.value;
    case "prices": {
      const factor = (standing === "primary" ? syncMethod.primaryPriceFactor : syncMethod.priceFactor).value;
      return Math.max(value, nearest) > factor * Math.min(value, nearest);
    }
    case "hub":
      return false;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

const round = (value: number): string => String(Number(value.toPrecision(4)));
