/**
 * lagline's own index: one general ability per model, further factors with learned loadings, and own departures of each
 * benchmark, all shrunk by amounts learned from the results.
 *
 *   y = σ(η) + ε,   η = a_b θ_m + Σ_k λ_bk u_km + r_b(m)
 *
 * Latents (θ, u, r) are averaged over; discriminations a, loadings λ, noise and the sizes of all shares are the mode of
 * their posterior (empirical Bayes with weak priors). The logistic curve is handled by repeated linearisation about the
 * current fit (Laplace approximation).
 *
 * @see METHOD, ability; Rasmussen & Williams (2006), sections 3.4 and 5.4; Álvarez, Rosasco & Lawrence (2012) on the
 *   linear model of coregionalisation
 */
import {InputError} from "../../errors.ts";
import {lbfgsMinimum} from "../../numeric/lbfgs.ts";
import {type AbilityData, type AbilityInput, abilityData} from "./ability-input.ts";
import type {AbilityMethod} from "./ability-method.ts";
import {fittedLatent, type Ground, type LatentPosterior, latentPosterior} from "./latent-posterior.ts";
import {minusLogEvidence} from "./marginal-likelihood.ts";
import {modelKernels} from "./model-kernels.ts";
import {layoutOf, startParameters} from "./parameters.ts";
import {startLoadings} from "./start-loadings.ts";
import {firstLatent, type WorkingResponse, workingResponse} from "./working-response.ts";

export interface AbilityFit {
  readonly data: AbilityData;
  readonly method: AbilityMethod;
  readonly ground: Ground;
  /** Parameters, see `Layout`. */
  readonly parameters: Float64Array;
  readonly posterior: LatentPosterior;
  readonly working: WorkingResponse;
  /** Minus log evidence minus log prior of the parameters, at the last linearisation. */
  readonly cost: number;
  /** Times the evidence was evaluated. */
  readonly evaluations: number;
  /** Largest change of a fitted latent in the last re-linearisation, logits. */
  readonly lastChange: number;
}

/** A re-linearisation never moves a latent by more than this, logits. */
const LONGEST_STEP = 1.5;

/**
 * @param onProgress - told after each evaluation; `count` is how many the searches take when every step succeeds at once
 * @throws InputError when there is nothing to fit, or the input contradicts itself
 */
export function fitAbility(
  input: AbilityInput,
  method: AbilityMethod,
  onProgress: (done: number, count: number) => void = () => {},
): AbilityFit {
  const data = abilityData(input);
  if (data.score.length === 0) {
    throw new InputError("insufficient", "results: 0; an ability needs at least one result");
  }
  const layout = layoutOf(data, method);
  const ground: Ground = {data, kernels: modelKernels(data, method), layout, levelSd: method.levelSd.value};
  let latent = firstLatent(data.score);
  let parameters = startParameters(layout, method, startLoadings(data, latent, layout.factors));
  let cost = Number.NaN;
  let evaluations = 0;
  const expected = method.searches.value.reduce((sum, iterations) => sum + iterations + 1, 0);
  let evaluated = 0;
  for (const iterations of method.searches.value) {
    const working = workingResponse(data, latent, method.noiseFloor.value);
    const minimum = lbfgsMinimum(
      (x, gradient) => {
        onProgress(Math.min(evaluated++, expected - 1), expected);
        return minusLogEvidence(ground, method, working, x, gradient);
      },
      parameters,
      {iterations, gradient: method.gradient.value, decrease: 0},
    );
    parameters = minimum.x;
    cost = minimum.value;
    evaluations += minimum.evaluations;
    latent = relinearised(ground, method, parameters, latent).latent;
  }
  const last = relinearised(ground, method, parameters, latent);
  const working = workingResponse(data, last.latent, method.noiseFloor.value);
  return {
    data,
    method,
    ground,
    parameters,
    posterior: latentPosterior(ground, parameters, working),
    working,
    cost,
    evaluations,
    lastChange: last.change,
  };
}

/** Latents at the mode for given parameters, by repeated linearisation (Newton's method on the latents). */
function relinearised(ground: Ground, method: AbilityMethod, parameters: Float64Array, from: Float64Array) {
  let latent = from;
  let change = Number.POSITIVE_INFINITY;
  for (let round = 0; round < method.linearisations.value && change > method.latentChange.value; round++) {
    const working = workingResponse(ground.data, latent, method.noiseFloor.value);
    const fitted = fittedLatent(working, latentPosterior(ground, parameters, working));
    change = 0;
    latent = latent.map((before, i) => {
      const step = fitted[i] - before;
      change = Math.max(change, Math.abs(step));
      return before + Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step));
    });
  }
  return {latent, change};
}
