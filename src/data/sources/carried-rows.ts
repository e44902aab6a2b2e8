/**
 * What a feed's table holds after a sync: the new rows, with the days of those that did not change.
 *
 * A row that says the same as before keeps the day it was first retrieved, so that a sync without news changes no byte of
 * the facts. Prices and index values have no history upstream: theirs is kept here, one interval or vintage after another.
 */
import type {FeedRow} from "./feed.ts";
import {syncMethod} from "./sync-method.ts";
import {type Cells, keyOf, sameValues, TABLES} from "./feed-tables.ts";

/** A row as kept: with its part, source, licence and day. */
export interface KeptRow {
  readonly table: FeedRow["table"];
  readonly part: string;
  readonly cells: Cells;
}

export interface CarryInput {
  readonly before: readonly KeptRow[];
  readonly rows: readonly FeedRow[];
  /** Parts whose last good rows stay, whatever came. */
  readonly held: ReadonlySet<string>;
  /** Single rows held back, as `rowKey`: what was kept of them stays. */
  readonly withheld?: ReadonlySet<string>;
  readonly source: string;
  readonly licence: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** An unchanged price is confirmed, with a new day, once its last one is this old. */
  readonly confirmDays?: number;
}

export interface Carried {
  readonly rows: readonly KeptRow[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

export const rowKey = (table: FeedRow["table"], cells: Cells): string => `${table}\t${keyOf(table, cells)}`;

/** @see METHOD rule R80 */
export function carriedRows(input: CarryInput): Carried {
  const {before, rows, held, source, licence, today, confirmDays = syncMethod.confirmDays.value} = input;
  const isHeld = (row: KeptRow): boolean =>
    held.has(row.part) || (input.withheld?.has(rowKey(row.table, row.cells)) ?? false);
  const stays = before.filter(isHeld);
  const open = before.filter((row) => !isHeld(row));
  const standing = new Map(open.filter(isStanding).map((row) => [rowKey(row.table, row.cells), row]));
  const past = open.filter((row) => !isStanding(row));
  const kept: KeptRow[] = [...stays, ...past];
  const tally = {added: 0, changed: 0, removed: 0};
  const vintage = indexVintages(open, rows);
  for (const row of rows) {
    if (held.has(row.part)) continue;
    const {table, part} = row;
    const cells = vintage(row);
    if (cells === undefined) continue;
    const key = rowKey(table, cells);
    const last = standing.get(key);
    standing.delete(key);
    const dated = {...cells, source, licence: row.licence ?? licence, retrieved: today};
    if (last === undefined) {
      tally.added++;
      kept.push({table, part, cells: dated});
    } else if (sameValues(table, last.cells, cells)) {
      const isDue = table === "prices" && daysBetween(last.cells.retrieved, today) >= confirmDays;
      kept.push(isDue ? confirmed({...last, part}, today) : {...last, part});
    } else if (table === "prices") {
      tally.changed++;
      kept.push(...(startOf(last) < today ? [ended(last, today)] : []));
      kept.push({table, part, cells: {...dated, valid_from: cells.valid_from || today}});
    } else {
      tally.changed++;
      kept.push({table, part, cells: dated});
    }
  }
  for (const gone of standing.values()) {
    if (gone.table === "index-values" || gone.table === "preferences") {
      kept.push(gone);
      continue;
    }
    tally.removed++;
    if (gone.table === "prices" && startOf(gone) < today) kept.push(ended(gone, today));
  }
  return {rows: kept, ...tally};
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const confirmed = (row: KeptRow, day: string): KeptRow => ({
  ...row,
  cells: {...row.cells, valid_from: startOf(row), retrieved: day},
});

/** A price with an end has been; everything else stands until upstream says otherwise. */
const isStanding = ({table, cells}: KeptRow): boolean => table !== "prices" || (cells.valid_to ?? "") === "";
const startOf = ({cells}: KeptRow): string => cells.valid_from || cells.retrieved;
const ended = (row: KeptRow, day: string): KeptRow => ({
  ...row,
  cells: {...row.cells, valid_from: startOf(row), valid_to: day},
});

/**
 * Index values come as one whole: when none of them moved, they are the last vintage, not a new one.
 *
 * @returns the cells to keep for a row; undefined when its whole part repeats the last vintage
 */
function indexVintages(
  before: readonly KeptRow[],
  rows: readonly FeedRow[],
): (row: FeedRow) => Cells | undefined {
  const values = (part: string, own: readonly {table: string; part: string; cells: Cells}[]) =>
    own
      .filter((row) => row.table === "index-values" && row.part === part)
      .map(({cells}) => [cells.index, cells.model, ...TABLES["index-values"].values.map((c) => cells[c] ?? "")].join("\t"))
      .sort()
      .join("\n");
  const parts = new Set(rows.filter(({table}) => table === "index-values").map(({part}) => part));
  const repeated = new Set(
    [...parts].filter((part) => {
      const own = before.filter((row) => row.table === "index-values" && row.part === part);
      const last = own.map(({cells}) => cells.vintage).sort().at(-1);
      return values(part, own.filter(({cells}) => cells.vintage === last)) === values(part, rows);
    }),
  );
  return (row) => (row.table === "index-values" && repeated.has(row.part) ? undefined : row.cells);
}
