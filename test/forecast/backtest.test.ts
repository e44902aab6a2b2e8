import {describe, expect, it} from "vitest";
import {backtest, type Origin} from "../../src/forecast/backtest/backtest.ts";
import {backtestMethod} from "../../src/forecast/backtest/backtest-method.ts";
import {bestForecaster, trackRecord} from "../../src/forecast/backtest/track-record.ts";
import {truths} from "../../src/forecast/backtest/truth.ts";
import {verdict} from "../../src/forecast/backtest/verdict.ts";
import {vintageScale} from "../../src/forecast/backtest/vintage-scale.ts";
import {horizonDay} from "../../src/forecast/forecast-calendar.ts";
import type {ForecasterKind} from "../../src/forecast/forecasters.ts";
import type {Forecaster} from "../../src/forecast/future.ts";
import {addRelease, futureRoom, startFuture} from "../../src/forecast/future-room.ts";
import type {Ground, PastRecords} from "../../src/forecast/ground.ts";
import {mean} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {DAYS_PER_MONTH, day} from "../../src/units.ts";
import {AS_OF} from "./made-ground.ts";

/** A point a month for closed, open four months behind, on the days of whole months. */
function steady(asOf: number, monthsBack: number): Ground {
  const side = (late: number): PastRecords => {
    const ago = Array.from({length: monthsBack}, (_, i) => monthsBack - 1 - i);
    const days = ago.map((m) => AS_OF - Math.round((m - late) * DAYS_PER_MONTH));
    return {days, abilities: ago.map((m) => 150 - m)};
  };
  const cut = ({days, abilities}: PastRecords): PastRecords => {
    const count = days.filter((on) => on <= asOf).length;
    return {days: days.slice(0, count), abilities: abilities.slice(0, count)};
  };
  return {asOf: day(asOf), dropped: 0, worlds: [{closed: cut(side(0)), open: cut(side(4))}]};
}

const now = steady(AS_OF, 60);
const SAME = {slope: 1, offset: 0};
const origins: Origin[] = Array.from({length: 6}, (_, k) => ({
  ground: steady(horizonDay(AS_OF, -24 + 3 * k), 60),
  link: SAME,
}));

/** A forecaster that says what the frontiers do exactly, off by `shift` points and a normal of `spread`. */
function oracle(id: ForecasterKind["id"], {shift = 0, spread = 0.3, naive = false} = {}): ForecasterKind {
  return {
    id,
    name: id,
    says: "",
    naive,
    make: (ground, {seed, months}): Forecaster => {
      const room = futureRoom(ground);
      return {
        id,
        from: ground.asOf,
        months,
        future(index) {
          const {closed, open} = startFuture(room, ground, index);
          const random = stream(seed, index);
          const off = shift + spread * random.normal();
          for (const [side, late] of [
            [closed, 0],
            [open, 4],
          ] as const)
            for (const [i, on] of now.worlds[0].closed.days.entries()) {
              const at = on + Math.round(late * DAYS_PER_MONTH);
              if (at > ground.asOf) addRelease(side, at, now.worlds[0].closed.abilities[i] + off);
            }
          return room;
        },
      };
    },
  };
}

const kinds = [
  oracle("trend"),
  oracle("no-change", {shift: 3, naive: true}),
  oracle("straight-line", {shift: -6, naive: true}),
];
const {cases, weights} = backtest(origins, now, kinds, {seed: 1});

describe("what came", () => {
  it("is today's measurement on that day", () => {
    const origin = horizonDay(AS_OF, -12);
    const came = truths(now, origin, 6)!;
    expect(came.get("closed")).toBe(144);
    expect(came.get("gap")).toBeGreaterThanOrEqual(3);
    expect(came.get("gap")).toBeLessThanOrEqual(5);
    expect(came.get("open-wait")).toBeGreaterThan(0);
    expect(came.get("open-wait")).toBeLessThanOrEqual(1.1);
  });

  it("is nothing while the day has not come", () => {
    expect(truths(now, horizonDay(AS_OF, -5), 6)).toBeUndefined();
  });
});

