/** OpenRouter as it came in May 2026; models.dev and genai-prices in their published shapes with made values. */
import {describe, expect, it} from "vitest";
import {genaiPrices} from "../../../src/data/sources/genai-prices.ts";
import {modelsDev} from "../../../src/data/sources/models-dev.ts";
import {openrouter} from "../../../src/data/sources/openrouter.ts";
import {hasUpstream, json, translatedBy, upstreamFile} from "./translated.ts";

const ROUTER = "https://openrouter.ai/api/v1/models";

describe.skipIf(!hasUpstream)("OpenRouter's list of May 2026", () => {
  it("gives US dollars per million tokens from dollars per token", async () => {
    const {rows, malformed} = await translatedBy(openrouter, {
      [ROUTER]: upstreamFile("feeds/openrouter-api-v1-models-2026-05.json"),
    });
    expect(malformed).toEqual([]);
    expect(rows.length).toBeGreaterThan(200);
    // In the file: prompt 0.000003, completion 0.000015, input_cache_read 0.0000003.
    expect(rows.find(({cells}) => cells.raw_name === "anthropic/claude-sonnet-4.5")?.cells).toEqual({
      model: "claude-sonnet-4.5",
      provider: "openrouter",
      input: "3",
      output: "15",
      cached_input: "0.3",
      raw_name: "anthropic/claude-sonnet-4.5",
    });
    expect(rows.every(({cells}) => Number(cells.input) > 0 && Number(cells.output) < 1_000)).toBe(true);
  });

  const one = (id: string, prompt: string, completion: string) =>
    translatedBy(openrouter, {[ROUTER]: json({data: [{id, pricing: {prompt, completion}}]})});

  it.each([
    ["a free tier", "anthropic/claude-sonnet-4.5:free", "0", "0", "free tiers"],
    ["a router", "openrouter/auto", "-1", "-1", "moving names and routers"],
    ["a moving name", "~anthropic/claude-sonnet-latest", "0.000003", "0.000015", "moving names and routers"],
    ["a fast tier", "anthropic/claude-opus-4.7-fast", "0.00003", "0.00015", "variants of a model"],
  ])("leaves out %s, and says so", async (_, id, prompt, completion, why) => {
    const {rows, skipped} = await one(id, prompt, completion);
    expect(rows).toEqual([]);
    expect(skipped).toMatchObject([{why, count: 1, examples: [id]}]);
  });

  it("takes no price per million tokens for one per token", async () => {
    const {rows, malformed} = await one("anthropic/claude-sonnet-4.5", "3", "15");
    expect(rows).toEqual([]);
    expect(malformed).toMatchObject([{what: expect.stringContaining("US dollars per token were expected")}]);
  });

  it("is refused in another shape, naming the field", async () => {
    await expect(translatedBy(openrouter, {[ROUTER]: json({models: []})})).rejects.toThrow(/field data/);
    await expect(translatedBy(openrouter, {[ROUTER]: "<html>"})).rejects.toThrow(/a page of HTML; JSON was expected/);
  });
});

describe("models.dev", () => {
  const api = (cost: unknown, more: object = {}, provider = "deepseek") =>
    translatedBy(modelsDev, {
      "https://models.dev/api.json": json({
        [provider]: {id: provider, name: "x", models: {m: {id: "deepseek-v3.2", name: "x", cost, ...more}}},
      }),
    });

  it("gives prices as they are, and claims about the model apart from them", async () => {
    const {rows, claims} = await api(
      {input: 0.28, output: 0.42, cache_read: 0.028},
      {release_date: "2025-12-01", open_weights: true},
    );
    expect(rows.map(({cells}) => cells)).toEqual([
      {
        model: "deepseek-v3.2",
        provider: "deepseek",
        input: "0.28",
        output: "0.42",
        cached_input: "0.028",
        raw_name: "deepseek-v3.2",
      },
    ]);
    expect(claims.map(({field, value}) => [field, value])).toEqual([
      ["release", "2025-12-01"],
      ["openness", "open"],
    ]);
  });

  it.each([
    [{input: 0, output: 0}, "free tiers and subscriptions"],
    [undefined, "models without a price"],
  ])("leaves out a cost of %j", async (cost, why) => {
    expect((await api(cost)).skipped).toMatchObject([{why}]);
  });

  it.each([{input: "0.28", output: 0.42}, {input: -1, output: 1}, {input: 280_000, output: 1}, {input: null, output: 1}])(
    "takes %j for no price",
    async (cost) => {
      const {rows, malformed} = await api(cost);
      expect(rows).toEqual([]);
      expect(malformed).toHaveLength(1);
    },
  );

  it("follows only providers that the facts know, and not a router's list at second hand", async () => {
    for (const provider of ["some-reseller", "openrouter"]) {
      expect((await api({input: 1, output: 2}, {}, provider)).rows).toEqual([]);
    }
  });
});

describe("genai-prices", () => {
  const DATA = "https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json";
  const listed = (prices: unknown, today?: string) =>
    translatedBy(
      genaiPrices,
      {[DATA]: json([{id: "anthropic", models: [{id: "claude-opus-4.6", match: {}, prices}]}])},
      {...(today ? {today} : {})},
    );
  const tier = (base: number) => ({base, tiers: [{start: 200_000, price: 2 * base}]});

  it("takes the base tier, and of prices over time the one that holds today", async () => {
    // The published entry of Claude Opus 4.6: tiered at first, flat since 2026-03-13.
    const prices = [
      {prices: {input_mtok: tier(5), cache_read_mtok: tier(0.5), output_mtok: tier(25)}},
      {constraint: {start_date: "2026-03-13", type: "start_date"}, prices: {input_mtok: 6, output_mtok: 26}},
      {constraint: {start_date: "2027-01-01"}, prices: {input_mtok: 9, output_mtok: 45}},
    ];
    expect((await listed(prices, "2026-03-01")).rows[0].cells).toMatchObject({
      input: "5",
      output: "25",
      cached_input: "0.5",
      valid_from: "",
    });
    expect((await listed(prices)).rows[0].cells).toMatchObject({input: "6", output: "26", valid_from: "2026-03-13"});
  });

  it("leaves out prices that hold only at some hours", async () => {
    const {rows, skipped} = await listed([
      {constraint: {start_time: "16:30:00Z", end_time: "00:30:00Z"}, prices: {input_mtok: 1, output_mtok: 2}},
    ]);
    expect(rows).toEqual([]);
    expect(skipped).toHaveLength(1);
  });

  it("leaves out what has no output price, such as embeddings", async () => {
    expect((await listed({input_mtok: 0.1})).rows).toEqual([]);
  });
});
