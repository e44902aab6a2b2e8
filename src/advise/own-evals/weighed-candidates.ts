/**
 * How well each candidate explains the own eval's results, by a Laplace approximation.
 *
 *   η_S ~ N(w'E u + level, K),   y = σ(η) + ε,   K = w'Σ w + o² D + level variance
 *
 * over the tested models S. At the mode of η the curve is replaced by its tangent, as in the index; the evidence of y is
 * the normal density of the working response there, times the tangent's slopes.
 */
import {choleskyInPlace, logDeterminant, type Square, solveFactored, square} from "../../numeric/cholesky.ts";
import {logistic, relativeNoise} from "../../measure/ability/working-response.ts";
import type {BenchmarkCandidate} from "./benchmark-prior.ts";
import type {IndexWorld} from "./index-world.ts";

/** A tested model: its place among the models, its score, and the variance of the score from its finite items. */
export interface Tested {
  readonly model: number;
  readonly score: number;
  readonly sampling: number;
}

export interface WeighedCandidate extends BenchmarkCandidate {
  /** Log evidence of the results. */
  readonly evidence: number;
  /** Working responses, and variances of their noise, at the mode [tested]. */
  readonly response: Float64Array;
  readonly variance: Float64Array;
  /** Lower Cholesky factor of K + diag(variance). */
  readonly factor: Square;
}

const LINEARISATIONS = 12;
const LEAST_SLOPE = 0.01;
const LONGEST_STEP = 1.5;
const SETTLED = 1e-3;

export function weighed(
  world: IndexWorld,
  candidate: BenchmarkCandidate,
  tested: readonly Tested[],
): WeighedCandidate {
  const count = tested.length;
  const prior = square(count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      prior.values[i * prior.stride + j] = priorCovariance(
        world,
        candidate,
        tested[i].model,
        tested[j].model,
      );
    }
  }
  const centre = Float64Array.from(tested, ({model}) => priorMean(world, candidate, model));
  const latent = Float64Array.from(tested, ({score}, i) => {
    const within = Math.min(0.98, Math.max(0.02, score));
    return 0.5 * centre[i] + 0.5 * Math.log(within / (1 - within));
  });
  let fitted = tangentFit(world, candidate, tested, {prior, centre, latent});
  for (let round = 0; round < LINEARISATIONS; round++) {
    let change = 0;
    for (let i = 0; i < count; i++) {
      const step = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, fitted.mode[i] - latent[i]));
      change = Math.max(change, Math.abs(step));
      latent[i] += step;
    }
    fitted = tangentFit(world, candidate, tested, {prior, centre, latent});
    if (change < SETTLED) break;
  }
  return {
    ...candidate,
    evidence: fitted.evidence,
    response: fitted.response,
    variance: fitted.variance,
    factor: fitted.factor,
  };
}

function tangentFit(
  {noiseFloor}: IndexWorld,
  {noise}: BenchmarkCandidate,
  tested: readonly Tested[],
  {prior, centre, latent}: {prior: Square; centre: Float64Array; latent: Float64Array},
) {
  const count = tested.length;
  const factor = square(count);
  factor.values.set(prior.values);
  const response = new Float64Array(count);
  const variance = new Float64Array(count);
  let evidence = 0;
  for (const [i, {score, sampling}] of tested.entries()) {
    const p = logistic(latent[i]);
    const slope = Math.max(p * (1 - p), LEAST_SLOPE);
    response[i] = latent[i] + (score - p) / slope;
    variance[i] = (noise ** 2 * relativeNoise(p, noiseFloor) + sampling) / slope ** 2;
    factor.values[i * factor.stride + i] += variance[i];
    evidence -= Math.log(slope);
  }
  choleskyInPlace(factor);
  const miss = response.map((z, i) => z - centre[i]);
  const pulled = solveFactored(factor, miss.slice());
  evidence -= 0.5 * logDeterminant(factor);
  for (let i = 0; i < count; i++) evidence -= 0.5 * miss[i] * pulled[i];
  return {evidence, response, variance, factor, mode: response.map((z, i) => z - variance[i] * pulled[i])};
}

export function priorMean(
  {mean, models, latents}: IndexWorld,
  {weights, level}: BenchmarkCandidate,
  m: number,
): number {
  let sum = level;
  for (let q = 0; q < latents; q++) sum += weights[q] * mean[q * models.length + m];
  return sum;
}

/** Covariance of the latent scores of models m and n on the candidate. */
export function priorCovariance(
  {covariance: {values, stride}, models: {length: size}, latents, departures}: IndexWorld,
  {weights, own, levelSd}: BenchmarkCandidate,
  m: number,
  n: number,
): number {
  let sum = own ** 2 * departures[m * size + n] + levelSd ** 2;
  for (let q = 0; q < latents; q++) {
    const row = (q * size + m) * stride + n;
    for (let p = 0; p < latents; p++) sum += weights[q] * weights[p] * values[row + p * size];
  }
  return sum;
}
