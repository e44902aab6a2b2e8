import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {vintageStore} from "../../../src/store/vintage-store.ts";
import {type MadeSync, madeSync, priceList, SCORES} from "./made-sync.ts";
import {serving} from "./upstream-server.ts";

const SCORES_AT = "board.example/scores.csv";

let made: MadeSync;
beforeEach(async () => {
  made = await madeSync();
});
afterEach(() => made.close());

const scores = () =>
  loadCatalog(made.inUse())
    .results.filter(({benchmark}) => benchmark === "quiz")
    .map(({model, score, provenance}) => `${model} ${score} ${provenance.source}`);

describe("a sync", () => {
  it("lays what a feed brings over the shipped facts, and names its source", async () => {
    made.server.answers.set(SCORES_AT, serving(SCORES));
    const report = await made.run();
    expect(report.feeds[0]).toMatchObject({outcome: "updated", rows: {kept: 3, added: 3}});
    expect(report.vintage.after).not.toBe(report.vintage.before);
    const catalog = loadCatalog(made.inUse());
    expect(catalog.vintage).toBe(report.vintage.after);
    expect(scores()).toEqual(["alpha-1 0.6 made-board", "alpha-2 0.83 made-board", "beta-1 0.71 made-board"]);
    expect(catalog.sources.get("made-board")).toMatchObject({
      licence: "CC-BY-4.0",
      url: "https://board.example/scores.csv",
    });
    expect(catalog.results.find(({benchmark}) => benchmark === "chores")?.provenance.source).toBe("board");
  });

  it("keeps the state before and the new one among the vintages", async () => {
    made.server.answers.set(SCORES_AT, serving(SCORES));
    const {vintage} = await made.run();
    const kept = vintageStore(made.home)
      .list()
      .records.map(({hash, seen}) => [`v${hash.slice(0, 12)}`, seen[0].origin]);
    expect(kept).toHaveLength(2);
    expect(kept).toContainEqual([vintage.before, "shipped"]);
    expect(kept).toContainEqual([vintage.after, "sync"]);
  });

  it("changes no byte of the facts when there is no news, whatever the day", async () => {
    made.server.answers.set(SCORES_AT, serving(SCORES));
    const first = await made.run();
    const again = await made.run({today: "2026-06-20"});
    expect(again.feeds[0]).toMatchObject({outcome: "unchanged", bytes: 0});
    expect(again.vintage).toEqual({before: first.vintage.after, after: first.vintage.after});
    // The same rows in other bytes are no news either.
    made.server.answers.set(
      SCORES_AT,
      serving(SCORES.replace("model,score", "model,score,note").replaceAll(/(\d)\n/g, "$1,\n")),
    );
    const reworded = await made.run({today: "2026-06-21"});
    expect(reworded.feeds[0].outcome).toBe("unchanged");
    expect(reworded.vintage.after).toBe(first.vintage.after);
  });

  it("keeps the day of rows that did not change, and dates those that did", async () => {
    made.server.answers.set(SCORES_AT, serving(SCORES));
    await made.run();
    made.server.answers.set(SCORES_AT, serving(SCORES.replace("0.71", "0.72")));
    const report = await made.run({today: "2026-06-20"});
    expect(report.feeds[0].rows).toEqual({kept: 3, added: 0, changed: 1, removed: 0});
    const table = readFileSync(join(made.inUse(), "results/made-board.csv"), "utf8")
      .trim()
      .split("\n")
      .slice(1);
    expect(table.map((line) => [line.split(",")[0], line.split(",").at(-1)])).toEqual([
      ["alpha-1", "2026-06-15"],
      ["alpha-2", "2026-06-15"],
      ["beta-1", "2026-06-20"],
    ]);
  });

  it("keeps nothing in a dry run, and says what a real one would do", async () => {
    made.server.answers.set(SCORES_AT, serving(SCORES));
    const dry = await made.run({isDryRun: true});
    expect(made.inUse()).toBe(made.shipped);
    const real = await made.run();
    expect(dry.vintage).toEqual(real.vintage);
  });

  it("is no error without a network: the facts stay", async () => {
    made.server.answers.set(SCORES_AT, serving(SCORES));
    const before = await made.run();
    const offline = async () => {
      throw Object.assign(new TypeError("fetch failed"), {cause: {code: "ENOTFOUND"}});
    };
    const report = await made.run({today: "2026-06-20"}, {fetch: offline});
    expect(report.feeds[0]).toMatchObject({outcome: "offline", good: "2026-06-15", rows: {kept: 3}});
    expect(report.feeds[0].because).toContain("no network");
    expect(report.vintage.after).toBe(before.vintage.after);
    expect(scores()).toHaveLength(3);
  });

  it("lists a name it does not know with suggestions, and takes it once it is settled", async () => {
    made.server.answers.set(SCORES_AT, serving(SCORES.replace("beta-1", "Beta 1 (preview)")));
    const report = await made.run();
    expect(report.feeds[0].unmatched.map(({name}) => name)).toEqual(["Beta 1 (preview)", "new-model-9"]);
    expect(scores()).toContain("beta-1 0.7 board");
    writeFileSync(
      join(made.home, "aliases.csv"),
      "name,feed,model\nbeta 1 (PREVIEW),,beta-1\nnew-model-9,made-board,\n",
    );
    const settled = await made.run();
    expect(settled.feeds[0].unmatched).toEqual([]);
    expect(scores()).toContain("beta-1 0.71 made-board");
  });

  it("refuses a feed that does not exist, with a suggestion", async () => {
    await expect(made.run({only: ["made-bord"]})).rejects.toThrow(
      /unknown feed: made-bord; .*did you mean made-board\?/,
    );
  });
});

