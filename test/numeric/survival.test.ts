import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {stream} from "../../src/numeric/random.ts";
import {kaplanMeier, restrictedMean, survivalMedian} from "../../src/numeric/survival.ts";
import {turnbull, turnbullCurve, type WaitInterval} from "../../src/numeric/survival-turnbull.ts";

// Sources of the outside values: test/reference/survival/README.md.
const treated = {
  weeks: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  relapsed: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0].map(Boolean),
};
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

const NEVER = Number.POSITIVE_INFINITY;
const radiotherapy: readonly (readonly [number, number])[] = [
  [45, NEVER],
  [6, 10],
  [0, 7],
  [46, NEVER],
  [46, NEVER],
  [7, 16],
  [17, NEVER],
  [7, 14],
  [37, 44],
  [0, 8],
  [4, 11],
  [15, NEVER],
  [11, 15],
  [22, NEVER],
  [46, NEVER],
  [46, NEVER],
  [25, 37],
  [46, NEVER],
  [26, 40],
  [46, NEVER],
  [27, 34],
  [36, 44],
  [46, NEVER],
  [36, 48],
  [37, NEVER],
  [40, NEVER],
  [17, 25],
  [46, NEVER],
  [11, 18],
  [38, NEVER],
  [5, 12],
  [37, NEVER],
  [0, 5],
  [18, NEVER],
  [24, NEVER],
  [36, NEVER],
  [5, 11],
  [19, 35],
  [17, 25],
  [24, NEVER],
  [32, NEVER],
  [33, NEVER],
  [19, 26],
  [37, NEVER],
  [34, NEVER],
  [36, NEVER],
];

describe("the product-limit curve", () => {
  it("is that of the leukaemia trial of Freireich under 6-mercaptopurine", () => {
    const curve = kaplanMeier(treated.weeks, treated.relapsed);
    expect(curve.times).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(curve.atRisk).toEqual([21, 17, 15, 12, 11, 7, 6]);
    expect(curve.survival.map((share) => share.toFixed(3))).toEqual([
      "0.857",
      "0.807",
      "0.753",
      "0.690",
      "0.627",
      "0.538",
      "0.448",
    ]);
    expect(survivalMedian(curve)).toBe(23);
    expect(restrictedMean(curve, 35).value).toBeCloseTo(23.29, 2);
    expect(restrictedMean(curve, 35).censored).toBe("none");
  });

  it("is that of the same trial under placebo, where every wait ended", () => {
    const curve = kaplanMeier(
      placebo,
      placebo.map(() => true),
    );
    expect(survivalMedian(curve)).toBe(8);
    expect(restrictedMean(curve, 35).value).toBeCloseTo(placebo.reduce((a, b) => a + b) / placebo.length, 12);
  });

  it("has no median while more than half still wait", () => {
    expect(survivalMedian(kaplanMeier([1, 2, 3], [true, false, false]))).toBeUndefined();
  });

  it("reaches its median where exactly half are left, whatever the rounding of the product", () => {
    // 5/6 · 4/5 · 3/4 is one half only up to rounding.
    const curve = kaplanMeier([1, 2, 3, 9, 9, 9], [true, true, true, false, false, false]);
    expect(survivalMedian(curve)).toBe(3);
  });

  it("gives a restricted mean as a bound when follow-up ends first with somebody waiting", () => {
    const curve = kaplanMeier([2, 4], [true, false]);
    expect(restrictedMean(curve, 10)).toEqual({value: 3, censored: "right"});
    expect(restrictedMean(curve, 3)).toEqual({value: 2.5, censored: "none"});
  });

  it("takes negative waits: their mean is below zero", () => {
    const curve = kaplanMeier([-4, -2], [true, true]);
    expect(survivalMedian(curve)).toBe(-4);
    expect(restrictedMean(curve, 10).value).toBeCloseTo(-3, 12);
  });

  it("moves along when every wait grows by the same time, and ignores the order of the waits", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 30}), fc.boolean()), {minLength: 1, maxLength: 20}),
        fc.integer({min: 1, max: 9}),
        (waits, more) => {
          const curve = kaplanMeier(
            waits.map(([time]) => time),
            waits.map(([, ended]) => ended),
          );
          const turned = [...waits].reverse();
          expect(
            kaplanMeier(
              turned.map(([t]) => t),
              turned.map(([, e]) => e),
            ),
          ).toEqual(curve);
          const later = kaplanMeier(
            waits.map(([time]) => time + more),
            waits.map(([, ended]) => ended),
          );
          expect(later.survival).toEqual(curve.survival);
          expect(later.times).toEqual(curve.times.map((time) => time + more));
        },
      ),
    );
  });

  it("refuses to be drawn from nothing", () => {
    expect(() => kaplanMeier([], [])).toThrow(/insufficient waits/);
    expect(() => turnbull([])).toThrow(/insufficient waits/);
  });
});

describe("Turnbull's estimate", () => {
  it("is that of the breast cosmesis trial under radiotherapy", () => {
    const estimate = turnbull(radiotherapy.map(([low, high]) => ({low, high, openLow: true})));
    const masses = estimate.mass
      .map((mass, j) => [estimate.low[j], estimate.high[j], mass.toFixed(4)])
      .filter(([, , mass]) => mass !== "0.0000");
    expect(masses).toEqual([
      [4, 5, "0.0463"],
      [6, 7, "0.0334"],
      [7, 8, "0.0887"],
      [11, 12, "0.0708"],
      [24, 25, "0.0926"],
      [33, 34, "0.0818"],
      [38, 40, "0.1209"],
      [46, 48, "0.4656"],
    ]);
  });

  it("puts all mass where two overlapping waits agree", () => {
    const {low, high, mass} = turnbull([
      {low: 1, high: 3, openLow: false},
      {low: 2, high: 5, openLow: false},
    ]);
    expect([low, high]).toEqual([[2], [3]]);
    expect(mass[0]).toBeCloseTo(1, 12);
  });

  it("equals Kaplan and Meier's when every wait is exact or censored", () => {
    const random = stream(4);
    for (let world = 0; world < 50; world++) {
      const times = Array.from({length: 12}, () => random.below(15));
      const ended = times.map(() => random.uniform() < 0.6);
      const waits = times.map((low, i): WaitInterval =>
        ended[i] ? {low, high: low, openLow: false} : {low, high: NEVER, openLow: true},
      );
      const curve = kaplanMeier(times, ended);
      const turned = turnbullCurve(waits);
      expect(turned.times).toEqual(curve.times);
      turned.survival.forEach((share, i) => {
        expect(share).toBeCloseTo(curve.survival[i], 6);
      });
      expect(turned.followUp).toBe(curve.followUp);
    }
  });
});
