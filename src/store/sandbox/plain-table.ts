/** A table as plain data: how facts and measures reach the sandbox and the export. */

export type ColumnType = "text" | "number" | "integer" | "date" | "boolean";

export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** Dates as `YYYY-MM-DD`; null is unknown. */
export type CellValue = string | number | boolean | null;

export interface PlainTable {
  readonly name: string;
  readonly says: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The same table as DuckDB declares it. */
export const DUCKDB_TYPE: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  number: "DOUBLE",
  integer: "BIGINT",
  date: "DATE",
  boolean: "BOOLEAN",
};

/** A name between double quotes, as SQL takes any name. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A text between single quotes. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
