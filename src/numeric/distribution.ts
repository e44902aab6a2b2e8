/**
 * Simple distributions as plain data, so that they can stand in a file, in a method object and in a message to a
 * worker, and draws from them.
 */
import {exp, log} from "./elementary.ts";
import type {Random} from "./random.ts";

export type Distribution =
  | {readonly kind: "point"; readonly value: number}
  | {readonly kind: "normal"; readonly mean: number; readonly sd: number}
  | {readonly kind: "lognormal"; readonly logMean: number; readonly logSd: number}
  | {readonly kind: "uniform"; readonly low: number; readonly high: number}
  | {readonly kind: "mixture"; readonly parts: readonly Distribution[]; readonly weights: readonly number[]};

/** The 95th percentile of the standard normal. */
const Z95 = 1.6448536269514722;

export const point = (value: number): Distribution => ({kind: "point", value});
export const normal = (mean: number, sd: number): Distribution => ({kind: "normal", mean, sd});
export const uniform = (low: number, high: number): Distribution => ({kind: "uniform", low, high});

/**
 * The distribution whose middle 90% runs from `low` to `high`: lognormal where both are above zero, else normal. Squiggle's
 * `low to high` is the former and refuses the latter.
 *
 * @param high - above `low`
 */
export function between(low: number, high: number): Distribution {
  if (low > 0) {
    const [a, b] = [log(low), log(high)];
    return {kind: "lognormal", logMean: (a + b) / 2, logSd: (b - a) / (2 * Z95)};
  }
  return normal((low + high) / 2, (high - low) / (2 * Z95));
}

/** @param weights - one per part, above zero; they need not sum to one */
export const mixture = (parts: readonly Distribution[], weights: readonly number[]): Distribution => ({
  kind: "mixture",
  parts,
  weights,
});

/** One draw. */
export function drawFrom(distribution: Distribution, random: Random): number {
  switch (distribution.kind) {
    case "point":
      return distribution.value;
    case "normal":
      return distribution.mean + distribution.sd * random.normal();
    case "lognormal":
      return exp(distribution.logMean + distribution.logSd * random.normal());
    case "uniform":
      return distribution.low + (distribution.high - distribution.low) * random.uniform();
    case "mixture":
      return drawFrom(partOf(distribution, random.uniform()), random);
  }
}

function partOf({parts, weights}: Extract<Distribution, {kind: "mixture"}>, u: number): Distribution {
  let left = u * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return parts[i];
  }
  return parts[parts.length - 1];
}
