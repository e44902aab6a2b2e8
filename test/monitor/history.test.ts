import {describe, expect, it} from "vitest";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {InputError} from "../../src/errors.ts";
import {knownHistory} from "../../src/monitor/history/known-history.ts";
import {metricNamed} from "../../src/monitor/history/metric.ts";
import {publishedHistory} from "../../src/monitor/history/published-history.ts";
import type {Reading} from "../../src/store/readings.ts";
import type {VintageRecord} from "../../src/store/vintage-record.ts";
import {defaultOptions} from "../../src/pipeline.ts";
import {madeIndexValue} from "./made-catalog.ts";

describe("a number to follow", () => {
  it.each([
    ["lag", {kind: "report", id: "lag", minus: undefined}],
    ["ability.gpt-5 - ability.kimi-k2.6", {kind: "report", id: "ability.gpt-5", minus: "ability.kimi-k2.6"}],
    ["index.eci.kimi-k2.6", {kind: "index", index: "eci", model: "kimi-k2.6", minus: undefined}],
    [
      "index.eci.gpt-5.5-pro - index.eci.kimi-k2.6",
      {kind: "index", index: "eci", model: "gpt-5.5-pro", minus: "kimi-k2.6"},
    ],
  ])("%s", (text, metric) => {
    expect(metricNamed(text)).toEqual(metric);
  });

  it.each(["", "lag - ", "a - b - c", "lag - index.eci.gpt-5", "index.eci.a - index.aa.b", "two words"])(
    "refuses %j",
    (text) => {
      expect(() => metricNamed(text)).toThrow(InputError);
    },
  );
});

describe("the history of a published index", () => {
  /** Epoch AI, as printed on 2026-05-28 and 2026-08-11. */
  const values = [
    madeIndexValue("gpt-5.5-pro", "eci", "2026-08-11", 161.49),
    madeIndexValue("kimi-k2.6", "eci", "2026-08-11", 151.11),
    madeIndexValue("gpt-5.5-pro", "eci", "2026-05-28", 159.35),
    madeIndexValue("kimi-k2.6", "eci", "2026-05-28", 151.6),
    madeIndexValue("gpt-5.5-pro", "eci", "2026-05-14", 158.67),
  ];

  it("has the distance of two models at each publication, beside the newest", () => {
    const rows = publishedHistory(values, {
      kind: "index",
      index: "eci",
      model: "gpt-5.5-pro",
      minus: "kimi-k2.6",
    });
    expect(rows.map(({day, then, now}) => [day, then!.value!.toFixed(2), now!.value!.toFixed(2)])).toEqual([
      ["2026-05-28", "7.75", "10.38"],
      ["2026-08-11", "10.38", "10.38"],
    ]);
  });

  it("is there in the shipped facts", () => {
    const {indexValues} = loadCatalog(defaultOptions.facts);
    const rows = publishedHistory(indexValues, {
      kind: "index",
      index: "eci",
      model: "gpt-5.5-pro",
      minus: "kimi-k2.6",
    });
    const august = rows.find(({day}) => day === "2026-08-11");
    expect(august!.then!.value).toBeCloseTo(161.49 - 151.11, 10);
  });

  it("refuses a model the index does not have", () => {
    expect(() =>
      publishedHistory(values, {kind: "index", index: "eci", model: "kimi-k26", minus: undefined}),
    ).toThrow(/unknown number: "index\.eci\.kimi-k26"; did you mean index\.eci\.kimi-k2\.6\?/);
  });
});

describe("the history of a number of the report", () => {
  const record = (digit: string, coveredTo: string) => ({hash: digit.repeat(64), coveredTo}) as VintageRecord;
  const reading = (lag: number, gap = 7): Reading =>
    ({
      numbers: {lag: ["months", lag, lag - 1, lag + 1], gap: ["points", gap, null, null]},
    }) as unknown as Reading;
  const records = [
    {record: record("a", "2026-05-01"), day: "2026-05-14"},
    {record: record("b", "2026-08-01"), day: "2026-08-11"},
  ];

  it("takes what was told, measures what was not, and sees today's facts from the same day", async () => {
    const measured: string[] = [];
    const rows = await knownHistory(
      records,
      {kind: "report", id: "lag", minus: undefined},
      {
        told: ({hash}) => (hash.startsWith("a") ? [reading(5), reading(99)] : []),
        measured: async ({hash}) => {
          measured.push(hash[0]!);
          return reading(6);
        },
        today: async (asOf) => reading(asOf === "2026-05-01" ? 5.5 : 6.5),
      },
    );
    expect(rows.map(({day, then, by, now}) => [day, then!.value, by, now!.value])).toEqual([
      ["2026-05-14", 5, "told", 5.5],
      ["2026-08-11", 6, "measured", 6.5],
    ]);
    expect(measured).toEqual(["b"]);
  });

  it("has a difference without an interval, and nothing where nothing may be measured", async () => {
    const rows = await knownHistory(
      records,
      {kind: "report", id: "gap", minus: "lag"},
      {
        told: ({hash}) => (hash.startsWith("a") ? [reading(5)] : []),
        measured: () => undefined,
        today: () => undefined,
      },
    );
    expect(rows.map(({then, now}) => [then, now])).toEqual([
      [{value: 2, low: null, high: null}, null],
      [null, null],
    ]);
  });
});
