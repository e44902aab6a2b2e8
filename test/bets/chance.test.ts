import {describe, expect, it} from "vitest";
import {chances} from "../../src/bets/chance.ts";
import type {Predicate} from "../../src/bets/predicate/predicate-schema.ts";
import {dayOf} from "../../src/dates.ts";
import type {Forecaster} from "../../src/forecast/future.ts";
import type {Frontier} from "../../src/measure/frontier.ts";
import {sight} from "./made-records.ts";

const records = (...pairs: readonly (readonly [string, number])[]): Frontier =>
  ({
    count: pairs.length,
    days: Float64Array.from(pairs.map(([on]) => dayOf(on))),
    abilities: Float64Array.from(pairs.map(([, ability]) => ability)),
  }) as Frontier;

/** Open reaches 155 in every fourth future, on 1 June. */
const forecaster: Forecaster = {
  id: "trend",
  from: dayOf("2026-04-01"),
  months: 12,
  future: (index) => ({
    draw: 0,
    closed: records(["2024-01-01", 130], ["2025-01-01", 140], ["2026-01-01", 150], ["2026-03-01", 160]),
    open: records(
      ["2025-06-01", 131],
      ["2026-02-01", 141],
      ...(index % 4 === 0 ? [["2026-06-01", 155] as const] : []),
    ),
    series: new Map(),
  }),
};
const best = (changes: object = {}): Predicate => ({
  test: "best-model",
  instrument: "lagline",
  on: "2026-07-01",
  of: {openness: "open"},
  is: "at-least",
  than: {openness: "closed", to: "2026-02-28"},
  ...changes,
});
const chance = (predicate: Predicate, paths = 400) =>
  chances([{predicate}], sight(), {shown: forecaster}, {paths, seed: 1})[0]!;

/** Jeffreys' mean, in whole numbers: k times yes in 400 futures. */
const seen = (k: number): number => (2 * k + 1) / 802;

describe("lagline's own probability (R64)", () => {
  it("is the share of futures in which the very question comes out yes", () => {
    expect(chance(best()).probability).toBeCloseTo(seen(100), 12);
    expect(chance(best({on: "2026-05-31"})).probability).toBeCloseTo(seen(0), 12);
    expect(chance(best({than: {openness: "closed"}})).probability).toBeCloseTo(seen(0), 12);
    expect(chance(best({than: 141})).probability).toBeCloseTo(seen(400), 12);
    expect(chance({not: best()}).probability).toBeCloseTo(seen(300), 12);
  });

  it("reads the headline's lag of a future day by the headline's rule", () => {
    // On 1 July open stands at 141 (closed had it on 2026-01-01) or, from June on, at 155 (2026-03-01).
    const lag = (value: number): Predicate => ({
      test: "number",
      number: "lag",
      on: "2026-07-01",
      is: "at-least",
      value,
    });
    expect(chance(lag(0)).probability).toBeCloseTo(seen(400), 12);
    expect(chance(lag(99)).probability).toBeCloseTo(seen(0), 12);
    const [told] = chances(
      [{value: {number: "lag", on: "2026-07-01"}}],
      sight(),
      {shown: forecaster},
      {paths: 400, seed: 1},
    );
    expect(told!.quantiles.map(([level]) => level)).toEqual([0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]);
    const [low, high] = [told!.quantiles[0]![1], told!.quantiles.at(-1)![1]];
    expect(low).toBeLessThan(high);
    expect(chance(lag((low + high) / 2)).probability).toBeCloseTo(seen(300), 12);
  });

  it("never says never of what is open, and adds up to one with the opposite", () => {
    const [never, always] = [best({than: {openness: "closed"}}), best({than: 141})];
    for (const paths of [4, 400]) {
      expect(chance(never, paths).probability).toBeCloseTo(1 / 2 / (paths + 1), 12);
      for (const one of [never, always, best()])
        expect(chance(one, paths).probability! + chance({not: one}, paths).probability!).toBeCloseTo(1, 12);
    }
  });

  it("takes what is decided already as decided, and joins the rest within one future", () => {
    const decided: Predicate = {test: "number", number: "lag", on: "2026-04-01", is: "at-least", value: 6};
    expect([decided, {not: decided}].map((one) => chance(one).probability)).toEqual([1, 0]);
    expect(chance({all: [decided, best()]}).probability).toBeCloseTo(seen(100), 12);
    expect(chance({all: [best(), {not: best()}]}).probability).toBeCloseTo(seen(0), 12);
    expect(chance({any: [best(), {not: best()}]}).probability).toBeCloseTo(seen(400), 12);
  });

  it.each([
    ["a group it does not follow", best({of: {openness: "open", origin: "US"}}), "not this group"],
    ["an index that nothing was fitted to", best({instrument: "eci"}), "could be fitted to that index"],
    ["a day beyond it", best({on: "2028-01-01"}), "beyond the forecast"],
    [
      "a number without an interval",
      {test: "number", number: "lag.domain.coding", on: "2026-07-01", is: "at-least", value: 1},
      "no value with an interval",
    ],
    [
      "a single figure of the tables",
      {test: "newest-figure", rows: {table: "adoption", to: "2026-12-31"}, is: "at-least", value: 1},
      "no process is known",
    ],
    [
      "how many parties rows are about",
      {
        test: "rows",
        rows: {table: "events", to: "2026-12-31"},
        count: "who",
        is: "at-least",
        value: 2,
        absence: "no",
      },
      "different parties",
    ],
  ] as [string, Predicate, string][])("has none for %s, and says why", (_, predicate, why) => {
    expect(chance(predicate)).toMatchObject({probability: null, says: expect.stringContaining(why)});
  });

  it("has none without a forecaster, or without a rule", () => {
    expect(chances([{predicate: best()}], sight(), undefined, {paths: 10, seed: 1})[0]!.says).toContain(
      "no forecaster",
    );
    expect(chances([{}], sight(), {shown: forecaster}, {paths: 10, seed: 1})[0]!.says).toContain(
      "a person settles it",
    );
  });
});
