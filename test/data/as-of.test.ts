import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {catalogAsOf} from "../../src/data/as-of.ts";
import type {Catalog, Model, Result} from "../../src/data/catalog.ts";
import {loadCatalog} from "../../src/data/load-catalog.ts";
import {dayOf, isoDay} from "../../src/dates.ts";
import {type Day, day} from "../../src/units.ts";
import {withFolder, writeFacts} from "./fixtures.ts";

let facts: Catalog;
beforeAll(() => {
  facts = withFolder((folder) => loadCatalog(writeFacts(folder)));
});

const asOf = (text: string) => catalogAsOf(facts, dayOf(text));

describe("the catalog as of a day", () => {
  it("does not know models, results, prices and ratings of later", () => {
    const {catalog, excluded} = asOf("2025-02-15");
    expect([...catalog.models.keys()]).toEqual(["alpha-1", "beta-1"]);
    expect(excluded.models).toEqual(["alpha-2"]);
    expect(catalog.results.map(({model, benchmark}) => `${model} ${benchmark}`)).toEqual([
      "alpha-1 quiz",
      "beta-1 quiz",
    ]);
    expect(excluded.benchmarks).toEqual(["chores"]);
    expect(excluded.results).toEqual({modelNotYetUsable: 2, benchmarkNotYetPublished: 1});
    expect([
      excluded.prices,
      excluded.preferences,
      excluded.indexValues,
      excluded.publishedEstimates,
    ]).toEqual([3, 2, 1, 1]);
  });

  it("sees weights that open later as closed, with what came with them", () => {
    const {catalog, excluded} = asOf("2025-02-09");
    expect(catalog.models.get("beta-1")).toMatchObject({
      openness: "closed",
      licence: "",
      licenceClass: "unknown",
    });
    expect(catalog.models.get("beta-1")?.weightsDate).toBeUndefined();
    expect(catalog.models.get("beta-1")?.memory).toBeUndefined();
    expect(excluded.weightsOpenedLater).toEqual(["beta-1"]);
    expect(asOf("2025-02-10").catalog.models.get("beta-1")?.openness).toBe("open");
  });

  it("knows an announced model, but no result of it before others could use it", () => {
    const {catalog, excluded} = asOf("2024-03-02");
    expect([...catalog.models.keys()]).toEqual(["alpha-1"]);
    expect(catalog.models.get("alpha-1")?.available).toBeUndefined();
    expect(catalog.results).toEqual([]);
    expect(excluded.results).toEqual({modelNotYetUsable: 5, benchmarkNotYetPublished: 0});
  });

  it("sees a result from the very day others could use the model, and covers no later day", () => {
    expect(asOf("2025-03-03").catalog.results.filter(({model}) => model === "alpha-2")).toEqual([]);
    const {catalog} = asOf("2025-03-04");
    expect(catalog.results.filter(({model}) => model === "alpha-2")).toHaveLength(2);
    // Its source showed it later; the view may not speak of days after its own.
    expect(catalog.coveredTo).toBe(dayOf("2025-03-04"));
    // Announced on 1 March 2024, usable from the 4th.
    expect(asOf("2024-03-03").catalog.results).toEqual([]);
    expect(asOf("2024-03-04").catalog.results).toHaveLength(1);
  });

  it("waits for the end of a month when only the month is known", () => {
    expect(asOf("2025-01-30").excluded.models).toContain("beta-1");
    expect(asOf("2025-01-31").excluded.models).not.toContain("beta-1");
  });

  it("does not know yet that a price will end", () => {
    const [price] = asOf("2025-08-31").catalog.prices;
    expect(price).toMatchObject({model: "alpha-2", input: 3, to: undefined});
    expect(asOf("2025-09-01").catalog.prices.map(({to}) => to && isoDay(to))).toEqual([
      "2025-09-01",
      undefined,
    ]);
  });

  it("is the whole catalog on the last day of all facts", () => {
    const {catalog, excluded} = asOf("2026-06-01");
    expect(catalog).toEqual(facts);
    expect(excluded).toEqual({
      models: [],
      benchmarks: [],
      weightsOpenedLater: [],
      results: {modelNotYetUsable: 0, benchmarkNotYetPublished: 0},
      prices: 0,
      preferences: 0,
      indexValues: 0,
      publishedEstimates: 0,
    });
  });

  it("is empty, not broken, before all facts", () => {
    const {catalog} = asOf("2000-01-01");
    expect(catalog.results).toEqual([]);
    expect(catalog.models.size).toBe(0);
    expect(catalog.coveredTo).toBe(dayOf("2000-01-01"));
  });
});

