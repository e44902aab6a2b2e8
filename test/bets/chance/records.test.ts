/** Chances from records: against the exact law of a rate, and coherent over spans, counts and opposites. */
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {chances, type ChanceQuestion} from "../../../src/bets/chance.ts";
import type {Forecasters} from "../../../src/bets/chance/asked.ts";
import type {Predicate} from "../../../src/bets/predicate/predicate-schema.ts";
import {dayOf, isoDay} from "../../../src/dates.ts";
import {yearLagOn} from "../../../src/forecast/future-metrics.ts";
import type {Frontier} from "../../../src/measure/frontier.ts";
import {day} from "../../../src/units.ts";
import {event, model, number, sight} from "../made-records.ts";

const records = (...pairs: readonly (readonly [string, number])[]): Frontier =>
  ({
    count: pairs.length,
    days: Float64Array.from(pairs.map(([on]) => dayOf(on))),
    abilities: Float64Array.from(pairs.map(([, ability]) => ability)),
  }) as Frontier;
const standing = {
  draw: 0,
  closed: records(["2024-01-01", 130], ["2025-01-01", 140], ["2026-01-01", 150]),
  open: records(["2025-06-01", 131], ["2026-02-01", 141]),
  series: new Map([["short.z-ai", Float64Array.from({length: 25}, (_, m) => Number(m >= 6))]]),
};
const from = dayOf("2026-04-01");
const forecasters: Forecasters = {
  shown: {id: "trend", from, months: 24, future: () => standing},
  eci: {
    id: "trend",
    from,
    months: 24,
    future: (i) => ({...standing, open: records(["2025-06-01", 131], ["2026-05-01", i % 2 ? 155 : 141])}),
  },
  forces: {id: "forces", from, months: 24, future: () => standing},
};
const PATHS = 4_000;
/** Jeffreys' mean where no course of all says yes, and where each does. */
const [NONE, ALL] = [1 / (2 * PATHS + 2), (2 * PATHS + 1) / (2 * PATHS + 2)];
const told = (questions: readonly ChanceQuestion[], seen = sight()) =>
  chances(questions, seen, forecasters, {paths: PATHS, seed: 1}).map(({probability}) => probability!);
const rows = (to: string, changes: object = {}): Predicate => ({
  test: "rows",
  rows: {table: "events", what: ["open-release"], to},
  count: "rows",
  is: "at-least",
  value: 1,
  absence: "no",
  ...changes,
});
const events = ["2025-03-01", "2025-09-01", "2026-02-01"].map((on, i) => event(`e${i}`, "z-ai", on));
/** Three standard errors of a share of the paths. */
const near = (p: number) => 3 * Math.sqrt((p * (1 - p)) / PATHS) + 1e-9;

describe("a record of rows (R64)", () => {
  it("gives a next one by the law of a rate that was seen for a while: 1 − (T / (T + t))^(n + 1/2)", () => {
    const seen = sight({facts: {events: []}});
    const watched = dayOf("2026-04-01") - dayOf("2025-01-01");
    for (const months of [3, 12, 36]) {
      const to = day(dayOf("2026-04-01") + Math.round(months * 30.44));
      const exact = 1 - (watched / (watched + to - dayOf("2026-04-01"))) ** 0.5;
      const [p] = told([{predicate: rows(isoDay(to))}], seen);
      expect(Math.abs(p! - exact)).toBeLessThan(near(exact) + 0.002);
    }
  });

  it("is decided by what came and counts what is to come on top", () => {
    const seen = sight({facts: {events}});
    expect(told([{predicate: rows("2027-01-01")}], seen)).toEqual([1]);
    const further = rows("2027-01-01", {
      rows: {table: "events", what: ["open-release"], from: "2026-04-02", to: "2027-01-01"},
    });
    const [one] = told([{predicate: further}], seen);
    // Three in a year and a quarter, three quarters of a year ahead: (T / (T + t))^3.5.
    const [T, t] = [455, 275];
    expect(Math.abs(one! - (1 - (T / (T + t)) ** 3.5))).toBeLessThan(0.03);
  });

  it("is never less likely over a longer span or for fewer rows, and adds up to one with its opposite", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 0, max: 3}),
        fc.integer({min: 10, max: 700}),
        fc.integer({min: 0, max: 700}),
        fc.integer({min: 1, max: 4}),
        (n, short, more, value) => {
          const at = (days: number) => isoDay(day(dayOf("2026-04-02") + days));
          const asked = (to: string, least: number) => ({
            predicate: rows(to, {
              value: least,
              rows: {table: "events", what: ["open-release"], from: "2026-04-02", to},
            }),
          });
          const seen = sight({facts: {events: events.slice(0, n)}});
          const short1 = asked(at(short), value);
          const [near, far, fewer, opposite] = told(
            [
              short1,
              asked(at(short + more), value),
              asked(at(short), value + 1),
              {predicate: {not: short1.predicate}},
            ],
            seen,
          );
          expect(far).toBeGreaterThanOrEqual(near!);
          expect(fewer).toBeLessThanOrEqual(near!);
          expect(near! + opposite!).toBeCloseTo(1, 12);
        },
      ),
      {numRuns: 20, seed: 6},
    );
  });

  it("takes tables that may tell one happening as one record, and sets named labs beside all", () => {
    const alone = rows("2027-04-01");
    const both: Predicate = {any: [alone, rows("2027-04-01", {rows: {table: "finance", to: "2027-04-01"}})]};
    const seen = sight({facts: {events: []}});
    const [one, either] = told([{predicate: alone}, {predicate: both}], seen);
    expect(Math.abs(one! - either!)).toBeLessThan(2 * near(one!));
  });
});

