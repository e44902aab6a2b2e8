import {describe, expect, it} from "vitest";
import {runwayMonths} from "../../../src/forces/money/runway.ts";

describe("a runway", () => {
  it("is cash over burn when burn stays the same", () => {
    expect(runwayMonths({cash: 150, burn: 100, growth: 0})).toBeCloseTo(18, 12);
  });

  // Burn that doubles each year uses b(2 - 1)/ln 2 in the first, b(4 - 1)/ln 2 in the first two.
  it("is a year when cash is what a doubling burn uses up in one", () => {
    expect(runwayMonths({cash: 100 / Math.LN2, burn: 100, growth: Math.LN2})).toBeCloseTo(12, 10);
    expect(runwayMonths({cash: 300 / Math.LN2, burn: 100, growth: Math.LN2})).toBeCloseTo(24, 10);
  });

  it("never ends when burn falls faster than cash, or there is none", () => {
    expect(runwayMonths({cash: 101, burn: 100, growth: -1})).toBe(Number.POSITIVE_INFINITY);
    expect(runwayMonths({cash: 99, burn: 100, growth: -1})).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(runwayMonths({cash: 1, burn: 0, growth: 0.4})).toBe(Number.POSITIVE_INFINITY);
  });

  it("does not jump where growth passes zero", () => {
    const around = [-1e-5, -1e-7, 0, 1e-7, 1e-5].map((growth) =>
      runwayMonths({cash: 250, burn: 100, growth}),
    );
    for (const months of around) expect(months).toBeCloseTo(30, 2);
  });
});
