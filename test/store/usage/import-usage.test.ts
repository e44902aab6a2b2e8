import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {type UsageWarehouse, usageWarehouse} from "../../../src/store/usage/duckdb-warehouse.ts";
import {importUsage, remakeRollups} from "../../../src/store/usage/import-usage.ts";
import {usageSummary} from "../../../src/store/usage/usage-summary.ts";
import type {UsageSource} from "../../../src/store/usage/usage-format.ts";
import {
  activity,
  csv,
  heliconeRows,
  jsonLines,
  observations,
  otelTable,
  otlp,
  plainRows,
  SECRET,
  spendLogs,
} from "./made-logs.ts";

let folder: string;
let warehouse: UsageWarehouse;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lagline-usage-"));
  warehouse = await usageWarehouse(join(folder, "home"), "write");
});
afterEach(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

async function imported(name: string, text: string, from?: UsageSource) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const done = await importUsage(warehouse, path, {from, today: "2026-03-02"});
  await remakeRollups(warehouse);
  return done;
}
const summary = (by: Parameters<typeof usageSummary>[1] = ["tag", "app"]) =>
  usageSummary(warehouse, by, undefined);

/** Two requests of 1,000 input tokens, 400 from cache, one of them failed; 0.02 USD; on 1 March 2026 at ten. */
const TWO = {
  from: "2026-03-01",
  to: "2026-03-01",
  requests: 2,
  errors: 1,
  inputTokens: 2000,
  cacheReadTokens: 800,
  outputTokens: 100,
  tokenRequests: 2,
};

const forms: readonly (readonly [string, string, string, UsageSource])[] = [
  ["OTLP as one JSON document", "traces.json", otlp, "otel"],
  ["OTLP as JSON lines", "traces.jsonl", `${otlp}\n`, "otel"],
  ["spans as ClickHouse exports them to CSV", "spans.csv", otelTable, "otel"],
  ["LiteLLM as CSV", "spend.csv", csv(spendLogs), "litellm"],
  ["LiteLLM as JSON", "spend.json", JSON.stringify(spendLogs), "litellm"],
  ["Langfuse as JSON lines", "observations.jsonl", jsonLines(observations), "langfuse"],
  ["Langfuse as CSV", "observations.csv", csv(observations), "langfuse"],
  ["Helicone as JSON", "helicone.json", JSON.stringify(heliconeRows), "helicone"],
  ["Helicone as CSV", "helicone.csv", csv(heliconeRows), "helicone"],
  ["OpenRouter's activity", "activity.csv", activity, "openrouter"],
  ["a plain CSV", "plain.csv", csv(plainRows), "csv"],
];

describe("usage logs of every form", () => {
  it.each(forms)("give the same requests, once however often imported: %s", async (_, name, text, source) => {
    const first = await imported(name, text);
    expect(first).toMatchObject({source, leftOut: 0, wasKnown: false});
    const [workload, ...others] = await summary();
    expect(others).toEqual([]);
    const hits = source === "litellm" ? 1 : 0;
    expect(workload).toMatchObject({
      ...TWO,
      workload: source === "openrouter" ? "helpdesk" : "tickets",
      requests: 2 + hits,
      gatewayCacheHits: hits,
      costedRequests: 2 + hits,
    });
    expect(workload.costUsd).toBeCloseTo(0.02, 9);
    expect(Math.abs(workload.latencyMedianMs! - 2000)).toBeLessThan(0.025 * 2000);
    expect(workload.models.map(({model}) => model.replace("openai/", ""))).toEqual(["gpt-5"]);

    expect(await imported(name, text)).toMatchObject({wasKnown: true, added: 0});
    // The same rows in a file that differs by a byte are the same requests.
    const again = await imported(`again-${name}`, name.endsWith("csv") ? `${text}\n` : ` ${text}`);
    expect(again).toMatchObject({wasKnown: false, added: 0});
    expect(await summary()).toEqual([workload]);
  });

  it("reads Langfuse's Parquet, where usage is a map", async () => {
    const path = join(folder, "observations.parquet");
    const lines = join(folder, "lines.jsonl");
    writeFileSync(lines, jsonLines(observations));
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(`COPY (SELECT * REPLACE (
        MAP {'input': 600::UBIGINT, 'input_cached_tokens': 400::UBIGINT, 'output': 30::UBIGINT, 'output_reasoning_tokens': 20::UBIGINT} AS usage_details)
      FROM read_json('${lines}')) TO '${path}' (FORMAT parquet)`);
    connection.closeSync();
    await importUsage(warehouse, path, {from: undefined, today: "2026-03-02"});
    await remakeRollups(warehouse);
    expect(await summary()).toEqual([expect.objectContaining({...TWO, reasoningTokens: 40})]);
    const half = join(folder, "half.parquet");
    writeFileSync(half, readFileSync(path).subarray(0, statSync(path).size / 2));
    await expect(importUsage(warehouse, half, {from: undefined, today: "2026-03-02"})).rejects.toThrow(
      /Parquet: .*cut off/,
    );
  });

  it("never keep a prompt or an answer: the secret is in every log and in no file of the home folder", async () => {
    for (const [, name, text] of forms) await imported(name, text);
    warehouse.close();
    const home = join(folder, "home");
    for (const name of readdirSync(home)) expect(readFileSync(join(home, name)).includes(SECRET)).toBe(false);
    warehouse = await usageWarehouse(home, "write");
    expect(forms.filter(([, , text]) => text.includes(SECRET)).length).toBeGreaterThan(9);
  });
});

