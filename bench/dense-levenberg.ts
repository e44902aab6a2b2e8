/**
 * The plain way to fit the index, as the yardstick of the benchmark: Levenberg-Marquardt with a dense Jacobian and dense
 * normal equations, Gauss-Newton curvature only, no use of structure. Typed arrays throughout, so that the difference is
 * the algorithm.
 */
import type {EciData} from "../src/measure/eci/eci-data.ts";

export interface DenseFit {
  readonly cost: number;
  readonly iterations: number;
}

/** Parameters: abilities, difficulties, slopes; the slope of `reference` is held at 1 and bounds are not needed here. */
export function denseFit(data: EciData, reference: number, clip: number, penalty: number): DenseFit {
  const [models, benchmarks, rows] = [data.models.length, data.benchmarks.length, data.performance.length];
  const size = models + 2 * benchmarks;
  const held = models + benchmarks + reference;
  const ridge = Math.sqrt(penalty / (size - 1));
  const y = data.performance.map((value) => Math.min(1 - clip, Math.max(clip, value)));
  let theta = Float64Array.from({length: size}, (_, j) => (j < models + benchmarks ? 0 : 1));
  const jacobian = new Float64Array(rows * size);
  const residual = new Float64Array(rows);

  const costAt = (at: Float64Array): number => {
    let sum = 0;
    for (let r = 0; r < rows; r++) {
      const d = models + data.rowBenchmark[r];
      sum += (1 / (1 + Math.exp(-at[d + benchmarks] * (at[data.rowModel[r]] - at[d]))) - y[r]) ** 2;
    }
    for (let j = 0; j < size; j++) if (j !== held) sum += (ridge * at[j]) ** 2;
    return sum / 2;
  };

  let cost = costAt(theta);
  let damping = 1e-2;
  for (let iteration = 1; iteration <= 200; iteration++) {
    jacobian.fill(0);
    for (let r = 0; r < rows; r++) {
      const [m, d] = [data.rowModel[r], models + data.rowBenchmark[r]];
      const slope = theta[d + benchmarks];
      const fitted = 1 / (1 + Math.exp(-slope * (theta[m] - theta[d])));
      const bend = fitted * (1 - fitted);
      residual[r] = fitted - y[r];
      jacobian[r * size + m] = bend * slope;
      jacobian[r * size + d] = -bend * slope;
      if (d + benchmarks !== held) jacobian[r * size + d + benchmarks] = bend * (theta[m] - theta[d]);
    }
    const normal = new Float64Array(size * size);
    const gradient = new Float64Array(size);
    for (let r = 0; r < rows; r++) {
      const base = r * size;
      for (let i = 0; i < size; i++) {
        const value = jacobian[base + i];
        if (value === 0) continue;
        gradient[i] += value * residual[r];
        for (let j = 0; j <= i; j++) normal[i * size + j] += value * jacobian[base + j];
      }
    }
    for (let i = 0; i < size; i++) {
      gradient[i] += i === held ? 0 : ridge * ridge * theta[i];
      normal[i * size + i] += i === held ? 1 : ridge * ridge;
    }
    for (;;) {
      const step = solved(normal, gradient, damping);
      const next = theta.map((value, j) => value - step[j]);
      const nextCost = costAt(next);
      if (nextCost < cost) {
        const settled = cost - nextCost < 1e-9 * cost;
        theta = next;
        cost = nextCost;
        damping *= 0.2;
        if (settled) return {cost, iterations: iteration};
        break;
      }
      damping *= 4;
      if (damping > 1e12) return {cost, iterations: iteration};
    }
  }
  return {cost, iterations: 200};
}

/** (N + damping diag N) x = g by Cholesky. */
function solved(normal: Float64Array, gradient: Float64Array, damping: number): Float64Array {
  const n = gradient.length;
  const a = normal.slice();
  for (let i = 0; i < n; i++) a[i * n + i] *= 1 + damping;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let p = 0; p < j; p++) sum -= a[i * n + p] * a[j * n + p];
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j];
    }
  }
  const x = gradient.slice();
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < i; p++) x[i] -= a[i * n + p] * x[p];
    x[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let p = i + 1; p < n; p++) x[i] -= a[p * n + i] * x[p];
    x[i] /= a[i * n + i];
  }
  return x;
}
