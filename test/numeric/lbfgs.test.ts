import {expect, it} from "vitest";
import {lbfgsMinimum, type Objective} from "../../src/numeric/lbfgs.ts";

/** Rosenbrock's chained valley; its minimum is 0 at all ones. */
const valley: Objective = (x, gradient) => {
  gradient.fill(0);
  let value = 0;
  for (let i = 0; i + 1 < x.length; i++) {
    const [across, along] = [x[i + 1] - x[i] ** 2, 1 - x[i]];
    value += 100 * across ** 2 + along ** 2;
    gradient[i] += -400 * x[i] * across - 2 * along;
    gradient[i + 1] += 200 * across;
  }
  return value;
};

it("finds the end of Rosenbrock's valley", () => {
  const found = lbfgsMinimum(valley, new Float64Array(12).fill(-1.2), {
    iterations: 500,
    gradient: 1e-8,
    decrease: 0,
  });
  expect(found.settled).toBe(true);
  for (const entry of found.x) expect(entry).toBeCloseTo(1, 7);
});

it("keeps away from where the function is undefined", () => {
  // x - log x has its minimum 1 at 1 and no value below 0; a first step of unit length would land there.
  const barrier: Objective = (x, gradient) => {
    if (x[0] <= 0) return Number.POSITIVE_INFINITY;
    gradient[0] = 1e3 * (1 - 1 / x[0]);
    return 1e3 * (x[0] - Math.log(x[0]));
  };
  const found = lbfgsMinimum(barrier, Float64Array.of(30), {iterations: 100, gradient: 1e-6, decrease: 0});
  expect(found.x[0]).toBeCloseTo(1, 6);
});

it("never returns a worse point than it was given, and leaves the start alone", () => {
  const start = Float64Array.of(3, -4);
  const before = valley(start, new Float64Array(2));
  for (const iterations of [0, 1, 2, 5]) {
    const found = lbfgsMinimum(valley, start, {iterations, gradient: 1e-8, decrease: 0});
    expect(found.value).toBeLessThanOrEqual(before);
    expect(found.iterations).toBeLessThanOrEqual(iterations);
  }
  expect([...start]).toEqual([3, -4]);
});
