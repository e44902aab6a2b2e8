import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {apiCostPerTask, meanApiCostPerTask} from "../../src/advise/cost/api-cost.ts";
import {breakEvenVolumes} from "../../src/advise/cost/break-even.ts";
import {type CostDraw, costDraws} from "../../src/advise/cost/cost-draws.ts";
import {costMethod, HOURS_PER_MONTH} from "../../src/advise/cost/cost-method.ts";
import {gpuQuotes} from "../../src/advise/cost/gpu-price.ts";
import {machines} from "../../src/advise/cost/machines.ts";
import {copyFits, requestsThatFit} from "../../src/advise/cost/memory-fit.ts";
import {selfHostCosts} from "../../src/advise/cost/self-host-cost.ts";
import {servingRates} from "../../src/advise/cost/serving-rate.ts";
import {horizonOf} from "../../src/advise/decision/horizon.ts";
import {announcedPrices} from "../../src/advise/options/announced-prices.ts";
import type {Price} from "../../src/data/catalog.ts";
import {loadForceFacts} from "../../src/data/forces/load-force-facts.ts";
import {dayOf} from "../../src/dates.ts";
import {usdPerMtok} from "../../src/units.ts";
import {quantiles} from "../../src/numeric/quantile.ts";
import {api, own, workload} from "./made-options.ts";

const [h100, h200, b200] = [machines.value[0]!, machines.value[1]!, machines.value[2]!];
const draw: CostDraw = {
  computeShare: 0.35,
  bandwidthShare: 0.45,
  cacheKilobytes: 147,
  peakOverMean: {interactive: 4, minutes: 2, batch: 1.2},
  headroom: 1.25,
  engineers: 1,
  engineerCost: 180_000,
  overhead: 1.1,
  rentedHour: {H100: 3, H200: 4, B200: 6, B300: 7},
  ownedHour: {H100: 1.5, H200: 1.8, B200: 2.5, B300: 3},
};

describe("the cost of an API", () => {
  // https://dev.to/neverpaytwice/claude-batch-api-half-price-if-you-can-wait-ecg restates Anthropic's batch page.
  it("is that of the published example: 5,000 tokens in and 800 out at $4 and $20 cost $0.036, in a batch $0.018", () => {
    const opus = api("opus", 4, 20, {provider: "anthropic"});
    const tokens = {input: 5000, output: 800, cached: 0};
    expect(apiCostPerTask({tokens, requestsPerTask: 1, latency: "minutes"}, opus)).toBeCloseTo(0.036, 12);
    expect(apiCostPerTask({tokens, requestsPerTask: 1, latency: "batch"}, opus)).toBeCloseTo(0.018, 12);
  });

  it("charges repeated input at its own price, and at the full one where none is listed", () => {
    const tokens = {input: 1_000_000, output: 0, cached: 900_000};
    const load = {tokens, requestsPerTask: 2, latency: "minutes"} as const;
    expect(apiCostPerTask(load, api("a", 10, 50, {cachedInput: 1}))).toBeCloseTo(2 * (1 + 0.9), 12);
    expect(apiCostPerTask(load, api("a", 10, 50))).toBeCloseTo(20, 12);
  });

  it("gives no batch price at a host that sells none, and none on top of a flexible tier", () => {
    const load = {tokens: {input: 1000, output: 100, cached: 0}, requestsPerTask: 1} as const;
    const there = api("a", 4, 20, {provider: "novita"});
    expect(apiCostPerTask({...load, latency: "batch"}, there)).toBe(
      apiCostPerTask({...load, latency: "minutes"}, there),
    );
    const flex = api("a", 2, 10, {provider: "openrouter:OpenAI", tier: "flex"});
    expect(apiCostPerTask({...load, latency: "batch"}, flex)).toBe(
      apiCostPerTask({...load, latency: "minutes"}, flex),
    );
  });
});

