/**
 * Every arguable constant of the ECI compatibility mode: Epoch AI's published choice, why it is kept, what else is
 * possible. The mode exists to agree with Epoch's index, so the default is always theirs.
 */

import type {Choice} from "../../choice.ts";
export type Resampling = "within-model" | "rows";

/** A model and its place on the published scale. */
export interface ScaleAnchor {
  /** Any of the ids under which files know the model. */
  readonly ids: readonly string[];
  readonly value: number;
}

export interface EciMethod {
  /** Models dated before this day are dropped (YYYY-MM-DD). */
  readonly firstDay: Choice<string>;
  readonly minBenchmarks: Choice<number>;
  /** Results are moved into [clip, 1 - clip] before fitting. */
  readonly clip: Choice<number>;
  /** Weight λ of the single penalty λ Σθ² / P. */
  readonly penalty: Choice<number>;
  /** Ids of the benchmark whose discrimination is fixed at 1 and whose difficulty is the origin. */
  readonly referenceBenchmark: Choice<readonly string[]>;
  /** Abilities and difficulties stay in [-bound, bound]. */
  readonly locationBound: Choice<number>;
  readonly slopeBounds: Choice<readonly [number, number]>;
  readonly lowAnchor: Choice<ScaleAnchor>;
  readonly highAnchor: Choice<ScaleAnchor>;
  readonly draws: Choice<number>;
  readonly resampling: Choice<Resampling>;
  readonly intervalLevel: Choice<number>;
  /** Points between which a subset score is searched. */
  readonly subsetRange: Choice<readonly [number, number]>;
  readonly subsetMinResults: Choice<number>;
  /** Settled when no free unknown has a larger gradient: the main fit, then each bootstrap draw. */
  readonly gradient: Choice<number>;
  readonly drawGradient: Choice<number>;
  readonly iterations: Choice<number>;
}

export const eciMethod: EciMethod = {
  firstDay: {
    value: "2023-01-01",
    reason:
      "Epoch starts the index with the first models after ChatGPT; earlier ones have too few shared benchmarks.",
    alternatives: ["2022-01-01", "2024-01-01"],
  },
  minBenchmarks: {
    value: 4,
    reason: "Epoch's rule; fewer results leave one ability per model close to undetermined.",
    alternatives: [3, 6, 8],
  },
  clip: {
    value: 0.001,
    reason: "Epoch's value; keeps perfect and zero results off the flat ends of the logistic curve.",
    alternatives: [0.01, 0],
  },
  penalty: {
    value: 0.1,
    reason: "Epoch's λ; it only has to stop unidentified parameters from running to their bounds.",
    alternatives: [0.01, 1],
  },
  referenceBenchmark: {
    value: ["winogrande", "Winogrande", "WinoGrande"],
    reason: "Epoch's anchor benchmark while fitting; no effect after rescaling except through the penalty.",
    alternatives: [["gpqa-diamond", "GPQA diamond"]],
  },
  locationBound: {
    value: 10,
    reason: "Epoch's bound; no parameter of the published snapshots reaches it, resampled ones may.",
    alternatives: [20],
  },
  slopeBounds: {
    value: [0.1, 10],
    reason: "Epoch's bounds; a benchmark that does not tell models apart is held at the lower one.",
    alternatives: [[0.01, 100]],
  },
  lowAnchor: {
    value: {
      ids: ["claude-3.5-sonnet-2024-06", "Claude 3.5 Sonnet", "claude-3-5-sonnet-20240620"],
      value: 130,
    },
    reason: "Epoch's lower anchor: Claude 3.5 Sonnet of June 2024.",
    alternatives: [],
  },
  highAnchor: {
    value: {ids: ["gpt-5", "GPT-5", "gpt-5-2025-08-07_high"], value: 150},
    reason: "Epoch's upper anchor: GPT-5 at its highest effort.",
    alternatives: [],
  },
  draws: {value: 500, reason: "Epoch's count since 2026 (100 before).", alternatives: [100, 2000]},
  resampling: {
    value: "within-model",
    reason:
      "Epoch's current scheme: each model keeps its number of results. The older one resampled all rows.",
    alternatives: ["rows"],
  },
  intervalLevel: {value: 0.9, reason: "Epoch publishes the 5% and 95% quantiles.", alternatives: [0.8, 0.95]},
  subsetRange: {
    value: [-100, 300],
    reason: "The range Epoch's website searches for a model's score on a subset of benchmarks.",
    alternatives: [],
  },
  subsetMinResults: {
    value: 3,
    reason:
      "Epoch asks for none; one or two results give a bootstrap next to no spread, so the interval would be false.",
    alternatives: [1, 2, 4],
  },
  gradient: {
    value: 1e-10,
    reason: "Far below what moves an index value by 1e-6 points; the last Newton steps reach it at once.",
    alternatives: [1e-6, 1e-8],
  },
  drawGradient: {
    value: 1e-6,
    reason: "Moves an index value by less than 1e-3 points, a thousandth of the width of an interval.",
    alternatives: [1e-8],
  },
  iterations: {
    value: 400,
    reason: "Fits settle in tens of steps; one that needs hundreds has met a fault.",
    alternatives: [100],
  },
};
