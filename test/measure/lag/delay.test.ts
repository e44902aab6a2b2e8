/** Delaying every open release by k months adds k to the lag: for each rule, the statement that is exactly true. */
import {describe, expect, it} from "vitest";
import type {Release} from "../../../src/measure/instrument.ts";
import {catchUp} from "../../../src/measure/lag/catch-up.ts";
import {dailyLookBack} from "../../../src/measure/lag/daily-look-back.ts";
import type {LagEstimate, LagInput} from "../../../src/measure/lag/estimate.ts";
import {frontierLine} from "../../../src/measure/lag/frontier-line.ts";
import {kernelRecords} from "../../../src/measure/lag/kernel-records.ts";
import {lastDayNotBetter} from "../../../src/measure/lag/last-day-not-better.ts";
import {levelCrossing} from "../../../src/measure/lag/level-crossing.ts";
import {recordLookBack} from "../../../src/measure/lag/record-look-back.ts";
import {trendLine} from "../../../src/measure/lag/trend-line.ts";
import {day} from "../../../src/units.ts";
import {figure, at, inMonths, syntheticWorld} from "./synthetic-world.ts";

const DAYS = 1200;
/** Open far enough behind that no draw has it in the lead, and all of it seen before and after the delay. */
const {input: whole} = syntheticWorld({seed: 11, lagMonths: 12, drawCount: 30, noise: 0.5, days: DAYS});
const recent = at(DAYS - 200);
const world: LagInput = {...whole, closed: whole.closed.filter(({date}) => date.latest <= recent)};

const delayed = (input: LagInput, k: number): LagInput => ({
  ...input,
  open: input.open.map((release): Release => ({
    ...release,
    date: {earliest: day(release.date.earliest + k), latest: day(release.date.latest + k)},
  })),
});
const asOf = (input: LagInput, k: number): LagInput => ({...input, asOf: day(input.asOf + k)});
const window = (k: number) => ({from: at(DAYS - 365 + k), to: at(DAYS + k)});

/** Each rule asked about a world whose open releases, and whatever else must move along, came k days later. */
const questions: readonly (readonly [string, (k: number) => LagEstimate])[] = [
  [
    "record-look-back, with window and as-of date moved along",
    (k) => recordLookBack(asOf(delayed(world, k), k), {since: window(k).from}),
  ],
  [
    "daily-look-back, with the window moved along",
    (k) => dailyLookBack(asOf(delayed(world, k), k), {window: window(k)}),
  ],
  ["kernel-records, read k days later", (k) => kernelRecords(asOf(delayed(world, k), k))],
  ["level-crossing, with the as-of date moved along", (k) => levelCrossing(asOf(delayed(world, k), k))],
  [
    "last-day-not-better, strict, with the window moved along",
    (k) => lastDayNotBetter(asOf(delayed(world, k), k), {window: window(k), test: {kind: "strict"}}),
  ],
  [
    "catch-up, median, with the as-of date moved along and the same closed records",
    (k) => catchUp(asOf(delayed(world, k), k), {since: at(DAYS - 730)}),
  ],
  [
    "frontier-line, while the candidate still comes before the as-of date",
    (k) => frontierLine(delayed(asOf(world, 200), k)),
  ],
];

describe("delaying every open release by k days adds exactly k to", () => {
  it.each(questions)("%s", (_, ask) => {
    const before = figure(ask(0));
    for (const k of [1, 30, 90]) {
      const after = figure(ask(k));
      expect(after.value - before.value).toBeCloseTo(inMonths(k), 9);
      expect(after.point - before.point).toBeCloseTo(inMonths(k), 9);
      expect(after.interval.low - before.interval.low).toBeCloseTo(inMonths(k), 9);
      expect(after.interval.high - before.interval.high).toBeCloseTo(inMonths(k), 9);
    }
  });
});

describe("delaying every open release", () => {
  it("adds k to every wait of a closed record that stays matched, and to none that still waits", () => {
    const before = figure(catchUp(world, {since: at(DAYS - 730)}));
    const after = figure(catchUp(asOf(delayed(world, 45), 45), {since: at(DAYS - 730)}));
    expect(before.records.some(({censored}) => censored === "none")).toBe(true);
    expect(before.records.some(({censored}) => censored === "right")).toBe(true);
    for (const [i, record] of before.records.entries())
      expect(after.records[i].months - record.months).toBeCloseTo(inMonths(45), 9);
  });

  it("adds less than k to the restricted mean, which counts no wait beyond its restriction", () => {
    const restricted = (k: number) =>
      figure(catchUp(asOf(delayed(world, k), k), {since: at(DAYS - 730), restrictionMonths: 9})).also[0]
        .value;
    const grown = restricted(60) - restricted(0);
    expect(grown).toBeGreaterThanOrEqual(0);
    expect(grown).toBeLessThan(inMonths(60));
  });

  it("changes nothing in trend-line, which asks only what is out by the as-of date", () => {
    const later = asOf(world, 200);
    expect(trendLine(delayed(later, 100))).toEqual(trendLine(later));
  });

  it("adds no more than k to last-day-not-better with a tolerance: where closed is not clearly better it stays zero", () => {
    const near = syntheticWorld({seed: 3, lagMonths: 2, drawCount: 20, noise: 1}).input;
    const ask = (k: number) =>
      figure(
        lastDayNotBetter(asOf(delayed(near, k), k), {
          window: window(k),
          test: {kind: "tolerance", points: 4},
        }),
      ).value;
    expect(ask(60) - ask(0)).toBeLessThan(inMonths(60));
    expect(ask(60)).toBeGreaterThanOrEqual(ask(0));
  });
});
