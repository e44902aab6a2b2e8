/**
 * Predictive distribution of a model's score on a benchmark.
 *
 * On the latent scale it is normal with
 *
 *   mean  w_b'u(m) + k'R_b⁻¹(z - W u)
 *   var   φ'Σφ + [k(m,m) - k'R_b⁻¹k] + δ'V_b δ,   φ = w_b at m minus the share of k'R_b⁻¹ at each model that took b
 *
 * (k: covariance of r_b; δ: distance of m's latents from those explained by the others). Noise is added on the score
 * scale, where results live. The point prediction is the median, which minimises the expected absolute error.
 */
import {InputError} from "../../errors.ts";
import {solveLower} from "../../numeric/cholesky.ts";
import {normalCdf} from "../../numeric/normal-cdf.ts";
import type {AbilityFit} from "./fit-ability.ts";
import {timesVector, type WeightError} from "./latent-posterior.ts";
import {weightError} from "./weight-error.ts";
import {logistic, relativeNoise} from "./working-response.ts";

export interface Cell {
  readonly model: string;
  readonly benchmark: string;
}

export interface PredictedScore {
  /** Median, chance-corrected score in [0, 1]. */
  readonly median: number;
  /** Ends of the central interval for a new result, at the level asked for. */
  readonly low: number;
  readonly high: number;
  /** Mean and standard deviation on the latent scale, without noise: what repeating the test would not change. */
  readonly latentMean: number;
  readonly latentSd: number;
}

/** Points of equal probability that stand for the latent distribution. */
const NODES = 60;

/**
 * @param cells - models and benchmarks of the fit, in any order; already observed ones are predicted as a repeat
 * @param level - coverage of the interval; the method's when left out
 * @throws InputError for a model or benchmark without a single result
 */
export function predictScores(
  fit: AbilityFit,
  cells: readonly Cell[],
  {level = fit.method.intervalLevel.value}: {readonly level?: number} = {},
): PredictedScore[] {
  const {data, method, ground, parameters} = fit;
  const modelAt = new Map(data.models.map(({id}, index) => [id, index]));
  const benchmarkAt = new Map(data.benchmarks.map(({id}, index) => [id, index]));
  const errors = weightError(ground, fit.posterior, method);
  const nodes = normalNodes(NODES);
  const widening = method.predictionWidening.value;
  return cells.map(({model, benchmark}) => {
    const m = modelAt.get(model);
    const b = benchmarkAt.get(benchmark);
    if (m === undefined)
      throw new InputError("unknown", `model: ${model}; one with at least one result was expected`);
    if (b === undefined)
      throw new InputError("unknown", `benchmark: ${benchmark}; one with at least one result was expected`);
    const {mean, variance} = latentPrediction(fit, errors, m, b);
    const sd = Math.sqrt(variance);
    const noise = Math.exp(parameters[ground.layout.at.noise + b]) * widening;
    const centres = nodes.map((node) => logistic(mean + widening * sd * node));
    const spreads = centres.map((p) => noise * Math.sqrt(relativeNoise(p, method.noiseFloor.value)));
    return {
      median: logistic(mean),
      low: mixtureQuantile(centres, spreads, (1 - level) / 2),
      high: mixtureQuantile(centres, spreads, (1 + level) / 2),
      latentMean: mean,
      latentSd: sd,
    };
  });
}

function latentPrediction(
  {data, method, ground, posterior, parameters}: AbilityFit,
  errors: WeightError,
  m: number,
  b: number,
) {
  const models = data.models.length;
  const {benchmarks, factors, at} = ground.layout;
  const {mean, weights, departures, ownInverse, pull, factor} = posterior;
  const latents = 1 + factors;
  const from = data.start[b];
  const count = data.start[b + 1] - from;
  const own = Math.exp(2 * parameters[at.own + b]);
  const level = method.levelSd.value ** 2;
  const shared = new Float64Array(count);
  for (let i = 0; i < count; i++) shared[i] = own * departures[m * models + data.model[from + i]] + level;
  const explained = timesVector(ownInverse[b], shared);
  let latent = 0;
  let variance = own * departures[m * models + m] + level;
  for (let i = 0; i < count; i++) {
    latent += shared[i] * pull[from + i];
    variance -= shared[i] * explained[i];
  }
  const contrast = new Float64Array(latents * models);
  const distance = new Float64Array(latents);
  for (let q = 0; q < latents; q++) {
    const weight = weights[q * benchmarks + b];
    latent += weight * mean[q * models + m];
    distance[q] = mean[q * models + m];
    contrast[q * models + m] += weight;
    for (let i = 0; i < count; i++) {
      const column = q * models + data.model[from + i];
      contrast[column] -= weight * explained[i];
      distance[q] -= explained[i] * mean[column];
    }
  }
  const reduced = solveLower(factor, contrast);
  for (const entry of reduced) variance += entry * entry;
  for (let q = 0; q < latents; q++) {
    for (let p = 0; p < latents; p++) {
      variance += distance[q] * distance[p] * errors.covariance[b][q * latents + p];
    }
  }
  return {mean: latent, variance};
}

/** Quantile of an equal mixture of normals with scores beyond 0 and 1 counted as 0 and 1. */
function mixtureQuantile(centres: readonly number[], spreads: readonly number[], share: number): number {
  let [low, high] = [0, 1];
  const below = (y: number) => {
    let sum = 0;
    for (let i = 0; i < centres.length; i++) sum += normalCdf((y - centres[i]) / spreads[i]);
    return sum / centres.length;
  };
  if (below(0) >= share) return 0;
  if (below(1) <= share) return 1;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Standard normal quantiles at the middles of equal shares. */
function normalNodes(count: number): number[] {
  return Array.from({length: count}, (_, i) => {
    const share = (i + 0.5) / count;
    let [low, high] = [-10, 10];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (normalCdf(middle) < share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  });
}
