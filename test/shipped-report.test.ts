/**
 * The product on the shipped facts, from files to the sentence in README.
 *
 * The default run fits the whole index (about a minute) and is kept under .cache, named by the sources and the facts,
 * so that a second test run is quick. The other tests go back to June 2024, when there was far less to fit.
 */
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {fileCache} from "../src/cache/file-cache.ts";
import {dayOf} from "../src/dates.ts";
import type {Effects, ReportOptions} from "../src/options.ts";
import {defaultOptions, multiverseFor, quietEffects, reportFor, shippedMultiverse} from "../src/pipeline.ts";
import {frontiersChart} from "../src/present/chart/frontiers-chart.ts";
import {readmeHeadline} from "../src/present/readme/readme-headline.ts";
import {replaceBlock} from "../src/present/readme/replace-block.ts";
import {multiverseSchema} from "../src/multiverse-report.ts";
import {quantitiesOf, type Report, reportSchema} from "../src/report.ts";

const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const LONG = 600_000;
const keeping = (folder: string): Effects => ({...quietEffects, cache: fileCache(folder), workers: 2});

describe("the report on the shipped facts", () => {
  let report: Report;
  beforeAll(async () => {
    report = await reportFor(defaultOptions, keeping(root(".cache/tests")));
  }, LONG);

  it("has the shape every surface reads", () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it("has a headline with a number, an interval and evidence", () => {
    const {lag} = report.headline;
    expect(lag.value).not.toBeNull();
    expect(lag.interval!.low!).toBeLessThan(lag.value!);
    expect(lag.interval!.high!).toBeGreaterThan(lag.value!);
    expect(lag.evidence.models.length).toBeGreaterThan(0);
  });

  it("names each quantity once", () => {
    const ids = quantitiesOf(report).map(({id}) => id);
    expect(ids.length).toBeGreaterThan(60);
    const shown = JSON.stringify(report)
      .match(/"id":"[^"]+","label"/g)!
      .map((text) => text);
    const repeated = [...new Set(shown.filter((text, i) => shown.indexOf(text) !== i))];
    // The range repeats two of the definitions on purpose.
    const ends = [report.headline.range.low.id, report.headline.range.high.id].map(
      (id) => `"id":"${id}","label"`,
    );
    expect(repeated.filter((text) => !ends.includes(text) && !text.includes('"dif.'))).toEqual([]);
  });

  it("gives a reason wherever it gives no number", () => {
    for (const quantity of quantitiesOf(report))
      expect(quantity.value === null).toBe(quantity.insufficient !== null);
  });

  it("holds the two sides apart: no record of one is a record of the other", () => {
    const closed = new Set(report.frontiers.closed.map(({model}) => model));
    expect(report.frontiers.open.filter(({model}) => closed.has(model))).toEqual([]);
  });

  it("is what README says, word for word", () => {
    const readme = readFileSync(root("README.md"), "utf8");
    expect(replaceBlock(readme, "headline", readmeHeadline(report))).toBe(readme);
  });

  it("is the headline of the multiverse that ships", () => {
    expect(shippedMultiverse(report)?.choices.length).toBeGreaterThan(8);
  });

  it("is what README's picture shows", () => {
    expect(readFileSync(root("docs/frontiers.svg"), "utf8")).toBe(frontiersChart(report));
  });
});

describe("a report as of June 2024", () => {
  const past: ReportOptions = {...defaultOptions, asOf: dayOf("2024-06-30"), draws: 60};
  const folder = mkdtempSync(join(tmpdir(), "lagline-report-"));
  let report: Report;
  beforeAll(async () => {
    report = await reportFor(past, keeping(join(folder, "cache")));
  }, LONG);
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  it("knows nothing later", () => {
    const dates = [...report.frontiers.closed, ...report.frontiers.open].map(({date}) => date);
    expect(dates.length).toBeGreaterThan(4);
    expect(dates.filter((date) => date > "2024-06-30")).toEqual([]);
    expect(JSON.stringify(report)).not.toMatch(/"(gpt-5|o1|kimi-k3|deepseek-v3)"/);
  });

  it("says that older models fix its scale", () => {
    expect(report.headline.gap.note).toContain("The scale is fixed by");
  });

  it(
    "does not change when later facts are added, but for the names of the facts and what they hid",
    {timeout: LONG},
    async () => {
      const facts = join(folder, "data");
      cpSync(root("data"), facts, {recursive: true});
      const lab = join(facts, "models", "openai");
      const later = readFileSync(join(lab, "gpt-5.yaml"), "utf8")
        .replaceAll("gpt-5", "gpt-5-next")
        .replace(/^aliases:[\s\S]*?(?=^\S)/m, "")
        .replace(/^name:.*$/m, "name: GPT-5 Next");
      writeFileSync(join(lab, "gpt-5-next.yaml"), later);
      const [first] = readdirSync(join(facts, "results")).filter((name) => name.startsWith("gpai"));
      const table = readFileSync(join(facts, "results", first), "utf8");
      const row = table.split("\n").find((line) => line.startsWith("gpt-5,"))!;
      appendFileSync(join(facts, "results", first), `${row.replace(/^gpt-5,/, "gpt-5-next,")}\n`);

      const again = await reportFor({...past, facts}, {...quietEffects, workers: 2});
      expect(again.about.vintage).not.toBe(report.about.vintage);
      // The shipped back-test names the facts that it was made under, and says when others are at hand.
      const comparable = ({about, exclusions, forecast, ...rest}: Report) => ({
        ...rest,
        about: {...about, vintage: ""},
        exclusions: exclusions.length,
        forecast: forecast && {...forecast, backtest: {...forecast.backtest, isCurrent: true, note: ""}},
      });
      expect(comparable(again)).toEqual(comparable(report));
    },
  );

  it(
    "is the same to the last byte without a cache, with one thread and with a damaged cache",
    {timeout: LONG},
    async () => {
      const cold = await reportFor(past, quietEffects);
      expect(JSON.stringify(cold)).toBe(JSON.stringify(report));
      const cache = join(folder, "cache");
      for (const name of readdirSync(cache)) writeFileSync(join(cache, name), "damaged");
      const mended = await reportFor(past, keeping(cache));
      expect(JSON.stringify(mended)).toBe(JSON.stringify(report));
      // And from the draws alone, the Report itself being gone.
      const kept = await reportFor({...past, dates: "weights"}, keeping(cache));
      expect(JSON.stringify(kept)).toBe(JSON.stringify(report));
    },
  );

  it("changes with the seed, but not much", {timeout: LONG}, async () => {
    const other = await reportFor({...past, seed: 2}, {...quietEffects, workers: 2});
    expect(other.headline.gap.value).not.toBe(report.headline.gap.value);
    expect(Math.abs(other.headline.lag.value! - report.headline.lag.value!)).toBeLessThan(2);
  });

  it("can be asked how much each choice matters", {timeout: LONG}, async () => {
    mkdirSync(join(folder, "cache"), {recursive: true});
    const multiverse = await multiverseFor(past, keeping(join(folder, "cache")));
    expect(multiverseSchema.safeParse(multiverse).error).toBeUndefined();
    expect(multiverse.base.months).toBe(report.headline.lag.value);
    const moves = multiverse.choices.map(({moves: size}) => size);
    expect(moves).toEqual([...moves].sort((a, b) => b - a));
    expect(multiverse.choices.flatMap(({alternatives}) => alternatives).some(({shift}) => shift !== 0)).toBe(
      true,
    );
  });
});
