/** A state of the facts by the name a person gives it: `now`, a folder, a vintage, a day. */
import {statSync} from "node:fs";
import {cacheFolder} from "../cache/file-cache.ts";
import {homeFolder} from "../cache/home-folder.ts";
import {namedVintage} from "../store/named-vintage.ts";
import {vintageFolder} from "../store/vintage-folder.ts";
import type {VintageRecord} from "../store/vintage-record.ts";
import {vintageStore} from "../store/vintage-store.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The facts in use. */
export const NOW = "now";

/**
 * The folder of a state. A vintage is checked on the way: every byte is what was kept.
 *
 * @param inUse - folder of the facts in use
 * @throws InputError when no state has this name, several do, or the one meant is damaged
 */
export function factsNamed(name: string, inUse: string, env: Environment): string {
  if (name === NOW) return inUse;
  if (name !== "" && !name.includes("\0") && statSync(name, {throwIfNoEntry: false})?.isDirectory())
    return name;
  return keptFacts(name, env);
}

/**
 * The folder of a kept vintage, by the beginning of its hash or a day on which it held.
 *
 * @throws InputError as `factsNamed`
 */
export const keptFacts = (name: string, env: Environment): string =>
  folderOf(namedVintage(vintageStore(homeFolder(env)).list().records, name), env);

/** A kept vintage as a folder. */
export const folderOf = (record: VintageRecord, env: Environment): string =>
  vintageFolder(vintageStore(homeFolder(env)), record, cacheFolder(env));
