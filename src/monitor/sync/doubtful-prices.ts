/**
 * Second-hand prices that contradict a standing one.
 *
 * A price list that repeats what sellers publish has been wrong by half before. A quote that is far from every standing price
 * of that model at that provider is held back until another list of the same sync agrees, or a person accepts it.
 */
import type {Catalog} from "../../data/catalog.ts";
import type {KeptRow} from "../../data/sources/carried-rows.ts";
import type {Feed, FeedRow} from "../../data/sources/feed.ts";
import {keyOf, sameValues} from "../../data/sources/feed-tables.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import {grouped} from "../../grouped.ts";
import {pinnedComparables, saidOf, subjectOf, valueOf} from "./comparables.ts";
import type {Disagreement} from "./contradictions.ts";

/** By feed: model and provider, and the value quoted. */
export type FreshQuotes = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Doubtful {
  readonly rows: readonly FeedRow[];
  readonly disagreements: readonly Disagreement[];
  /** Providers whose quotes contradict in too large a share. */
  readonly refusedParts: ReadonlyMap<string, string>;
}

/** What each feed of a sync quotes, for `fresh`. */
export const quotesOf = (rows: readonly FeedRow[]): ReadonlyMap<string, number> =>
  new Map(rows.filter(({table}) => table === "prices").map((row) => [subjectOf(row), valueOf(row)!]));

export function doubtfulPrices({
  feed,
  before,
  rows,
  pinned,
  fresh,
}: {
  readonly feed: Pick<Feed, "id" | "standing">;
  readonly before: readonly KeptRow[];
  readonly rows: readonly FeedRow[];
  readonly pinned: Catalog;
  readonly fresh: FreshQuotes;
}): Doubtful {
  const prices = rows.filter(({table}) => table === "prices");
  if (feed.standing === "primary" || prices.length === 0)
    return {rows, disagreements: [], refusedParts: new Map()};
  const accepted = new Map(
    before
      .filter(({table, cells}) => table === "prices" && !cells.valid_to)
      .map(({cells}) => [keyOf("prices", cells), cells]),
  );
  const standing = grouped(pinnedComparables(prices, pinned, feed.id), ({subject}) => subject);
  const others = [...fresh].filter(([id]) => id !== feed.id).map(([, quotes]) => quotes);
  const doubted = new Map<FeedRow, string>();
  for (const row of prices) {
    const last = accepted.get(keyOf("prices", row.cells));
    if (last && sameValues("prices", last, row.cells)) continue;
    const value = valueOf(row)!;
    const known = standing.get(subjectOf(row)) ?? [];
    const own = last && ({table: "prices", cells: last} as const);
    const held = [...known, ...(own ? [{value: valueOf(own)!, says: saidOf(own)}] : [])];
    const isNear = (other: number | undefined) =>
      other !== undefined && Math.max(value, other) <= syncMethod.priceFactor.value * Math.min(value, other);
    if (
      held.length === 0 ||
      held.some((each) => isNear(each.value)) ||
      others.some((quotes) => isNear(quotes.get(subjectOf(row))))
    )
      continue;
    doubted.set(row, held[0].says);
  }
  const refusedParts = new Map<string, string>();
  for (const [part, own] of grouped(prices, (row) => row.part)) {
    const wrong = own.filter((row) => doubted.has(row));
    if (
      wrong.length < syncMethod.fewest.value ||
      wrong.length / own.length <= syncMethod.contradictedShare.value
    )
      continue;
    refusedParts.set(
      part,
      `${wrong.length} of ${own.length} prices contradict standing ones (${wrong[0].cells.model})`,
    );
  }
  return {
    rows: rows.filter((row) => !doubted.has(row)),
    disagreements: [...doubted].map(([row, ours]) => ({
      model: row.cells.model,
      what: "price",
      theirs: saidOf(row),
      ours,
      name: row.cells.raw_name,
    })),
    refusedParts,
  };
}