describe("other records and numbers (R64)", () => {
  it("reads a number that stays from its interval: half at the median, a twentieth at each end of 90%", () => {
    const quantity = number("dif.held-out.points", -1, {
      unit: "points",
      interval: {low: -3, high: 0, level: 0.9, kind: "credible"},
    });
    const seen = sight({numbers: new Map([quantity])});
    const below = (value: number): ChanceQuestion => ({
      predicate: {test: "number", number: "dif.held-out.points", on: "2026-12-31", is: "below", value},
    });
    const [low, middle, high] = told([below(-3), below(-1), below(0)], seen);
    expect(Math.abs(middle! - 0.5)).toBeLessThan(near(0.5));
    expect(Math.abs(low! - 0.05)).toBeLessThan(near(0.05));
    expect(Math.abs(high! - 0.95)).toBeLessThan(near(0.05));
  });

  it("moves the lag of a part as the headline's lag moves", () => {
    const part = number("lag.domain.agentic", 5, {interval: {low: 5, high: 5, level: 0.9, kind: "credible"}});
    const seen = sight({numbers: new Map([part])});
    const at = (is: "at-least" | "below", value: number): ChanceQuestion => ({
      predicate: {test: "number", number: "lag.domain.agentic", on: "2026-10-01", is, value},
    });
    const moved = 5 + yearLagOn(standing, dayOf("2026-10-01")) - yearLagOn(standing, from);
    expect(Math.abs(moved - 5)).toBeGreaterThan(0.5);
    expect(told([at("at-least", moved - 0.01), at("below", moved - 0.01)], seen)).toEqual([ALL, NONE]);
    expect(told([at("at-least", moved + 0.01), at("below", moved + 0.01)], seen)).toEqual([NONE, ALL]);
  });

  it("reads a lag over a span off the same future as the headline's", () => {
    const year: Predicate = {test: "number", number: "lag", on: "2026-12-31", is: "at-least", value: 12};
    const [headline] = told([{predicate: year}]);
    const over: Predicate = {
      test: "lag-over",
      measure: "lag",
      over: {from: "2026-01-01", to: "2026-12-31"},
      is: "at-least",
      value: 12,
    };
    expect(told([{predicate: over}])).toEqual([headline]);
    const gap: Predicate = {
      ...over,
      measure: "gap",
      over: {from: "2026-05-01", to: "2026-06-30"},
      is: "at-most",
      value: 9,
    };
    expect(told([{predicate: gap}])).toEqual([ALL]);
  });

  it("asks the ECI scale of its own futures, also for the table that Epoch will publish", () => {
    const best: Predicate = {
      test: "best-model",
      instrument: "eci",
      on: "2026-07-01",
      of: {openness: "open"},
      is: "above",
      than: {openness: "closed"},
    };
    const published: Predicate = {
      test: "published-index",
      index: "eci",
      on: "2026-07-01",
      of: {openness: "closed"},
      minus: {openness: "open"},
      is: "below",
      value: 0,
    };
    expect(told([{predicate: best}, {predicate: published}])).toEqual([0.5, 0.5]);
  });

  it("lets a rank wander by its own steps, and keeps it where it has never moved", () => {
    const models = [
      model({model: "a", ability: 160, country: "CN", weights: "2022-01-01"}),
      model({model: "b", ability: 150, country: "US", weights: "2022-01-01"}),
    ];
    const rank = (value: number): ChanceQuestion => ({
      predicate: {
        test: "rank",
        instrument: "lagline",
        best: {openness: "open", origin: "US"},
        among: {openness: "open"},
        on: "2026-12-31",
        is: "at-most",
        value,
      },
    });
    expect(told([rank(2), rank(1)], sight({models}))).toEqual([ALL, NONE]);
    const risen = [...models, model({model: "c", ability: 170, country: "US", weights: "2025-06-01"})];
    const [first, third] = told([rank(1), rank(3)], sight({models: risen}));
    expect(first).toBe(ALL);
    expect(third).toBe(ALL);
  });

  it("puts a larger model later, and none before the facts end or the days asked for begin", () => {
    const sizes = [100, 300, 700, 1000, 2000].map((paramsB, i) =>
      model({model: `m${i}`, paramsB, weights: `202${4 + Math.floor(i / 2)}-0${1 + 2 * (i % 2)}-01`}),
    );
    const firstOf = (minParametersB: number) => ({
      value: {firstModel: {openness: "open" as const, minParametersB}},
    });
    const [small, large] = chances([firstOf(2100), firstOf(8000)], sight({models: sizes}), forecasters, {
      paths: 2_000,
      seed: 1,
    });
    for (const [k, [, value]] of small!.quantiles.entries()) {
      expect(value).toBeGreaterThan(from);
      expect(large!.quantiles[k]![1]).toBeGreaterThan(value);
    }
    const later = {
      value: {firstModel: {openness: "open" as const, minParametersB: 2100, from: "2027-01-01"}},
    };
    const [asked] = chances([later], sight({models: sizes}), forecasters, {paths: 2_000, seed: 1});
    expect(asked!.quantiles[0]![1]).toBeGreaterThan(dayOf("2027-01-01"));
  });
});

