import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {dayOf} from "../../../src/dates.ts";
import {InputError} from "../../../src/errors.ts";
import {hostPrices} from "../../../src/forces/prices/host-price.ts";
import {openClosedRatioAt, typicalOpenClosedRatio} from "../../../src/forces/prices/open-closed-price.ts";
import {priceHistory} from "../../../src/forces/prices/price-history.ts";
import {priceMethod} from "../../../src/forces/prices/price-method.ts";
import {priceOfAbility} from "../../../src/forces/prices/price-of-ability.ts";
import {blended, holds, quotes, sellerOf} from "../../../src/forces/prices/quotes.ts";
import {costPerFinishedTask} from "../../../src/forces/prices/task-cost.ts";
import {day} from "../../../src/units.ts";
import {abilities, dear, dearPrices, facts, madeModel} from "./price-world.ts";

const asOf = dayOf("2026-06-30");

describe("a quote", () => {
  it("blends three parts of input with one of output", () => {
    expect(blended(1, 5)).toBe(2);
    expect(blended(1, 5, 0.5)).toBe(3);
  });

  it("holds on its first day and no more on its last", () => {
    const {quotes: all} = quotes(
      facts([{id: "a"}], [{model: "a", input: 1, from: "2025-03-01", to: "2025-04-01"}]),
      asOf,
    );
    expect(holds(all[0], dayOf("2025-03-01"))).toBe(true);
    expect(holds(all[0], dayOf("2025-03-31"))).toBe(true);
    expect(holds(all[0], dayOf("2025-04-01"))).toBe(false);
  });

  it("without an end is trusted for half a year after it was read", () => {
    const {quotes: all} = quotes(facts([{id: "a"}], [{model: "a", input: 1}]), dayOf("2027-12-31"));
    expect(holds(all[0], dayOf("2026-12-01"))).toBe(true);
    expect(holds(all[0], dayOf("2027-02-01"))).toBe(false);
  });

  it("of zero, of an unknown model, of no days, in a wrong unit or not yet in effect is left out and counted", () => {
    const {quotes: kept, excluded} = quotes(
      facts(
        [{id: "a"}],
        [
          {model: "a", input: 1},
          {model: "a", input: 0, output: 0},
          {model: "b", input: 1},
          {model: "a", input: 1, from: "2025-03-01", to: "2025-03-01"},
          {model: "a", input: 2e-7, output: 1e-6},
          {model: "a", input: 1, from: "2026-07-01"},
        ],
      ),
      asOf,
    );
    expect(kept).toHaveLength(1);
    expect(excluded).toEqual({freeTier: 1, implausible: 1, unknownModel: 1, empty: 1, later: 1});
  });

  it("comes from the lab itself also through a router, and from a third party otherwise", () => {
    const openai = madeModel({id: "a", lab: "openai"});
    expect(sellerOf("openai", openai)).toBe("own-lab");
    expect(sellerOf("openrouter:OpenAI", openai)).toBe("own-lab");
    expect(sellerOf("openrouter:Azure", openai)).toBe("third-party");
    expect(sellerOf("openrouter", openai)).toBe("third-party");
    expect(sellerOf("google", openai)).toBe("third-party");
  });

  it("that is a host's first, long after the release, is marked and can be dated back", () => {
    const world = facts(
      [{id: "a", openness: "open", released: "2025-01-01"}],
      [
        {model: "a", provider: "groq", input: 1, from: "2025-12-01", to: "2026-01-01"},
        {model: "a", provider: "groq", input: 2, from: "2026-01-01"},
        {model: "a", provider: "openai", input: 3, from: "2025-01-15"},
      ],
    );
    expect(quotes(world, asOf).quotes.map(({lateEntry}) => lateEntry)).toEqual([true, false, false]);
    expect(quotes(world, asOf, "back-cast").quotes.map(({from}) => from)).toEqual(
      ["2025-01-01", "2026-01-01", "2025-01-15"].map(dayOf),
    );
  });
});

