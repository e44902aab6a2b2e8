import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parse} from "csv-parse/sync";
import {beforeAll, describe, expect, it} from "vitest";
import {z} from "zod";
import {attribution} from "../../scripts/attribution.ts";
import {catalogAsOf} from "../../src/data/as-of.ts";
import type {Catalog} from "../../src/data/catalog.ts";
import {factsVintage} from "../../src/data/facts-vintage.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {opennessAt} from "../../src/data/openness.ts";
import {readTable} from "../../src/data/read-table.ts";
import {releaseDate} from "../../src/data/release-date.ts";
import {dayOf, isoSpan} from "../../src/dates.ts";

const folder = fileURLToPath(new URL("../../data", import.meta.url));
const input = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const haveInput = existsSync(`${input}/scores.csv`);
if (!haveInput)
  console.log("skipped: the sums of the migration, because the input tables beside the checkout are absent");

let catalog: Catalog;
beforeAll(() => {
  catalog = loadCatalog(folder);
});

describe("the shipped facts", () => {
  it("are valid", () => {
    expect(catalog.models.size).toBeGreaterThan(700);
    expect(catalog.results.length).toBeGreaterThan(6_000);
    expect(factsVintage(folder)).toEqual({vintage: catalog.vintage, hash: catalog.hash});
  });

  it("date Kimi K3's weights eleven days after its API, as its maker did", () => {
    const kimi = catalog.models.get("kimi-k3")!;
    expect([isoSpan(kimi.available!), isoSpan(kimi.weightsDate!)]).toEqual(["2026-07-16", "2026-07-27"]);
    expect(opennessAt(kimi, dayOf("2026-07-20"))).toBe("closed");
  });

  it("tell o3's announcement from its availability", () => {
    const o3 = catalog.models.get("o3")!;
    expect(releaseDate(o3, "announced")).toMatchObject({date: {earliest: dayOf("2024-12-20")}});
    expect(releaseDate(o3, "available")).toMatchObject({date: {earliest: dayOf("2025-04-16")}});
  });

  it("know every scored model's openness, or name it unknown", () => {
    const scored = new Set(catalog.results.map(({model}) => model));
    const unknown = [...scored].filter((id) => catalog.models.get(id)?.openness === "unknown");
    const undated = [...scored].filter((id) => !releaseDate(catalog.models.get(id)!, "weights").known);
    // Both were over 50 in the input; what is left is listed in data/README.md.
    expect(unknown.length).toBeLessThanOrEqual(20);
    expect(undated.length).toBeLessThanOrEqual(20);
  });

  it("never pass on rows of a source that forbids it", () => {
    expect([...catalog.sources.values()].filter(({redistribution}) => redistribution === "no")).toEqual([]);
    expect([...catalog.licences.values()].filter(({redistribution}) => redistribution === "no")).toEqual([]);
  });

  it("give attribution in ATTRIBUTION.md; run `npm run docs` when this fails", () => {
    const written = readFileSync(new URL("../../ATTRIBUTION.md", import.meta.url), "utf8");
    expect(written).toBe(attribution(catalog));
  });

  it("can be seen as of the end of 2024 without anything of 2025", () => {
    const {catalog: past, excluded} = catalogAsOf(catalog, dayOf("2024-12-31"));
    expect(past.models.has("deepseek-r1")).toBe(false);
    // Announced on 20 December 2024, usable by others from April 2025.
    expect(past.models.has("o3")).toBe(true);
    expect(past.results.some(({model}) => model === "o3")).toBe(false);
    expect(past.models.get("o3")?.available).toBeUndefined();
    expect(past.models.has("claude-3.5-sonnet-2024-10")).toBe(true);
    expect(excluded.models.length).toBeGreaterThan(200);
    expect(
      past.results.length + excluded.results.modelNotYetUsable + excluded.results.benchmarkNotYetPublished,
    ).toBe(catalog.results.length);
  });
});

describe("a view of a view of the shipped facts", () => {
  it.each([
    ["2023-06-30", "2024-12-31"],
    ["2024-12-31", "2025-01-31"],
    ["2025-06-15", "2026-05-14"],
    ["2026-07-20", "2026-08-01"],
  ])("is the view as of %s, also when taken from that of %s", (earlier, later) => {
    const direct = catalogAsOf(catalog, dayOf(earlier)).catalog;
    const nested = catalogAsOf(catalogAsOf(catalog, dayOf(later)).catalog, dayOf(earlier)).catalog;
    expect(nested).toEqual(direct);
    expect(direct.models.size).toBeGreaterThan(50);
  });
});

describe.skipIf(!haveInput)("the migration", () => {
  const rowsOf = (table: string) =>
    (parse(readFileSync(`${input}/${table}`), {relax_column_count: true}) as string[][]).length - 1;
  const column = z.string();
  const leftOutOf = (table: string) =>
    readTable(
      folder,
      "left-out.csv",
      z.strictObject({
        table: column,
        row: column,
        reason: column,
        detail: column,
        source: column,
        licence: column,
        retrieved: column,
      }),
    ).filter(({value}) => value.table === table).length;

  it("brought over every row it does not list as left out; facts added since only add", () => {
    expect(catalog.models.size + leftOutOf("models")).toBeGreaterThanOrEqual(rowsOf("models.csv"));
    expect(catalog.benchmarks.size).toBeGreaterThanOrEqual(rowsOf("benchmarks.csv"));
    expect(catalog.results.length + leftOutOf("results")).toBeGreaterThanOrEqual(rowsOf("scores.csv"));
    expect(catalog.preferences.length + leftOutOf("preferences")).toBeGreaterThanOrEqual(rowsOf("arena.csv"));
    expect(catalog.indexValues.length + leftOutOf("index-values")).toBeGreaterThanOrEqual(rowsOf("eci_vintages.csv"));
    expect(catalog.publishedEstimates.length).toBeGreaterThanOrEqual(rowsOf("published_estimates.csv"));
  });

  it("brought over every price it does not list as left out, with the rows it split or copied", () => {
    const added = 1 + ADDED_PRICES;
    expect(catalog.prices.length + leftOutOf("prices")).toBeGreaterThanOrEqual(rowsOf("prices.csv") + added);
  });

  it("kept every score as it was written", () => {
    const scores = new Map<string, number>();
    const count = (value: string, by: number) => scores.set(value, (scores.get(value) ?? 0) + by);
    const header = (parse(readFileSync(`${input}/scores.csv`)) as string[][])[0];
    const at = header.indexOf("score");
    for (const row of (parse(readFileSync(`${input}/scores.csv`)) as string[][]).slice(1))
      count(String(Number(row[at])), 1);
    for (const {score} of catalog.results) count(String(score), -1);
    const missing = [...scores.values()].reduce((sum, n) => sum + Math.max(0, n), 0);
    expect([...scores.values()].some((n) => n < 0)).toBe(false);
    expect(missing).toBe(leftOutOf("results"));
  });
});

/** Rows of one price list that name two models, counted once more. */
const ADDED_PRICES = 2;