describe("what stands in for a question that a person settles (R64)", () => {
  const standIn = (changes: object): ChanceQuestion => ({
    standIn: {question: "q1", differs: "the wording differs", ...changes},
  });
  it("is asked like any rule, with the difference told", () => {
    const [asked] = chances(
      [standIn({series: {series: ["short.z-ai"], on: "2026-12-31", is: "at-least", value: 1}})],
      sight(),
      forecasters,
      {paths: PATHS, seed: 1},
    );
    expect(asked).toMatchObject({probability: ALL, says: expect.stringContaining("the wording differs")});
    expect(
      told([standIn({series: {series: ["short.z-ai"], on: "2026-07-01", is: "at-least", value: 1}})]),
    ).toEqual([NONE]);
  });

  it("counts only events it could know of, and believes what the forces forecast believes where it says so", () => {
    const record = (by: string, more: object = {}) =>
      standIn({record: {events: "bans", seen: ["2027-01-01"], from: "2025-01-01", by, ...more}});
    const [half, full, believed] = told([
      record("2026-10-01"),
      record("2027-04-01"),
      record("2027-04-01", {expected: "banPerYear"}),
    ]);
    expect(full).toBeGreaterThan(half!);
    expect(believed).toBeLessThan(full!);
  });

  it("takes a probability of the Report over, and gives the reason where there is nothing to ask", () => {
    const seen = sight({numbers: new Map([number("money.z-ai.short.12", 0.25, {unit: "probability"})])});
    expect(Math.abs(told([standIn({probability: "money.z-ai.short.12"})], seen)[0]! - 0.25)).toBeLessThan(
      near(0.25),
    );
    expect(chances([standIn({})], sight(), forecasters, {paths: 10, seed: 1})[0]).toMatchObject({
      probability: null,
      says: "the wording differs",
    });
  });
});
