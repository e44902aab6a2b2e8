/** A table of plain values: what stands behind a chart, and what its CSV holds. */
export type PlainCell = string | number | null;

export interface PlainTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly PlainCell[])[];
}

/**
 * The table as CSV (RFC 4180), numbers in full.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export const csvOf = ({columns, rows}: PlainTable): string =>
  `${[columns, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

function csvCell(value: PlainCell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
