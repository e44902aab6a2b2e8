/**
 * How every model of the index would do on the user's own eval, given the models that took it.
 *
 * Candidates for what the eval is like are drawn from what benchmarks are like and weighed by how well they explain the
 * results. Each joint draw takes one candidate by its weight, continues one world of the index, and is moved onto the
 * results by Matheron's rule: a prior draw plus its own miss at the tested models, carried to all models by the
 * prior's covariance. What only one model does on one test (the benchmark's noise) is part of its success rate; what
 * comes from the finite number of items is not.
 *
 * @see METHOD rule R70; Wilson et al. (2021), Pathwise Conditioning of Gaussian Processes, on Matheron's rule
 */
import {logistic, relativeNoise} from "../../measure/ability/working-response.ts";
import type {AbilityFit} from "../../measure/ability/fit-ability.ts";
import {solveFactored} from "../../numeric/cholesky.ts";
import {median} from "../../numeric/quantile.ts";
import type {Random} from "../../numeric/random.ts";
import {benchmarkCandidates} from "./benchmark-prior.ts";
import type {IndexWorld} from "./index-world.ts";
import type {OwnEval, SuccessDraws} from "./own-eval.ts";
import type {OwnEvalsMethod} from "./own-evals-method.ts";
import {priorCovariance, type Tested, type WeighedCandidate, weighed} from "./weighed-candidates.ts";

/**
 * @param own - results of models that the index does not know are left out
 * @param streamOf - the random stream of each draw; -1 names the one that makes the candidates
 */
export function successDraws(
  fit: AbilityFit,
  world: IndexWorld,
  own: OwnEval,
  method: OwnEvalsMethod,
  streamOf: (draw: number) => Random,
): SuccessDraws {
  const at = new Map(world.models.map((id, index) => [id, index]));
  const known = own.results
    .filter(({model}) => at.has(model))
    .sort((a, b) => at.get(a.model)! - at.get(b.model)!);
  const tested = known.map(({model, score, items}): Tested => {
    const count = items ?? method.unstatedItems.value;
    // A share of n items, with half an item on either side, so that all or none right is not taken as certain.
    const share = (score * count + 0.5) / (count + 1);
    return {model: at.get(model)!, score, sampling: (share * (1 - share)) / count};
  });
  const random = streamOf(-1);
  const candidates = benchmarkCandidates(fit, own.domain, method, random).map((candidate) =>
    weighed(world, candidate, tested),
  );
  const {drawCount} = world.draws;
  const chosen = systematicResample(
    candidates.map(({evidence}) => evidence),
    drawCount,
    random,
  );
  const size = world.models.length;
  const draws = new Float64Array(drawCount * size);
  for (let d = 0; d < drawCount; d++) {
    draws.set(oneDraw(world, candidates[chosen[d]], tested, d, streamOf(d)), d * size);
  }
  const typical = Float64Array.from({length: size}, (_, m) =>
    median(Float64Array.from({length: drawCount}, (_, d) => draws[d * size + m])),
  );
  return {
    eval: own.id,
    models: world.models,
    typical,
    draws,
    drawCount,
    observed: new Map(known.map((result) => [result.model, result])),
  };
}

/** Success rate of every model in one draw [models]. */
function oneDraw(
  world: IndexWorld,
  candidate: WeighedCandidate,
  tested: readonly Tested[],
  draw: number,
  random: Random,
): Float64Array {
  const {
    models: {length: size},
    latents,
    departureFactor,
    draws,
    noiseFloor,
  } = world;
  const {weights, own, level, levelSd, noise, response, variance, factor} = candidate;
  const from = draw * latents * size;
  const normal = Float64Array.from({length: size}, () => random.normal());
  const shift = level + levelSd * random.normal();
  const latent = new Float64Array(size);
  for (let m = 0; m < size; m++) {
    let departure = 0;
    const row = m * departureFactor.stride;
    for (let k = 0; k <= m; k++) departure += departureFactor.values[row + k] * normal[k];
    latent[m] = shift + own * departure;
    for (let q = 0; q < latents; q++) latent[m] += weights[q] * draws.values[from + q * size + m];
  }
  const pull = Float64Array.from(
    tested,
    ({model}, i) => response[i] - latent[model] - Math.sqrt(variance[i]) * random.normal(),
  );
  solveFactored(factor, pull);
  const correction = new Float64Array(size);
  for (let m = 0; m < size; m++) {
    for (let i = 0; i < tested.length; i++) {
      correction[m] += pull[i] * priorCovariance(world, candidate, m, tested[i].model);
    }
  }
  const scoreOf = new Map(tested.map((one) => [one.model, one]));
  return latent.map((before, m) => {
    const p = logistic(before + correction[m]);
    const spread = noise ** 2 * relativeNoise(p, noiseFloor);
    const seen = scoreOf.get(m);
    // Given its own score, what only this model does on this test is known up to the items' share of the miss.
    const kept = seen ? spread / (spread + seen.sampling) : 0;
    const centre = seen ? p + kept * (seen.score - p) : p;
    const sd = Math.sqrt(spread * (1 - kept));
    return Math.min(1, Math.max(0, centre + sd * random.normal()));
  });
}

/** Positions drawn in proportion to exp(logWeights), with the least noise that an unbiased draw allows, shuffled. */
function systematicResample(logWeights: readonly number[], count: number, random: Random): Int32Array {
  const highest = Math.max(...logWeights);
  const weights = logWeights.map((log) => Math.exp(log - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = new Int32Array(count);
  const offset = random.uniform();
  let [at, passed] = [0, weights[0]];
  for (let i = 0; i < count; i++) {
    const target = ((i + offset) / count) * total;
    while (passed < target && at < weights.length - 1) passed += weights[++at];
    chosen[i] = at;
  }
  for (let i = count - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [chosen[i], chosen[j]] = [chosen[j], chosen[i]];
  }
  return chosen;
}
