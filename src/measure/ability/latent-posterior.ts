/**
 * Posterior of the models' latents given the parameters and the working responses.
 *
 *   z_i = Σ_q w_qb u_q(m) + r_b(m) + e_i,   u_q ~ N(0, C_q),   r_b ~ N(0, o_b² D + τ²),   e_i ~ N(0, v_i)
 *
 * u_0 is the ability, u_1.. the further factors; r_b is what benchmark b measures that no other does: its level
 * (variance τ²) and its own departures, alike for like models (D). r_b is integrated out benchmark by benchmark, which
 * leaves a system in the models' latents alone: precision C⁻¹ + Σ_b W_b' R_b⁻¹ W_b with R_b = o_b² D + τ² + diag(v).
 */
import {
  choleskyInPlace,
  inverseOfFactored,
  logDeterminant,
  type Square,
  solveFactored,
  square,
} from "../../numeric/cholesky.ts";
import type {AbilityData} from "./ability-input.ts";
import type {Quantity} from "./ability-method.ts";
import type {ModelKernels} from "./model-kernels.ts";
import {type Layout, weightsOf} from "./parameters.ts";
import type {WorkingResponse} from "./working-response.ts";

/** What stays fixed while parameters move. */
export interface Ground {
  readonly data: AbilityData;
  readonly kernels: ModelKernels;
  readonly layout: Layout;
  /** Prior standard deviation τ of a benchmark's level, logits. */
  readonly levelSd: number;
}

/**
 * What is not known about the weights themselves, as a further covariance of R_b: U' V_b U, with U the latents (about
 * which the product w u is linearised) of the models that took b, and V_b the covariance of b's weights.
 */
export interface WeightError {
  /** [(1 + factors) x models]. */
  readonly latents: Float64Array;
  /** Per benchmark, [(1 + factors) x (1 + factors)]. */
  readonly covariance: readonly Float64Array[];
}

export interface LatentPosterior {
  /** E u, factor after factor [(1 + factors) x models]. */
  readonly mean: Float64Array;
  /** Lower Cholesky factor of the posterior precision, in the order of `mean`. */
  readonly factor: Square;
  /** Inverse prior covariance of each latent quantity. */
  readonly priorInverse: readonly Square[];
  /** Inverse of R_b per benchmark, rows in the order of its results. */
  readonly ownInverse: readonly Square[];
  /** R_b⁻¹ (z - W u) [results]. */
  readonly pull: Float64Array;
  /** [(1 + factors) x benchmarks]. */
  readonly weights: Float64Array;
  /** Variance of each working response's noise [results]. */
  readonly noise: Float64Array;
  /** Covariance D of own departures between models, before o_b² [models x models]. */
  readonly departures: Float64Array;
  /** log |C| + log |R| + log |precision|, and the quadratic form of z: minus twice the log evidence, up to a constant. */
  readonly deviance: number;
}

/** Numerical nugget on prior covariances; far below any learned variance. */
const NUGGET = 1e-6;

