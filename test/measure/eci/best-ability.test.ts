import {describe, expect, it} from "vitest";
import {bestAbility} from "../../../src/measure/eci/best-ability.ts";
import {stream} from "../../../src/numeric/random.ts";

const range = [-100, 300] as const;

describe("the ability that fits a few results best", () => {
  it("is exact for one result: difficulty plus logit over slope", () => {
    const items = {
      performance: Float64Array.of(0.8),
      slope: Float64Array.of(0.05),
      difficulty: Float64Array.of(140),
    };
    expect(bestAbility(items, 1, range)).toBeCloseTo(140 + Math.log(4) / 0.05, 5);
  });

  it("is nowhere beaten on a fine grid, for curves from flat to steep", () => {
    const random = stream(3, 1);
    for (let trial = 0; trial < 200; trial++) {
      const count = 1 + random.below(6);
      const draw = (value: () => number) => Float64Array.from({length: 6}, value);
      const items = {
        performance: draw(() => Math.min(0.999, Math.max(0.001, random.uniform() * 1.2 - 0.1))),
        slope: draw(() => Math.exp(Math.log(0.01) + random.uniform() * Math.log(20))),
        difficulty: draw(() => 60 + 120 * random.uniform()),
      };
      const squares = (x: number) => {
        let sum = 0;
        for (let i = 0; i < count; i++) {
          sum +=
            (1 / (1 + Math.exp(-items.slope[i] * (x - items.difficulty[i]))) - items.performance[i]) ** 2;
        }
        return sum;
      };
      const found = squares(bestAbility(items, count, range));
      for (let x = range[0]; x <= range[1]; x += 0.25) expect(found).toBeLessThanOrEqual(squares(x) + 1e-9);
    }
  });

  it("stays within the range when the sum falls beyond it", () => {
    const items = {
      performance: Float64Array.of(0.999),
      slope: Float64Array.of(0.01),
      difficulty: Float64Array.of(180),
    };
    expect(bestAbility(items, 1, range)).toBeCloseTo(300, 4);
  });
});
