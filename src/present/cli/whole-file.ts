/** A file somebody asked for by `--out`: refused before any work is done, written so that nobody sees half of it. */
import {randomUUID} from "node:crypto";
import {existsSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, resolve} from "node:path";
import {InputError} from "../../errors.ts";

/**
 * The path to write, refused when writing there would fail or destroy something.
 *
 * @param force - a standing file may be overwritten
 */
export function outFile(path: string, force: boolean): string {
  const isPath = path.trim() !== "" && !path.includes("\0");
  if (!isPath) throw new InputError("invalid", `--out: "${path}"; the path of a file was expected`);
  const folder = statSync(dirname(resolve(path)), {throwIfNoEntry: false});
  if (!folder?.isDirectory()) {
    throw new InputError("missing", `folder: ${dirname(path)}; make it first, or give --out another path`);
  }
  const standing = statSync(path, {throwIfNoEntry: false});
  if (standing?.isDirectory())
    throw new InputError("invalid", `--out: ${path}; a file was expected, this is a folder`);
  if (standing && !force) {
    throw new InputError(
      "conflicting",
      `file: ${path} exists; --force overwrites it, or give --out another path`,
    );
  }
  return path;
}

/** Writes beside the final name, then renames: a reader never sees half a file. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    writeFileSync(part, text, {flag: "wx"});
    renameSync(part, path);
  } catch (error) {
    if (existsSync(part)) rmSync(part, {force: true});
    const {code} = error as NodeJS.ErrnoException;
    throw new InputError(
      "unsupported",
      `file: ${path} cannot be written (${code ?? "unknown reason"}); give --out another path`,
    );
  }
}