export function latentPosterior(
  {data, kernels, layout, levelSd}: Ground,
  x: Float64Array,
  {response, relative, sampling}: WorkingResponse,
  weightError?: WeightError,
): LatentPosterior {
  const models = data.models.length;
  const {benchmarks, factors, at} = layout;
  const latents = 1 + factors;
  const weights = weightsOf(x, layout);
  const precision = square(latents * models);
  const right = new Float64Array(latents * models);
  const priorInverse: Square[] = [];
  let deviance = 0;
  for (let q = 0; q < latents; q++) {
    // All further factors have one prior, so its inverse is worked out once.
    if (q < 2) {
      const prior = priorFactor(
        models,
        componentSum(x, layout, kernels, q === 0 ? "ability" : "factor"),
        q > 0,
      );
      priorInverse.push(inverseOfFactored(prior.factor));
      deviance += prior.logDeterminant * (q === 0 ? 1 : factors);
    } else priorInverse.push(priorInverse[1]);
    const inverse = priorInverse[q];
    for (let m = 0; m < models; m++) {
      const row = (q * models + m) * precision.stride + q * models;
      precision.values.set(inverse.values.subarray(m * inverse.stride, m * inverse.stride + m + 1), row);
    }
  }

  const departures = componentSum(x, layout, kernels, "benchmark");
  const noise = new Float64Array(response.length);
  const ownInverse: Square[] = [];
  for (let b = 0; b < benchmarks; b++) {
    const from = data.start[b];
    const count = data.start[b + 1] - from;
    const variance = Math.exp(2 * x[at.noise + b]);
    for (let i = from; i < from + count; i++) noise[i] = variance * relative[i] + sampling[i];
    const own = ownCovariance({data, levelSd}, departures, b, Math.exp(2 * x[at.own + b]));
    if (weightError) addWeightError(own, data, b, weightError);
    for (let i = 0; i < count; i++) own.values[i * own.stride + i] += noise[from + i];
    choleskyInPlace(own);
    deviance += logDeterminant(own);
    const inverse = inverseOfFactored(own);
    ownInverse.push(inverse);
    const pulled = timesVector(inverse, response.subarray(from, from + count));
    for (let q = 0; q < latents; q++) {
      const weight = weights[q * benchmarks + b];
      for (let i = 0; i < count; i++) right[q * models + data.model[from + i]] += weight * pulled[i];
      for (let p = 0; p <= q; p++) {
        const product = weight * weights[p * benchmarks + b];
        for (let i = 0; i < count; i++) {
          const row = (q * models + data.model[from + i]) * precision.stride + p * models;
          for (let j = 0; j < count; j++) {
            precision.values[row + data.model[from + j]] += product * inverse.values[i * inverse.stride + j];
          }
        }
      }
    }
  }
  const factor = choleskyInPlace(precision);
  deviance += logDeterminant(factor);
  const mean = solveFactored(factor, right);

  const pull = new Float64Array(response.length);
  for (let b = 0; b < benchmarks; b++) {
    const from = data.start[b];
    const miss = response.slice(from, data.start[b + 1]);
    for (let q = 0; q < latents; q++) {
      const weight = weights[q * benchmarks + b];
      for (let i = 0; i < miss.length; i++) miss[i] -= weight * mean[q * models + data.model[from + i]];
    }
    const pulled = timesVector(ownInverse[b], miss);
    pull.set(pulled, from);
    for (let i = 0; i < miss.length; i++) deviance += miss[i] * pulled[i];
  }
  for (let q = 0; q < latents; q++) {
    const own = mean.subarray(q * models, (q + 1) * models);
    const inverse = timesVector(priorInverse[q], own);
    for (let m = 0; m < models; m++) deviance += own[m] * inverse[m];
  }
  return {mean, factor, priorInverse, ownInverse, pull, weights, noise, departures, deviance};
}

/** Fitted latent of each result, own departures included: z - v R⁻¹ (z - W u) [results]. */
export const fittedLatent = (
  {response}: WorkingResponse,
  {noise, pull}: Pick<LatentPosterior, "noise" | "pull">,
): Float64Array => response.map((z, i) => z - noise[i] * pull[i]);

/** Weighted sum of the covariances that make up one latent quantity [models x models]. */
export function componentSum(
  x: Float64Array,
  {components}: Layout,
  kernels: ModelKernels,
  quantity: Quantity,
): Float64Array {
  const sum = new Float64Array(kernels.own.length);
  for (const [i, {of, likeness}] of components.entries()) {
    if (of !== quantity) continue;
    const variance = Math.exp(2 * x[i]);
    const kernel = kernels[likeness];
    for (let k = 0; k < sum.length; k++) sum[k] += variance * kernel[k];
  }
  return sum;
}

/** R_b without noise between the results of benchmark b: own departures and level. */
function ownCovariance(
  {data, levelSd}: Pick<Ground, "data" | "levelSd">,
  departures: Float64Array,
  b: number,
  size: number,
): Square {
  const from = data.start[b];
  const count = data.start[b + 1] - from;
  const models = data.models.length;
  const own = square(count);
  for (let i = 0; i < count; i++) {
    const row = data.model[from + i] * models;
    for (let j = 0; j <= i; j++) {
      own.values[i * own.stride + j] = size * departures[row + data.model[from + j]] + levelSd ** 2;
    }
  }
  return own;
}

function addWeightError(own: Square, data: AbilityData, b: number, {latents, covariance}: WeightError): void {
  const models = data.models.length;
  const size = latents.length / models;
  const from = data.start[b];
  for (let q = 0; q < size; q++) {
    for (let p = 0; p < size; p++) {
      const shared = covariance[b][q * size + p];
      for (let i = 0; i < own.n; i++) {
        const left = shared * latents[q * models + data.model[from + i]];
        for (let j = 0; j <= i; j++) {
          own.values[i * own.stride + j] += left * latents[p * models + data.model[from + j]];
        }
      }
    }
  }
}

/** Factors have variance 1 of their own, which fixes the scale of their loadings; the ability's own part is learned. */
function priorFactor(models: number, covariance: Float64Array, isFactor: boolean) {
  const prior = square(models);
  for (let m = 0; m < models; m++) {
    const row = m * prior.stride;
    prior.values.set(covariance.subarray(m * models, m * models + m + 1), row);
    prior.values[row + m] += (isFactor ? 1 : 0) + NUGGET;
  }
  choleskyInPlace(prior);
  return {factor: prior, logDeterminant: logDeterminant(prior)};
}

export function timesVector({n, stride, values}: Square, vector: Float64Array): Float64Array {
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += values[i * stride + j] * vector[j];
    product[i] = sum;
  }
  return product;
}