describe("the price of reaching an ability", () => {
  const ids = ["good", "cheap", ...dear.map(({id}) => id)];
  const world = facts(
    [{id: "good"}, {id: "cheap", openness: "open"}, ...dear],
    [{model: "good", input: 8}, {model: "cheap", input: 2, from: "2025-07-15"}, ...dearPrices],
  );
  const rows = [150, 140].map((cheap) => [150, cheap, ...dear.map(() => 100)]);
  const input = {facts: world, abilities: abilities(ids, rows), asOf, seed: 1};

  it("is the cheapest price of a model at least that able, in each draw of its own", () => {
    const {now, months, cheapest} = priceOfAbility(input, 145);
    expect(now.value).toBe(5); // Half the draws let the cheap one reach it: the median of 2 and 8.
    expect(months.find(({date}) => date === "2025-06-30")?.value).toBe(8);
    expect(months.find(({date}) => date === "2025-07-31")?.value).toBe(5);
    expect(cheapest.map(({quote, share}) => [quote.model, share])).toEqual([
      ["cheap", 0.5],
      ["good", 0.5],
    ]);
    expect(priceOfAbility(input, 140).now.value).toBe(2);
  });

  it("has no number where no priced model reaches it", () => {
    const {now, decline, months} = priceOfAbility(input, 160);
    expect(now).toMatchObject({value: null, insufficient: expect.stringContaining("0 of 2 draws")});
    expect(decline.recorded.value).toBeNull();
    expect(months.every(({value, reached}) => value === null && reached === 0)).toBe(true);
  });

  it("falls as the prices fall: half each half year is three quarters a year", () => {
    // One model halves its price every sixth month; the mean monthly change over 18 months is -ln(8)/18.
    const halving = [0, 1, 2, 3].map((step) => ({
      model: "good",
      input: 8 / 2 ** step,
      from: dayOf(["2025-01-01", "2025-07-01", "2026-01-01", "2026-07-01"][step]),
      to: dayOf(["2025-07-01", "2026-01-01", "2026-07-01", "2026-12-01"][step]),
    }));
    const {decline} = priceOfAbility(
      {
        facts: facts([{id: "good"}, ...dear], [...halving, ...dearPrices]),
        abilities: abilities(
          ["good", ...dear.map(({id}) => id)],
          Array.from({length: 2000}, () => [150, ...dear.map(() => 100)]),
        ),
        asOf: dayOf("2026-07-31"),
        seed: 3,
      },
      145,
    );
    expect(decline.recorded.value).toBeCloseTo(0.75, 1);
    expect(decline.recorded.n).toBe(18);
  });

  it("does not see prices, weights or months after the as-of date", () => {
    fc.assert(
      fc.property(fc.integer({min: dayOf("2025-02-01"), max: asOf}).map(day), (earlier) => {
        const past = {...input, asOf: earlier};
        const without = {
          ...past,
          facts: {...world, prices: world.prices.filter(({from}) => from! <= earlier)},
        };
        expect(priceOfAbility(past, 140)).toEqual(priceOfAbility(without, 140));
        expect(openClosedRatioAt(past, 140)).toEqual(openClosedRatioAt(without, 140));
      }),
      {numRuns: 25},
    );
  });

  it("the order of prices does not matter, a price nobody would pay neither, all prices doubled doubles it", () => {
    const shuffled = {...world, prices: [...world.prices].reverse()};
    expect(priceOfAbility({...input, facts: shuffled}, 145)).toEqual(priceOfAbility(input, 145));
    const doubled = facts(
      [{id: "good"}, {id: "cheap", openness: "open"}, ...dear],
      [{model: "good", input: 16}, {model: "cheap", input: 4, from: "2025-07-15"}, ...dearPrices],
    );
    const twice = priceOfAbility({...input, facts: doubled}, 145);
    expect(twice.now.value).toBe(10);
    expect(twice.decline.recorded.value).toBeCloseTo(priceOfAbility(input, 145).decline.recorded.value!, 10);
  });
});

