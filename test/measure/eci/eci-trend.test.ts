import {describe, expect, it} from "vitest";
import {dayOf, isoDay} from "../../../src/dates.ts";
import {type DatedAbility, frontierTrend, runningRecords} from "../../../src/measure/eci/eci-trend.ts";
import {day} from "../../../src/units.ts";
import {hasReference, referenceReleases} from "./reference.ts";

const options = {seed: 1, draws: 200, level: 0.9, minSide: 3};

describe("trend of the frontier", () => {
  const start = dayOf("2023-01-01");
  const broken = (before: number, after: number): DatedAbility[] =>
    Array.from({length: 21}, (_, i) => {
      const years = (i * 60) / 365.2425;
      const knee = (10 * 60) / 365.2425;
      const ability = 100 + before * Math.min(years, knee) + after * Math.max(0, years - knee);
      return {model: `m${i}`, released: day(start + i * 60), ability};
    });

  it("finds slopes and break of a curve that has one, exactly", () => {
    const trend = frontierTrend(broken(8, 16), options);
    expect(trend.before).toBeCloseTo(8, 6);
    expect(trend.after).toBeCloseTo(16, 6);
    expect(trend.breakDay).toBe(start + 600);
    expect(trend.intervals.ratio.low).toBeCloseTo(2, 3);
  });

  it("sees only running records: a release below the best so far changes nothing", () => {
    const releases = broken(8, 16);
    const laggard = {model: "late", released: day(start + 905), ability: 101};
    expect(runningRecords([laggard, ...releases.toReversed()])).toEqual(releases);
    expect(frontierTrend([laggard, ...releases], options)).toEqual(frontierTrend(releases, options));
  });

  it("does not move with the calendar, and scales with the index", () => {
    const plain = frontierTrend(broken(8, 16), options);
    const moved = broken(8, 16).map((r) => ({
      ...r,
      released: day(r.released + 100),
      ability: 2 * r.ability + 5,
    }));
    const later = frontierTrend(moved, options);
    expect(later.breakDay).toBe(plain.breakDay + 100);
    expect(later.after).toBeCloseTo(2 * plain.after, 6);
  });

  it("says when there are too few records for a break", () => {
    expect(() => frontierTrend(broken(8, 16).slice(0, 4), options)).toThrow(
      /insufficient records for a trend with one break: 4; at least 6/,
    );
  });

  it.skipIf(!hasReference)(
    "of December 2025 is near the published 8.3 then 15.5 points a year from 2024-04-08",
    () => {
      const trend = frontierTrend(referenceReleases("2025-12"), options);
      expect(Math.abs(trend.before - 8.3)).toBeLessThan(0.5);
      expect(Math.abs(trend.after - 15.5)).toBeLessThan(1.5);
      expect(Math.abs(trend.breakDay - dayOf("2024-04-08"))).toBeLessThanOrEqual(31);
      expect(trend.intervals.after.low).toBeLessThan(15.5);
      expect(trend.intervals.after.high).toBeGreaterThan(15.5);
      console.log(
        `frontier of December 2025: ${trend.before.toFixed(2)} then ${trend.after.toFixed(2)} points a year from ${isoDay(trend.breakDay)}`,
      );
    },
  );
});
