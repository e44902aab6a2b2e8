/**
 * What a new benchmark needs to know of the index: the models' latents, how sure they are, and how alike models are.
 *
 * Made once per fit; every own eval is then predicted against it without fitting the index anew.
 */
import type {LatentDraws} from "../../measure/ability/ability-draws.ts";
import type {AbilityFit} from "../../measure/ability/fit-ability.ts";
import {latentPosterior} from "../../measure/ability/latent-posterior.ts";
import {weightError} from "../../measure/ability/weight-error.ts";
import {choleskyInPlace, inverseOfFactored, type Square, square} from "../../numeric/cholesky.ts";

export interface IndexWorld {
  readonly models: readonly string[];
  /** 1 + factors. */
  readonly latents: number;
  /** Posterior mean of the latents, factor after factor [latents x models]. */
  readonly mean: Float64Array;
  /** Posterior covariance in the order of `mean`. */
  readonly covariance: Square;
  /** Covariance of what a benchmark measures alone, for one of unit size [models x models]. */
  readonly departures: Float64Array;
  /** Lower Cholesky factor of `departures`. */
  readonly departureFactor: Square;
  readonly draws: LatentDraws;
  /** Noise variance at scores 0 and 1 relative to that at a half. */
  readonly noiseFloor: number;
}

/** Numerical nugget on the departures' covariance. */
const NUGGET = 1e-9;

export function indexWorld(fit: AbilityFit, draws: LatentDraws): IndexWorld {
  const {ground, posterior, parameters, working, method, data} = fit;
  const errors = weightError(ground, posterior, method);
  const {factor} = latentPosterior(ground, parameters, working, errors);
  const size = data.models.length;
  const departureFactor = square(size);
  for (let m = 0; m < size; m++) {
    const row = m * departureFactor.stride;
    departureFactor.values.set(posterior.departures.subarray(m * size, (m + 1) * size), row);
    departureFactor.values[row + m] += NUGGET;
  }
  return {
    models: data.models.map(({id}) => id),
    latents: 1 + ground.layout.factors,
    mean: posterior.mean,
    covariance: inverseOfFactored(factor),
    departures: posterior.departures,
    departureFactor: choleskyInPlace(departureFactor),
    draws,
    noiseFloor: method.noiseFloor.value,
  };
}