describe("a summary", () => {
  const at = (hour: number, more: Readonly<Record<string, unknown>> = {}) => ({
    time: `2026-03-0${1 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, "0")}:30:00Z`,
    task: "",
    app: "",
    team: "",
    model: "m",
    input_tokens: 10,
    output_tokens: 1,
    latency_ms: 100,
    ...more,
  });

  it("names a request by the first name it has, in the order asked for", async () => {
    await imported("p.csv", csv([at(0, {task: "a", team: "x"}), at(1, {team: "x"}), at(2)]));
    expect((await summary(["tag", "team"])).map(({workload, requests}) => [workload, requests])).toEqual([
      ["(unnamed)", 1],
      ["a", 1],
      ["x", 1],
    ]);
    expect((await summary(["team"])).map(({workload, requests}) => [workload, requests])).toEqual([
      ["x", 2],
      ["(unnamed)", 1],
    ]);
  });

  it("knows the days, the busiest hour and the quantiles of latency", async () => {
    const rows = Array.from({length: 100}, (_, i) => at(i < 50 ? 0 : 47, {latency_ms: 10 * (i + 1)}));
    await imported("p.csv", csv(rows));
    const [workload] = await summary();
    expect(workload).toMatchObject({from: "2026-03-01", to: "2026-03-02", days: 2, requests: 100});
    // 50 in the busiest hour, 100 in 48 hours.
    expect(workload.peakToMean).toBeCloseTo(50 / (100 / 48), 9);
    expect(Math.abs(workload.latencyMedianMs! - 500)).toBeLessThan(0.026 * 500 + 10);
    expect(Math.abs(workload.latencyP95Ms! - 950)).toBeLessThan(0.026 * 950 + 10);
  });

  it("sees nothing after the as-of date", async () => {
    await imported("p.csv", csv([at(1), at(30)]));
    const seen = await usageSummary(warehouse, ["tag"], "2026-03-01");
    expect(seen).toEqual([expect.objectContaining({requests: 1, to: "2026-03-01", latencyMedianMs: null})]);
  });

  it("reads a time with its offset, without one as UTC, and as a number since 1970", async () => {
    const times = [
      "2026-03-02T01:30:00+02:00",
      "2026-03-01 23:30:00",
      "2026-03-01T23:30:00.5Z",
      1772407800,
      "1772407800000",
    ];
    await imported("p.csv", csv(times.map((time) => at(0, {time}))));
    expect(await summary()).toEqual([
      expect.objectContaining({requests: 5, from: "2026-03-01", to: "2026-03-01", peakToMean: 24}),
    ]);
  });

  it("takes cached tokens that exceed the input for tokens beside it", async () => {
    await imported("p.csv", csv([at(1, {cached_tokens: 90})]));
    expect(await summary()).toEqual([expect.objectContaining({inputTokens: 100, cacheReadTokens: 90})]);
  });
});

describe("a wrong log", () => {
  it("is refused with what was seen and expected, and leaves nothing behind", async () => {
    await expect(imported("x.csv", "a,b\n1,2\n")).rejects.toThrow(
      /unsupported usage log: columns a, b; spans of/,
    );
    await expect(imported("x.csv", csv(plainRows), "litellm")).rejects.toThrow(
      /those of LiteLLM spend logs were expected/,
    );
    await expect(imported("x.json", "")).rejects.toThrow(/file: empty/);
    await expect(imported("x.json", JSON.stringify(spendLogs).slice(0, -40))).rejects.toThrow(
      /LiteLLM spend logs: JSON is malformed or cut off/,
    );
    await expect(imported("x.json", JSON.stringify([{...spendLogs[0], startTime: "soon"}]))).rejects.toThrow(
      /requests with a time and a model: 0 of 1/,
    );
    expect(await summary()).toEqual([]);
  });

  it("never repeats a row of it, which may hold a prompt", async () => {
    const cut = `${JSON.stringify(spendLogs[0])}\n{"request_id": "x", "startTime": "${SECRET}`;
    const error = await imported("cut.jsonl", cut).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).not.toContain(SECRET);
  });

  it("loses only its impossible rows: no time, no model, negative or endless numbers", async () => {
    const row = plainRows[0];
    const done = await imported(
      "p.csv",
      csv([
        row,
        {...row, id: "a", time: "yesterday"},
        {...row, id: "b", model: ""},
        {...row, id: "c", input_tokens: -5},
        {...row, id: "d", input_tokens: "NaN", cost_usd: "Infinity", latency_ms: "NaN"},
      ]),
    );
    expect(done).toMatchObject({rows: 2, added: 2, leftOut: 3});
    const [workload] = await summary();
    expect(workload).toMatchObject({requests: 2, tokenRequests: 1, inputTokens: 1000, costUsd: 0.01});
  });

  it("with a pattern or a quote in its name is that file alone", async () => {
    writeFileSync(join(folder, "p1.csv"), csv(plainRows));
    const done = await imported("p[1]*'.csv", csv([{...plainRows[0], id: "other"}]));
    expect(done.rows).toBe(1);
  });
});
