/** Every table the sandbox and the export know, filled only as far as somebody asks for. */
import {homeFolder} from "../../cache/home-folder.ts";
import type {Catalog, Provenance} from "../../data/catalog.ts";
import {forceFactsIn} from "../../pipeline/forces-report.ts";
import type {Report} from "../../report.ts";
import type {PlainTable} from "../../store/sandbox/plain-table.ts";
import {readings} from "../../store/readings.ts";
import {vintageStore} from "../../store/vintage-store.ts";
import {factTables} from "./fact-tables.ts";
import {forceTables} from "./force-tables.ts";
import {measureTables, vintageTables} from "./measure-tables.ts";

export type TableKind = "facts" | "measures" | "kept";

export interface TableSource {
  readonly catalog: Catalog;
  /** Folder of the facts. */
  readonly folder: string;
  /** Undefined leaves the tables of measures empty. */
  readonly report: Report | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Should this table be filled? */
  readonly wanted: (table: string) => boolean;
  /** Rows to show, by where they came from. */
  readonly keep?: (provenance: Pick<Provenance, "source" | "licence">) => boolean;
  readonly keepLicence?: (licence: string) => boolean;
}

export function allTables({
  catalog,
  folder,
  report,
  env,
  wanted,
  keep,
  keepLicence,
}: TableSource): Record<TableKind, PlainTable[]> {
  const forces = forceFactsIn(folder);
  const home = homeFolder(env);
  const {records} = vintageStore(home).list();
  const told = wanted("readings") ? records.flatMap(({hash}) => readings(home).of(hash)) : [];
  const vintages = records.flatMap(({hash, seen, ...record}) =>
    seen.map(({day, origin}) => ({...record, vintage: `v${hash.slice(0, 12)}`, day, origin})),
  );
  const emptied = (tables: readonly PlainTable[]): PlainTable[] =>
    tables.map((table) => (wanted(table.name) ? table : {...table, rows: []}));
  return {
    facts: emptied([...factTables(catalog, keep), ...(forces ? forceTables(forces, keepLicence) : [])]),
    measures: emptied(measureTables(report)),
    kept: emptied(vintageTables(vintages, told)),
  };
}

/** Names of the tables that need a Report. */
export const MEASURES: readonly string[] = measureTables(undefined).map(({name}) => name);

/** Does a statement name a table? Too many is slow, too few would be silently empty. */
export function isNamed(statement: string, table: string): boolean {
  const words = statement.toLowerCase();
  return words.includes(table) || /\bquery(_table)?\s*\(/.test(words);
}
