/**
 * What the index is fitted to, and the same as arrays.
 *
 * Models and benchmarks are put in the order of their ids and results in the order (benchmark, model), so the order in
 * which anything arrives cannot change a bit of what follows. Benchmarks nobody took and models without a result
 * take no part. Whether a model is open is deliberately not an input: the lag compares by it.
 */
import {InputError} from "../../errors.ts";
import type {Day} from "../../units.ts";

export interface AbilityObservation {
  readonly model: string;
  readonly benchmark: string;
  /** Chance-corrected: 0 is guessing, 1 the ceiling. */
  readonly score: number;
  /** Standard error of `score` where the source states enough to know it. */
  readonly stderr?: number;
}

export interface AbilityModel {
  readonly id: string;
  /** Who made it; "" when not known, which is then nobody else's lab. */
  readonly lab: string;
  /** The lab's product line, for instance Claude Opus; "" when not known. */
  readonly family: string;
  /** First day on which it was out. */
  readonly releaseDay?: Day;
}

export interface AbilityBenchmark {
  readonly id: string;
  readonly domain: string;
  /** Public, semi-private, private or fresh. */
  readonly access: string;
  /** Editions and tiers of one test share a family. */
  readonly family: string;
}

export interface AbilityInput {
  /** Several per model and benchmark are allowed: each counts as a result of its own with the same truth. */
  readonly observations: readonly AbilityObservation[];
  readonly models: readonly AbilityModel[];
  readonly benchmarks: readonly AbilityBenchmark[];
}

export interface AbilityData {
  readonly models: readonly AbilityModel[];
  readonly benchmarks: readonly AbilityBenchmark[];
  /** Release dates in years from their mean; an unknown one is the lab's mean, else the overall mean [models]. */
  readonly years: Float64Array;
  /** Results of benchmark b are `start[b]` to `start[b + 1]` [benchmarks + 1]. */
  readonly start: Int32Array;
  /** Model of each result [results]. */
  readonly model: Int32Array;
  readonly score: Float64Array;
  /** Stated error squared, 0 where none is stated [results]. */
  readonly sampling: Float64Array;
}

const DAYS_PER_YEAR = 365.2425;

/**
 * @throws InputError when a score is outside [0, 1], or a result names a model or benchmark that is not described
 */
export function abilityData({observations, models, benchmarks}: AbilityInput): AbilityData {
  const taken = new Set(observations.map(({benchmark}) => benchmark));
  const tested = new Set(observations.map(({model}) => model));
  const keptModels = sortedById(models).filter(({id}) => tested.has(id));
  const keptBenchmarks = sortedById(benchmarks).filter(({id}) => taken.has(id));
  const modelAt = positions(keptModels, "model");
  const benchmarkAt = positions(keptBenchmarks, "benchmark");
  const rows = observations
    .map(({model, benchmark, score, stderr = 0}) => {
      if (!(score >= 0 && score <= 1))
        throw new InputError(
          "invalid",
          `score of ${model} on ${benchmark}: ${score}; a number from 0 to 1 was expected`,
        );
      const [m, b] = [modelAt.get(model), benchmarkAt.get(benchmark)];
      if (m === undefined)
        throw new InputError("unknown", `model: ${model}; a result needs its model described`);
      if (b === undefined)
        throw new InputError("unknown", `benchmark: ${benchmark}; a result needs its benchmark described`);
      return {m, b, score, sampling: stderr ** 2};
    })
    .sort((x, y) => x.b - y.b || x.m - y.m || x.score - y.score || x.sampling - y.sampling);
  const start = new Int32Array(keptBenchmarks.length + 1);
  for (const {b} of rows) start[b + 1]++;
  for (let b = 0; b < keptBenchmarks.length; b++) start[b + 1] += start[b];
  return {
    models: keptModels,
    benchmarks: keptBenchmarks,
    years: releaseYears(keptModels),
    start,
    model: Int32Array.from(rows, ({m}) => m),
    score: Float64Array.from(rows, ({score}) => score),
    sampling: Float64Array.from(rows, ({sampling}) => sampling),
  };
}

function releaseYears(models: readonly AbilityModel[]): Float64Array {
  const dated = models.filter((model) => model.releaseDay !== undefined);
  const meanDay = (some: readonly AbilityModel[]) =>
    some.reduce((sum, {releaseDay}) => sum + (releaseDay as number), 0) / Math.max(1, some.length);
  const overall = meanDay(dated);
  return Float64Array.from(models, ({lab, releaseDay}) => {
    const sameLab = releaseDay === undefined && lab !== "" ? dated.filter((other) => other.lab === lab) : [];
    const on = releaseDay ?? (sameLab.length > 0 ? meanDay(sameLab) : overall);
    return (on - overall) / DAYS_PER_YEAR;
  });
}

const sortedById = <Item extends {readonly id: string}>(items: readonly Item[]): Item[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

function positions(items: readonly {readonly id: string}[], what: string): Map<string, number> {
  const at = new Map<string, number>();
  for (const [index, {id}] of items.entries()) {
    if (at.has(id)) throw new InputError("duplicate", `${what}: ${id}; one description each was expected`);
    at.set(id, index);
  }
  return at;
}
