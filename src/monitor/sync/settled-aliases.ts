/** What a person settled about upstream names: `<home>/aliases.csv`, one row per name. */
import {join} from "node:path";
import {z} from "zod";
import {Faults} from "../../data/faults.ts";
import {id, optional, required, text} from "../../data/field.ts";
import type {SettledAlias} from "../../data/sources/model-names.ts";
import {tableText} from "../../data/sources/feed-tables.ts";
import {tableRows} from "../../data/table-rows.ts";
import {durableWrite} from "../../store/durable-write.ts";
import type {SyncDisk} from "./sync-effects.ts";

const COLUMNS = ["name", "feed", "model"];
const schema = z.strictObject({name: required(text), feed: optional(text), model: optional(id)});

export const aliasesFile = (home: string): string => join(home, "aliases.csv");

/**
 * A row without model leaves the name out.
 *
 * @throws InputError, InputErrors for a file that was edited into something else
 */
export function settledAliases(home: string, disk: Pick<SyncDisk, "read">): SettledAlias[] {
  const bytes = disk.read(aliasesFile(home));
  if (!bytes) return [];
  const faults = new Faults();
  const rows = tableRows({path: aliasesFile(home), bytes: Buffer.from(bytes)}, schema, faults);
  faults.throwIfAny();
  return rows.map(({value: {name, feed = "", model}}) => ({name, feed, model}));
}

export function writeAliases(home: string, aliases: readonly SettledAlias[], disk: SyncDisk): void {
  const rows = aliases.map(({name, feed, model = ""}) => ({name, feed, model}));
  durableWrite(aliasesFile(home), Buffer.from(tableText(COLUMNS, rows), "utf8"), disk);
}

/** Names are the same whatever their case, as when they are matched. */
export const isSameName = (a: string, b: string): boolean =>
  a.normalize("NFC").trim().toLowerCase() === b.normalize("NFC").trim().toLowerCase();