describe("a price that was announced", () => {
  const load = {
    tokens: {input: 1_000_000, output: 0, cached: 0},
    requestsPerTask: 1,
    latency: "minutes",
  } as const;
  const on = dayOf("2026-11-23");
  const row = (changes: Partial<Price>): Price => ({
    model: "a",
    provider: "google",
    input: usdPerMtok(2),
    output: usdPerMtok(8),
    provenance: {
      source: "list",
      licence: "MIT",
      retrieved: dayOf("2026-09-23"),
      place: {file: "made"},
    },
    ...changes,
  });
  const level = {tasksPerMonth: 100, growthPerYear: 0};

  it("is seen when a source told of it before the day, the first to come alone", () => {
    const found = announcedPrices(
      [
        row({from: dayOf("2027-03-01"), input: usdPerMtok(3)}),
        row({from: dayOf("2027-01-01")}),
        row({model: "b", from: dayOf("2026-01-01")}),
        row({
          model: "c",
          from: dayOf("2027-01-01"),
          provenance: {...row({}).provenance, retrieved: dayOf("2026-12-01")},
        }),
        row({model: "d"}),
      ],
      on,
    );
    expect([...found.keys()]).toEqual(["a|google"]);
    expect(found.get("a|google")).toMatchObject({from: dayOf("2027-01-01"), input: 2, output: 8});
  });

  it("counts from its day on, for the share of the tasks that come after it", () => {
    const announced = {from: dayOf("2027-05-23"), inMonths: 6, input: 2, output: 8};
    const option = api("a", 1, 4, {announced});
    const year = horizonOf(level, {horizonMonths: 12, discountRate: 0});
    expect(meanApiCostPerTask(load, option, year)).toBeCloseTo(1.5, 12);
    expect(
      meanApiCostPerTask(load, api("a", 1, 4, {announced: {...announced, inMonths: 7.5}}), year),
    ).toBeCloseTo(1 + 4.5 / 12, 12);
    expect(meanApiCostPerTask(load, api("a", 1, 4, {announced: {...announced, inMonths: 40}}), year)).toBe(1);
    expect(meanApiCostPerTask(load, api("a", 1, 4), year)).toBe(1);
    // Money later weighs less, work that grows weighs more.
    const later = horizonOf(level, {horizonMonths: 12, discountRate: 0.5});
    const growing = horizonOf({...level, growthPerYear: 1}, {horizonMonths: 12, discountRate: 0});
    expect(meanApiCostPerTask(load, option, later)).toBeLessThan(1.5);
    expect(meanApiCostPerTask(load, option, growing)).toBeGreaterThan(1.5);
    expect(apiCostPerTask(load, option)).toBe(1);
  });
});

