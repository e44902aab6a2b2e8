/** What rows of different days say about the same thing, reduced to one number each, so that they can be compared. */
import type {Catalog} from "../../data/catalog.ts";
import type {KeptRow} from "../../data/sources/carried-rows.ts";
import type {FeedRow} from "../../data/sources/feed.ts";
import {grouped} from "../../grouped.ts";

export interface Comparable {
  readonly part: string;
  readonly subject: string;
  readonly value: number;
  /** As a person would say it. */
  readonly says: string;
}

type Row = Pick<FeedRow, "table" | "cells">;

/** What a row is about, whatever the day. */
export function subjectOf({table, cells}: Row): string {
  switch (table) {
    case "results":
      return `${cells.model}\t${cells.benchmark}`;
    case "prices":
      return `${cells.model}\t${cells.provider}`;
    case "preferences":
      return `${cells.model}\t${cells.setting}\t${cells.board}`;
    case "index-values":
      return `${cells.model}\t${cells.index}`;
    case "hub":
      return cells.repository;
  }
}

/** The number that stands for a row: score, rating, index value, or the geometric mean of both prices. */
export function valueOf({table, cells}: Row): number | undefined {
  switch (table) {
    case "results":
      return Number(cells.score);
    case "prices":
      return Math.sqrt(Number(cells.input) * Number(cells.output));
    case "preferences":
      return Number(cells.rating);
    case "index-values":
      return Number(cells.value);
    case "hub":
      return undefined;
  }
}

/** The value of a row in words. */
export function saidOf(row: Row): string {
  const {cells} = row;
  return row.table === "prices"
    ? `${cells.input} and ${cells.output} USD per Mtok at ${cells.provider}`
    : String(valueOf(row));
}

/** The newest state of each part: prices that stand, the last day of a board, the last vintage of an index. */
export function comparables(rows: readonly KeptRow[]): Comparable[] {
  const newest = new Map<string, string>();
  const dayOf = ({table, cells}: KeptRow): string =>
    table === "preferences" ? cells.date : table === "index-values" ? cells.vintage : "";
  for (const row of rows) {
    const key = `${row.table}\t${row.part}`;
    if (dayOf(row) > (newest.get(key) ?? "")) newest.set(key, dayOf(row));
  }
  return rows
    .filter((row) =>
      row.table === "prices"
        ? !row.cells.valid_to
        : dayOf(row) === (newest.get(`${row.table}\t${row.part}`) ?? ""),
    )
    .map((row) => ({
      part: row.part,
      subject: subjectOf(row),
      value: valueOf(row) ?? Number.NaN,
      says: saidOf(row),
    }));
}

/** What the pinned facts, other than those of this feed, say about the same things as `rows`. */
export function pinnedComparables(rows: readonly FeedRow[], pinned: Catalog, feed: string): Comparable[] {
  const subjects = grouped(rows, (row) => row.table);
  const about = (table: FeedRow["table"]) => new Set((subjects.get(table) ?? []).map(subjectOf));
  const part = rows[0]?.part ?? "";
  const of = (
    table: FeedRow["table"],
    all: readonly {cells: Record<string, string>; source: string}[],
  ): Comparable[] => {
    const wanted = about(table);
    if (wanted.size === 0) return [];
    return all
      .filter(({cells, source}) => source !== feed && wanted.has(subjectOf({table, cells})))
      .map(({cells}) => ({
        part,
        subject: subjectOf({table, cells}),
        value: valueOf({table, cells})!,
        says: saidOf({table, cells}),
      }));
  };
  const newestBoard = latest(
    pinned.preferences,
    ({board}) => board,
    ({date}) => date,
  );
  const newestIndex = latest(
    pinned.indexValues,
    ({index}) => index,
    ({vintage}) => vintage,
  );
  return [
    ...of(
      "results",
      pinned.results.map(({model, benchmark, score, provenance: {source}}) => ({
        cells: {model, benchmark, score: String(score)},
        source,
      })),
    ),
    ...of(
      "prices",
      pinned.prices
        .filter(({to}) => to === undefined)
        .map(({model, provider, input, output, provenance: {source}}) => ({
          cells: {model, provider, input: String(input), output: String(output)},
          source,
        })),
    ),
    ...of(
      "preferences",
      pinned.preferences
        .filter(({board, date}) => date === newestBoard.get(board))
        .map(({model, setting, board, rating, provenance: {source}}) => ({
          cells: {model, setting, board, rating: String(rating)},
          source,
        })),
    ),
    ...of(
      "index-values",
      pinned.indexValues
        .filter(({index, vintage}) => vintage === newestIndex.get(index))
        .map(({model, index, value, provenance: {source}}) => ({
          cells: {model, index, value: String(value)},
          source,
        })),
    ),
  ];
}

function latest<T>(
  rows: readonly T[],
  key: (row: T) => string,
  day: (row: T) => number,
): Map<string, number> {
  const days = new Map<string, number>();
  for (const row of rows) days.set(key(row), Math.max(day(row), days.get(key(row)) ?? -Infinity));
  return days;
}
