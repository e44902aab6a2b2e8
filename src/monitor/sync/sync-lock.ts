/**
 * One sync at a time. The lock is a name that only one process can give to its file, which says who holds it. A lock whose process is gone,
 * or that is older than any sync can be, is taken away by a rename, which again only one process can do.
 */
import {mkdirSync} from "node:fs";
import {join} from "node:path";
import {InputError} from "../../errors.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import type {SyncEffects} from "./sync-effects.ts";

type LockEffects = Pick<SyncEffects, "disk" | "now" | "processId" | "isRunning">;

/**
 * @returns what to call when done
 * @throws InputError while another sync runs
 */
export function lockSync(home: string, effects: LockEffects): () => void {
  const {disk, now, processId} = effects;
  const folder = join(home, "sync");
  const file = join(folder, "lock.json");
  const mine = Buffer.from(JSON.stringify({process: processId, since: now()}), "utf8");
  mkdirSync(folder, {recursive: true, mode: 0o700});
  const own = `${file}.${processId}`;
  disk.remove(own);
  disk.writeSynced(own, mine);
  try {
    return takenLock(file, own, mine, effects);
  } finally {
    tidied(() => disk.remove(own));
  }
}

/** What cannot be tidied up does not undo what was done: a lock left behind ends with its process. */
function tidied(remove: () => void): void {
  try {
    remove();
  } catch {
    return;
  }
}

function takenLock(file: string, own: string, mine: Buffer, effects: LockEffects): () => void {
  const {disk, now, processId, isRunning} = effects;
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      disk.link(own, file);
      return () => {
        if (disk.read(file)?.toString() === mine.toString()) tidied(() => disk.remove(file));
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = holderIn(disk.read(file));
    const age = holder ? now() - holder.since : Infinity;
    const isStale =
      !holder || age > 60_000 * syncMethod.lockMinutes.value || age < -60_000 || !isRunning(holder.process);
    if (!isStale) {
      throw new InputError(
        "conflicting",
        `sync: process ${holder.process} is at it since ${new Date(holder.since).toISOString().slice(11, 19)} UTC; one sync at a time was expected, try again when it is done`,
        {file},
      );
    }
    try {
      const aside = `${file}.${processId}.stale`;
      disk.rename(file, aside);
      disk.remove(aside);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
  throw new InputError("conflicting", "sync: others keep taking the lock; try again in a moment", {file});
}

function holderIn(bytes: Uint8Array | undefined): {process: number; since: number} | undefined {
  try {
    const {process, since} = JSON.parse(Buffer.from(bytes ?? []).toString("utf8")) as Record<string, unknown>;
    return typeof process === "number" && typeof since === "number" ? {process, since} : undefined;
  } catch {
    return undefined;
  }
}
