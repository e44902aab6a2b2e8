/**
 * What Epoch's index files said of the same models in early May and in August 2026 (Epoch AI, CC BY 4.0).
 *
 * The counts were found before with other code: 137 models in both files, 32 with another release date, among them
 * o3 by −117 days, Gemini 2.0 Pro by −56, Grok 3 by −51, Qwen3-Max by −19, Kimi K2.5 by +6 and DeepSeek Coder by +84.
 */
import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import type {Catalog} from "../../src/data/catalog.ts";
import {catalogChanges} from "../../src/monitor/revision/catalog-changes.ts";
import {madeCatalog, madeIndexValue, madeModel} from "./made-catalog.ts";

const shared = new URL("../../../shared/", import.meta.url);
const table = (path: string): Record<string, string>[] =>
  parse(readFileSync(new URL(path, shared)), {columns: true});
const MAY = "feeds/epoch-benchmark-data-2026-05-14/epoch_capabilities_index.csv";
const AUGUST = "reference/eci_scores.2026-08-11.csv";
const hasUpstream = existsSync(new URL(MAY, shared));
if (!hasUpstream) console.log(`skipped: no upstream files at ${shared.pathname}`);

/** One model per name; the first row of a name that has a value stands for it. */
function published(rows: readonly {name: string; date: string; value: string}[], day: string): Catalog {
  const byName = new Map<string, {date: string; value: string}>();
  for (const {name, date, value} of rows)
    if (name !== "" && value !== "" && !byName.has(name)) byName.set(name, {date, value});
  return madeCatalog({
    models: [...byName].map(([id, {date}]) => madeModel(date === "" ? {id} : {id, available: date})),
    indexValues: [...byName].map(([id, {value}]) => madeIndexValue(id, "eci", day, Number(value))),
    coveredTo: day,
  });
}

describe.skipIf(!hasUpstream)("two index files of one publisher", () => {
  const load = () => ({
    may: published(
      table(MAY).map((row) => ({
        name: row["Model name"]!,
        date: row["Release date"]!,
        value: row["ECI Score"]!,
      })),
      "2026-05-14",
    ),
    august: published(
      table(AUGUST).map((row) => ({name: row.Model!, date: row.date!, value: row.eci!})),
      "2026-08-11",
    ),
  });

  it("differ in 32 of the 137 release dates they share", () => {
    const {may, august} = load();
    const {changedDates, compared} = catalogChanges(may, august);
    expect(compared.models).toBe(137);
    expect(changedDates).toHaveLength(32);
    expect(Object.fromEntries(changedDates.map(({id, days}) => [id, days]))).toMatchObject({
      o3: -117,
      "Gemini 2.0 Pro": -56,
      "Grok 3": -51,
      "Qwen3-Max": -19,
      "Kimi K2.5": 6,
    });
  });

  it("give the same two models another distance", () => {
    const {may, august} = load();
    const moved = new Map(catalogChanges(may, august).indexValues.map((row) => [row.model, row]));
    const [pro, k25] = [moved.get("GPT-5.5 Pro")!, moved.get("Kimi K2.5")!];
    expect(pro.before - k25.before).toBeCloseTo(158.67 - 148.23, 1);
    expect(pro.after - k25.after).toBeCloseTo(161.49 - 148.06, 2);
  });
});

/** As printed on 2026-05-28, 2026-08-11 and in September 2026; the last was published as the distance alone. */
it("the distance of GPT-5.5 Pro and Kimi K2.6 was 7.75 points in May and 10.4 in August", () => {
  const state = (day: string, pro: number, kimi: number) =>
    madeCatalog({
      models: [madeModel({id: "gpt-5.5-pro"}), madeModel({id: "kimi-k2.6"})],
      indexValues: [
        madeIndexValue("gpt-5.5-pro", "eci", day, pro),
        madeIndexValue("kimi-k2.6", "eci", day, kimi),
      ],
    });
  const {indexValues} = catalogChanges(
    state("2026-05-28", 159.35, 151.6),
    state("2026-08-11", 161.49, 151.11),
  );
  const [pro, kimi] = indexValues;
  expect(pro!.before - kimi!.before).toBeCloseTo(7.75, 10);
  expect(pro!.after - kimi!.after).toBeCloseTo(10.4, 1);
});
