/**
 * Scores seen from the latent scale. A score is the logistic curve of the latent plus noise on the score scale,
 *
 *   y = σ(η) + ε,   var ε = s_b² (4 p (1 - p) + floor) + stderr²,   p = σ(η),
 *
 * so that a miss of five points costs the same near 0, where the logit of the score would be wild. Around a current η
 * the curve is replaced by its tangent (Gauss–Newton): z = η + (y - p) / p' with variance var ε / p'².
 */
import type {AbilityData} from "./ability-input.ts";

/** The tangent is never flatter than this, or a saturated result would have no say and no limit. */
const LEAST_SLOPE = 0.01;
/** Furthest that one result may pull in one linearisation, in logits. */
const LONGEST_PULL = 4;

export interface WorkingResponse {
  /** Working response z [results]. */
  readonly response: Float64Array;
  /** Variance of z per unit of s_b² [results]. */
  readonly relative: Float64Array;
  /** Variance of z from the stated error [results]. */
  readonly sampling: Float64Array;
}

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Noise variance on the score scale per unit of s_b². */
export const relativeNoise = (p: number, floor: number): number => 4 * p * (1 - p) + floor;

export function workingResponse(
  {score, sampling}: Pick<AbilityData, "score" | "sampling">,
  latent: Float64Array,
  floor: number,
): WorkingResponse {
  const rows = score.length;
  const working = {
    response: new Float64Array(rows),
    relative: new Float64Array(rows),
    sampling: new Float64Array(rows),
  };
  for (let i = 0; i < rows; i++) {
    const p = logistic(latent[i]);
    const slope = Math.max(p * (1 - p), LEAST_SLOPE);
    const pull = (score[i] - p) / slope;
    working.response[i] = latent[i] + Math.min(LONGEST_PULL, Math.max(-LONGEST_PULL, pull));
    working.relative[i] = relativeNoise(p, floor) / slope ** 2;
    working.sampling[i] = sampling[i] / slope ** 2;
  }
  return working;
}

/** Latent values at which the first tangents are taken: logits of scores drawn in a little from 0 and 1. */
export const firstLatent = (score: Float64Array): Float64Array =>
  score.map((y) => Math.log((y + 0.03) / (1.03 - y)));
