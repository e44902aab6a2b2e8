/**
 * Every arguable choice of lagline's own index: its value, why, and what else is possible.
 *
 * Values were chosen on splits of the August 2026 and December 2025 Epoch snapshots that the reported hold-out errors
 * do not use; how much of each kind of likeness there is gets learned anew in every fit, from the start given here.
 */

import type {Choice} from "../../choice.ts";
/** How two models can be alike, see `modelKernels`. */
export type Likeness = "own" | "sibling" | "family" | "lab" | "house" | "era" | "trend";

/** Which latent quantity a component of likeness belongs to. */
export type Quantity = "ability" | "factor" | "benchmark";

/** A component of likeness, with the standard deviation (logits) at which the search starts and its prior is centred. */
export interface LikenessStart {
  readonly of: Quantity;
  readonly likeness: Likeness;
  readonly sd: number;
}

export interface IndexAnchor {
  /** Any of the ids under which files know the model. */
  readonly ids: readonly string[];
  readonly value: number;
}

export interface AbilityMethod {
  readonly factors: Choice<number>;
  readonly likeness: Choice<readonly LikenessStart[]>;
  /** Prior standard deviation of the log of each component's size. */
  readonly likenessSd: Choice<number>;
  /** Years over which likeness fades. */
  readonly memory: Choice<{
    readonly short: number;
    readonly medium: number;
    readonly era: number;
    readonly long: number;
  }>;
  /** Prior standard deviation of log discriminations. */
  readonly slopeSd: Choice<number>;
  /** Prior standard deviation of loadings. */
  readonly loadingSd: Choice<number>;
  /** Prior correlation of slopes, and of loadings, of two benchmarks of one domain; of one family on top. */
  readonly resemblance: Choice<{readonly domain: number; readonly family: number}>;
  /** Prior standard deviation of a benchmark's level, logits. */
  readonly levelSd: Choice<number>;
  /** Typical noise at the middle of the score scale: where the search starts. */
  readonly typicalNoise: Choice<number>;
  /** Spread of log noise, and of the log size of own departures, between benchmarks. */
  readonly noiseSd: Choice<number>;
  readonly ownSd: Choice<number>;
  /** Noise variance at scores 0 and 1 relative to that at a half. */
  readonly noiseFloor: Choice<number>;
  /** Steps allowed in each search for parameters; the curve is linearised anew before each. */
  readonly searches: Choice<readonly number[]>;
  /** A search is settled when no entry of the gradient is larger. */
  readonly gradient: Choice<number>;
  /** Re-linearisations per round at most, and the largest change of a latent (logits) that ends them. */
  readonly linearisations: Choice<number>;
  readonly latentChange: Choice<number>;
  /** Benchmarks over which the general ability averages. */
  readonly population: Choice<"benchmarks" | "domains">;
  readonly lowAnchor: Choice<IndexAnchor>;
  readonly highAnchor: Choice<IndexAnchor>;
  readonly draws: Choice<number>;
  readonly intervalLevel: Choice<number>;
  /** Factor on the standard deviations behind prediction intervals. */
  readonly predictionWidening: Choice<number>;
}

