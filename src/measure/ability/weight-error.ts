/**
 * How well the discriminations and loadings of each benchmark are known, given everything else.
 *
 *   V_b = (V₀⁻¹ + U R_b⁻¹ U')⁻¹,   V₀ = diag((a_b s_a)², s_λ², ..)
 *
 * with U [(1 + factors) x results] the latents of the models that took b. R_b⁻¹ takes out the level of b, so only
 * differences between models inform a slope.
 */
import {choleskyInPlace, inverseOfFactored, square} from "../../numeric/cholesky.ts";
import type {AbilityMethod} from "./ability-method.ts";
import type {Ground, LatentPosterior, WeightError} from "./latent-posterior.ts";

export function weightError(
  {data, layout}: Ground,
  {mean, ownInverse, weights}: Pick<LatentPosterior, "mean" | "ownInverse" | "weights">,
  method: AbilityMethod,
): WeightError {
  const models = data.models.length;
  const {benchmarks, factors} = layout;
  const latents = 1 + factors;
  const covariance = Array.from({length: benchmarks}, (_, b) => {
    const from = data.start[b];
    const inverse = ownInverse[b];
    const information = square(latents);
    for (let q = 0; q < latents; q++) {
      const sd = q === 0 ? weights[b] * method.slopeSd.value : method.loadingSd.value;
      information.values[q * information.stride + q] = 1 / sd ** 2;
    }
    for (let i = 0; i < inverse.n; i++) {
      for (let j = 0; j < inverse.n; j++) {
        const entry = inverse.values[i * inverse.stride + j];
        for (let q = 0; q < latents; q++) {
          const left = entry * mean[q * models + data.model[from + i]];
          for (let p = 0; p < latents; p++) {
            information.values[q * information.stride + p] += left * mean[p * models + data.model[from + j]];
          }
        }
      }
    }
    const known = inverseOfFactored(choleskyInPlace(information));
    const dense = new Float64Array(latents * latents);
    for (let q = 0; q < latents; q++)
      dense.set(known.values.subarray(q * known.stride, q * known.stride + latents), q * latents);
    return dense;
  });
  return {latents: mean, covariance};
}
