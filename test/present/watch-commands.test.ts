import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {model, writeFacts} from "../data/fixtures.ts";
import {modelsInUse} from "../../src/monitor/watch/models-in-use.ts";
import {csv, plainRows} from "../store/usage/made-logs.ts";
import {run} from "./synthetic-world.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-watch-"));
  writeFacts(join(folder, "facts"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const lagline = (...argv: string[]) =>
  run([...argv, "--facts", join(folder, "facts")], {
    env: {LAGLINE_HOME: join(folder, "home"), LAGLINE_CACHE: join(folder, "cache")},
    pipeline: {catalogFor: async ({facts}) => ({catalog: loadCatalog(facts)})},
  });

describe("watching from the command line", () => {
  it("tells a level once and says so to a scheduler by exit code 10", async () => {
    expect((await lagline("watch", "add", "lag < 1000 months")).code).toBe(0);
    const first = await lagline("check");
    expect(first.code).toBe(10);
    expect(first.out).toMatch(/1 thing happened\n.*lag is /);
    const second = await lagline("check");
    expect(second.code).toBe(0);
    expect(second.out).toContain("Nothing happened that you watch for.");
    expect((await lagline("watch")).out).toMatch(/w1 {2}lag < 1000 months +holds, 100%/);
  });

  it("tells a licence that changed after the watch was added, with what it was", async () => {
    const feed = join(folder, "told.xml");
    await lagline("watch", "add", "licence of beta-* changes", "--to", `feed:${feed}`, "--to", "terminal");
    expect((await lagline("check")).code).toBe(0);
    writeFileSync(
      join(folder, "facts", "models", "beta", "beta-1.yaml"),
      model({
        id: "beta-1",
        lab: "beta",
        available: "2025-01",
        openness: "open",
        weights_date: "2025-02-10",
        weights_licence: "Research only",
        licence_class: "non-commercial",
      }),
    );
    const {code, out} = await lagline("check");
    expect(code).toBe(10);
    expect(out.replace(/\s+/g, " ")).toContain(
      "the licence of beta-1 went from MIT (permissive) to Research only (non-commercial)",
    );
    expect(readFileSync(feed, "utf8")).toContain("Research only");
    expect((await lagline("check")).code).toBe(0);
    expect((await lagline("vintages", "--json")).out.match(/"vintage"/g)).toHaveLength(2);
  });

  it("takes the models one runs from the imported usage, read anew at each check", async () => {
    const asked = ["watch", "add", "a model I run is deprecated"];
    const refused = await lagline(...asked);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining("no usage is imported")]);
    writeFileSync(join(folder, "log.csv"), csv(plainRows.map((row) => ({...row, model: "beta-1"}))));
    expect((await lagline("usage", "import", join(folder, "log.csv"))).code).toBe(0);
    expect((await lagline(...asked)).code).toBe(0);
    const book = JSON.parse(readFileSync(join(folder, "home", "watch.json"), "utf8"));
    expect(book.watches[0].mine).toEqual([]);
    expect((await lagline("check")).code).toBe(0);
    const catalog = loadCatalog(join(folder, "facts"));
    expect(await modelsInUse(join(folder, "home"), catalog, new Map())).toEqual(["beta-1"]);
  });

  it("says by exit code 11 that something could not be delivered, and delivers it later", async () => {
    const place = join(folder, "told.jsonl");
    await lagline(
      "watch",
      "add",
      "lag < 1000 months",
      "--to",
      `file:${join(folder, "facts", "labs.csv", "told.jsonl")}`,
      "--to",
      `file:${place}`,
    );
    const {code, out} = await lagline("check");
    expect(code).toBe(11);
    expect(out).toContain("Not delivered to file:");
    expect(readFileSync(place, "utf8").trim().split("\n")).toHaveLength(1);
    expect((await lagline("check")).code).toBe(11);
    expect(readFileSync(place, "utf8").trim().split("\n")).toHaveLength(1);
  });

  it("refuses what cannot be watched, and looks at nothing but the newest facts", async () => {
    const refusals: [string[], RegExp][] = [
      [["watch", "add", "lagg < 3 months"], /Unknown condition, column 1: "lagg"; did you mean lag\?/],
      [
        ["watch", "add", "lag < 3 months", "--at", "0.2"],
        /Invalid --at: "0\.2"; a probability from 0\.5 to 1/,
      ],
      [
        ["watch", "add", "lag < 3 months", "--to", "mail:me"],
        /terminal, file:<path>, feed:<path> or webhook:<address>/,
      ],
      [["watch", "add", "a model I run is deprecated"], /Missing --running/],
      [["watch", "remove", "w9"], /Unknown watch: "w9"; nothing is watched/],
      [["watch", "test", ""], /Missing condition, column 1/],
      [["check", "--as-of", "2025-01-01"], /Unsupported check/],
      [["--vintage", "v1234"], /Missing vintage: "v1234"; none is kept yet/],
      [["history", "lagg"], /Unknown number: "lagg"; did you mean lag\?/],
    ];
    for (const [argv, sentence] of refusals) {
      const facts = argv[0] === "--vintage" ? [] : ["--facts", join(folder, "facts")];
      const {code, err, out} = await run([...argv, ...facts], {env: {LAGLINE_HOME: join(folder, "home")}});
      expect(err).toMatch(sentence);
      expect({code, out}).toEqual({code: 2, out: ""});
    }
    await lagline("watch", "add", "lag < 3 months");
    expect((await lagline("watch", "add", "lag<3")).err).toMatch(
      /Duplicate watch: lag < 3 months; w1 watches it already/,
    );
    expect((await lagline("watch", "remove", "w1")).out).toContain("w1 is no longer watched");
  });
});
