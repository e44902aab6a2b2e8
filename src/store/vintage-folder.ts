/**
 * A vintage as a folder that `loadCatalog` reads: made in the cache when it is asked for, verified every time.
 *
 * The folder is safe to lose and safe to damage: its content is hashed on each use, and made anew when it is not
 * what its name says.
 */
import {randomUUID} from "node:crypto";
import {mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {factsVintage} from "../data/facts-vintage.ts";
import type {VintageRecord} from "./vintage-record.ts";
import type {VintageStore} from "./vintage-store.ts";

/** Folders beyond this count are removed, oldest first: a comparison needs two, a history makes the rest again. */
const KEPT_FOLDERS = 20;
/** A killed run's unfinished folder is removed after this many milliseconds. */
const STALE_MS = 3_600_000;

/**
 * @param cache - the user's cache folder
 * @throws InputError when the kept vintage is damaged
 */
export function vintageFolder(store: VintageStore, record: VintageRecord, cache: string): string {
  const root = join(cache, "vintages");
  const folder = join(root, record.hash.slice(0, 32));
  if (holds(folder, record.hash)) {
    const now = new Date();
    utimesSync(folder, now, now);
    return folder;
  }
  const files = store.files(record);
  const beside = join(root, `${randomUUID()}.part`);
  for (const {path, bytes} of files) {
    mkdirSync(dirname(join(beside, path)), {recursive: true});
    writeFileSync(join(beside, path), bytes);
  }
  rmSync(folder, {recursive: true, force: true});
  try {
    renameSync(beside, folder);
  } catch (error) {
    // Another run was quicker: its folder has the same content, or else the disk is at fault.
    rmSync(beside, {recursive: true, force: true});
    if (!holds(folder, record.hash)) throw error;
  }
  prune(root, folder);
  return folder;
}

function holds(folder: string, hash: string): boolean {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) return false;
  try {
    return factsVintage(folder).hash === hash;
  } catch {
    return false;
  }
}

function prune(root: string, inUse: string): void {
  const entries = readdirSync(root)
    .map((name) => ({
      path: join(root, name),
      age: statSync(join(root, name), {throwIfNoEntry: false})?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.age - a.age);
  const whole = entries.filter(({path}) => !path.endsWith(".part") && path !== inUse);
  const stale = entries.filter(({path, age}) => path.endsWith(".part") && age < Date.now() - STALE_MS);
  for (const {path} of [...whole.slice(KEPT_FOLDERS - 1), ...stale])
    rmSync(path, {recursive: true, force: true});
}
