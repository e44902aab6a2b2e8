import {describe, expect, it} from "vitest";
import {
  brokenPath,
  recentSlope,
  stillPath,
  straightPath,
} from "../../src/forecast/baselines/frontier-path.ts";
import {baselineMethod} from "../../src/forecast/baselines/baseline-method.ts";
import {pathVariance} from "../../src/forecast/baselines/past-errors.ts";
import {DAYS_PER_MONTH} from "../../src/units.ts";
import {AS_OF} from "./made-ground.ts";

const every = (months: number, count: number, ability: (monthsAgo: number) => number) => {
  const ago = Array.from({length: count}, (_, i) => (count - 1 - i) * months);
  return {days: ago.map((m) => AS_OF - m * DAYS_PER_MONTH), abilities: ago.map(ability)};
};

describe("paths of the naive rules", () => {
  const steady = every(2, 10, (ago) => 150 - 1.5 * ago);

  it("carry a steady line on exactly, or stay", () => {
    expect(straightPath(steady, AS_OF)(12)).toBeCloseTo(150 + 18, 9);
    expect(brokenPath(steady, AS_OF)(12)).toBeCloseTo(150 + 18, 6);
    expect(stillPath(steady, AS_OF)(12)).toBe(150);
  });

  it("read no record after the day they start from", () => {
    const on = AS_OF - 9 * DAYS_PER_MONTH;
    expect(straightPath(steady, on)(1)).toBeCloseTo(150 - 15 + 1.5, 9);
  });

  it("follow the later slope after a break", () => {
    const bent = every(1, 24, (ago) => (ago >= 12 ? 138 - 0.5 * (ago - 12) : 150 - ago));
    // The break is looked for on whole days.
    expect(brokenPath(bent, AS_OF)(6)).toBeCloseTo(156, 1);
  });

  it("take the prior's pace where there are too few records for a line", () => {
    expect(
      recentSlope(
        every(6, 2, (ago) => 150 - ago),
        AS_OF,
      ),
    ).toBe(baselineMethod.fallbackPace.value / 12);
  });
});

describe("the spread of a naive rule", () => {
  const ground = (records: {days: number[]; abilities: number[]}) => ({
    asOf: AS_OF,
    dropped: 0,
    worlds: [{closed: records, open: records}],
  });
  const {points, months} = baselineMethod.priorError.value;

  it("is the prior's before there was anything to be wrong about", () => {
    expect(pathVariance(ground(every(1, 1, () => 130)), "closed", stillPath)).toBeCloseTo(
      points ** 2 / 12,
      12,
    );
  });

  it("is the mean of its squared past errors per month, beside the prior by its weight", () => {
    // A frontier that gains a point on every month's day makes no change wrong by h points after h months: e² / h = h.
    const records = every(1, 25, (ago) => 150 - ago);
    const cases = [3, 6, 12].map((h) => ({h, n: 25 - h}));
    const seen = cases.reduce((sum, {h, n}) => sum + h * n, 0) / cases.reduce((sum, {n}) => sum + n, 0);
    const expected = ((points ** 2 / 12) * months + seen * 24) / (months + 24);
    expect(pathVariance(ground(records), "closed", stillPath)).toBeCloseTo(expected, 6);
  });
});
