/**
 * How well parameters explain the working responses with all latents integrated out, and the gradient of that.
 *
 * Minus the log evidence is ½ (deviance); its gradient follows from Fisher's identity, with E the posterior second
 * moment about the prior mean: for a covariance C, ½ tr((C⁻¹ - C⁻¹ E C⁻¹) ∂C), and for a weight w_qb the expected
 * product of R_b⁻¹ (z - W u) with u_q.
 */
import {inverseOfFactored, type Square, square, timesTransposed} from "../../numeric/cholesky.ts";
import type {AbilityMethod} from "./ability-method.ts";
import {type Ground, type LatentPosterior, latentPosterior, timesVector} from "./latent-posterior.ts";
import {parameterPenalty} from "./parameters.ts";
import type {WorkingResponse} from "./working-response.ts";

/**
 * Minus log evidence minus log prior of the parameters, up to a constant.
 *
 * @param gradient - receives the gradient
 * @returns Infinity where a covariance is not positive definite to rounding
 */
export function minusLogEvidence(
  ground: Ground,
  method: AbilityMethod,
  working: WorkingResponse,
  x: Float64Array,
  gradient: Float64Array,
): number {
  gradient.fill(0);
  const posterior = posteriorOrNothing(ground, x, working);
  if (posterior === undefined) return Number.POSITIVE_INFINITY;
  const covariance = inverseOfFactored(posterior.factor);
  addBenchmarkTerms(ground, working, x, {posterior, covariance}, gradient);
  addPriorTerms(ground, x, {posterior, covariance}, gradient);
  return 0.5 * posterior.deviance + parameterPenalty(x, ground.layout, method, gradient);
}

function posteriorOrNothing(ground: Ground, x: Float64Array, working: WorkingResponse) {
  try {
    return latentPosterior(ground, x, working);
  } catch (error) {
    // A line search may try variances so large that rounding breaks the factor; that point is merely bad.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

interface Moments {
  readonly posterior: LatentPosterior;
  /** Posterior covariance of the latents. */
  readonly covariance: Square;
}

function addBenchmarkTerms(
  {data, kernels, layout}: Ground,
  {relative}: WorkingResponse,
  x: Float64Array,
  {posterior: {mean, ownInverse, pull, weights, departures}, covariance}: Moments,
  gradient: Float64Array,
): void {
  const models = data.models.length;
  const {benchmarks, factors, at} = layout;
  const latents = 1 + factors;
  const departureSlope = new Float64Array(models * models);
  for (let b = 0; b < benchmarks; b++) {
    const from = data.start[b];
    const count = data.start[b + 1] - from;
    const inverse = ownInverse[b];
    const fittedVariance = square(count);
    for (let q = 0; q < latents; q++) {
      // Covariance of the fitted part of result i with latent q of the model of result j.
      const weight = weights[q * benchmarks + b];
      let spread = 0;
      let product = 0;
      for (let i = 0; i < count; i++) {
        product += pull[from + i] * mean[q * models + data.model[from + i]];
        for (let j = 0; j < count; j++) {
          const column = q * models + data.model[from + j];
          let shared = 0;
          for (let p = 0; p < latents; p++) {
            const row = (p * models + data.model[from + i]) * covariance.stride;
            shared += weights[p * benchmarks + b] * covariance.values[row + column];
          }
          spread += inverse.values[i * inverse.stride + j] * shared;
          fittedVariance.values[i * fittedVariance.stride + j] += weight * shared;
        }
      }
      const slope = spread - product;
      if (q === 0) gradient[at.slope + b] += slope * weight;
      else gradient[at.loading + (q - 1) * benchmarks + b] += slope;
    }
    // R⁻¹ - R⁻¹ E[(z - W u)(z - W u)'] R⁻¹
    const excess = timesTransposed(timesTransposed(inverse, fittedVariance), inverse);
    const ownSize = Math.exp(2 * x[at.own + b]);
    const variance = Math.exp(2 * x[at.noise + b]);
    for (let i = 0; i < count; i++) {
      const m = data.model[from + i];
      for (let j = 0; j < count; j++) {
        const entry =
          inverse.values[i * inverse.stride + j] -
          pull[from + i] * pull[from + j] -
          excess.values[i * excess.stride + j];
        const pair = m * models + data.model[from + j];
        departureSlope[pair] += ownSize * entry;
        gradient[at.own + b] += ownSize * entry * departures[pair];
        if (i === j) gradient[at.noise + b] += entry * variance * relative[from + i];
      }
    }
  }
  for (const [i, {of, likeness}] of layout.components.entries()) {
    if (of === "benchmark")
      gradient[i] += Math.exp(2 * x[i]) * innerProduct(departureSlope, kernels[likeness]);
  }
}

function addPriorTerms(
  {data, kernels, layout}: Ground,
  x: Float64Array,
  {posterior: {mean, priorInverse}, covariance}: Moments,
  gradient: Float64Array,
): void {
  const models = data.models.length;
  const slopes = {ability: new Float64Array(models ** 2), factor: new Float64Array(models ** 2)};
  for (let q = 0; q <= layout.factors; q++) {
    const inverse = priorInverse[q];
    const own = square(models);
    for (let m = 0; m < models; m++) {
      const row = (q * models + m) * covariance.stride + q * models;
      own.values.set(covariance.values.subarray(row, row + models), m * own.stride);
    }
    const spread = timesTransposed(timesTransposed(inverse, own), inverse);
    const pulled = timesVector(inverse, mean.subarray(q * models, (q + 1) * models));
    const slope = q === 0 ? slopes.ability : slopes.factor;
    for (let m = 0; m < models; m++) {
      for (let n = 0; n < models; n++) {
        const at = m * inverse.stride + n;
        slope[m * models + n] += inverse.values[at] - spread.values[at] - pulled[m] * pulled[n];
      }
    }
  }
  for (const [i, {of, likeness}] of layout.components.entries()) {
    if (of !== "benchmark") gradient[i] += Math.exp(2 * x[i]) * innerProduct(slopes[of], kernels[likeness]);
  }
}

function innerProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k] * b[k];
  return sum;
}
