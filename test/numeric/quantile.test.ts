import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  centralInterval,
  mean,
  median,
  quantileSorted,
  quantiles,
  standardDeviation,
} from "../../src/numeric/quantile.ts";

describe("quantiles", () => {
  it("are those of Hyndman and Fan's type 7, in exact arithmetic", () => {
    expect(quantiles([4, 1, 3, 2], [0, 0.25, 0.5, 0.75, 1])).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(median([5])).toBe(5);
    expect(centralInterval([0, 1, 2, 3, 4], 0.5)).toEqual({low: 1, high: 3, level: 0.5});
  });

  it("keep infinity, which means never, instead of turning it into NaN", () => {
    const inf = Number.POSITIVE_INFINITY;
    expect(quantiles([1, inf, inf, inf], [0.5, 0.9])).toEqual([inf, inf]);
  });

  it("never leave the range of the values, rise with p and leave the values alone", () => {
    const values = fc.array(fc.double({noNaN: true, min: -1e6, max: 1e6}), {minLength: 1, maxLength: 40});
    fc.assert(
      fc.property(
        values,
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.double({min: 0, max: 1, noNaN: true}),
        (xs, p, q) => {
          const copy = [...xs];
          const [a, b] = quantiles(xs, [Math.min(p, q), Math.max(p, q)]);
          expect(a).toBeLessThanOrEqual(b);
          expect(a).toBeGreaterThanOrEqual(Math.min(...xs));
          expect(b).toBeLessThanOrEqual(Math.max(...xs));
          expect(xs).toEqual(copy);
        },
      ),
    );
  });

  it("refuse an empty list in one sentence", () => {
    expect(() => quantileSorted([], 0.5)).toThrow("insufficient values");
  });
});

describe("mean and standard deviation", () => {
  it("agree with exact arithmetic", () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(standardDeviation([3])).toBe(0);
  });
});
