import {describe, expect, it} from "vitest";
import {FORECASTERS} from "../../src/forecast/forecasters.ts";
import {mixture} from "../../src/forecast/mixture/mixture.ts";
import {type StackingCase, stackingWeights} from "../../src/forecast/mixture/stacking-weights.ts";
import {crps} from "../../src/forecast/scores/crps.ts";
import {meanDistance} from "../../src/forecast/scores/mean-distance.ts";
import {stream} from "../../src/numeric/random.ts";
import {madeGround} from "./made-ground.ts";

describe("mean distance", () => {
  it("is the mean over pairs, and over different draws for a forecast against itself", () => {
    const [a, b] = [Float64Array.of(1, 4), Float64Array.of(2, 2, 7)];
    expect(meanDistance(a, b)).toBeCloseTo((1 + 1 + 6 + 2 + 2 + 3) / 6, 12);
    expect(meanDistance(b, a)).toBeCloseTo(meanDistance(a, b), 12);
    expect(meanDistance(a, a)).toBe(3);
  });
});

describe("stacking weights", () => {
  const random = stream(1);
  const drawn = (centre: number, sd: number) =>
    Float64Array.from({length: 300}, () => centre + sd * random.normal());
  const caseOf = (parts: readonly Float64Array[], y: number): StackingCase => ({
    distance: parts.map((draws) => draws.reduce((sum, x) => sum + Math.abs(x - y), 0) / draws.length),
    between: parts.map((a) => parts.map((b) => meanDistance(a, b))),
  });
  // Truth is 0 or 10 with equal chance; one part knows the low half, one the high half, one next to nothing.
  const cases = Array.from({length: 40}, (_, i) =>
    caseOf([drawn(0, 1), drawn(10, 1), drawn(5, 80)], i % 2 ? 10 : 0),
  );

  it("mix two half-right parts evenly and drop one that knows next to nothing", () => {
    const weights = stackingWeights(cases, 3, 0.001);
    expect(weights[0]).toBeCloseTo(0.5, 1);
    expect(weights[1]).toBeCloseTo(0.5, 1);
    expect(weights[2]).toBeLessThan(0.02);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it("reach no worse a mixture than any on a grid of weights", () => {
    const score = (weights: readonly number[]) =>
      cases.reduce((sum, {distance, between}) => {
        const scale = distance.reduce((all, a, i) => all + a - between[i][i] / 2, 0) / 3;
        const linear = weights.reduce((all, w, i) => all + w * distance[i], 0);
        const square = weights.reduce(
          (all, w, i) => all + weights.reduce((one, v, j) => one + w * v * between[i][j], 0),
          0,
        );
        return sum + (linear - square / 2) / scale;
      }, 0);
    const best = score(stackingWeights(cases, 3, 1e-6));
    for (let a = 0; a <= 10; a++)
      for (let b = 0; b <= 10 - a; b++)
        expect(best).toBeLessThanOrEqual(score([a / 10, b / 10, (10 - a - b) / 10]) + 1e-3);
  });

  it("score a mixture as the CRPS of its pooled draws does", () => {
    const [a, b] = [drawn(0, 1), drawn(4, 2)];
    const {distance} = caseOf([a, b], 1);
    const pooled = Float64Array.of(...a, ...b);
    const self = (draws: Float64Array) => meanDistance(draws, Float64Array.from(draws));
    const mixed = (distance[0] + distance[1]) / 2 - (self(a) + self(b) + 2 * meanDistance(a, b)) / 8;
    expect(mixed).toBeCloseTo(crps(pooled, 1), 9);
  });

  it("stay equal when held firmly or when nothing is known", () => {
    for (const weight of stackingWeights(cases, 3, 100)) expect(weight).toBeCloseTo(1 / 3, 2);
    expect(stackingWeights([], 4, 0.1)).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe("a mixture", () => {
  const ground = madeGround();
  const run = {seed: 2, months: 12};

  it("takes futures from its parts in proportion, as they are", () => {
    const parts = [
      {id: "trend" as const, weight: 3},
      {id: "straight-line" as const, weight: 1},
    ];
    const [trend, line] = parts.map(({id}) => FORECASTERS.find((kind) => kind.id === id)!.make(ground, run));
    const mixed = mixture(ground, run, parts);
    let fromTrend = 0;
    for (let i = 0; i < 2000; i++) {
      const future = mixed.future(i);
      const last = future.closed.abilities[future.closed.count - 1];
      const ours = trend.future(i).closed;
      const theirs = line.future(i).closed;
      if (last === ours.abilities[ours.count - 1]) fromTrend++;
      else expect(last).toBe(theirs.abilities[theirs.count - 1]);
    }
    // 2000 draws at 75%: standard error 1 point, four allowed.
    expect(Math.abs(fromTrend / 2000 - 0.75)).toBeLessThan(0.04);
  });

  it("of nothing is refused", () => {
    expect(() => mixture(ground, run, [{id: "trend", weight: 0}])).toThrow("missing parts");
  });
});
