/** The embedded warehouse: one DuckDB file in the user's home folder. */
import {existsSync, mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {z} from "zod";
import {InputError} from "../../errors.ts";
import {CREATE_TABLES} from "./usage-tables.ts";
import type {Warehouse} from "./warehouse.ts";

export interface UsageWarehouse extends Warehouse {
  /** Changes data; the number of rows changed. */
  run(sql: string): Promise<number>;
  close(): void;
}

export const usageFile = (home: string): string => join(home, "usage.duckdb");
export const hasUsage = (home: string): boolean => existsSync(usageFile(home));

/**
 * @param access - "write" creates the file and its tables where they are missing
 * @throws InputError when another process holds the file, or it is none of ours
 */
export async function usageWarehouse(home: string, access: "read" | "write"): Promise<UsageWarehouse> {
  const file = usageFile(home);
  if (access === "write") mkdirSync(dirname(file), {recursive: true});
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(file, {
      access_mode: access === "read" ? "READ_ONLY" : "READ_WRITE",
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
  } catch (error) {
    throw unopened(file, error as Error);
  }
  const connection = await instance.connect();
  const run = async (sql: string): Promise<number> => Number((await connection.run(sql)).rowsChanged);
  const close = (): void => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await run("SET TimeZone = 'UTC'");
    // Order within a file does not matter, and keeping it costs memory and time.
    await run("SET preserve_insertion_order = false");
    if (access === "write") for (const statement of CREATE_TABLES) await run(statement);
  } catch (error) {
    close();
    throw unopened(file, error as Error);
  }
  return {
    run,
    close,
    async query<S extends z.ZodType>(sql: string, row: S) {
      const rows = (await connection.runAndReadAll(sql)).getRowObjectsJson();
      return rows.map((raw) => {
        const parsed = row.safeParse(raw);
        if (parsed.success) return parsed.data;
        const {path, message} = parsed.error.issues[0];
        throw new InputError("invalid", `usage column: ${path.map(String).join(".")}; ${message}`, {file});
      });
    },
  };
}

function unopened(file: string, {message}: Error): InputError {
  if (/lock/i.test(message)) {
    return new InputError(
      "conflicting",
      "usage: another process has it open; try again when that one is done",
      {file},
    );
  }
  return new InputError(
    "invalid",
    `usage: ${message.split("\n")[0].slice(0, 200)}; a database that lagline made was expected`,
    {file},
  );
}
