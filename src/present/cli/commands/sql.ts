import {existsSync} from "node:fs";
import {join} from "node:path";
import {homeFolder} from "../../../cache/home-folder.ts";
import {allTables, isNamed, MEASURES} from "../../../monitor/tables/all-tables.ts";
import {sandboxMethod} from "../../../store/sandbox/sandbox-method.ts";
import {sandboxedSelect} from "../../../store/sandbox/sandboxed-select.ts";
import {printable} from "../../plain-text.ts";
import {sqlScreen, tablesScreen} from "../../terminal/sql-screen.ts";
import type {Command} from "../answer.ts";
import {wholeNumber} from "../report-options.ts";

/** `lagline sql`: one SELECT over facts, measures and own usage; without a statement, what can be selected. */
export const sql: Command = async ({pipeline, options, effects, args, flags, world}) => {
  const [statement] = args;
  const given = (flag: unknown) => (typeof flag === "string" ? flag : undefined);
  const {rows, seconds, memory, threads} = sandboxMethod;
  const limits = {
    rows: wholeNumber("--rows", given(flags.rows), [1, rows.value.most], rows.value.usual),
    seconds: wholeNumber("--seconds", given(flags.seconds), [1, seconds.value.most], seconds.value.usual),
    memory: memory.value,
    threads: threads.value,
  };
  const wanted = (table: string) => statement !== undefined && isNamed(statement, table);
  const report = MEASURES.some(wanted) ? await pipeline.reportFor(options, effects) : undefined;
  const {catalog} = await pipeline.catalogFor(options);
  const tables = allTables({catalog, folder: options.facts, report, env: world.env, wanted});
  const usage = join(homeFolder(world.env), "usage.duckdb");
  const attached = existsSync(usage) ? usage : undefined;
  if (statement === undefined) {
    const shown = {
      ...tables,
      usage: attached ? await usageTables(attached, limits) : [],
    };
    return {
      json: () =>
        Object.entries(shown).flatMap(([kind, all]) =>
          all.map(({name, says, columns}) => ({kind, table: name, says, columns})),
        ),
      lines: (page) => tablesScreen(printable(shown), page),
    };
  }
  effects.progress("asking the tables", 0, 1);
  const all = Object.values(tables).flat();
  const found = await sandboxedSelect(statement, {tables: all, ...(attached ? {attached} : {})}, limits);
  return {
    json: () => ({
      columns: found.columns,
      rows: found.rows.map((row) => Object.fromEntries(found.columns.map((name, i) => [name, row[i]]))),
      more: found.more,
    }),
    lines: (page) => sqlScreen(printable(found), limits.rows, page),
  };
};

const TYPES = {
  VARCHAR: "text",
  DOUBLE: "number",
  BIGINT: "integer",
  DATE: "date",
  BOOLEAN: "boolean",
} as const;

/** What the user's usage database holds. */
async function usageTables(attached: string, limits: Parameters<typeof sandboxedSelect>[2]) {
  const {rows} = await sandboxedSelect(
    "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = 'kept' ORDER BY table_name, column_index",
    {tables: [], attached},
    {...limits, rows: 10_000},
  );
  const columns = new Map<string, {name: string; type: string}[]>();
  for (const [table, name, type] of rows.map((row) => row.map(String)))
    columns.set(table!, [
      ...(columns.get(table!) ?? []),
      {name: name!, type: TYPES[type as keyof typeof TYPES] ?? type!.toLowerCase()},
    ]);
  return [...columns].map(([name, all]) => ({name, says: "from your own usage", columns: all}));
}
