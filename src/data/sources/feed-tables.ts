/** The tables that feeds write: their columns, what makes two rows the same thing, and where they lie. */
import type {FeedRow, FeedTable} from "./feed.ts";

export interface TableShape {
  readonly columns: readonly string[];
  /** Rows equal in these are about the same thing: only one may hold. */
  readonly key: readonly string[];
  /** What may change from one sync to the next; all else is key or remark. */
  readonly values: readonly string[];
  /** Path from the facts folder. */
  readonly path: (feed: string) => string;
}

const PROVENANCE = ["source", "licence", "retrieved"];

export const TABLES: Readonly<Record<FeedTable, TableShape>> = {
  results: {
    columns: [
      ...["model", "benchmark", "score", "stderr", "items", "setting", "harness", "run", "derived", "seen"],
      ...["raw", "raw_unit", "note"],
      ...PROVENANCE,
    ],
    key: ["model", "benchmark", "setting", "harness", "run"],
    values: ["score", "stderr", "raw", "raw_unit"],
    path: (feed) => `results/${feed}.csv`,
  },
  prices: {
    columns: [
      ...["model", "provider", "input", "output", "cached_input", "valid_from", "valid_to", "raw_name", "note"],
      ...PROVENANCE,
    ],
    key: ["model", "provider"],
    values: ["input", "output", "cached_input"],
    path: (feed) => `prices/${feed}.csv`,
  },
  preferences: {
    columns: [
      ...["model", "setting", "board", "date", "rating", "low", "high", "votes", "raw_name"],
      ...PROVENANCE,
    ],
    key: ["model", "setting", "board", "date"],
    values: ["rating", "low", "high", "votes"],
    path: (feed) => `preferences/${feed}.csv`,
  },
  "index-values": {
    columns: ["model", "index", "vintage", "value", "low", "high", "note", ...PROVENANCE],
    key: ["model", "index", "vintage"],
    values: ["value", "low", "high"],
    path: () => "index-values.csv",
  },
  hub: {
    columns: [
      ...["model", "repository", "downloads_30d", "downloads_ever", "likes", "gated", "licence_tag", "base_model"],
      ...["created", "seen"],
      ...PROVENANCE,
    ],
    key: ["model", "repository"],
    values: ["downloads_30d", "downloads_ever", "likes", "gated", "licence_tag", "base_model"],
    path: (feed) => `forces/hub-${feed}.csv`,
  },
};

export type Cells = Readonly<Record<string, string>>;

export const keyOf = (table: FeedTable, cells: Cells): string =>
  TABLES[table].key.map((column) => cells[column] ?? "").join("\t");

export const sameValues = (table: FeedTable, a: Cells, b: Cells): boolean =>
  TABLES[table].values.every((column) => (a[column] ?? "") === (b[column] ?? ""));

const cellText = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A whole table as text, rows in an order that does not depend on upstream's. */
export function tableText(columns: readonly string[], rows: readonly Cells[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column] ?? "")).join(","));
  return `${[columns.join(","), ...lines.sort()].join("\n")}\n`;
}

/** Text that fits one cell: one line without blanks at the ends, cut where it is too long. */
export const oneLine = (text: string, longest = 200): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ")
    .trim()
    .slice(0, longest)
    .trim();

/** Rows with the same key twice: exact repeats go, other values of results are numbered as runs, else the first holds. */
export function distinctRows(rows: readonly FeedRow[]): {rows: FeedRow[]; repeats: number} {
  const kept = new Map<string, FeedRow[]>();
  let repeats = 0;
  for (const row of rows) {
    const key = `${row.table}\t${keyOf(row.table, row.cells)}`;
    const same = kept.get(key) ?? [];
    const isRepeat = same.some((other) => sameValues(row.table, row.cells, other.cells));
    if (isRepeat || (same.length > 0 && row.table !== "results")) repeats++;
    else kept.set(key, [...same, row]);
  }
  const distinct = [...kept.values()].flatMap((same) =>
    same.map((row, i) => (i === 0 ? row : {...row, cells: {...row.cells, run: String(i + 1)}})),
  );
  return {rows: distinct, repeats};
}
