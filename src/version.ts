/**
 * Which code made an answer: the package version, and hashes of the sources.
 *
 * Kept answers carry them, so that a changed rule never meets an answer of the old one. Ability draws depend on the
 * measuring code alone: a new screen must not cost a new fit. Compiled code reads the hashes that were written when it
 * was compiled; TypeScript run as it is hashes itself.
 */
import {createHash} from "node:crypto";
import {readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const packageFile = new URL("../package.json", import.meta.url);

export const version: string = (JSON.parse(readFileSync(packageFile, "utf8")) as {version: string}).version;

/** What abilities are computed by (feeds only write facts, own evals and usage come after); `scripts/setup.mjs` has the same list. */
const MEASURING =
  /^(?:numeric|data(?!\/(?:sources|evals|usage)\/)|measure)\/|^pipeline\/(?:instrument|measured)|^(?:units|dates|grouped|method)\.ts$/;

const [whole, measuring] = import.meta.url.endsWith(".ts")
  ? [contentHash(here), contentHash(here, MEASURING)]
  : readFileSync(join(here, ".built"), "utf8").trim().split("\n");

/** Of all sources: 16 hex digits. */
export const build: string = whole!;
/** Of the measuring code: 16 hex digits. */
export const measureBuild: string = measuring!;

/** The same hash as `scripts/setup.mjs` writes. */
function contentHash(folder: string, counted = /./): string {
  const hash = createHash("sha256");
  const names = readdirSync(folder, {recursive: true}).map((name) => String(name).replaceAll("\\", "/"));
  for (const name of names.sort()) {
    const path = join(folder, name);
    if (!counted.test(name) || !statSync(path).isFile()) continue;
    hash.update(name).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex").slice(0, 16);
}
