/**
 * From raw results to the rows of the index, in Epoch's order:
 *
 * 1. score × scale, chance-corrected: (x - chance) / (ceiling - chance), kept within [0, 1];
 * 2. every version of a model counts for its group;
 * 3. versions dated before the first day are dropped, and of a group's results those on a benchmark that a newer
 *    version of itself replaces, where the group has the newer one;
 * 4. per (group, benchmark) the maximum;
 * 5. groups with at least four distinct benchmarks;
 * 6. the clip to [0.001, 0.999] happens at fitting.
 *
 * Everything left out is named with its reason.
 */
import {dayOf} from "../../dates.ts";
import {InputError} from "../../errors.ts";
import type {Day} from "../../units.ts";
import {type EciData, type EciRow, eciData} from "./eci-data.ts";
import type {EciMethod} from "./eci-method.ts";

export interface EciObservation {
  /** A version of a model, perhaps at one effort level. */
  readonly version: string;
  /** The group it counts for. */
  readonly group: string;
  readonly benchmark: string;
  /** As published, in the benchmark's own unit. */
  readonly score: number;
  /** Undefined when unknown. */
  readonly released: Day | undefined;
}

export interface EciBenchmark {
  readonly id: string;
  /** What turns a published score into a share: 0.01 for percent. */
  readonly scale: number;
  /** Score of guessing and best possible score, after scaling; undefined chance is taken as 0 and named. */
  readonly chance: number | undefined;
  readonly ceiling: number;
  /** The newer version that replaces this one. */
  readonly supersededBy?: string;
}

export type EciDropReason = "too-early" | "undated" | "superseded" | "not-the-best" | "few-benchmarks";

export interface EciDrop {
  readonly reason: EciDropReason;
  readonly version: string;
  readonly group: string;
  readonly benchmark: string;
}

export interface EciPreparation {
  readonly data: EciData;
  readonly rows: readonly EciRow[];
  readonly dropped: readonly EciDrop[];
  /** How many results each reason removed. */
  readonly droppedCounts: Readonly<Record<EciDropReason, number>>;
  /** Results below chance or above the ceiling, moved to 0 or 1. */
  readonly outsideRange: number;
  /** Benchmarks whose chance score is unknown and was taken as 0. */
  readonly chanceUnknown: readonly string[];
}

interface Candidate extends EciObservation {
  readonly performance: number;
}

/**
 * @param observations - any order
 * @throws InputError for a benchmark that is not described or a score that is not a number
 */
export function prepareEci(
  {observations, benchmarks}: {observations: readonly EciObservation[]; benchmarks: readonly EciBenchmark[]},
  method: EciMethod,
): EciPreparation {
  const known = new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark]));
  const dropped: EciDrop[] = [];
  let outsideRange = 0;

  const corrected: Candidate[] = observations.map((observation) => {
    const performance = chanceCorrected(observation, known.get(observation.benchmark));
    if (performance < 0 || performance > 1) outsideRange += 1;
    return {...observation, performance: Math.min(1, Math.max(0, performance))};
  });
  const drop = (reason: EciDropReason, {version, group, benchmark}: EciObservation) => {
    dropped.push({reason, version, group, benchmark});
    return false;
  };

  const firstDay = dayOf(method.firstDay.value);
  const dated = corrected.filter((candidate) => {
    if (candidate.released === undefined) return drop("undated", candidate);
    return candidate.released >= firstDay || drop("too-early", candidate);
  });
  const taken = new Set(dated.map(({group, benchmark}) => pairKey(group, benchmark)));
  const current = dated.filter((candidate) => {
    const newer = known.get(candidate.benchmark)?.supersededBy;
    return (
      newer === undefined || !taken.has(pairKey(candidate.group, newer)) || drop("superseded", candidate)
    );
  });

  const best = new Map<string, Candidate>();
  for (const candidate of current) {
    const key = pairKey(candidate.group, candidate.benchmark);
    const held = best.get(key);
    if (!held) best.set(key, candidate);
    else if (isBetter(candidate, held)) {
      drop("not-the-best", held);
      best.set(key, candidate);
    } else drop("not-the-best", candidate);
  }
  const perGroup = new Map<string, number>();
  for (const {group} of best.values()) perGroup.set(group, (perGroup.get(group) ?? 0) + 1);
  const kept = [...best.values()].filter(
    (candidate) =>
      perGroup.get(candidate.group)! >= method.minBenchmarks.value || drop("few-benchmarks", candidate),
  );

  const rows = kept.map(({group, benchmark, performance}) => ({model: group, benchmark, performance}));
  const used = new Set(rows.map(({benchmark}) => benchmark));
  return {
    data: eciData(rows),
    rows,
    dropped,
    droppedCounts: dropCounts(dropped),
    outsideRange,
    chanceUnknown: benchmarks
      .filter(({id, chance}) => chance === undefined && used.has(id))
      .map(({id}) => id),
  };
}

function chanceCorrected(
  {version, benchmark, score}: EciObservation,
  about: EciBenchmark | undefined,
): number {
  if (!about) throw new InputError("unknown", `benchmark: ${benchmark}; a described benchmark was expected`);
  const chance = about.chance ?? 0;
  if (!Number.isFinite(score) || !(about.ceiling > chance)) {
    throw new InputError(
      "invalid",
      `result of ${version} on ${benchmark}: ${score} with chance ${chance} and ceiling ${about.ceiling}; a number and a ceiling above chance were expected`,
    );
  }
  return (score * about.scale - chance) / (about.ceiling - chance);
}

/** Ties go to the version first by id, so that the order of the observations cannot matter. */
const isBetter = (a: Candidate, b: Candidate): boolean =>
  a.performance > b.performance || (a.performance === b.performance && a.version < b.version);

const pairKey = (group: string, benchmark: string): string => `${group}\u0000${benchmark}`;

function dropCounts(dropped: readonly EciDrop[]): Record<EciDropReason, number> {
  const counts = {"too-early": 0, undated: 0, superseded: 0, "not-the-best": 0, "few-benchmarks": 0};
  for (const {reason} of dropped) counts[reason] += 1;
  return counts;
}
