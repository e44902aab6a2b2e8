import {describe, expect, it} from "vitest";
import {eciData} from "../../../src/measure/eci/eci-data.ts";
import {eciObjective} from "../../../src/measure/eci/eci-objective.ts";
import {type ArrowDerivatives, derivativesFor} from "../../../src/numeric/least-squares-arrow.ts";
import {stream} from "../../../src/numeric/random.ts";
import {simulatedWorld} from "./synthetic.ts";

describe("the objective of the index", () => {
  const world = simulatedWorld({seed: 31, models: 7, benchmarks: 4, noise: 0.1, density: 0.8});
  const data = eciData(world.rows);
  const random = stream(31, 2);
  const counts = Uint8Array.from(data.performance, () => random.below(3));
  const problem = eciObjective(data, {penalty: 0.1, reference: 1, performance: data.performance, counts});
  const inner = Float64Array.from({length: problem.inner}, () => random.normal());
  const outer = Float64Array.from({length: problem.outer}, (_, j) =>
    j % 2 ? 1 + random.uniform() : random.normal(),
  );
  const fixed = 3;

  const derivativesAt = (
    x: Float64Array,
    y: Float64Array,
    curvature: "exact" | "gauss-newton",
  ): ArrowDerivatives => {
    const out = derivativesFor(problem);
    problem.derivatives(x, y, curvature, out);
    return out;
  };
  const moved = (x: Float64Array, i: number, by: number) =>
    x.map((value, j) => (i === j ? value + by : value));
  const H = 1e-5;

  it("has the gradient of finite differences", () => {
    const at = derivativesAt(inner, outer, "exact");
    for (let i = 0; i < inner.length; i++) {
      const slope =
        (problem.cost(moved(inner, i, H), outer) - problem.cost(moved(inner, i, -H), outer)) / (2 * H);
      expect(Math.abs(at.innerGradient[i] - slope)).toBeLessThan(1e-9);
    }
    for (let j = 0; j < outer.length; j++) {
      const slope =
        (problem.cost(inner, moved(outer, j, H)) - problem.cost(inner, moved(outer, j, -H))) / (2 * H);
      expect(Math.abs(at.outerGradient[j] - slope)).toBeLessThan(1e-9);
    }
  });

  it("has the exact curvature of finite differences, inner, outer and across", () => {
    const at = derivativesAt(inner, outer, "exact");
    const k = problem.outer;
    for (let j = 0; j < k; j++) {
      const up = derivativesAt(inner, moved(outer, j, H), "exact");
      const down = derivativesAt(inner, moved(outer, j, -H), "exact");
      for (let i = j; i < k; i++) {
        const bend = (up.outerGradient[i] - down.outerGradient[i]) / (2 * H);
        expect(Math.abs(at.outerCurvature[i * k + j] - bend)).toBeLessThan(1e-8);
      }
      for (let m = 0; m < problem.inner; m++) {
        const bend = (up.innerGradient[m] - down.innerGradient[m]) / (2 * H);
        let across = 0;
        for (let e = problem.crossStart[m]; e < problem.crossStart[m + 1]; e++) {
          if (problem.crossColumn[e] === j) across += at.cross[e];
        }
        expect(Math.abs(across - bend)).toBeLessThan(1e-8);
      }
    }
    for (let m = 0; m < problem.inner; m++) {
      const up = derivativesAt(moved(inner, m, H), outer, "exact").innerGradient[m];
      const down = derivativesAt(moved(inner, m, -H), outer, "exact").innerGradient[m];
      expect(Math.abs(at.innerCurvature[m] - (up - down) / (2 * H))).toBeLessThan(1e-8);
    }
  });

  it("has Gauss-Newton curvature that is never negative on the diagonal", () => {
    const at = derivativesAt(inner, outer, "gauss-newton");
    expect(at.innerCurvature.every((value) => value > 0)).toBe(true);
    for (let j = 0; j < problem.outer; j++)
      expect(at.outerCurvature[j * problem.outer + j]).toBeGreaterThanOrEqual(0);
  });

  it("penalises every parameter but the slope of the reference benchmark", () => {
    const none = eciObjective(data, {
      penalty: 0.1,
      reference: 1,
      performance: data.performance,
      counts: new Uint8Array(data.performance.length),
    });
    const count = data.models.length + 2 * data.benchmarks.length - 1;
    const size = [...inner, ...outer.filter((_, j) => j !== fixed)].reduce(
      (sum, value) => sum + value * value,
      0,
    );
    expect(none.cost(inner, outer)).toBeCloseTo((0.1 * size) / count / 2, 12);
  });
});