export const abilityMethod: AbilityMethod = {
  factors: {
    value: 2,
    reason:
      "Besides the ability. One, two and three predict hidden results within 0.1 points of each other; two leave room for more than one lasting strength, such as knowledge against reasoning.",
    alternatives: [0, 1, 3],
  },
  likeness: {
    value: [
      {of: "ability", likeness: "own", sd: 0.3},
      {of: "ability", likeness: "sibling", sd: 0.3},
      {of: "ability", likeness: "lab", sd: 0.3},
      {of: "ability", likeness: "house", sd: 0.3},
      {of: "ability", likeness: "trend", sd: 0.3},
      {of: "ability", likeness: "era", sd: 0.3},
      {of: "factor", likeness: "sibling", sd: 0.3},
      {of: "factor", likeness: "family", sd: 0.3},
      {of: "factor", likeness: "lab", sd: 0.3},
      {of: "factor", likeness: "era", sd: 0.3},
      {of: "benchmark", likeness: "sibling", sd: 0.3},
      {of: "benchmark", likeness: "family", sd: 0.3},
      {of: "benchmark", likeness: "house", sd: 0.3},
      {of: "benchmark", likeness: "era", sd: 0.3},
    ],
    reason:
      "Labs, families and generations share strengths in general, by factor and by single benchmark. Leaving the benchmark terms out costs 0.5 points of hold-out error on random splits. Sizes are learned.",
    alternatives: [],
  },
  likenessSd: {
    value: 0.15,
    reason:
      "Strong: on a record of three years the evidence takes any trend shared by two benchmarks for a lasting likeness. Free sizes (1), taken to their mode, cost up to 1.5 points on single quarters.",
    alternatives: [0.3, 1],
  },
  memory: {
    value: {short: 0.7, medium: 1, era: 2, long: 3},
    reason:
      "Sister releases are months apart, a training recipe lasts about a year, and the whole record spans three and a half.",
    alternatives: [
      {short: 0.35, medium: 0.5, era: 1, long: 1.5},
      {short: 1.4, medium: 2, era: 4, long: 6},
    ],
  },
  slopeSd: {
    value: 0.3,
    reason: "Two thirds of benchmarks discriminate within a factor 1.35 of the typical one.",
    alternatives: [0.2, 0.4],
  },
  loadingSd: {
    value: 0.2,
    reason:
      "On the scale of discriminations, which are about 1: departures are smaller than the ability itself.",
    alternatives: [0.1, 0.4],
  },
  resemblance: {
    value: {domain: 0.5, family: 0.3},
    reason:
      "Helps on benchmarks with few results: from 0.3 to 0.6 within a domain the error on the next quarter falls by 0.15 points and on random splits rises by 0.06.",
    alternatives: [
      {domain: 0, family: 0},
      {domain: 0.3, family: 0.3},
    ],
  },
  levelSd: {
    value: 2,
    reason: "Wide: from 12% to 88% solved at one standard deviation by the typical model.",
    alternatives: [3],
  },
  typicalNoise: {
    value: 0.06,
    reason: "About the root mean square residual of the one-ability index; learned from there.",
    alternatives: [0.03],
  },
  noiseSd: {
    value: 0.4,
    reason: "Test sizes differ tenfold, hence noise threefold, between benchmarks.",
    alternatives: [0.2, 0.8],
  },
  ownSd: {
    value: 0.4,
    reason: "Some benchmarks, SimpleQA for one, measure something of their own; most do not.",
    alternatives: [0.2, 0.8],
  },
  noiseFloor: {
    value: 0.03,
    reason: "A score of exactly 0 or 1 still moves by 1/6 of the noise at a half when a test is repeated.",
    alternatives: [0.01, 0.1],
  },
  searches: {
    value: [8, 8, 8],
    reason:
      "Few on purpose: loadings taken to the very mode of their posterior fit noise. Stopping here predicts random hidden results 0.1 points better than 60 steps, and takes a third of the time.",
    alternatives: [[12, 12, 12, 12, 12]],
  },
  gradient: {
    value: 1e-3,
    reason: "In units of log evidence per unit of a log parameter: far below what data can tell.",
    alternatives: [1e-5],
  },
  linearisations: {
    value: 10,
    reason: "Newton steps settle in three or four; one that needs more swings between two tangents.",
    alternatives: [3],
  },
  latentChange: {
    value: 1e-3,
    reason: "A thousandth of a logit is at most 0.025 points of score.",
    alternatives: [1e-5],
  },
  population: {
    value: "benchmarks",
    reason: "Every benchmark counts once: the index answers for the tests that exist, as its peers do.",
    alternatives: ["domains"],
  },
  lowAnchor: {
    value: {
      ids: ["claude-3.5-sonnet-2024-06", "Claude 3.5 Sonnet", "claude-3-5-sonnet-20240620"],
      value: 130,
    },
    reason: "The anchors of Epoch's index, so that the two can be read side by side.",
    alternatives: [],
  },
  highAnchor: {
    value: {ids: ["gpt-5", "GPT-5", "gpt-5-2025-08-07_high"], value: 150},
    reason: "The anchors of Epoch's index, so that the two can be read side by side.",
    alternatives: [],
  },
  draws: {
    value: 500,
    reason: "Moves the ends of a 90% interval by about 2% of its width from seed to seed.",
    alternatives: [200, 2000],
  },
  intervalLevel: {value: 0.9, reason: "The level the peers publish.", alternatives: [0.8, 0.95]},
  predictionWidening: {
    value: 1.1,
    reason:
      "Parameters at their mode leave their own uncertainty out. Measured on tuning splits: with it the 90% intervals cover 90.4% of random and 90.5% of temporal results.",
    alternatives: [1, 1.2],
  },
};
