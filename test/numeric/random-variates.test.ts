import {describe, expect, it} from "vitest";
import {mean, standardDeviation} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {gammaDraw, inverseGammaDraw, normalAbove} from "../../src/numeric/random-variates.ts";

const DRAWS = 40_000;
const drawn = (draw: () => number) => Float64Array.from({length: DRAWS}, draw);
/** Four standard errors of a mean: a right sampler fails one check in 16,000. */
const within = (values: Float64Array) => (4 * standardDeviation(values)) / Math.sqrt(DRAWS);

describe("random variates", () => {
  it.each([0.3, 1, 2.5, 40])("gamma draws of shape %d have mean and variance equal to the shape", (shape) => {
    const random = stream(7, 1);
    const values = drawn(() => gammaDraw(random, shape));
    expect(Math.abs(mean(values) - shape)).toBeLessThan(within(values));
    const squares = values.map((value) => (value - shape) ** 2);
    expect(Math.abs(mean(squares) - shape)).toBeLessThan(within(squares));
  });

  it("inverse-gamma draws have mean scale / (shape - 1)", () => {
    const random = stream(7, 2);
    const values = drawn(() => inverseGammaDraw(random, 6, 10));
    expect(Math.abs(mean(values) - 2)).toBeLessThan(within(values));
  });

  // Mean of a normal above b is phi(b) / (1 - Phi(b)), from tables of the normal distribution.
  it.each([
    [-2, 0.055248],
    [0, 0.797885],
    [1, 1.525135],
    [3, 3.283099],
  ])("normal draws above %d stay above it and have the tabulated mean %d", (bound, expected) => {
    const random = stream(7, 3);
    const values = drawn(() => normalAbove(random, bound));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(bound);
    expect(Math.abs(mean(values) - expected)).toBeLessThan(within(values));
  });
});
