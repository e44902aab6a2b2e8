/** One SELECT against plain tables, with the database cut off from files, network, extensions and its own settings. */
import {type DuckDBConnection, DuckDBInstance, DuckDBTypeId, StatementType} from "@duckdb/node-api";
import {fillDatabase} from "./filled-database.ts";
import {type CellValue, type PlainTable, sqlName, sqlText} from "./plain-table.ts";

export interface SandboxQuestion {
  readonly tables: readonly PlainTable[];
  /** A DuckDB file whose tables are shown beside the others, opened for reading only. */
  readonly attached?: string;
  readonly statement: string;
  readonly rows: number;
  readonly threads: number;
  /** Of DuckDB's own buffers, megabytes. */
  readonly memory: number;
  /** Of the whole process above its size before the statement, megabytes. */
  readonly growth: number;
}

export type SandboxReply =
  | {
      readonly kind: "rows";
      readonly columns: readonly string[];
      readonly rows: readonly (readonly CellValue[])[];
      /** True when the statement has more rows than were asked for. */
      readonly more: boolean;
    }
  | {readonly kind: "not-select"; readonly statements: number; readonly type: string}
  | {readonly kind: "refused"; readonly message: string}
  | {readonly kind: "too-large"};

/** "ready" when the tables are filled: from here on the statement's own time counts. */
export type SandboxMessage = {readonly kind: "ready"} | SandboxReply;

/** @param onReady - called when the tables are filled and the statement is about to run */
export async function sandboxAnswer(question: SandboxQuestion, onReady: () => void): Promise<SandboxReply> {
  const {tables, attached, statement, rows: limit, threads, memory} = question;
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${memory}MB`,
    temp_directory: "",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  await fillDatabase(connection, tables);
  if (attached !== undefined) await attach(connection, attached, tables);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  onReady();
  try {
    const statements = await connection.extractStatements(statement);
    const prepared = statements.count === 1 ? await statements.prepare(0) : undefined;
    if (prepared?.statementType !== StatementType.SELECT) {
      const type = prepared ? StatementType[prepared.statementType] : "";
      return {kind: "not-select", statements: statements.count, type: type ?? "unknown"};
    }
    const reader = await prepared.streamAndReadUntil(limit + 1);
    const rows = reader.getRowsJson();
    const isNumber = reader.columnTypes().map(({typeId}) => NUMBERS.has(typeId));
    return {
      kind: "rows",
      columns: reader.deduplicatedColumnNames(),
      rows: rows.slice(0, limit).map((row) => row.map((value, i) => plainCell(value, isNumber[i]!))),
      more: rows.length > limit,
    };
  } catch (error) {
    return {kind: "refused", message: (error as Error).message};
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The tables of a file under their own names, unless one of ours has it. */
async function attach(
  connection: DuckDBConnection,
  file: string,
  tables: readonly PlainTable[],
): Promise<void> {
  await connection.run(`ATTACH ${sqlText(file)} AS kept (READ_ONLY)`);
  const found = await connection.runAndReadAll(
    "SELECT DISTINCT table_name FROM duckdb_columns() WHERE database_name = 'kept' AND schema_name = 'main'",
  );
  const own = new Set(tables.map(({name}) => name));
  for (const [name] of found.getRows().map((row) => row.map(String))) {
    if (!own.has(name!))
      await connection.run(`CREATE VIEW ${sqlName(name!)} AS SELECT * FROM kept.main.${sqlName(name!)}`);
  }
}

/** Types whose values come as digits. */
const NUMBERS: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.UBIGINT,
  DuckDBTypeId.HUGEINT,
  DuckDBTypeId.UHUGEINT,
  DuckDBTypeId.DECIMAL,
]);

/** Digits become a number where fifteen of them hold it exactly. Lists and structures stay JSON. */
function plainCell(value: unknown, isNumber: boolean): CellValue {
  if (value === null || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string") return JSON.stringify(value);
  return isNumber && value.replace(/\D/g, "").length <= 15 ? Number(value) : value;
}
