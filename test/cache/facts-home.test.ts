import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {currentFactsFile, factsHome, factsInUse} from "../../src/cache/facts-home.ts";
import {run} from "../present/synthetic-world.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lagline-home-"));
});
afterEach(() => rmSync(home, {recursive: true, force: true}));

const state = {vintage: "v0123456789ab", base: "vba9876543210", synced: "2026-09-01"};

function synced(pointer: unknown = state, folder = state.vintage): void {
  mkdirSync(join(factsHome(home), folder), {recursive: true});
  writeFileSync(currentFactsFile(home), typeof pointer === "string" ? pointer : JSON.stringify(pointer));
}

describe("the facts in use", () => {
  it("are the shipped ones before the first sync", () => {
    expect(factsInUse(home, "shipped")).toEqual({folder: "shipped"});
  });

  it("are the synced ones after it", () => {
    synced();
    expect(factsInUse(home, "shipped")).toEqual({folder: join(factsHome(home), state.vintage), state});
  });

  it.each([
    ["cut short", JSON.stringify(state).slice(0, 20), state.vintage],
    ["empty", "", state.vintage],
    ["pointing out of the folder", {...state, vintage: "../../etc"}, state.vintage],
    ["naming a state that is gone", state, "vffffffffffff"],
  ])("are the shipped ones, with a warning, when the pointer is %s", (_, pointer, folder) => {
    synced(pointer, folder);
    const inUse = factsInUse(home, "shipped");
    expect(inUse.folder).toBe("shipped");
    expect(inUse.warning).toMatch(/^the synced facts are not used, because .*`lagline sync`/);
  });
});

describe("a plain command", () => {
  const asked = async (...argv: string[]) => {
    const {asked, err} = await run(argv, {env: {LAGLINE_HOME: home}});
    return {facts: asked[0]?.facts, err};
  };

  it("reads the newest synced facts", async () => {
    synced();
    expect(await asked()).toEqual({facts: join(factsHome(home), state.vintage), err: ""});
  });

  it("reads the shipped facts with --shipped, and those of --facts", async () => {
    synced();
    expect((await asked("--shipped")).facts).not.toContain(home);
    expect((await asked("--facts", tmpdir())).facts).toBe(tmpdir());
    expect((await asked("--shipped", "--facts", tmpdir())).err).toContain("give one of them");
  });

  it("says on stderr that it fell back", async () => {
    synced("{");
    const {facts, err} = await asked();
    expect(facts).not.toContain(home);
    expect(err).toContain("is damaged; `lagline sync` makes them anew.");
  });
});
