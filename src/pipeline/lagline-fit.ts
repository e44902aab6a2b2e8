/**
 * The fit behind lagline's own index, kept between runs, and the joint draws of everything latent in it.
 *
 * Kept are the unknowns that the search found and the linearised results; the rest of a fit follows from them and the
 * facts in about a second, where the search takes a minute.
 */
import {createHash} from "node:crypto";
import type {Catalog} from "../data/catalog.ts";
import {firstUsableDay} from "../data/release-date.ts";
import {type LatentDraws, latentDraws} from "../measure/ability/ability-draws.ts";
import {abilityData, type AbilityInput} from "../measure/ability/ability-input.ts";
import type {AbilityMethod} from "../measure/ability/ability-method.ts";
import {type AbilityFit, fitAbility} from "../measure/ability/fit-ability.ts";
import {latentPosterior} from "../measure/ability/latent-posterior.ts";
import {modelKernels} from "../measure/ability/model-kernels.ts";
import {layoutOf} from "../measure/ability/parameters.ts";
import {stream} from "../numeric/random.ts";
import type {Effects} from "../options.ts";
import {measureBuild} from "../version.ts";
import {scaleAnchors} from "./scale-anchors.ts";

/** Names the purpose of the random streams, so that no other part of lagline shares their numbers. */
const PURPOSE = 0x1a6;

interface KeptFit {
  readonly parameters: readonly number[];
  readonly response: readonly number[];
  readonly relative: readonly number[];
  readonly sampling: readonly number[];
  readonly cost: number;
  readonly evaluations: number;
  readonly lastChange: number;
}

/** Kept under a hash of what is fitted, how, and by which code: neither seed nor number of draws costs a new fit. */
export function laglineFit(
  catalog: Catalog,
  observations: AbilityInput["observations"],
  method: AbilityMethod,
  {cache, progress}: Pick<Effects, "cache" | "progress">,
): AbilityFit {
  const input = abilityInput(catalog, observations);
  const anchored = anchoredMethod(method, observations);
  const content = createHash("sha256")
    .update(JSON.stringify([input, anchored]))
    .digest("hex");
  const key = `lagline fit ${measureBuild} ${content}`;
  const kept = cache?.read(key);
  if (kept) return restored(input, anchored, JSON.parse(new TextDecoder().decode(kept)) as KeptFit);
  const fit = fitAbility(input, anchored, (done, count) => progress("fitting abilities", done, count));
  const {parameters, working, cost, evaluations, lastChange} = fit;
  const keep: KeptFit = {
    parameters: [...parameters],
    response: [...working.response],
    relative: [...working.relative],
    sampling: [...working.sampling],
    cost,
    evaluations,
    lastChange,
  };
  cache?.write(key, new TextEncoder().encode(JSON.stringify(keep)));
  return fit;
}

/** Draws of the fit's latents; draw d is the world of draw d of every index made from the same seed. */
export const laglineLatents = (fit: AbilityFit, seed: number, draws: number): LatentDraws =>
  latentDraws(fit, (draw) => stream(seed, PURPOSE, draw), draws);

function restored(input: AbilityInput, method: AbilityMethod, kept: KeptFit): AbilityFit {
  const data = abilityData(input);
  const ground = {
    data,
    kernels: modelKernels(data, method),
    layout: layoutOf(data, method),
    levelSd: method.levelSd.value,
  };
  const parameters = Float64Array.from(kept.parameters);
  const working = {
    response: Float64Array.from(kept.response),
    relative: Float64Array.from(kept.relative),
    sampling: Float64Array.from(kept.sampling),
  };
  const {cost, evaluations, lastChange} = kept;
  const posterior = latentPosterior(ground, parameters, working);
  return {data, method, ground, parameters, posterior, working, cost, evaluations, lastChange};
}

function anchoredMethod(method: AbilityMethod, observations: AbilityInput["observations"]): AbilityMethod {
  const measured = new Set(observations.map(({model}) => model));
  const {low, high} = scaleAnchors((id) => measured.has(id));
  return {
    ...method,
    lowAnchor: {...method.lowAnchor, value: {ids: [low.id], value: low.points}},
    highAnchor: {...method.highAnchor, value: {ids: [high.id], value: high.points}},
  };
}

function abilityInput(catalog: Catalog, observations: AbilityInput["observations"]): AbilityInput {
  return {
    observations,
    models: [...catalog.models.values()].map((model) => ({
      id: model.id,
      lab: model.lab,
      family: model.family,
      releaseDay: firstUsableDay(model, "earliest"),
    })),
    benchmarks: [...catalog.benchmarks.values()].map(({id, domain, access, family}) => ({
      id,
      domain,
      access,
      family,
    })),
  };
}