describe("the back-test", () => {
  it("scores every forecaster and the mixture on every case that has come due", () => {
    const due = origins.flatMap(({ground}) =>
      backtestMethod.horizons.value.filter((months) => horizonDay(ground.asOf, months) <= AS_OF),
    ).length;
    expect(cases).toHaveLength(due * 6 * 4);
  });

  it("gives the forecaster that was right the least CRPS, and one that was off its distance", () => {
    const of = (id: string) =>
      mean(cases.filter((one) => one.forecaster === id && one.target === "closed").map(({crps}) => crps));
    expect(of("trend")).toBeLessThan(0.15);
    expect(of("no-change")).toBeGreaterThan(2.5);
    expect(of("no-change")).toBeLessThan(3.2);
  });

  it("moves a forecast's points to today's scale before it scores them", () => {
    const doubled = origins.map(({ground}) => ({ground, link: {slope: 1, offset: 2}}));
    const moved = backtest(doubled.slice(0, 1), now, kinds, {seed: 1}).cases;
    for (const [i, one] of moved.entries()) {
      // The mixture's weights follow scores, and those moved.
      if (one.forecaster === "mixture") continue;
      if (one.target === "closed") expect(one.median).toBeCloseTo(cases[i].median + 2, 9);
      if (one.target === "lag") expect(one.median).toBe(cases[i].median);
    }
  });

  it("weighs the mixture equally before anything came due, then towards who was right, and never by what comes later", () => {
    for (const {weight} of weights[0].parts) expect(weight).toBeCloseTo(1 / 3, 12);
    const last = Object.fromEntries(weights.at(-1)!.parts.map(({id, weight}) => [id, weight]));
    expect(last.trend).toBeGreaterThan(0.6);
    expect(last["straight-line"]).toBeLessThan(0.1);
    const fewer = backtest(origins.slice(0, 3), now, kinds, {seed: 1});
    expect(fewer.weights.slice(0, 3)).toEqual(weights.slice(0, 3));
    expect(fewer.cases).toEqual(cases.filter(({origin}) => origin <= origins[2].ground.asOf));
  });
});

describe("the track record", () => {
  const rows = trackRecord(cases, ["no-change", "straight-line"], {
    recentFrom: origins[3].ground.asOf,
    seed: 1,
  });

  it("has skill near 1 for the forecaster that was right, coverage and bias as they were", () => {
    const row = rows.find(
      (one) =>
        one.forecaster === "trend" && one.target === "closed" && one.horizon === 6 && one.period === "all",
    )!;
    expect(row.cases).toBe(6);
    expect(row.skill.map(({over}) => over)).toEqual(["no-change", "straight-line"]);
    for (const {value} of row.skill) expect(value).toBeGreaterThan(0.9);
    expect(row.coverage.map(({share}) => share)).toEqual([1, 1, 1]);
    expect(Math.abs(row.bias)).toBeLessThan(0.05);
    expect(row.pit.reduce((sum, count) => sum + count, 0)).toBe(6);
    const off = rows.find(
      (one) =>
        one.forecaster === "no-change" &&
        one.target === "closed" &&
        one.horizon === 6 &&
        one.period === "all",
    )!;
    expect(off.bias).toBeCloseTo(3, 1);
    expect(off.pit).toEqual([6, 0, 0, 0, 0]);
    expect(off.skill.map(({over}) => over)).toEqual(["straight-line"]);
  });

  it("keeps recent origins apart", () => {
    const recent = rows.filter(
      ({period, horizon, target}) => period === "recent" && horizon === 6 && target === "lag",
    );
    expect(recent.map((row) => row.cases)).toEqual([3, 3, 3, 3]);
  });

  it("shows the forecaster that did best, even a naive one", () => {
    expect(bestForecaster(rows, [6, 12])).toBe("trend");
    const swapped = rows.map((row) =>
      row.forecaster === "trend"
        ? {...row, crps: 9}
        : row.forecaster === "no-change"
          ? {...row, crps: 0.01}
          : row,
    );
    expect(bestForecaster(swapped, [6, 12])).toBe("no-change");
  });

  it("is told in words with what few cases cannot say, and that there is none where nothing came due", () => {
    const said = verdict(rows, "trend", (id) => id);
    expect(said.join(" ")).toMatch(
      /beats every naive forecaster in 4 of 6 comparisons .*level with no-change/,
    );
    expect(said.at(-1)).toMatch(/about 1 independent case\./);
    expect(verdict([], "trend", (id) => id)).toEqual([
      "No forecast has come due yet, so there is no track record.",
    ]);
  });
});

describe("the map between vintages", () => {
  it("finds a shift and a stretch exactly, on the most able models of both", () => {
    const models = Array.from({length: 60}, (_, i) => `m${i}`);
    const able = models.map((_, i) => 100 + i + (i < 20 ? 40 * Math.sin(i) : 0));
    const draws = {draws: new Float64Array(0), drawCount: 0, models};
    const then = {abilities: {...draws, point: Float64Array.from(able)}, asOf: AS_OF};
    const later = {
      abilities: {...draws, point: Float64Array.from(able, (a, i) => (i < 20 ? a : 10 + 0.9 * a))},
      asOf: day(AS_OF + 90),
    };
    const scale = vintageScale(then, later);
    expect(scale.common).toBe(backtestMethod.linkModels.value);
    const top = models.map((_, i) => i).filter((i) => i >= 25);
    for (const i of top)
      expect(Math.abs(scale.offset + scale.slope * able[i] - (10 + 0.9 * able[i]))).toBeLessThan(
        3 * scale.rmse + 1e-9,
      );
  });
});
