/** One feed within a sync: from its answers to the rows that would be kept, or to why nothing is. */
import type {Catalog} from "../../data/catalog.ts";
import {type Carried, carriedRows} from "../../data/sources/carried-rows.ts";
import type {Feed, FeedDocument, Translation} from "../../data/sources/feed.ts";
import {distinctRows} from "../../data/sources/feed-tables.ts";
import type {ModelNames} from "../../data/sources/model-names.ts";
import {InputError, InputErrors} from "../../errors.ts";
import {isoDay} from "../../dates.ts";
import type {Day} from "../../units.ts";
import {type FreshQuotes, quotesOf} from "./doubtful-prices.ts";
import {readers} from "./readers.ts";
import type {FeedReport} from "./sync-report.ts";
import type {KeptTable, Quarantine} from "./sync-state.ts";
import {judgement} from "./trust.ts";

export interface Translated {
  readonly translation: Translation;
  readonly repeats: number;
  readonly names: ModelNames;
  readonly quotes: ReadonlyMap<string, number>;
}

/** @returns the reason when the answer cannot be read at all */
export async function translated(
  feed: Feed,
  documents: readonly FeedDocument[],
  {catalog, names, today}: {catalog: Catalog; names: ModelNames; today: Day},
): Promise<Translated | string> {
  try {
    const translation = await feed.translate(documents, {catalog, names, today, readers});
    const {rows, repeats} = distinctRows(translation.rows);
    return {translation: {...translation, rows}, repeats, names, quotes: quotesOf(rows)};
  } catch (error) {
    if (error instanceof InputError || error instanceof InputErrors) return error.message;
    // One feed that nobody foresaw must not keep the others out; what happened is said, with the blame where it belongs.
    return `it could not be translated, which is a fault of lagline (${(error as Error).message})`;
  }
}

export interface Settled {
  readonly table: KeptTable;
  readonly quarantined: readonly Quarantine[];
  readonly report: Pick<
    FeedReport,
    "outcome" | "because" | "rows" | "unmatched" | "disagreements" | "skipped"
  >;
}

/** Judges a translation and carries the kept rows over. */
export function settledFeed(
  feed: Feed,
  {translation, repeats, names}: Translated,
  {
    before,
    pinned,
    fresh,
    today,
    isAccepted,
  }: {
    readonly before: KeptTable;
    readonly pinned: Catalog;
    readonly fresh: FreshQuotes;
    readonly today: Day;
    readonly isAccepted: boolean;
  },
): Settled {
  const judged = judgement({feed, before: before.rows, translation, pinned, fresh, isAccepted});
  const day = isoDay(today);
  const unmatched = translation.unmatched.map((each) => ({
    ...each,
    suggestions: names.suggestions(each.name),
  }));
  const told = {
    unmatched,
    disagreements: judged.disagreements,
    skipped: [
      ...translation.skipped,
      ...(repeats > 0 ? [{why: "repeats of a row", count: repeats, examples: []}] : []),
      ...malformed(translation),
    ],
  };
  if (judged.refused.length > 0) {
    return {
      table: before,
      quarantined: judged.refused.map((why) => ({day, part: "", why})),
      report: {
        ...told,
        outcome: "quarantined",
        because: judged.refused.join("; "),
        rows: {kept: before.rows.length, added: 0, changed: 0, removed: 0},
      },
    };
  }
  const carried = carriedRows({
    before: before.rows,
    rows: judged.rows,
    held: new Set(judged.held.keys()),
    withheld: judged.withheld,
    source: feed.id,
    licence: feed.source.licence,
    today: day,
  });
  const known = new Set(before.benchmarks.map(({path}) => path));
  const table: KeptTable = {
    rows: carried.rows,
    benchmarks: [
      ...before.benchmarks,
      ...(translation.benchmarks ?? []).filter(({path}) => !known.has(path) && isUsed(path, carried)),
    ],
    unmatched,
  };
  const quarantined = [...judged.held].flatMap(([part, reasons]) => reasons.map((why) => ({day, part, why})));
  const {added, changed, removed} = carried;
  const isAllHeld = judged.held.size > 0 && judged.rows.every(({part}) => judged.held.has(part));
  return {
    table,
    quarantined,
    report: {
      ...told,
      outcome: isAllHeld ? "quarantined" : added + changed + removed > 0 ? "updated" : "unchanged",
      because: isAllHeld
        ? quarantined.map(({part, why}) => `${part}: ${why}`).join("; ")
        : added + changed + removed > 0
          ? `${added} new, ${changed} changed, ${removed} gone`
          : "it says what it said before",
      rows: {kept: carried.rows.length, added, changed, removed},
    },
  };
}

function malformed({malformed: rows}: Translation) {
  if (rows.length === 0) return [];
  return [
    {why: "cannot be what it claims", count: rows.length, examples: rows.slice(0, 5).map(({what}) => what)},
  ];
}

/** A benchmark without rows is no fact yet. */
const isUsed = (path: string, {rows}: Carried): boolean =>
  rows.some(({cells}) => path === `benchmarks/${cells.benchmark}.yaml`);
