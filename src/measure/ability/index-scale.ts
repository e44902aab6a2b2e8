/**
 * From latents to the published index.
 *
 * The ability of a model over a set S of benchmarks is what the benchmarks of S share, averaged:
 *
 *   ability_S(m) = Σ_b∈S c_b (a_b θ_m + Σ_k λ_bk u_km) / Σ_b∈S c_b a_b
 *
 * The general ability takes every benchmark, a domain's or an access class's takes its own. Defined so, it does not
 * depend on how ability and factors are turned into each other, and all of these are on one scale: a model without
 * departures has the same ability everywhere. The scale is moved to anchors by one affine map, fixed at the best
 * estimate, so that draws keep the anchors' own uncertainty instead of spreading it over everybody else.
 */
import {InputError} from "../../errors.ts";
import type {AbilityBenchmark} from "./ability-input.ts";
import type {IndexAnchor} from "./ability-method.ts";
import type {AbilityFit} from "./fit-ability.ts";

/** index = offset + factor · ability. */
export interface IndexScale {
  readonly offset: number;
  readonly factor: number;
}

/** Weight of each latent in the ability over some benchmarks: first the ability's, which is 1 [1 + factors]. */
export type Mixture = Float64Array;

/**
 * @param isCounted - which benchmarks to average over; all when left out
 * @throws InputError when that leaves none
 */
export function abilityMixture(
  {data, method, ground, posterior}: AbilityFit,
  isCounted: (benchmark: AbilityBenchmark) => boolean = () => true,
): Mixture {
  const {benchmarks, factors} = ground.layout;
  const counted = data.benchmarks.map(isCounted);
  const perDomain = new Map<string, number>();
  for (const [b, {domain}] of data.benchmarks.entries()) {
    if (counted[b]) perDomain.set(domain, (perDomain.get(domain) ?? 0) + 1);
  }
  if (perDomain.size === 0)
    throw new InputError("insufficient", "benchmarks with results: 0; an ability averages over at least one");
  const mixture = new Float64Array(1 + factors);
  for (const [b, {domain}] of data.benchmarks.entries()) {
    if (!counted[b]) continue;
    const share = method.population.value === "domains" ? 1 / perDomain.get(domain)! : 1;
    for (let q = 0; q <= factors; q++) mixture[q] += share * posterior.weights[q * benchmarks + b];
  }
  return mixture.map((weight) => weight / mixture[0]);
}

/** Ability of every model on the latent scale [models], from latents [(1 + factors) x models]. */
export function mixed(latents: Float64Array, mixture: Mixture): Float64Array {
  const models = latents.length / mixture.length;
  const ability = new Float64Array(models);
  for (let q = 0; q < mixture.length; q++) {
    for (let m = 0; m < models; m++) ability[m] += mixture[q] * latents[q * models + m];
  }
  return ability;
}

/**
 * The map that puts the two anchors' general abilities where the method says.
 *
 * @throws InputError when an anchor has no result, or when they do not differ
 */
export function indexScale(fit: AbilityFit): IndexScale {
  const ability = mixed(fit.posterior.mean, abilityMixture(fit));
  const {lowAnchor, highAnchor} = fit.method;
  const low = ability[anchorAt(fit, lowAnchor.value)];
  const high = ability[anchorAt(fit, highAnchor.value)];
  if (!(high > low)) {
    throw new InputError(
      "conflicting",
      `anchors: ${lowAnchor.value.ids[0]} and ${highAnchor.value.ids[0]}; the second was expected to be the more able one`,
    );
  }
  const factor = (highAnchor.value.value - lowAnchor.value.value) / (high - low);
  return {offset: lowAnchor.value.value - factor * low, factor};
}

function anchorAt({data: {models}}: AbilityFit, {ids}: IndexAnchor): number {
  for (const wanted of ids) {
    const at = models.findIndex(({id}) => id === wanted);
    if (at >= 0) return at;
  }
  throw new InputError("missing", `anchor: ${ids.join(" or ")}; the scale needs a result of it`);
}
