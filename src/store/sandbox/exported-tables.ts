/** Plain tables as files of one format, one per table. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {fillDatabase} from "./filled-database.ts";
import {type PlainTable, sqlName, sqlText} from "./plain-table.ts";

export type ExportFormat = "parquet" | "csv" | "json";
export const EXPORT_FORMATS: readonly ExportFormat[] = ["parquet", "csv", "json"];

const COPY_OPTIONS: Readonly<Record<ExportFormat, string>> = {
  parquet: "FORMAT parquet, COMPRESSION zstd",
  csv: "FORMAT csv, HEADER true",
  json: "FORMAT json, ARRAY true",
};

export interface ExportedFile {
  readonly file: string;
  readonly table: string;
  readonly rows: number;
  readonly bytes: number;
}

/** @param folder - exists and is empty */
export async function exportedTables(
  tables: readonly PlainTable[],
  format: ExportFormat,
  folder: string,
): Promise<ExportedFile[]> {
  const instance = await DuckDBInstance.create(":memory:", {autoinstall_known_extensions: "false"});
  const connection = await instance.connect();
  try {
    await fillDatabase(connection, tables);
    const files: ExportedFile[] = [];
    for (const {name, rows} of tables) {
      const file = `${name}.${format}`;
      const path = join(folder, file);
      await connection.run(`COPY ${sqlName(name)} TO ${sqlText(path)} (${COPY_OPTIONS[format]})`);
      files.push({file, table: name, rows: rows.length, bytes: readFileSync(path).length});
    }
    return files;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
