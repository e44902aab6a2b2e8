/** A plain table on the page; it scrolls sideways within itself where the page is too narrow. */
import type {PlainCell, PlainTable} from "./plain-table.ts";

export const PlainTableView = ({table, caption}: {readonly table: PlainTable; readonly caption: string}) => (
  <div class="scroll" role="region" aria-label={`Table: ${caption}`} tabIndex={0}>
    <table class="plain">
      <thead>
        <tr>
          {table.columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td
                key={column}
                class={
                  typeof cell === "number"
                    ? "number"
                    : /^\d{4}-\d{2}(-\d{2})?$/.test(String(cell))
                      ? "date"
                      : undefined
                }
              >
                {shown(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const DIGITS = 3;
const shown = (cell: PlainCell): string =>
  cell === null
    ? "–"
    : typeof cell === "number"
      ? String(Number.isInteger(cell) ? cell : Number(cell.toFixed(DIGITS)))
      : cell;
