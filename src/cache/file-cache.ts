/**
 * A cache in files that is always safe to lose.
 *
 * An entry is one file named by the hash of its key; it opens with the SHA-256 of its bytes and is written beside
 * its final name, then renamed. A run killed at any byte leaves either the old entry or none, and an entry that is
 * truncated, altered or belongs to another key reads as missing.
 */
import {createHash, randomUUID} from "node:crypto";
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Cache} from "../options.ts";

const DIGEST_BYTES = 32;
/** Entries beyond this count are removed, oldest first: one vintage in use needs fewer than ten. */
const KEPT_ENTRIES = 60;

const digest = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/**
 * The cache kept in `folder`. A folder that cannot be written makes a cache that forgets: a read-only disk slows
 * lagline down but does not stop it.
 */
export function fileCache(folder: string): Cache {
  const pathOf = (key: string) => join(folder, `${digest(key).toString("hex").slice(0, 32)}.bin`);

  function read(key: string): Uint8Array | undefined {
    let file: Buffer;
    try {
      file = readFileSync(pathOf(key));
    } catch {
      return undefined;
    }
    const body = file.subarray(DIGEST_BYTES);
    return file.length >= DIGEST_BYTES && digest(key, body).equals(file.subarray(0, DIGEST_BYTES))
      ? new Uint8Array(body)
      : undefined;
  }

  function write(key: string, bytes: Uint8Array): void {
    const temporary = join(folder, `${randomUUID()}.part`);
    try {
      mkdirSync(folder, {recursive: true});
      writeFileSync(temporary, Buffer.concat([digest(key, bytes), bytes]));
      renameSync(temporary, pathOf(key));
      prune(folder);
    } catch {
      discard(temporary);
    }
  }

  return {read, write};
}

function discard(path: string): void {
  try {
    rmSync(path, {force: true});
  } catch {
    // The folder itself is not there: nothing was left behind.
  }
}

/** Removes the oldest entries beyond the limit, and unfinished files that a killed run left an hour ago or more. */
function prune(folder: string): void {
  const entries = readdirSync(folder).map((name) => ({name, age: statSync(join(folder, name)).mtimeMs}));
  const finished = entries.filter(({name}) => name.endsWith(".bin")).sort((a, b) => b.age - a.age);
  const stale = entries.filter(({name, age}) => name.endsWith(".part") && age < Date.now() - 3_600_000);
  for (const {name} of [...finished.slice(KEPT_ENTRIES), ...stale]) rmSync(join(folder, name), {force: true});
}

/** Where the cache lives: `LAGLINE_CACHE`, else the platform's cache folder for the user. */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (env.LAGLINE_CACHE) return env.LAGLINE_CACHE;
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, "lagline");
  if (env.LOCALAPPDATA) return join(env.LOCALAPPDATA, "lagline", "cache");
  return join(env.HOME ?? ".", ".cache", "lagline");
}
