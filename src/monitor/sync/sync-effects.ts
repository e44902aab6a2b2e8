/** The outside world of a sync: tests hand in their own disk, network and clock. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {syncMethod} from "../../data/sources/sync-method.ts";
import type {Progress} from "../../options.ts";
import {type Disk, nodeDisk} from "../../store/durable-write.ts";

/** The disk, one plain verb each, so that a test may let any of them fail. */
export interface SyncDisk extends Disk {
  /** Bytes that may still be on their way to the disk when this returns. */
  write(path: string, bytes: Uint8Array): void;
  /** Waits until a file's bytes are on the disk. */
  flush(path: string): void;
  /** Undefined when there is no such file. */
  read(path: string): Uint8Array | undefined;
  /** Names in a folder; none when it is not there. */
  list(path: string): string[];
  remove(path: string): void;
  /** A second name for a file; fails when the name is taken: the one step that two processes cannot both do. */
  link(path: string, name: string): void;
}

/** How long is waited for, and how often asked. */
export interface DownloadLimits {
  readonly requestSeconds: number;
  readonly idleSeconds: number;
  readonly attempts: number;
  readonly backOffSeconds: number;
}

export const downloadLimits: DownloadLimits = {
  requestSeconds: syncMethod.requestSeconds.value,
  idleSeconds: syncMethod.idleSeconds.value,
  attempts: syncMethod.attempts.value,
  backOffSeconds: syncMethod.backOffSeconds.value,
};

export interface SyncEffects {
  readonly limits: DownloadLimits;
  /** Redirects are not followed here. */
  readonly fetch: (
    url: string,
    init: {headers: Record<string, string>; signal: AbortSignal},
  ) => Promise<Response>;
  readonly disk: SyncDisk;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly progress: Progress;
  /** Of this process. */
  readonly processId: number;
  readonly isRunning: (processId: number) => boolean;
}

const isAbsent = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

export const syncDisk: SyncDisk = {
  ...nodeDisk,
  write: (path, bytes) => writeFileSync(path, bytes, {mode: 0o600}),
  flush(path) {
    const file = openSync(path, "r+");
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  read(path) {
    try {
      return readFileSync(path);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  },
  list(path) {
    try {
      return readdirSync(path);
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  },
  remove: (path) => rmSync(path, {recursive: true, force: true}),
  link: linkSync,
};

export function processEffects(progress: Progress): SyncEffects {
  return {
    limits: downloadLimits,
    fetch: (url, init) => fetch(url, {...init, redirect: "manual"}),
    disk: syncDisk,
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    progress,
    processId: process.pid,
    isRunning(processId) {
      try {
        process.kill(processId, 0);
        return true;
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
      }
    },
  };
}
