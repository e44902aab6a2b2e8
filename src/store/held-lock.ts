/**
 * A file only one process can make: who has it may change what lies beside it. One left by a process that is gone, or
 * older than any work it could be for, is taken away.
 */
import {closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync} from "node:fs";
import {dirname} from "node:path";
import {InputError} from "../errors.ts";

const LONGEST_MS = 30 * 60_000;

/**
 * @param what - the work, for the sentence: "check of the watches"
 * @returns gives the lock back
 * @throws InputError while another process has it
 */
export function heldLock(path: string, what: string): () => void {
  mkdirSync(dirname(path), {recursive: true, mode: 0o700});
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, {force: true});
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (!isStale(path)) break;
    rmSync(path, {force: true});
  }
  throw new InputError(
    "conflicting",
    `${what}: another process is at it; one at a time was expected, try again when it is done`,
    {
      file: path,
    },
  );
}

function isStale(path: string): boolean {
  const age = Date.now() - (statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0);
  if (age > LONGEST_MS) return true;
  let holder: number;
  try {
    holder = Number(readFileSync(path, "utf8"));
  } catch {
    return true;
  }
  // Its maker writes the number at once; an empty file is a moment old or was left by a kill.
  if (!Number.isInteger(holder) || holder <= 0) return age > 10_000;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}
