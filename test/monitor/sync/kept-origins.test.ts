import {readFileSync, writeFileSync} from "node:fs";
import {gunzipSync, gzipSync} from "node:zlib";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {keptOrigins} from "../../../src/monitor/sync/kept-origins.ts";
import {syncDisk} from "../../../src/monitor/sync/sync-effects.ts";
import {keptOriginLines} from "../../../src/present/terminal/kept-origin-lines.ts";
import type {Explanation} from "../../../src/present/explanation.ts";
import {plainInk} from "../../../src/present/terminal/ink.ts";
import {type MadeSync, madeSync, SCORES} from "./made-sync.ts";
import {serving} from "./upstream-server.ts";

let made: MadeSync;
beforeEach(async () => {
  made = await madeSync();
});
afterEach(() => made.close());

describe("the bytes behind a synced row", () => {
  it("are those that upstream answered, named by their hash, of the newest run", async () => {
    for (const [today, scores] of [
      ["2026-06-15", SCORES],
      ["2026-06-16", SCORES.replace("0.83", "0.84")],
    ] as const) {
      made.server.answers.set("board.example/scores.csv", serving(scores));
      await made.run({today});
    }
    const [kept, ...others] = keptOrigins(made.home, ["board", "made-board"], syncDisk);
    expect(others).toEqual([]);
    expect(kept).toMatchObject({
      source: "made-board",
      day: "2026-06-16",
      url: "https://board.example/scores.csv",
    });
    expect(gunzipSync(readFileSync(kept!.file!)).toString()).toBe(SCORES.replace("0.83", "0.84"));
    // A file that was changed is not passed off as what came.
    writeFileSync(kept!.file!, gzipSync("model,score\n"));
    expect(keptOrigins(made.home, ["made-board"], syncDisk)).toMatchObject([{file: null}]);
  });

  it("stand below an explanation with the place of the row, and nowhere when all rows came with lagline", () => {
    const explained = {
      rows: [{source: "made-board", place: "results/made-board.csv:2"}],
      force: null,
    } as unknown as Explanation;
    const kept = {
      source: "made-board",
      day: "2026-06-16",
      url: "https://board.example/scores.csv",
      sha256: "ab".repeat(32),
    };
    const page = {width: 80, ink: plainInk};
    const text = keptOriginLines([{...kept, file: `/home/${kept.sha256}.gz`}], explained, page).join("\n");
    expect(text).toContain("made-board: results/made-board.csv:2");
    expect(text).toContain(`${kept.sha256}\n`);
    expect(text).toContain("<SHA-256>.gz in /home;");
    expect(keptOriginLines([{...kept, file: null}], explained, page).join("\n")).toContain(
      "no longer kept whole",
    );
    expect(keptOriginLines([], explained, page)).toEqual([]);
  });
});
