/** Plain tables as tables of an in-memory DuckDB. */
import {DuckDBDateValue, type DuckDBAppender, type DuckDBConnection} from "@duckdb/node-api";
import {dayOf} from "../../dates.ts";
import {type CellValue, type ColumnType, DUCKDB_TYPE, type PlainTable, sqlName} from "./plain-table.ts";

export async function fillDatabase(
  connection: DuckDBConnection,
  tables: readonly PlainTable[],
): Promise<void> {
  for (const {name, columns, rows} of tables) {
    const declared = columns.map((column) => `${sqlName(column.name)} ${DUCKDB_TYPE[column.type]}`);
    await connection.run(`CREATE TABLE ${sqlName(name)} (${declared.join(", ")})`);
    if (rows.length === 0) continue;
    const appender = await connection.createAppender(name);
    for (const row of rows) {
      for (const [i, column] of columns.entries()) append(appender, column.type, row[i] ?? null);
      appender.endRow();
    }
    appender.closeSync();
  }
}

function append(appender: DuckDBAppender, type: ColumnType, value: CellValue): void {
  if (value === null) appender.appendNull();
  else if (type === "text") appender.appendVarchar(String(value));
  else if (type === "number") appender.appendDouble(Number(value));
  else if (type === "integer") appender.appendBigInt(BigInt(value));
  else if (type === "boolean") appender.appendBoolean(value === true);
  else appender.appendDate(new DuckDBDateValue(dayOf(String(value))));
}
