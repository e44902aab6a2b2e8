/**
 * The vintage of a set of facts: a hash of its content, so that two people can tell whether they speak of the same
 * facts. Nothing is parsed: a changed comment is a new vintage.
 */
import {createHash} from "node:crypto";
import {type FactFile, factFiles} from "./fact-files.ts";

export interface Vintage {
  /** "v" and the first 12 hex digits of `hash`. */
  readonly vintage: string;
  /** SHA-256, 64 hex digits. */
  readonly hash: string;
}

/** The vintage of the facts in a folder; reads the files, understands none. */
export const factsVintage = (folder: string): Vintage => vintageOf(factFiles(folder));

/**
 * SHA-256 over, for each file in order of path: path, NUL, length, NUL, bytes with CRLF read as LF. Line ends do not
 * count, because a checkout may change them.
 */
export function vintageOf(files: readonly FactFile[]): Vintage {
  const sha = createHash("sha256");
  for (const {path, bytes} of files) {
    const content = bytes.includes("\r\n")
      ? Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1")
      : bytes;
    sha.update(`${path}\0${content.length}\0`).update(content);
  }
  const hash = sha.digest("hex");
  return {vintage: `v${hash.slice(0, 12)}`, hash};
}
