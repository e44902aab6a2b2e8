/**
 * One process at a time: a lock is a file that only one process can create, holding the id of the process.
 *
 * A lock whose process is gone is broken by the next one that wants it; breaking is guarded by a second lock, so that two
 * waiting processes cannot break each other's. Another machine's lock (a shared disk) is never broken, only reported.
 */
import {closeSync, openSync, readFileSync, rmSync, writeSync} from "node:fs";
import {hostname} from "node:os";
import {InputError} from "../errors.ts";

/** How long another process may hold a lock before waiting for it ends in an error, and between two looks. */
const PATIENCE_MS = 10_000;
const LOOK_MS = 15;

/** @throws InputError when the lock stays taken */
export function withFileLock<Result>(lock: string, work: () => Result): Result {
  take(lock);
  try {
    return work();
  } finally {
    rmSync(lock, {force: true});
  }
}

function take(lock: string): void {
  for (let waited = 0; ; waited += LOOK_MS) {
    if (created(lock)) return;
    if (isAbandoned(lock)) breakLock(lock);
    else if (waited >= PATIENCE_MS) {
      throw new InputError(
        "conflicting",
        `lock: ${lock}; another process has held it for ${PATIENCE_MS / 1000} seconds: wait for it, or remove the file if no lagline runs`,
      );
    } else pause(LOOK_MS);
  }
}

function created(lock: string): boolean {
  try {
    const file = openSync(lock, "wx");
    writeSync(file, `${process.pid} ${hostname()}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned(lock: string): boolean {
  let text: string;
  try {
    text = readFileSync(lock, "utf8");
  } catch {
    return false;
  }
  const [pid, host] = text.trim().split(" ");
  if (host !== hostname() || !/^\d+$/.test(pid ?? "")) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Removes an abandoned lock, unless another process is doing so. */
function breakLock(lock: string): void {
  const guard = `${lock}.breaking`;
  if (!created(guard)) {
    if (isAbandoned(guard)) rmSync(guard, {force: true});
    else pause(LOOK_MS);
    return;
  }
  try {
    if (isAbandoned(lock)) rmSync(lock, {force: true});
  } finally {
    rmSync(guard, {force: true});
  }
}

const pause = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
