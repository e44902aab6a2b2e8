/**
 * Files that are either whole or not there: written beside, forced to disk, renamed.
 *
 * A process killed at any byte leaves the old file or the new one, and at worst a `.part` that nobody reads.
 */
import {randomUUID} from "node:crypto";
import {closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync} from "node:fs";
import {dirname} from "node:path";
import {InputError} from "../errors.ts";

/** What a disk does for us; tests hand in one that fills up or dies. */
export interface Disk {
  /** The whole file, on disk when this returns. */
  writeSynced(path: string, bytes: Uint8Array): void;
  rename(from: string, to: string): void;
}

export const nodeDisk: Disk = {
  writeSynced: (path, bytes) => {
    const file = openSync(path, "wx", 0o600);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  rename: renameSync,
};

/**
 * Replaces `path` by `bytes`, or leaves it as it was.
 *
 * @throws InputError when the disk is full, read-only or not ours to write
 */
export function durableWrite(path: string, bytes: Uint8Array, disk: Disk = nodeDisk): void {
  const beside = `${path}.${randomUUID()}.part`;
  try {
    mkdirSync(dirname(path), {recursive: true, mode: 0o700});
    disk.writeSynced(beside, bytes);
    disk.rename(beside, path);
  } catch (error) {
    try {
      rmSync(beside, {force: true});
    } catch {
      // What could not be written need not be removable: nobody reads a `.part`.
    }
    throw diskFault(error, path);
  }
}

/** Said of a disk that a person can do something about; any other error is passed on as it is. */
export function diskFault(error: unknown, path: string): unknown {
  const place = {file: path};
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOSPC":
    case "EDQUOT":
      return new InputError(
        "insufficient",
        "disk space: none left; room was expected, and what was there before is unchanged",
        place,
      );
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new InputError(
        "unsupported",
        "write: not allowed; a folder you can write was expected, which LAGLINE_HOME can name",
        place,
      );
    case "ENOTDIR":
    case "EEXIST":
      return new InputError(
        "conflicting",
        "path: a file stands where a folder is needed; another LAGLINE_HOME, or that file moved, was expected",
        place,
      );
    default:
      return error;
  }
}
