/** A sync that ends early, at any step and in any way, never happened. */
import {spawn} from "node:child_process";
import {mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {factsHome} from "../../../src/cache/facts-home.ts";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {type SyncDisk, syncDisk} from "../../../src/monitor/sync/sync-effects.ts";
import {type MadeSync, madeSync, SCORES} from "./made-sync.ts";
import {serving} from "./upstream-server.ts";

const AT = "board.example/scores.csv";
const NEWS = SCORES.replace("0.71", "0.72");

let made: MadeSync;
let before: string;
beforeEach(async () => {
  made = await madeSync();
  made.server.answers.set(AT, serving(SCORES));
  before = (await made.run()).vintage.after;
  made.server.answers.set(AT, serving(NEWS));
});
afterEach(() => made.close());

const vintageInUse = () => loadCatalog(made.inUse()).vintage;

/** A disk that does `fault` in place of its nth change. */
function diskFailing(
  nth: number,
  fault: (path: string, bytes?: Uint8Array) => void,
): {disk: SyncDisk; changes: () => number} {
  let changes = 0;
  const counted =
    <Args extends unknown[]>(verb: (path: string, ...rest: Args) => void) =>
    (path: string, ...rest: Args): void => {
      if (++changes === nth) fault(path, rest[0] instanceof Uint8Array ? rest[0] : undefined);
      verb(path, ...rest);
    };
  const disk = {
    ...syncDisk,
    writeSynced: counted(syncDisk.writeSynced),
    write: counted(syncDisk.write),
    flush: counted(syncDisk.flush),
    rename: counted(syncDisk.rename),
    link: counted(syncDisk.link),
    remove: counted(syncDisk.remove),
  };
  return {disk, changes: () => changes};
}

const full = (path: string, bytes?: Uint8Array): never => {
  // A full disk takes some of the bytes.
  if (bytes) writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
  throw Object.assign(new Error("no space left on device"), {code: "ENOSPC"});
};

describe("a sync on a disk that fills up", () => {
  it("leaves the state before whole wherever it happens, and the next one catches up", async () => {
    let failures = 0;
    let steps = 0;
    for (let nth = 1; ; nth++) {
      const score = 0.72 + nth / 1000;
      made.server.answers.set(AT, serving(SCORES.replace("0.71", String(score))));
      const last = vintageInUse();
      const {disk, changes} = diskFailing(nth, full);
      try {
        await made.run({today: "2026-06-20"}, {disk});
        steps = nth;
      } catch (error) {
        failures++;
        expect((error as Error).message).toMatch(/no space left|disk space: none left/);
      }
      // Tidying up after the commit may fail with the news in place; nothing else may.
      const now = loadCatalog(made.inUse());
      expect(now.vintage === last || now.results.some((result) => result.score === score)).toBe(true);
      if (changes() < nth) break;
    }
    expect(failures).toBeGreaterThan(10);
    expect(steps).toBeGreaterThan(failures);
    const after = await made.run({today: "2026-06-20"});
    expect(vintageInUse()).toBe(after.vintage.after);
    expect(readdirSync(factsHome(made.home)).filter((name) => name === ".new")).toEqual([]);
  }, 60_000);
});

const CHILD = fileURLToPath(new URL("killed-sync.ts", import.meta.url));

/** Runs a sync in a process of its own that is killed at its nth change of the disk. */
const killedAt = (nth: number): Promise<NodeJS.Signals | number | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CHILD, made.home, made.shipped, made.server.origin, String(nth)], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal ?? code));
  });

describe("a sync whose process is killed", () => {
  it("never happened, or is complete", async () => {
    const seen = new Set<string>();
    for (const nth of [4, 8, 16]) {
      const end = await killedAt(nth);
      const now = vintageInUse();
      seen.add(`${end === "SIGKILL" ? "killed" : "done"} ${now === before ? "before" : "after"}`);
      if (now !== before)
        expect(loadCatalog(made.inUse()).results.some(({score}) => score === 0.72)).toBe(true);
      if (end === 0) break;
    }
    expect(seen).toContain("killed before");
    expect(seen).not.toContain("done before");
    const after = await made.run({today: "2026-06-20"});
    expect(after.feeds[0].outcome).not.toBe("offline");
    expect(loadCatalog(made.inUse()).results.some(({score}) => score === 0.72)).toBe(true);
  }, 60_000);
});

describe("two syncs at once", () => {
  const lock = () => join(made.home, "sync", "lock.json");

  it("are one sync: the second says who is at it, and changes nothing", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const first = made.run({}, {fetch: async (url, init) => (await held, made.server.fetch(url, init))});
    await expect(made.run()).rejects.toThrow(
      /conflicting sync: process \d+ is at it .*one sync at a time was expected/,
    );
    release();
    expect((await first).feeds[0].outcome).toBe("updated");
    expect((await made.run()).feeds[0].outcome).toBe("unchanged");
  });

  it.each([
    ["of a process that is gone", () => JSON.stringify({process: 999_999_999, since: Date.now()})],
    [
      "that is older than any sync",
      () => JSON.stringify({process: process.pid, since: Date.now() - 3_600_000}),
    ],
    ["that was never finished", () => "{"],
  ])("a lock %s is taken over", async (_, content) => {
    mkdirSync(join(made.home, "sync"), {recursive: true});
    writeFileSync(lock(), content());
    expect((await made.run()).feeds[0].outcome).toBe("updated");
    expect(readdirSync(join(made.home, "sync"))).toEqual(["blobs"]);
  });
});

describe("a state that was damaged", () => {
  it("is made anew by the next sync", async () => {
    const folder = made.inUse();
    writeFileSync(join(folder, "results", "board.csv"), "nonsense");
    made.server.answers.set(AT, serving(SCORES));
    const report = await made.run();
    expect(report.vintage.after).toBe(before);
    expect(vintageInUse()).toBe(before);
  });

  it("whose kept bytes are gone is asked for again in full", async () => {
    made.server.answers.set(AT, serving(SCORES));
    const blobs = join(made.home, "sync", "blobs");
    for (const name of readdirSync(blobs)) writeFileSync(join(blobs, name), "damaged");
    const report = await made.run();
    expect(report.feeds[0].bytes).toBeGreaterThan(0);
    expect(report.vintage.after).toBe(before);
  });
});
