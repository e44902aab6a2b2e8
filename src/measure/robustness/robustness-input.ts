/** What the robustness estimate reads. A caller makes it from the Catalog, as of a day. */
import type {AccessClass, Domain} from "../../data/catalog.ts";
import type {Day} from "../../units.ts";
import type {Release} from "../instrument.ts";
import type {ObservedPreference} from "../preference/latest-ratings.ts";

export interface ObservedModel {
  readonly id: string;
  /** "" when unknown: each such model then stands for a lab of its own. */
  readonly lab: string;
  readonly openness: "open" | "closed";
  /** Weights day of an open model, first availability of a closed one. */
  readonly releaseDay: Day;
}

export interface ObservedBenchmark {
  readonly id: string;
  /** Editions and evaluators of the same test share a family. */
  readonly family: string;
  readonly domain: Domain;
  readonly access: AccessClass;
  /** Score of guessing; undefined counts as 0. */
  readonly chance?: number;
  readonly ceiling: number;
  /** Undefined: the first release that was run on it stands in. */
  readonly publishedDay?: Day;
}

export interface Observation {
  readonly model: string;
  readonly benchmark: string;
  /** In [0, 1], as published. */
  readonly score: number;
  readonly stderr?: number;
  /** Effort, thinking mode or budget; "" when unstated. */
  readonly setting: string;
  readonly harness: string;
}

/**
 * A rule for the lag, made once for the releases and then asked for one world at a time.
 *
 * The inner function gets one row of abilities and answers in months, or undefined when the rule has no answer there
 * (no open release yet, or closed never below the best open one).
 */
export type LagRule = (
  sides: {readonly closed: readonly Release[]; readonly open: readonly Release[]},
  asOf: Day,
) => (abilities: Float64Array) => number | undefined;

export interface RobustnessInput {
  readonly models: readonly ObservedModel[];
  readonly benchmarks: readonly ObservedBenchmark[];
  readonly observations: readonly Observation[];
  readonly preferences: readonly ObservedPreference[];
  /** Nothing dated later is read. */
  readonly asOf: Day;
  /** The rule for public and class lags; the daily look-back lag when left out. */
  readonly lagRule?: LagRule;
}

/** Evidence that is not an established public benchmark. */
export const EVIDENCE_CLASSES = ["private", "semi-private", "fresh", "agentic", "preference"] as const;
export type EvidenceClass = (typeof EVIDENCE_CLASSES)[number];
