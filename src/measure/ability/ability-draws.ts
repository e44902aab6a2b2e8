/**
 * Joint draws of all models' latents, and of the abilities made from them.
 *
 * The posterior of the latents is normal with a known factor of its precision L L', so a draw is mean + L⁻ᵀ ε. Before
 * drawing, what is not known about each benchmark's weights joins its covariance, so that models that owe their place
 * to one uncertain slope move together. A draw is one world: take differences within it.
 */
import {solveLowerTransposed} from "../../numeric/cholesky.ts";
import type {Random} from "../../numeric/random.ts";
import type {AbilityDraws} from "../instrument.ts";
import type {AbilityBenchmark} from "./ability-input.ts";
import type {AbilityFit} from "./fit-ability.ts";
import {abilityMixture, type IndexScale, indexScale, mixed, type Mixture} from "./index-scale.ts";
import {latentPosterior} from "./latent-posterior.ts";
import {weightError} from "./weight-error.ts";

export interface LatentDraws {
  /** [draws x (1 + factors) x models]. */
  readonly values: Float64Array;
  readonly drawCount: number;
}

/**
 * @param streamOf - the random stream of each draw, so that the order in which draws are made cannot matter
 * @param drawCount - the method's when left out
 */
export function latentDraws(
  fit: AbilityFit,
  streamOf: (draw: number) => Random,
  drawCount: number = fit.method.draws.value,
): LatentDraws {
  const {ground, parameters, working, posterior, method} = fit;
  const errors = weightError(ground, posterior, method);
  const {factor} = latentPosterior(ground, parameters, working, errors);
  const size = posterior.mean.length;
  const values = new Float64Array(drawCount * size);
  for (let draw = 0; draw < drawCount; draw++) {
    const random = streamOf(draw);
    const one = values.subarray(draw * size, (draw + 1) * size);
    for (let i = 0; i < size; i++) one[i] = random.normal();
    solveLowerTransposed(factor, one);
    for (let i = 0; i < size; i++) one[i] += posterior.mean[i];
  }
  return {values, drawCount};
}

/**
 * Index values over some benchmarks: best estimates and joint draws.
 *
 * @param isCounted - all benchmarks when left out, which gives the general index
 * @param scale - the general index's own scale when left out
 */
export function abilityDraws(
  fit: AbilityFit,
  latents: LatentDraws,
  {
    isCounted,
    scale = indexScale(fit),
  }: {readonly isCounted?: (benchmark: AbilityBenchmark) => boolean; readonly scale?: IndexScale} = {},
): AbilityDraws {
  const mixture: Mixture = abilityMixture(fit, isCounted);
  const models = fit.data.models.length;
  const size = models * mixture.length;
  const toIndex = (ability: number) => scale.offset + scale.factor * ability;
  const draws = new Float64Array(latents.drawCount * models);
  for (let draw = 0; draw < latents.drawCount; draw++) {
    const one = latents.values.subarray(draw * size, (draw + 1) * size);
    draws.set(mixed(one, mixture).map(toIndex), draw * models);
  }
  return {
    models: fit.data.models.map(({id}) => id),
    point: mixed(fit.posterior.mean, mixture).map(toIndex),
    draws,
    drawCount: latents.drawCount,
  };
}
