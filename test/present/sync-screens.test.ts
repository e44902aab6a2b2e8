/** `lagline sync`, `sync status` and `alias` as a person meets them, against a folder in place of the network. */
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {displayWidth} from "../../src/present/terminal/display-width.ts";
import {tinyFacts, writeFacts} from "../data/fixtures.ts";
import {run} from "./synthetic-world.ts";

let data: string;
let folder: string;
let home: string;
let mirror: string;
let catalogOf: () => ReturnType<typeof loadCatalog>;

function upstream(path: string, body: string): void {
  mkdirSync(dirname(join(mirror, path)), {recursive: true});
  writeFileSync(join(mirror, path), body);
}
const prices = (input: string) =>
  JSON.stringify({
    data: [
      {id: "alpha-2-latest", pricing: {prompt: input, completion: "0.000015"}},
      {id: "who\u001b[31m/knows", pricing: {prompt: "0.000001", completion: "0.000002"}},
    ],
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lagline-screens-"));
  home = join(folder, "home");
  mirror = join(folder, "mirror");
  const licences = `${tinyFacts()["licences.csv"]}none-stated,No licence stated,,unclear,\n`;
  data = writeFacts(join(folder, "shipped"), {"licences.csv": licences});
  mkdirSync(join(folder, "empty"));
  upstream("openrouter.ai/api/v1/models", prices("0.000003"));
  upstream("epoch.ai/data/eci_scores.csv", "<html>Just a moment</html>");
  const catalog = loadCatalog(data);
  catalogOf = () => catalog;
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const asked = (argv: readonly string[], columns = 100) =>
  run(argv, {
    columns,
    env: {LAGLINE_HOME: home},
    pipeline: {
      defaultOptions: {facts: data, dates: "weights", instrument: "lagline", seed: 1, draws: 20},
      catalogFor: async () => ({catalog: catalogOf()}),
    },
  });
const fits = (out: string, columns: number) =>
  out.split("\n").filter((line) => displayWidth(line) > columns && !/\S{40}/.test(line));

describe("lagline sync", () => {
  it("says what came, what is kept out and why, and whose names are not known, at any width", async () => {
    for (const columns of [60, 80, 100]) {
      const {code, out, err} = await asked(["sync", "--from", mirror, "--dry-run"], columns);
      expect({code, err}).toEqual({code: 0, err: ""});
      expect(fits(out, columns)).toEqual([]);
      expect(out.replaceAll(/\s+/g, " ")).toMatch(
        /Dry run, nothing is kept: 1 feed with news, .* 1 in quarantine; facts v[0-9a-f]{12} would replace v[0-9a-f]{12}/,
      );
    }
    const {out} = await asked(["sync", "--from", mirror]);
    expect(out).toMatch(/openrouter\s+updated\s+1 new, 0 changed, 0 gone/);
    expect(out).toMatch(/epoch-eci\s+quarantined\s+a page of HTML came instead of csv/);
    expect(out).toMatch(/lmarena\s+offline\s+not in the folder/);
    expect(out).toMatch(/artificial-analysis\s+left out\s+it needs a key of your own/);
    expect(out).toContain("lagline sync --source epoch-eci --accept epoch-eci");
    expect(out).toContain("who\u{fffd}[31m/knows (openrouter, 1 row)");
    expect(out).not.toContain("\u001b");
  });

  it("is one JSON value with --json", async () => {
    const {out} = await asked(["sync", "--from", mirror, "--json", "--source", "openrouter"]);
    const report = JSON.parse(out) as {schema: string; feeds: {feed: string; outcome: string}[]};
    expect(report.schema).toBe("lagline-sync/1");
    expect(report.feeds.map(({feed, outcome}) => [feed, outcome])).toEqual([["openrouter", "unchanged"]]);
  });

  it("has no news to tell when nobody answers, and that is no error", async () => {
    const {code, out} = await asked(["sync", "--from", join(folder, "empty")]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Nobody answered, so nothing changed: the facts stay at v[0-9a-f]{12}\./);
  });

  it.each([
    [["sync", "--source", "openrooter"], /Unknown feed: openrooter; one of .*did you mean openrouter\?/],
    [
      ["sync", "--accept", "lmarena", "--source", "openrouter"],
      /Conflicting feeds: lmarena is accepted but not asked/,
    ],
    [["sync", "--from", "/no/such/folder"], /Missing folder: \/no\/such\/folder/],
    [["sync", "--facts", "data"], /Unsupported flags: --facts or --vintage/],
  ])("refuses %j in one sentence", async (argv, why) => {
    const {code, err} = await asked(argv);
    expect(code).toBe(2);
    expect(err).toMatch(why);
  });
});

describe("lagline sync status", () => {
  it("tells of every feed, of what is in quarantine, and of the bytes behind it", async () => {
    const {code, out} = await asked(["sync", "status"]);
    expect(code).toBe(10);
    expect(out).toMatch(/openrouter\s+\d{4}-\d\d-\d\d\s+1\s+1\s+unclear/);
    expect(out).toMatch(/epoch-eci\s+never/);
    expect(out).toMatch(/artificial-analysis\s+needs a key/);
    expect(out).toMatch(/openrouter \d{4}-\d\d-\d\d: [0-9a-f]{16} https:\/\/openrouter\.ai\/api\/v1\/models/);
    for (const columns of [60, 80])
      expect(fits((await asked(["sync", "status"], columns)).out, columns)).toEqual([]);
  });
});

describe("lagline alias", () => {
  it("lists what waits, settles it, leaves it out, and forgets it again", async () => {
    expect((await asked(["alias"])).out).toMatch(
      /1 upstream name stands for no known model; nothing is guessed/,
    );
    const set = await asked(["alias", "set", "Who/Knows", "beta-1", "--source", "openrouter"]);
    expect(set.out).toMatch(/^Who\/Knows is beta-1 from the next sync on\./);
    expect((await asked(["alias", "list"])).out).toContain("Who/Knows in openrouter: beta-1");
    await asked(["alias", "ignore", "who/knows", "--source", "openrouter"]);
    const {out} = await asked(["alias", "--json"]);
    expect(JSON.parse(out)).toMatchObject({settled: [{name: "who/knows", feed: "openrouter", model: null}]});
    expect((await asked(["alias", "remove", "who/knows", "--source", "openrouter"])).out).toMatch(
      /Nothing is settled/,
    );
    expect((await asked(["alias", "--json"])).out).toContain('"settled": []');
  });

  it.each([
    [["alias", "set", "x", "beta-2"], /Unknown model: beta-2; .*did you mean beta-1\?/],
    [["alias", "set", " x", "beta-1"], /Invalid name: " x"/],
    [["alias", "set", "x\ny", "beta-1"], /Invalid name/],
    [["alias", "set", "x", "beta-1", "--source", "nobody"], /Unknown feed: nobody/],
    [["alias", "remove", "never-settled"], /Unknown alias: never-settled/],
  ])("refuses %j in one sentence", async (argv, why) => {
    const {code, err} = await asked(argv);
    expect(code).toBe(2);
    expect(err).toMatch(why);
  });

  it("names file and row of an alias file that somebody broke", async () => {
    writeFileSync(join(home, "aliases.csv"), "name,feed,model\nx,openrouter\n");
    const {code, err} = await asked(["sync", "--from", mirror]);
    expect(code).toBe(2);
    expect(err).toMatch(/Invalid number of cells: 2; 3 .*aliases\.csv:2/);
    rmSync(join(home, "aliases.csv"));
  });
});
