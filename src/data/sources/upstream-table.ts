/**
 * A CSV table as somebody else publishes it: columns come and go, cells may be anything.
 *
 * The columns that are used must be there under their own names and once; further ones are no fault. A page of HTML in
 * place of a table is named as what it is.
 */
import {parse} from "csv-parse/sync";
import {InputError} from "../../errors.ts";
import {didYouMean} from "../closest-name.ts";
import {shown} from "../faults.ts";
import {upstreamText} from "./upstream-text.ts";

export type UpstreamRow = Readonly<Record<string, string>>;

export interface UpstreamTable {
  readonly header: readonly string[];
  readonly rows: readonly UpstreamRow[];
  /** Rows with another number of cells than the header: nobody can say which are missing. One remark each. */
  readonly ragged: readonly string[];
}

/**
 * @param columns - those that must be there
 * @param place - address or file name for messages
 * @throws InputError when this is no such table
 */
export function upstreamTable(
  bytes: Uint8Array,
  columns: readonly string[],
  place: string,
): UpstreamTable {
  const text = upstreamText(bytes, place);
  const fail = (fault: "invalid" | "missing" | "duplicate", what: string) =>
    new InputError(fault, what, {file: place});
  if (/^\s*</.test(text)) throw fail("invalid", "content: a page of HTML; a table of comma-separated values was expected");
  let cells: string[][];
  try {
    cells = parse(text, {relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000});
  } catch (error) {
    throw fail("invalid", `table: ${shown((error as Error).message)}; comma-separated values were expected`);
  }
  const header = (cells[0] ?? []).map((name) => name.trim());
  for (const column of columns) {
    const times = header.filter((name) => name === column).length;
    if (times === 1) continue;
    throw times === 0
      ? fail(
          "missing",
          `column: ${column}; a table with it was expected, this one has ${shown(header.join(", "))}${didYouMean(column, header)}`,
        )
      : fail("duplicate", `column: ${column}; it was expected once, and is there ${times} times`);
  }
  const whole = cells.slice(1).filter((row) => row.length === header.length);
  const rows = whole.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i].trim()])));
  const ragged = cells
    .slice(1)
    .filter((row) => row.length !== header.length)
    .map((row) => `${shown(row[0])}: ${row.length} cells, ${header.length} as in the header were expected`);
  return {header, rows, ragged};
}
