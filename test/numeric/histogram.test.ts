import {describe, expect, it} from "vitest";
import {addValue, histogramQuantile, histograms} from "../../src/numeric/histogram.ts";

describe("histograms", () => {
  it("spread values evenly within a bin: ten values in two bins of two", () => {
    const room = histograms({from: 0, width: 2, count: 2}, 1);
    for (let i = 0; i < 4; i++) addValue(room, 0, 1);
    for (let i = 0; i < 6; i++) addValue(room, 0, 3);
    expect(histogramQuantile(room, 0, 0.2)).toBeCloseTo(1, 12);
    expect(histogramQuantile(room, 0, 0.7)).toBeCloseTo(3, 12);
    expect(histogramQuantile(room, 0, 1)).toBe(4);
  });

  it("say that a quantile lies outside the bins, and leave missing values out", () => {
    const room = histograms({from: 0, width: 1, count: 1}, 2);
    for (const value of [-1, 0.5, Infinity, NaN]) addValue(room, 0, value);
    expect([0.2, 0.5, 0.9].map((p) => histogramQuantile(room, 0, p))).toEqual([-Infinity, 0.5, Infinity]);
    expect(room.missing[0]).toBe(1);
    expect(histogramQuantile(room, 1, 0.5)).toBeNaN();
  });
});
