/** A home, a folder of made-up facts that can change, and disks that fail, for tests of what is kept. */
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach} from "vitest";
import {type Disk, nodeDisk} from "../../src/store/durable-write.ts";
import {RESULT_HEADER, writeFacts} from "../data/fixtures.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, {recursive: true, force: true});
});

export function madeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lagline-kept-"));
  made.push(folder);
  return folder;
}

export const madeFacts = (): string => writeFacts(madeFolder());

/** Facts with one more table of results; another `score` is another state. */
export function withScore(facts: string, score: number, name = "more"): string {
  writeFileSync(
    join(facts, "results", `${name}.csv`),
    `${RESULT_HEADER}\nalpha-1,chores,${score},,,,${name},,no,2024-04-01,,,,board,CC-BY-4.0,2026-06-01\n`,
  );
  return facts;
}

/** A disk that does `steps` writes and renames, then fails every further one; at a kill the last write stops half way. */
export function failingDisk(steps: number, how: "kill" | "full"): Disk {
  let left = steps;
  const spend = (): void => {
    if (left-- > 0) return;
    throw how === "kill"
      ? new Error("killed")
      : Object.assign(new Error("ENOSPC: no space left on device"), {code: "ENOSPC"});
  };
  return {
    writeSynced(path, bytes) {
      if (left === 0) writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 2)));
      spend();
      nodeDisk.writeSynced(path, bytes);
    },
    rename(from, to) {
      spend();
      nodeDisk.rename(from, to);
    },
  };
}

/** Counts writes and renames. */
export function countingDisk(): Disk & {readonly steps: () => number} {
  let steps = 0;
  return {
    steps: () => steps,
    writeSynced(path, bytes) {
      steps++;
      nodeDisk.writeSynced(path, bytes);
    },
    rename(from, to) {
      steps++;
      nodeDisk.rename(from, to);
    },
  };
}
