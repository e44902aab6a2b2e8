/**
 * The page as a folder of files.
 *
 * It is written beside its final name and put there whole, so that a reader of a share never sees half of it. A folder
 * that holds anything else is left alone.
 */
import {randomUUID} from "node:crypto";
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, join, resolve} from "node:path";
import {InputError} from "../../errors.ts";
import type {SiteFile} from "./site-files.ts";

/** Says that the folder is lagline's own and may be replaced. */
const MARK = ".lagline-site";

/**
 * The folder to write to, refused before any work is done when writing there would fail or destroy something.
 *
 * @throws InputError
 */
export function siteFolder(path: string): string {
  if (path.trim() === "" || path.includes("\0")) {
    throw new InputError("invalid", `--out: "${path}"; the path of a folder was expected`);
  }
  const folder = resolve(path);
  const parent = statSync(dirname(folder), {throwIfNoEntry: false});
  if (!parent?.isDirectory()) {
    throw new InputError("missing", `folder: ${dirname(path)}; make it first, or give --out another path`);
  }
  const standing = statSync(folder, {throwIfNoEntry: false});
  if (standing && !standing.isDirectory()) {
    throw new InputError("invalid", `--out: ${path}; a folder was expected, this is a file`);
  }
  if (standing && readdirSync(folder).length > 0 && !existsSync(join(folder, MARK))) {
    throw new InputError(
      "conflicting",
      `--out: ${path} holds files that lagline did not write; an empty or new folder was expected`,
    );
  }
  return folder;
}

/** @returns number of files and bytes written */
export async function writtenSite(
  folder: string,
  files: ReadonlyMap<string, SiteFile>,
): Promise<{files: number; bytes: number}> {
  const suffix = randomUUID().slice(0, 8);
  const [part, old] = [`${folder}.${suffix}.part`, `${folder}.${suffix}.old`];
  let bytes = 0;
  try {
    mkdirSync(join(part, "data"), {recursive: true});
    for (const [path, {body}] of files) {
      const content = await body();
      bytes += Buffer.byteLength(content);
      writeFileSync(join(part, path), content);
    }
    writeFileSync(
      join(part, MARK),
      "Written by lagline, which replaces this folder when asked to write here again.\n",
    );
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(part, folder);
    rmSync(old, {recursive: true, force: true});
  } catch (error) {
    if (existsSync(old) && !existsSync(folder)) renameSync(old, folder);
    rmSync(part, {recursive: true, force: true});
    const {code} = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(
      "unsupported",
      `folder: ${folder} cannot be written (${code}); give --out another path`,
    );
  }
  return {files: files.size, bytes};
}
