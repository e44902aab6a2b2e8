/** A folder in place of the network, for machines without one: `<folder>/<host>/<path>` holds what that address would answer. */
import {statSync} from "node:fs";
import {readFile} from "node:fs/promises";
import {join, normalize} from "node:path";
import {InputError} from "../../errors.ts";
import type {SyncEffects} from "./sync-effects.ts";

/** @throws InputError when there is no such folder */
export function folderFetch(folder: string): SyncEffects["fetch"] {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory()) {
    throw new InputError("missing", `folder: ${folder}; a folder with one folder per host was expected`);
  }
  return async (url) => {
    const {hostname, pathname} = new URL(url);
    const path = normalize(join(hostname, decodeURIComponent(pathname)));
    const absent = new Error("not in the folder");
    if (path.startsWith("..")) throw absent;
    // A listing and what it lists cannot share a name on a disk: an answer for a folder is the file index.json in it.
    for (const candidate of [path, join(path, "index.json")]) {
      const file = join(folder, candidate);
      if (statSync(file, {throwIfNoEntry: false})?.isFile()) return new Response(await readFile(file));
    }
    throw absent;
  };
}
