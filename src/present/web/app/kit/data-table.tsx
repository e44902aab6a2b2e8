/** A table that can be sorted by its heads and taken away as CSV. */
import type {ComponentChildren} from "preact";
import {useState} from "preact/hooks";
import {firstScreen} from "../sections.ts";
import {csvOf} from "./plain-table.ts";
import {saveFile, textFile} from "./save-file.ts";

export interface DataColumn<Row> {
  readonly title: string;
  /** What the column sorts by and the CSV holds; its text when left out. */
  readonly value?: (row: Row) => number | string | null;
  readonly text: (row: Row) => string;
  /** In place of the text. */
  readonly cell?: (row: Row) => ComponentChildren;
  readonly isFirstDescending?: boolean;
}

interface Props<Row> {
  readonly name: string;
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Rows shown before more are asked for. */
  readonly first?: number;
}

const DATE = /^\d{4}-\d{2}(?:-\d{2})?$/;

interface Order {
  readonly column: number;
  readonly isDescending: boolean;
}

export function DataTable<Row>({name, caption, columns, rows, keyOf, first = 60}: Props<Row>) {
  const [order, setOrder] = useState<Order>();
  const [limit, setLimit] = useState(first);
  const valueOf = (column: DataColumn<Row>, row: Row) => (column.value ?? column.text)(row);
  const sorted = order ? [...rows].sort(compared(columns[order.column]!, order.isDescending, valueOf)) : rows;
  const isNumber = columns.map((column) => rows.some((row) => typeof valueOf(column, row) === "number"));
  const sortBy = (column: number) =>
    setOrder({
      column,
      isDescending:
        order?.column === column
          ? !order.isDescending
          : (columns[column]!.isFirstDescending ?? isNumber[column]!),
    });
  const csv = () =>
    csvOf({
      columns: columns.map(({title}) => title),
      rows: sorted.map((row) => columns.map((column) => valueOf(column, row))),
    });
  return (
    <div class="data-table">
      <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
        <table class="plain">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {columns.map(({title}, index) => (
                <th
                  key={title}
                  scope="col"
                  class={isNumber[index] ? "number" : undefined}
                  aria-sort={
                    order?.column === index ? (order.isDescending ? "descending" : "ascending") : undefined
                  }
                >
                  <button type="button" onClick={() => sortBy(index)}>
                    {title}
                    <span aria-hidden="true">
                      {order?.column === index ? (order.isDescending ? " ↓" : " ↑") : ""}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, limit).map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column, index) => (
                  <td
                    key={column.title}
                    class={isNumber[index] ? "number" : DATE.test(column.text(row)) ? "date" : undefined}
                  >
                    {column.cell ? column.cell(row) : column.text(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div class="tools">
        {rows.length > limit && (
          <button type="button" onClick={() => setLimit(rows.length)}>
            All {rows.length.toLocaleString("en-US")} rows
          </button>
        )}
        <button
          type="button"
          aria-label={`CSV: ${caption}`}
          onClick={() =>
            saveFile(`lagline-${name}-${firstScreen.about.asOf}.csv`, textFile(csv(), "text/csv"))
          }
        >
          CSV
        </button>
      </div>
    </div>
  );
}

/** Those without a value come last, whichever way. */
function compared<Row>(
  column: DataColumn<Row>,
  isDescending: boolean,
  valueOf: (column: DataColumn<Row>, row: Row) => number | string | null,
): (a: Row, b: Row) => number {
  return (rowA, rowB) => {
    const [a, b] = [valueOf(column, rowA), valueOf(column, rowB)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    const sign = a < b ? -1 : a > b ? 1 : 0;
    return isDescending ? -sign : sign;
  };
}
