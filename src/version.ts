/**
 * Which code made an answer: the package version, and the hash of the sources.
 *
 * Kept draws carry it, so that a changed rule never meets draws of the old one. Compiled code reads the hash that was
 * written when it was compiled; TypeScript run as it is hashes itself.
 */
import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const packageFile = new URL("../package.json", import.meta.url);

export const version: string = (JSON.parse(readFileSync(packageFile, "utf8")) as {version: string}).version;

/** 16 hex digits. */
export const build: string = import.meta.url.endsWith(".ts")
  ? contentHash(here)
  : readFileSync(join(here, ".built"), "utf8").trim();

/** The same hash as `scripts/setup.mjs` writes. */
function contentHash(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, {recursive: true}).map(String).sort()) {
    const path = join(folder, name);
    if (statSync(path).isFile()) hash.update(name).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