describe("open against closed prices", () => {
  const ids = ["o1", "o2", "o3", "o4", "o5", "c1"];
  const models = ids.map((id) => ({
    id,
    openness: id.startsWith("o") ? ("open" as const) : ("closed" as const),
  }));
  const prices = ids.map((id) => ({model: id, input: id === "c1" ? 8 : 2}));
  const input = (row: readonly number[]) => ({
    facts: facts(models, prices),
    abilities: abilities(ids, [row, row]),
    asOf,
    seed: 1,
  });

  it("at a level are the cheapest of each side", () => {
    expect(openClosedRatioAt(input([150, 140, 140, 140, 140, 150]), 145).value).toBe(0.25);
  });

  it("do not take the half-price tier of the lab's own service, which a router lists beside it, for its price", () => {
    const given = input([150, 140, 140, 140, 140, 150]);
    const at = (provider: string, price: number) =>
      openClosedRatioAt(
        {...given, facts: facts(models, [...prices, {model: "c1", provider, input: price}])},
        145,
      ).value;
    expect(at("openrouter:OpenAI", 4)).toBe(0.25);
    // A cut that is no half price, or anybody else's offer, is one.
    expect(at("openrouter:OpenAI", 5)).toBe(0.4);
    expect(at("openrouter:Azure", 4)).toBe(0.5);
  });

  it("at a level have no number when one side does not reach it, and say which", () => {
    const ratio = openClosedRatioAt(input([140, 140, 140, 140, 140, 150]), 145);
    expect(ratio.insufficient).toBe("of 2 draws, no priced open model reaches it in 2, no closed one in 0");
  });

  it("typically compare models within the match of each other", () => {
    expect(typicalOpenClosedRatio(input([150, 151, 149, 148, 152, 150])).value).toBeCloseTo(0.25, 12);
    expect(typicalOpenClosedRatio(input([150, 151, 149, 148, 153, 150])).insufficient).toMatch(/at most 4/);
  });

  it("use openness as of the day: weights that open later count as closed", () => {
    const later = facts(
      [...models.slice(1), {id: "o1", openness: "open", released: "2026-06-15"}],
      prices.map((price) => ({...price, from: "2026-06-01"})),
    );
    const at = (on: string) =>
      openClosedRatioAt({...input([150, 140, 140, 140, 140, 150]), facts: later, asOf: dayOf(on)}, 145);
    expect(at("2026-06-10").value).toBeNull();
    expect(at("2026-06-20").value).toBe(0.25);
  });
});

describe("the same weights at two hosts", () => {
  it("compare the cheapest third party with the lab, and ask for five models", () => {
    const names = ["a", "b", "c", "d", "e"];
    const world = (count: number) =>
      facts(
        names.map((id) => ({id, openness: "open"})),
        names.slice(0, count).flatMap((model) => [
          {model, input: 4},
          {model, provider: "groq", input: 3},
          {model, provider: "fireworks-ai", input: 2},
        ]),
      );
    const {rows, typical} = hostPrices(world(5), asOf, 1);
    expect(rows.map(({thirdParty, ratio}) => [thirdParty.provider, ratio])).toEqual(
      names.map(() => ["fireworks-ai", 0.5]),
    );
    expect(typical.value).toBeCloseTo(0.5, 12);
    expect(hostPrices(world(4), asOf, 1).typical.insufficient).toMatch(/^4 open models/);
  });
});

describe("the cost of a finished task", () => {
  const quote = {model: "a", input: 2, output: 10};
  const known = {
    model: "a",
    task: "review",
    input: {low: 1e5, mid: 2e5, high: 4e5},
    output: {low: 1e4, mid: 1e4, high: 2e4},
    finished: 0.5,
    level: 0.9,
  };

  it("charges failed attempts to the finished tasks", () => {
    // (200,000 · 2 + 10,000 · 10) / 10⁶ / 0.5 = 1; low 0.3/0.5, high 1/0.5.
    const {value, interval} = costPerFinishedTask(known, quote);
    expect(value).toBeCloseTo(1, 12);
    expect(interval).toMatchObject({low: 0.6, high: 2});
  });

  it("has no number where tokens, success or price are not known", () => {
    expect(costPerFinishedTask({...known, output: undefined}, quote).insufficient).toMatch(/tokens/);
    expect(costPerFinishedTask({...known, finished: undefined}, quote).insufficient).toMatch(/share/);
    expect(costPerFinishedTask(known, undefined).insufficient).toMatch(/price/);
    expect(() => costPerFinishedTask({...known, finished: 0}, quote)).toThrow(InputError);
  });
});

describe("the price list as it is", () => {
  const catalog = loadCatalog(fileURLToPath(new URL("../../../data", import.meta.url)));

  it("gives every span a graded source with page and day of reading, and leaves out what is in a wrong unit", () => {
    const {rows, excluded} = priceHistory(catalog, dayOf("2026-11-23"));
    expect(rows.length).toBeGreaterThan(1000);
    for (const {spans} of rows) {
      for (const {source, blend} of spans) {
        expect(source.url).toMatch(/^https:/);
        expect(source.tier).not.toBe("none");
        expect(source.read).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(blend).toBeGreaterThanOrEqual(priceMethod.leastPlausible.value);
      }
    }
    const total = rows.reduce((sum, {spans}) => sum + spans.length, 0);
    expect(total + Object.values(excluded).reduce((sum, count) => sum + count, 0)).toBe(
      catalog.prices.length,
    );
  });

  it("names only sellers of labs that exist", () => {
    const labs = new Set([...catalog.models.values()].map(({lab}) => lab));
    expect(Object.values(priceMethod.ownSellers.value).filter((lab) => !labs.has(lab))).toEqual([]);
  });
});
