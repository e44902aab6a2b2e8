import {describe, expect, it} from "vitest";
import {horizonDay} from "../../src/forecast/forecast-calendar.ts";
import {abilityOn, metricReader, monthsToRecord} from "../../src/forecast/future-metrics.ts";
import type {Ground, World} from "../../src/forecast/ground.ts";
import {pit} from "../../src/forecast/scores/pit.ts";
import {pacePosteriors} from "../../src/forecast/trend/pace.ts";
import {trend} from "../../src/forecast/trend/trend.ts";
import {trendMethod} from "../../src/forecast/trend/trend-method.ts";
import {mean} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {AS_OF, madeRecords, PACES} from "./made-ground.ts";

const choices = {
  ...trendMethod,
  memory: {value: 1},
  jumpShape: {value: 1},
  pull: {value: 0},
  together: {value: 0},
};

/** A world whose past and coming 12 months are of one constant pace, cut at the as-of date. */
function cutWorld(seed: number, horizon: number, pace = PACES): {past: World; whole: World} {
  const random = stream(seed, 77);
  const factor = Math.exp(0.4 * random.normal());
  const made = (of: typeof PACES.closed) =>
    madeRecords({...of, rate: of.rate * factor}, 36 + horizon, random);
  const whole = {closed: made(pace.closed), open: made(pace.open)};
  const end = horizonDay(AS_OF, -horizon);
  const cut = ({days, abilities}: World["closed"]) => {
    const count = days.filter((on) => on <= end).length;
    return {days: days.slice(0, count), abilities: abilities.slice(0, count)};
  };
  return {past: {closed: cut(whole.closed), open: cut(whole.open)}, whole};
}

describe("the pace of a side", () => {
  const flat = {
    closed: {days: [AS_OF - 365], abilities: [130]},
    open: {days: [AS_OF - 365], abilities: [120]},
  };

  it("is the prior's before anything was seen, and falls with every quiet month", () => {
    const fresh = pacePosteriors(
      {closed: {days: [AS_OF], abilities: [130]}, open: {days: [AS_OF], abilities: [120]}},
      AS_OF,
    );
    const {recordsPerMonth, pointsPerRecord} = trendMethod.priorPace.value;
    expect(fresh.closed.records / fresh.closed.months).toBeCloseTo(recordsPerMonth, 12);
    expect(fresh.closed.points / (fresh.closed.jumps - 1)).toBeCloseTo(pointsPerRecord, 12);
    const quiet = pacePosteriors(flat, AS_OF);
    expect(quiet.closed.records / quiet.closed.months).toBeLessThan(recordsPerMonth);
  });

  it("without fading is the conjugate posterior: prior and counts add up", () => {
    const world = {
      closed: {days: [AS_OF - 304.36875, AS_OF - 100, AS_OF - 50], abilities: [130, 133, 135]},
      open: {days: [AS_OF - 304.36875, AS_OF - 40], abilities: [120, 124]},
    };
    const {closed} = pacePosteriors(world, AS_OF, choices);
    const prior = trendMethod.priorPace.value;
    const side = trendMethod.sideWeight.value;
    const rate = (prior.recordsPerMonth * prior.months + 3) / (prior.months + 20);
    const jump = (prior.pointsPerRecord * prior.records + 9) / (prior.records + 3);
    expect(closed.records).toBeCloseTo(rate * side.months + 2, 12);
    expect(closed.months).toBeCloseTo(side.months + 10, 12);
    expect(closed.jumps).toBeCloseTo(1 + side.records + 2, 12);
    expect(closed.points).toBeCloseTo(side.records * jump + 5, 12);
  });
});

describe("the trend forecaster in worlds of its own kind", () => {
  const HORIZON = 12;
  const worlds = Array.from({length: 240}, (_, seed) => cutWorld(seed, HORIZON));
  const asOf = horizonDay(AS_OF, -HORIZON);
  const scored = worlds.map(({past, whole}) => {
    const ground: Ground = {asOf, dropped: 0, worlds: [past]};
    const forecaster = trend(ground, {seed: 1, months: HORIZON}, choices);
    const read = metricReader([asOf, AS_OF]);
    const draws = Array.from({length: 160}, (_, i) => {
      const future = forecaster.future(i);
      const [closed, open] = read(future).map((row) => row[1]);
      return {closed, open, wait: Math.min(HORIZON, monthsToRecord(future.open, asOf))};
    });
    const truth = (side: "closed" | "open") => {
      const {days, abilities} = whole[side];
      return abilities[days.findLastIndex((on) => on <= AS_OF)];
    };
    const next = whole.open.days.find((on) => on > asOf);
    const wait = Math.min(HORIZON, next === undefined ? HORIZON : (next - asOf) / 30.436875);
    const values = (of: "closed" | "open" | "wait") => draws.map((draw) => draw[of]);
    return {
      closed: pit(values("closed"), truth("closed")),
      open: pit(values("open"), truth("open")),
      wait: pit(values("wait"), wait),
    };
  });

  // 240 worlds: the standard error of a coverage of 80% is 2.6 points, so a true 70% or 90% would be told apart.
  it.each(["closed", "open", "wait"] as const)("covers the %s frontier as often as it says", (of) => {
    const inside = (level: number) =>
      mean(scored.map((pits) => (Math.abs(pits[of] - 0.5) <= level / 2 ? 1 : 0)));
    expect(inside(0.8)).toBeGreaterThan(0.72);
    expect(inside(0.8)).toBeLessThan(0.89);
    expect(inside(0.5)).toBeGreaterThan(0.4);
    expect(inside(0.5)).toBeLessThan(0.61);
    // Unbiased: the mean of uniforms over 240 worlds is within 4 standard errors (0.075) of a half.
    expect(Math.abs(mean(scored.map((pits) => pits[of])) - 0.5)).toBeLessThan(0.075);
  });
});

describe("the pull on open", () => {
  it("narrows the spread of the gap a year on, and leaves closed alone", () => {
    const ground: Ground = {asOf: AS_OF, dropped: 0, worlds: [cutWorld(5, 0).past]};
    const spread = (pull: number) => {
      const forecaster = trend(ground, {seed: 2, months: 24}, {...trendMethod, pull: {value: pull}});
      const gaps: number[] = [];
      for (let i = 0; i < 800; i++) {
        const {closed, open} = forecaster.future(i);
        const on = horizonDay(AS_OF, 24);
        gaps.push(abilityOn(closed, on) - abilityOn(open, on));
      }
      const centre = mean(gaps);
      return Math.sqrt(mean(gaps.map((gap) => (gap - centre) ** 2)));
    };
    expect(spread(1)).toBeLessThan(0.85 * spread(0));
  });
});
