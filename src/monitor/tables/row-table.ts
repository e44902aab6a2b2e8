/** A plain table from rows of any kind: each column says how it reads a row. */
import {type DateSpan, isoDay} from "../../dates.ts";
import type {CellValue, ColumnType, PlainTable} from "../../store/sandbox/plain-table.ts";
import type {Day} from "../../units.ts";

export interface RowColumn<Row> {
  readonly name: string;
  readonly type: ColumnType;
  readonly of: (row: Row) => CellValue | undefined;
}

export function rowTable<Row>(
  name: string,
  says: string,
  rows: Iterable<Row>,
  columns: readonly RowColumn<Row>[],
): PlainTable {
  return {
    name,
    says,
    columns: columns.map(({name: column, type}) => ({name: column, type})),
    rows: Array.from(rows, (row) => columns.map(({of}) => of(row) ?? null)),
  };
}

/** The column of one field under its SQL name. */
export const text = <Row>(name: string, of: (row: Row) => string | undefined): RowColumn<Row> => ({
  name,
  type: "text",
  of,
});
export const number = <Row>(name: string, of: (row: Row) => number | null | undefined): RowColumn<Row> => ({
  name,
  type: "number",
  of,
});
export const integer = <Row>(name: string, of: (row: Row) => number | null | undefined): RowColumn<Row> => ({
  name,
  type: "integer",
  of,
});
export const truth = <Row>(name: string, of: (row: Row) => boolean): RowColumn<Row> => ({
  name,
  type: "boolean",
  of,
});
export const date = <Row>(name: string, of: (row: Row) => Day | undefined): RowColumn<Row> => ({
  name,
  type: "date",
  of: (row) => {
    const value = of(row);
    return value === undefined ? null : isoDay(value);
  },
});

/** A date that may be known to the month only, as its first and last possible day. */
export const span = <Row>(
  name: string,
  of: (row: Row) => DateSpan | undefined,
): readonly RowColumn<Row>[] => [
  date(name, (row) => of(row)?.earliest),
  date(`${name}_latest`, (row) => of(row)?.latest),
];
