/** What somebody runs and what it is for: the question the advice answers. */
import type {Latency, WorkloadKind, WorkStyle} from "./workload-kinds.ts";

/** Where the quality of a workload is read: a domain of tests, or the general index. */
export const QUALITY_DOMAINS = [
  "general",
  "coding",
  "agentic",
  "math",
  "reasoning",
  "knowledge",
  "multimodal",
  "language",
] as const;
export type QualityDomain = (typeof QUALITY_DOMAINS)[number];

export const LICENCE_LIMITS = ["permissive", "conditional", "non-commercial", "closed"] as const;
export type LicenceLimit = (typeof LICENCE_LIMITS)[number];
export const ORIGINS = ["US", "China", "other"] as const;
export const RESIDENCIES = ["EU", "US", "any"] as const;
export type Residency = (typeof RESIDENCIES)[number];

/** What an option must not break, whatever it is worth. */
export interface Limits {
  /** Where the data may be processed. */
  readonly dataResidency: Residency;
  /** Licence classes that may be used; "closed" stands for models behind an API only. */
  readonly licences: readonly LicenceLimit[];
  /** Homes of labs whose models may not be used. */
  readonly excludedOrigins: readonly (typeof ORIGINS)[number][];
  /** Origins that may be used only on machines of one's own or at a host elsewhere, never through the lab's own service. */
  readonly originsNotAtHome: readonly (typeof ORIGINS)[number][];
  /** Only machines of one's own. */
  readonly onPremises: boolean;
  /** Ids of models, labs or hosts that may not be used. */
  readonly excluded: readonly string[];
}

export interface Running {
  /** Catalog id. */
  readonly model: string;
  /** Host; undefined where the file names none: then the cheapest it is sold at. */
  readonly provider?: string;
}

export interface Workload {
  /** From the name: lower case with hyphens, unique in the file. */
  readonly id: string;
  readonly name: string;
  readonly kind: WorkloadKind;
  readonly needs: string;
  readonly tasksPerMonth: number;
  /** 0.3: a third more tasks a year from now. */
  readonly growthPerYear: number;
  readonly requestsPerTask: number;
  /** Per request; cached is the part of the input that repeats. */
  readonly tokens: {readonly input: number; readonly output: number; readonly cached: number};
  readonly quality: {
    readonly domain: QualityDomain;
    /** Catalog ids; when any are named they are the evidence instead of the domain. */
    readonly benchmarks: readonly string[];
    /** Name of an imported eval. */
    readonly ownEval?: string;
    /** Share of tasks done right by what runs today, and on how many it was judged. */
    readonly successNow?: number;
    readonly gradedTasks: number;
  };
  readonly valueOfSuccess: number;
  readonly costOfFailure: number;
  readonly noticed: number;
  readonly latency: Latency;
  readonly style: WorkStyle;
  readonly limits: Limits;
  readonly today?: Running;
  /** USD once: engineering, tests, retraining of people. */
  readonly switchingCost: number;
  /** Fields the file left out, each with what stands in for it. */
  readonly assumed: readonly {readonly field: string; readonly value: string}[];
}

export interface Portfolio {
  readonly name: string;
  readonly horizonMonths: number;
  /** Per year. */
  readonly discountRate: number;
  readonly workloads: readonly Workload[];
  readonly assumed: readonly {readonly field: string; readonly value: string}[];
}
