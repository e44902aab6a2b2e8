/**
 * The Catalog: every fact, checked and frozen. All computation starts here and nothing after it reads a file.
 *
 * Words are the field's own: a *model* is an AI model; a *result* is one model's outcome on one benchmark in one
 * setup. Everything that came from somewhere says from where (`Provenance`).
 */
import type {DateSpan} from "../dates.ts";
import type {Place} from "../errors.ts";
import type {Day, Gigabytes, UsdPerMtok} from "../units.ts";

/** Where a fact came from. `licence` is that of the row, which can differ from its source's. */
export interface Provenance {
  readonly source: string;
  readonly licence: string;
  readonly retrieved: Day;
  readonly place: Place;
}

/** Where one field came from, when that is not where the rest of the record came from. */
export interface FieldSource {
  /** "stated" by the source; "derived" from other facts; "background": commonly known, no document at hand. */
  readonly basis: "stated" | "derived" | "background";
  readonly source: string;
  readonly url?: string;
  readonly note: string;
}

/** What the licence of downloadable weights lets a company do. */
export type LicenceClass = "permissive" | "conditional" | "non-commercial" | "unknown";
/** Can the public download the weights? */
export type Openness = "open" | "closed" | "unknown";
export type DateConvention = "announced" | "available" | "weights";
/** Who has seen the test: anyone; held back in part; held back wholly; newly written for each edition. */
export type AccessClass = "public" | "semi-private" | "private" | "fresh";
export type Domain =
  | "coding"
  | "agentic"
  | "math"
  | "reasoning"
  | "knowledge"
  | "science"
  | "multimodal"
  | "language"
  | "composite";

/** Sources that disagree about one field stay visible. */
export interface Dispute {
  readonly field: string;
  readonly claim: string;
  readonly source: string;
  readonly why: string;
}

export interface Model {
  readonly id: string;
  readonly name: string;
  readonly lab: string;
  /** ISO 3166 alpha-2 country of the lab, "" when unknown. */
  readonly country: string;
  readonly family: string;
  readonly announced?: DateSpan;
  /** First usable through an API or product, by the public or by paying customers. */
  readonly available?: DateSpan;
  /** First public download of the weights; present exactly when `openness` is "open" and the date is known. */
  readonly weightsDate?: DateSpan;
  /** First day seen on a leaderboard or price list: an upper bound for its release, never a release date. */
  readonly firstSeen?: Day;
  /** Openness on the last day the facts cover; `opennessAt` answers for other days. */
  readonly openness: Openness;
  /** The licence's own name; "proprietary" for closed models, "" when unknown. */
  readonly licence: string;
  readonly licenceClass: LicenceClass;
  readonly paramsB?: number;
  readonly activeParamsB?: number;
  /** Memory the weights need at 8 bits per parameter, with 20% for cache and buffers; see METHOD. */
  readonly memory?: Gigabytes;
  readonly url?: string;
  readonly aliases: readonly string[];
  readonly disputes: readonly Dispute[];
  /** By field name of the file (`available`, `weights_date`, ...); absent fields came from `provenance`. */
  readonly fieldSources: Readonly<Record<string, FieldSource>>;
  readonly provenance: Provenance;
}

export interface Benchmark {
  readonly id: string;
  readonly name: string;
  /** The same test under several evaluators or editions shares a family. */
  readonly family: string;
  readonly domain: Domain;
  readonly access: AccessClass;
  /** Score of guessing, on the [0, 1] scale of results; undefined when unknown. */
  readonly chance?: number;
  /** Highest score that can be reached; 1 unless the benchmark has a known lower ceiling. */
  readonly ceiling: number;
  readonly published?: DateSpan;
  readonly evaluator: string;
  readonly metric: string;
  /** Composite indices that use it, for instance "eci". */
  readonly indexes: readonly string[];
  /** Id of the newer version that replaces it where a model has both. */
  readonly supersededBy?: string;
  readonly fieldSources: Readonly<Record<string, FieldSource>>;
  readonly provenance: Provenance;
}

export interface Result {
  readonly model: string;
  readonly benchmark: string;
  /** In [0, 1], as published: not corrected for chance. */
  readonly score: number;
  /** Standard error of `score`, when stated. */
  readonly stderr?: number;
  /** Number of items, when stated. */
  readonly items?: number;
  /** Effort, thinking mode or budget; "" when the source names none. */
  readonly setting: string;
  readonly harness: string;
  /** 1, or 2, 3, ... where a source gives several outcomes of one model in what it records as the same setup. */
  readonly run: number;
  /** True where the raw value was recovered from a chance-corrected one. */
  readonly derived: boolean;
  /** Day on which the result was seen in its source; a result may be older, never newer. */
  readonly seen: Day;
  readonly provenance: Provenance;
}

/** One list price over a half-open interval `[from, to)`; either end may be unknown. */
export interface Price {
  readonly model: string;
  readonly provider: string;
  readonly input: UsdPerMtok;
  readonly output: UsdPerMtok;
  readonly cachedInput?: UsdPerMtok;
  readonly from?: Day;
  readonly to?: Day;
  readonly provenance: Provenance;
}

/** One human-preference rating on the Elo-like scale of its board. */
export interface PreferenceRating {
  readonly model: string;
  readonly setting: string;
  readonly board: string;
  readonly date: Day;
  readonly rating: number;
  readonly low: number;
  readonly high: number;
  readonly votes: number;
  readonly provenance: Provenance;
}

/** A composite index value as one publisher gave it on one date. Never joined across vintages. */
export interface IndexValue {
  readonly model: string;
  readonly index: string;
  readonly vintage: Day;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly provenance: Provenance;
}

/** Somebody else's figure for the gap or lag, to stand beside ours. */
export interface PublishedEstimate {
  readonly id: string;
  readonly author: string;
  readonly date: DateSpan;
  readonly measure: string;
  readonly unit: "months" | "points" | "date";
  readonly value: string;
  readonly low?: number;
  readonly high?: number;
  readonly uncertainty: string;
  readonly scope: string;
  readonly period: string;
  readonly url: string;
  readonly provenance: Provenance;
}

export interface Lab {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly provenance: Provenance;
}

/** Terms under which rows may be passed on. */
export interface DataLicence {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly redistribution: Redistribution;
  readonly note: string;
}

/** May rows be passed on? "no" keeps them on the user's machine. */
export type Redistribution = "yes" | "attribution" | "unclear" | "no";

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly licence: string;
  readonly redistribution: Redistribution;
  readonly attribution: string;
  readonly coverage: string;
  readonly retrieved: Day;
}

export interface Catalog {
  readonly models: ReadonlyMap<string, Model>;
  readonly benchmarks: ReadonlyMap<string, Benchmark>;
  readonly labs: ReadonlyMap<string, Lab>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly licences: ReadonlyMap<string, DataLicence>;
  readonly results: readonly Result[];
  readonly prices: readonly Price[];
  readonly preferences: readonly PreferenceRating[];
  readonly indexValues: readonly IndexValue[];
  readonly publishedEstimates: readonly PublishedEstimate[];
  /** Content hash of the facts: "v" and the first 12 hex digits of SHA-256. */
  readonly vintage: string;
  /** The whole SHA-256, 64 hex digits. */
  readonly hash: string;
  /** The last day on which any result was seen: the default as-of date. Nothing later is known. */
  readonly coveredTo: Day;
}