describe("the rate of a copy", () => {
  // selfhost facts, 2026-09-24: Qwen3-8B at 16 bits, vLLM on one H100, 8192 in / 512 out, 50 ms a token: 8,526 tokens/s
  // in all, of which 502 are written; 2.69 USD an hour then makes 0.088 USD per million tokens.
  const qwen = own("qwen3-8b", {precision: 16, paramsB: 8.2, activeParamsB: 8.2});
  const long = {fresh: 8192, cached: 0, output: 512, speed: 20};

  it("comes within a fifth of a published run at a latency target", () => {
    const rate = servingRates(qwen, long)(draw);
    expect(rate * (8192 + 512)).toBeGreaterThan(8526 * 0.8);
    expect(rate * (8192 + 512)).toBeLessThan(8526 * 1.2);
    expect((2.69 / (rate * (8192 + 512) * 3600)) * 1e6).toBeCloseTo(0.088, 1);
  });

  it("holds the published number of requests in memory: 43", () => {
    expect(requestsThatFit(qwen, 8192 + 256, 147)).toBeGreaterThan(38);
    expect(requestsThatFit(qwen, 8192 + 256, 147)).toBeLessThan(48);
  });

  it("rises with compute and bandwidth, falls with the speed asked for and with longer prompts", () => {
    const positive = fc.double({min: 0.15, max: 0.9, noNaN: true});
    fc.assert(
      fc.property(positive, positive, fc.integer({min: 200, max: 20_000}), (compute, bandwidth, fresh) => {
        const at = (changes: Partial<CostDraw>, shape = {...long, fresh}) =>
          servingRates(qwen, shape)({...draw, computeShare: compute, bandwidthShare: bandwidth, ...changes});
        // Where another bound decides, both are the same rate by another sum: they may differ in the last digit.
        const [least, most] = [at({}) * (1 - 1e-12), at({}) * (1 + 1e-12)];
        expect(at({computeShare: Math.min(1, compute * 1.1)})).toBeGreaterThanOrEqual(least);
        expect(at({bandwidthShare: Math.min(1, bandwidth * 1.1)})).toBeGreaterThanOrEqual(least);
        expect(at({}, {...long, fresh, speed: 40})).toBeLessThanOrEqual(most);
        expect(at({}, {...long, fresh: fresh * 2})).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("is nothing where the speed cannot be reached at all", () => {
    expect(servingRates(own("dense", {paramsB: 60, activeParamsB: 60}), {...long, speed: 500})(draw)).toBe(0);
  });
});

describe("a copy", () => {
  it("takes the fewest GPUs that leave room for context", () => {
    expect(copyFits({paramsB: 27, precision: 8, machine: h100})).toBe(1);
    expect(copyFits({paramsB: 120, precision: 8, machine: h100})).toBe(4);
    expect(copyFits({paramsB: 120, precision: 4, machine: h200})).toBe(1);
    expect(copyFits({paramsB: 1000, precision: 8, machine: b200})).toBe(8);
    expect(copyFits({paramsB: 2800, precision: 8, machine: h100})).toBeUndefined();
  });
});

describe("the cost of own machines", () => {
  const option = own("qwen");

  it("is copies × GPUs × hours × price × overhead, and people", () => {
    const load = workload({tasksPerMonth: 1, latency: "interactive"});
    const cost = selfHostCosts(load, option)(draw);
    expect(cost.copies).toBe(2);
    expect(cost.monthly).toBeCloseTo(2 * HOURS_PER_MONTH * 3 * 1.1 + 15_000, 6);
    expect(
      selfHostCosts({...load, limits: {...load.limits, onPremises: true}}, option)(draw).gpuMonthly,
    ).toBeCloseTo(2 * HOURS_PER_MONTH * 1.5 * 1.1, 6);
  });

  it("follows the published formula per million tokens at the utilisation it comes to", () => {
    const load = workload({tasksPerMonth: 3_000_000});
    const {gpuMonthly, copies, utilisation, rate} = selfHostCosts(load, option)(draw);
    const tokens = 3_000_000 * 2 * 3400;
    const perSecond = rate * 3400;
    const formula = ((3 * 1.1) / (perSecond * 3600 * utilisation)) * 1e6;
    expect(gpuMonthly / (tokens / 1e6)).toBeCloseTo(formula, 9);
    expect(copies).toBeGreaterThan(2);
  });

  it("needs a copy more only when the load passes a whole one", () => {
    const costs = [1e5, 1e6, 1e7].map(
      (tasksPerMonth) => selfHostCosts(workload({tasksPerMonth}), option)(draw).copies,
    );
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(costs.every(Number.isInteger)).toBe(true);
  });
});

describe("the break-even volume", () => {
  it("is where the API costs as much, copies taken as divisible", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.0005, max: 0.05, noNaN: true}),
        fc.constantFrom("interactive", "minutes", "batch"),
        (price, latency) => {
          const load = workload({latency});
          const option = own("qwen");
          const volume = breakEvenVolumes(load, option, price)(draw);
          if (!Number.isFinite(volume)) return;
          const rate = servingRates(option, {
            fresh: 2000,
            cached: 1000,
            output: 400,
            speed: costMethod.tokensPerSecond.value[latency],
          })(draw);
          const copies = Math.max(
            1,
            (volume * 2 * draw.peakOverMean[latency] * draw.headroom) / (rate * HOURS_PER_MONTH * 3600),
          );
          const ownCost =
            (copies + costMethod.spareCopies.value[latency]) * HOURS_PER_MONTH * 3 * 1.1 + 15_000;
          expect(volume * price).toBeCloseTo(ownCost, 3);
        },
      ),
    );
  });

  it("never comes where a task costs less than the machines it needs", () => {
    expect(breakEvenVolumes(workload(), own("qwen"), 1e-7)(draw)).toBe(Infinity);
  });

  it("differs more than fivefold over what is not known about use and people", () => {
    const facts = loadForceFacts(new URL("../../data/forces", import.meta.url).pathname).selfhost;
    const {draws} = costDraws(facts, {on: dayOf("2026-11-23"), seed: 1, drawCount: 2000});
    const [low, high] = quantiles(draws.map(breakEvenVolumes(workload(), own("qwen"), 0.02)), [0.05, 0.95]);
    expect(high! / low!).toBeGreaterThan(5);
  });
});

describe("the price of a GPU hour", () => {
  const facts = loadForceFacts(new URL("../../data/forces", import.meta.url).pathname).selfhost;

  it("comes from quotes known on the day, the newest one alone when all are old", () => {
    const on = dayOf("2026-11-23");
    for (const {gpu} of machines.value) {
      const quotes = gpuQuotes(facts, gpu, on);
      expect(quotes.length).toBeGreaterThan(0);
      expect(quotes.every(({day}) => day <= on)).toBe(true);
    }
    expect(gpuQuotes(facts, "B200", dayOf("2025-12-31"))).toEqual([]);
  });

  it("stays within what sellers ask", () => {
    const {draws, quotes} = costDraws(facts, {on: dayOf("2026-11-23"), seed: 1, drawCount: 500});
    const [low, high] = [
      Math.min(...quotes.get("H100")!.map((quote) => quote.low)),
      Math.max(...quotes.get("H100")!.map((quote) => quote.high)),
    ];
    for (const {rentedHour} of draws) {
      expect(rentedHour.H100!).toBeGreaterThanOrEqual(low);
      expect(rentedHour.H100!).toBeLessThanOrEqual(high);
    }
  });
});
