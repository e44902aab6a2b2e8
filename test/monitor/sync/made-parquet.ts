/** Parquet files made by DuckDB from a query. */
import {randomUUID} from "node:crypto";
import {readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";

export async function parquetOf(query: string): Promise<Buffer> {
  const file = join(tmpdir(), `lagline-made-${randomUUID()}.parquet`);
  const database = await DuckDBInstance.create(":memory:", {threads: "1"});
  const connection = await database.connect();
  try {
    await connection.run(`copy (${query}) to '${file}' (format parquet)`);
    return readFileSync(file);
  } finally {
    connection.closeSync();
    database.closeSync();
    rmSync(file, {force: true});
  }
}
