/**
 * The objective of the index, as an arrow problem: abilities are the inner unknowns (models meet only through
 * benchmarks), difficulty and slope of each benchmark the outer ones, interleaved as D₀, α₀, D₁, α₁, ...
 *
 *     f = ½ Σ_rows w (σ(α_b (C_m - D_b)) - y)² + ½ λ Σθ² / P        P = M + 2B - 1
 *
 * The penalty covers every free parameter, so not the slope of the reference benchmark. Written upstream as one more
 * residual √(λΣθ²/P), it is the same sum of squares.
 */
import type {ArrowDerivatives, ArrowProblem, Curvature} from "../../numeric/least-squares-arrow.ts";
import type {EciData} from "./eci-data.ts";

export interface EciObjective {
  /** Weight λ. */
  readonly penalty: number;
  /** Index of the benchmark whose slope is fixed. */
  readonly reference: number;
  /** Performance after clipping [rows]. */
  readonly performance: Float64Array;
  /** How often each row counts [rows]; undefined counts each once. */
  readonly counts?: Uint8Array;
}

export function eciObjective(
  {models, benchmarks, rowStart, rowBenchmark}: EciData,
  {penalty, reference, performance, counts}: EciObjective,
): ArrowProblem {
  const modelCount = models.length;
  const benchmarkCount = benchmarks.length;
  const outerCount = 2 * benchmarkCount;
  const ridge = penalty / (modelCount + outerCount - 1);
  const fixedSlope = 2 * reference + 1;
  const crossColumn = new Int32Array(2 * rowBenchmark.length);
  for (let r = 0; r < rowBenchmark.length; r++) {
    crossColumn[2 * r] = 2 * rowBenchmark[r];
    crossColumn[2 * r + 1] = 2 * rowBenchmark[r] + 1;
  }

  function cost(ability: Float64Array, outer: Float64Array): number {
    let squares = 0;
    let size = 0;
    for (let m = 0; m < modelCount; m++) {
      const c = ability[m];
      size += c * c;
      for (let r = rowStart[m]; r < rowStart[m + 1]; r++) {
        const b = 2 * rowBenchmark[r];
        const residual = 1 / (1 + Math.exp(-outer[b + 1] * (c - outer[b]))) - performance[r];
        squares += counts ? counts[r] * residual * residual : residual * residual;
      }
    }
    for (let j = 0; j < outerCount; j++) if (j !== fixedSlope) size += outer[j] * outer[j];
    return (squares + ridge * size) / 2;
  }

  function derivatives(
    ability: Float64Array,
    outer: Float64Array,
    curvature: Curvature,
    {innerGradient, outerGradient, innerCurvature, cross, outerCurvature}: ArrowDerivatives,
  ): void {
    const exact = curvature === "exact";
    for (let m = 0; m < modelCount; m++) {
      const c = ability[m];
      let gradient = ridge * c;
      let bend = ridge;
      for (let r = rowStart[m]; r < rowStart[m + 1]; r++) {
        const weight = counts ? counts[r] : 1;
        if (weight === 0) continue;
        const b = 2 * rowBenchmark[r];
        const slope = outer[b + 1];
        const distance = c - outer[b];
        const fitted = 1 / (1 + Math.exp(-slope * distance));
        const first = fitted * (1 - fitted);
        const residual = fitted - performance[r];
        // Derivatives of the row's term by z = α (C - D).
        const byZ = weight * residual * first;
        const byZZ = weight * first * (exact ? first + residual * (1 - 2 * fitted) : first);
        // Second derivatives of z itself (∂²z/∂C∂α = 1, ∂²z/∂D∂α = -1) enter the exact Hessian only.
        const mixed = exact ? byZ : 0;
        gradient += byZ * slope;
        bend += byZZ * slope * slope;
        cross[2 * r] = -byZZ * slope * slope;
        cross[2 * r + 1] = byZZ * slope * distance + mixed;
        outerGradient[b] -= byZ * slope;
        outerGradient[b + 1] += byZ * distance;
        const diagonal = b * outerCount + b;
        outerCurvature[diagonal] += byZZ * slope * slope;
        outerCurvature[diagonal + outerCount] -= byZZ * slope * distance + mixed;
        outerCurvature[diagonal + outerCount + 1] += byZZ * distance * distance;
      }
      innerGradient[m] = gradient;
      innerCurvature[m] = bend;
    }
    for (let j = 0; j < outerCount; j++) {
      if (j === fixedSlope) continue;
      outerGradient[j] += ridge * outer[j];
      outerCurvature[j * outerCount + j] += ridge;
    }
  }

  return {
    inner: modelCount,
    outer: outerCount,
    crossStart: rowStart.map((row) => 2 * row),
    crossColumn,
    cost,
    derivatives,
  };
}