/** Adds models, results, prices and ratings dated after `cut`, and changes the later dates of known ones. */
function withLaterFacts(
  catalog: Catalog,
  cut: Day,
  later: readonly number[],
  scores: readonly number[],
): Catalog {
  const [a, b, c] = later.map((days) => day(cut + 1 + days));
  const spanOf = (value: Day) => ({earliest: value, latest: value});
  const models = new Map<string, Model>();
  for (const model of catalog.models.values()) {
    const lateWeights = model.openness === "open" && model.weightsDate && model.weightsDate.latest > cut;
    const firstDay = Math.min(model.available?.latest ?? Infinity, model.announced?.latest ?? Infinity);
    if (firstDay > cut) continue;
    models.set(
      model.id,
      lateWeights ? {...model, weightsDate: spanOf(a), paramsB: 1 + scores[0], licence: "changed"} : model,
    );
  }
  const template = [...catalog.models.values()][0];
  models.set("later", {...template, id: "later", announced: undefined, available: spanOf(b)});
  const benchmarkTemplate = [...catalog.benchmarks.values()][0];
  const benchmarks = new Map(catalog.benchmarks);
  benchmarks.set("later", {...benchmarkTemplate, id: "later", published: spanOf(c)});
  const result = catalog.results[0];
  const newer = (model: string, benchmark: string): Result => ({
    ...result,
    model,
    benchmark,
    score: scores[1],
    seen: c,
  });
  return {
    ...catalog,
    models,
    benchmarks,
    results: [
      ...catalog.results.filter(({model}) => models.has(model)),
      newer("later", "quiz"),
      newer([...models.keys()][0], "later"),
    ],
    prices: [
      ...catalog.prices
        .filter(({from, model}) => models.has(model) && (from ?? -Infinity) <= cut)
        .map((price) => (price.to !== undefined && price.to > cut ? {...price, to: a} : price)),
      {...catalog.prices[0], from: b, to: undefined},
    ],
    preferences: [
      ...catalog.preferences.filter(({date}) => date <= cut),
      {...catalog.preferences[0], date: a, rating: 1000 + scores[0]},
    ],
    indexValues: [
      ...catalog.indexValues.filter(({vintage}) => vintage <= cut),
      {...catalog.indexValues[0], vintage: b, value: scores[0]},
    ],
    publishedEstimates: [
      ...catalog.publishedEstimates.filter(({date}) => date.latest <= cut),
      {...catalog.publishedEstimates[0], id: "later", date: spanOf(c)},
    ],
    coveredTo: day(Math.max(catalog.coveredTo, c)),
  };
}

describe("what happens after the as-of day", () => {
  it("is not seen: any change to facts dated after it leaves the view as it was", () => {
    // From the first day on which something is known, so that the view is never trivially empty.
    const cuts = fc.integer({min: dayOf("2024-03-04"), max: dayOf("2025-12-31")}).map(day);
    const later = fc.array(fc.nat(900), {minLength: 3, maxLength: 3});
    const scores = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 2, maxLength: 2});
    fc.assert(
      fc.property(cuts, later, scores, (cut, days, values) => {
        const undated = facts.prices.filter(({from}) => from === undefined);
        const dated = {...facts, prices: facts.prices.filter((price) => !undated.includes(price))};
        const before = catalogAsOf(dated, cut).catalog;
        expect(catalogAsOf(withLaterFacts(dated, cut, days, values), cut).catalog).toEqual(before);
        expect(before.models.size).toBeGreaterThan(0);
      }),
      {numRuns: 300},
    );
  });

  it("never removes what was seen: a later day sees every model, benchmark and result of an earlier one", () => {
    const days = fc.integer({min: dayOf("2023-01-01"), max: dayOf("2026-12-31")});
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map(
          (at) => catalogAsOf(facts, day(at)).catalog,
        );
        for (const id of earlier.models.keys()) expect(later.models.has(id)).toBe(true);
        for (const id of earlier.benchmarks.keys()) expect(later.benchmarks.has(id)).toBe(true);
        for (const result of earlier.results) expect(later.results).toContain(result);
      }),
      {numRuns: 200},
    );
  });

  it("stays unseen however often the view is taken", () => {
    const once = asOf("2025-03-10").catalog;
    expect(catalogAsOf(once, dayOf("2025-03-10")).catalog).toEqual(once);
  });
});
