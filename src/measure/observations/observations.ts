/**
 * One observation per model and benchmark, from everything published about the pair.
 *
 * The rule: correct for guessing, drop repeats of one run, shift each setting to full effort by effects estimated
 * within models, and average. Nothing is maximised, because the best of many runs grows with their number. What is
 * left out is counted and named.
 */
import {grouped} from "../../grouped.ts";
import type {Benchmark, Catalog, Result} from "../../data/catalog.ts";
import type {Exclusion} from "../../report.ts";
import {effortEffects, type EffortEffects} from "./effort-effects.ts";
import {type EffortLevel, effortLevel} from "./effort-level.ts";
import type {ObservationsMethod} from "./observations-method.ts";

export interface Observation {
  readonly model: string;
  readonly benchmark: string;
  /** Chance-corrected: 0 is guessing, 1 is the ceiling. */
  readonly score: number;
  /** Standard error of `score` on the same scale where the sources state enough to know it. */
  readonly stderr?: number;
  /** Distinct runs averaged. */
  readonly runs: number;
  /** The rows behind it. */
  readonly results: readonly Result[];
}

export interface Observations {
  readonly observations: readonly Observation[];
  readonly effort: EffortEffects;
  readonly excluded: readonly Exclusion[];
}

/** @see METHOD rule R6 */
export function observationsOf(catalog: Catalog, method: ObservationsMethod): Observations {
  const excluded: Exclusion[] = [];
  const composites = method.composites === "drop-covered" ? coveredComposites(catalog) : new Set<string>();
  const kept: Result[] = [];
  const dropped = new Map<string, number>();
  for (const result of catalog.results) {
    if (composites.has(result.benchmark))
      dropped.set(result.benchmark, (dropped.get(result.benchmark) ?? 0) + 1);
    else kept.push(result);
  }
  if (dropped.size > 0) {
    excluded.push({
      what: "results on a composite",
      why: "the categories it averages are listed themselves and would count twice",
      count: [...dropped.values()].reduce((a, b) => a + b, 0),
      examples: [...dropped.keys()].sort().slice(0, 5),
    });
  }

  const cells = [...grouped(kept, ({model, benchmark}) => `${model} ${benchmark}`).entries()];
  cells.sort(([a], [b]) => (a < b ? -1 : 1));
  const runs = cells.map(([cell, results]) => ({cell, results, runs: distinctRuns(results, method)}));
  const repeats = kept.length - runs.reduce((sum, entry) => sum + entry.runs.length, 0);
  if (repeats > 0) {
    excluded.push({
      what: "repeats of one run",
      why: "two sources, or two rows of one, give the same result of the same model, benchmark and effort",
      count: repeats,
      examples: runs
        .filter((entry) => entry.results.length > entry.runs.length)
        .slice(0, 5)
        .map(({cell}) => cell),
    });
  }

  const logitOf = (result: Result) =>
    logit(corrected(result.score, catalog.benchmarks.get(result.benchmark)!), method.clip);
  const withEffort = new Set(
    kept.filter(({setting}) => effortLevel(setting) !== "unstated").map(({model}) => model),
  );
  const effort = effortEffects(
    runs.flatMap(({cell, runs: rows}) =>
      rows
        .filter(({model}) => withEffort.has(model))
        .map((row) => ({cell, level: effortLevel(row.setting), logit: logitOf(row)})),
    ),
    method.effortPriorSd,
  );

  const observations = runs.map(({results, runs: rows}): Observation => {
    const {model, benchmark} = rows[0];
    const facts = catalog.benchmarks.get(benchmark)!;
    const shiftOf = (level: EffortLevel) =>
      method.settings === "adjust" && withEffort.has(model) ? effort.shift[level] : 0;
    const logits = rows.map((row) => logitOf(row) + shiftOf(effortLevel(row.setting)));
    const centre = method.settings === "best" ? Math.max(...logits) : meanOf(logits);
    const stated = rows.map((row) => standardError(row)).filter((value) => value !== undefined);
    const span = facts.ceiling - (facts.chance ?? 0);
    // One untouched run is passed on as published: clipping is for the logits of averages only.
    const score =
      rows.length === 1 && logits[0] === logitOf(rows[0]) ? corrected(rows[0].score, facts) : sigmoid(centre);
    return {
      model,
      benchmark,
      score,
      ...(stated.length > 0
        ? {stderr: Math.sqrt(meanOf(stated.map((value) => value ** 2)) / stated.length) / span}
        : {}),
      runs: rows.length,
      results,
    };
  });
  return {observations, effort, excluded};
}

/** Score with guessing at 0 and the ceiling at 1, clipped to [0, 1]. An unknown chance level counts as 0. */
export function corrected(
  score: number,
  {chance = 0, ceiling}: Pick<Benchmark, "chance" | "ceiling">,
): number {
  return Math.min(1, Math.max(0, (score - chance) / (ceiling - chance)));
}

/** Stated error of the published score, or the binomial one where the number of items is stated. */
function standardError({stderr, items, score}: Result): number | undefined {
  if (stderr !== undefined && stderr > 0) return stderr;
  // (p + 1/n) keeps a perfect run from claiming no error at all.
  return items ? Math.sqrt(((score + 1 / items) * (1 - score + 1 / items)) / items) : undefined;
}

/** Runs of one cell with repeats removed: same effort level and scores equal up to rounding. */
function distinctRuns(results: readonly Result[], {sameRunTolerance}: ObservationsMethod): Result[] {
  const ordered = [...results].sort(
    (a, b) =>
      a.score - b.score ||
      Number(b.stderr !== undefined) - Number(a.stderr !== undefined) ||
      Number(a.derived) - Number(b.derived) ||
      (a.setting + a.provenance.source < b.setting + b.provenance.source ? -1 : 1),
  );
  const distinct: Result[] = [];
  for (const result of ordered) {
    const level = effortLevel(result.setting);
    const repeat = distinct.some((other) => {
      const levels = [effortLevel(other.setting), level];
      const sameLevel = levels[0] === levels[1] || levels.includes("unstated");
      return (
        sameLevel &&
        Math.abs(other.score - result.score) <= sameRunTolerance &&
        other.harness === result.harness
      );
    });
    if (!repeat) distinct.push(result);
  }
  return distinct;
}

/** Composites of an edition whose categories are benchmarks of their own: same evaluator, same publication day. */
function coveredComposites({benchmarks}: Catalog): Set<string> {
  const editions = new Set(
    [...benchmarks.values()]
      .filter(({domain}) => domain !== "composite")
      .map((benchmark) => editionOf(benchmark)),
  );
  return new Set(
    [...benchmarks.values()]
      .filter((benchmark) => benchmark.domain === "composite" && editions.has(editionOf(benchmark)))
      .map(({id}) => id),
  );
}

const editionOf = ({evaluator, published}: Benchmark): string =>
  `${evaluator} ${published?.earliest ?? "undated"}`;
const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

function logit(p: number, clip: number): number {
  const bounded = Math.min(1 - clip, Math.max(clip, p));
  return Math.log(bounded / (1 - bounded));
}