describe("prices", () => {
  const PRIMARY = "seller.example/prices.csv";
  const SECOND = "list.example/prices.csv";
  const priced = (input: number, output: number) =>
    serving(`model,input,output\nbeta-1,${input},${output}\n`);
  const spans = () =>
    loadCatalog(made.inUse())
      .prices.filter(({model}) => model === "beta-1")
      .map(({input, from, to, provenance}) => [input, from ?? null, to ?? null, provenance.source]);

  beforeEach(async () => {
    await made.close();
    made = await madeSync([priceList("seller", "primary"), priceList("list", "secondary")]);
  });

  it("become a history: the shipped price ends where a synced one begins", async () => {
    made.server.answers.set(PRIMARY, priced(0.5, 0.5));
    made.server.answers.set(SECOND, priced(0.5, 0.5));
    await made.run();
    made.server.answers.set(PRIMARY, priced(0.4, 0.4));
    await made.run({today: "2026-06-20"});
    const [[, , shippedEnd], [first, , firstEnd], [second, secondStart, secondEnd]] = spans();
    expect([first, second]).toEqual([0.5, 0.4]);
    expect(shippedEnd).toBeLessThan(firstEnd as number);
    expect(firstEnd).toBe(secondStart);
    expect(secondEnd).toBeNull();
  });

  it("of a second-hand list are held back where they contradict the standing price, until another list agrees", async () => {
    made.server.answers.set(PRIMARY, priced(0.5, 0.5));
    made.server.answers.set(SECOND, priced(0.75, 0.75));
    const report = await made.run();
    expect(report.feeds[1].disagreements).toMatchObject([
      {model: "beta-1", what: "price", theirs: expect.stringContaining("0.75")},
    ]);
    expect(spans().map(([input]) => input)).not.toContain(0.75);
    made.server.answers.set(PRIMARY, priced(0.75, 0.75));
    const agreed = await made.run({today: "2026-06-20"});
    expect(agreed.feeds[1].disagreements).toEqual([]);
    expect(spans().map(([input]) => input)).toContain(0.75);
  });
});
