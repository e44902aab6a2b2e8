/** A file a command is asked to write: refused before any work is done, and written whole or not at all. */
import {randomUUID} from "node:crypto";
import {existsSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {InputError} from "../../errors.ts";

/**
 * The path to write, refused before any work is done when writing there would fail or destroy something.
 *
 * @param named - what a person gives the path by
 */
export function outFile(path: string, force: boolean, named = "--out"): string {
  const isPath = path.trim() !== "" && !path.includes("\0");
  if (!isPath) throw new InputError("invalid", `${named}: "${path}"; the path of a file was expected`);
  const folder = statSync(dirname(resolve(path)), {throwIfNoEntry: false});
  if (!folder?.isDirectory()) {
    throw new InputError("missing", `folder: ${dirname(path)}; make it first, or give ${named} another path`);
  }
  const standing = statSync(path, {throwIfNoEntry: false});
  if (standing?.isDirectory())
    throw new InputError("invalid", `${named}: ${path}; a file was expected, this is a folder`);
  if (standing && !force) {
    throw new InputError(
      "conflicting",
      `file: ${path} exists; --force overwrites it, or give ${named} another path`,
    );
  }
  return path;
}

/** Writes beside the final name, then renames: a reader never sees half a file. */
export function writeWhole(path: string, text: string, named = "--out"): void {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    writeFileSync(part, text, {flag: "wx"});
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part, {force: true});
    const {code} = error as NodeJS.ErrnoException;
    throw new InputError(
      "unsupported",
      `file: ${path} cannot be written (${code ?? "unknown reason"}); give ${named} another path`,
    );
  }
}
