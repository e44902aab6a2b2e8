/**
 * Response functions: how success on a benchmark rises with ability,
 *
 *   logit(score) = slope · (ability - level) + departure,   departure ~ N(0, residual²)
 *
 * by least squares per benchmark over the models that took it, ability as the best estimate in the benchmark's domain.
 * A workload is one more test of its domain. Its log slope is drawn around the median of the domain's tests, to which all
 * other tests join as one more; editions of one test count once. How far single models depart from the curve is learned from
 * the tests as well: departures hold what only one test measures, and its noise.
 */
import type {AbilityDraws} from "../../measure/instrument.ts";
import {mean, median, quantiles} from "../../numeric/quantile.ts";
import {qualityMethod} from "./quality-method.ts";

/** A result to learn from: chance-corrected score in [0, 1]. */
export interface TestResult {
  readonly model: string;
  readonly benchmark: string;
  readonly score: number;
  readonly stderr?: number;
}

export interface Response {
  readonly benchmark: string;
  /** Logits per index point, above zero. */
  readonly slope: number;
  /** Ability at which half of the tasks succeed, index points. */
  readonly level: number;
  /** Standard deviation of single models from the curve, logits. */
  readonly residual: number;
  readonly models: number;
}

export interface ResponsePopulation {
  readonly logSlope: {readonly mean: number; readonly sd: number};
  /** Standard deviation of single models' departures, one per family of tests, logits. */
  readonly residuals: readonly number[];
  readonly tests: number;
}

export const logit = (p: number): number => Math.log(p / (1 - p));
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Scores drawn in from the ends, as logits. */
export function drawnIn(score: number): number {
  const floor = qualityMethod.scoreFloor.value;
  return logit(Math.min(1 - floor, Math.max(floor, score)));
}

/** One per benchmark with enough models; benchmarks on which ability does not help are left out. */
export function responses(
  results: readonly TestResult[],
  abilities: Pick<AbilityDraws, "models" | "point">,
): Response[] {
  const column = new Map(abilities.models.map((id, at) => [id, at]));
  const byBenchmark = new Map<string, {ability: number; logit: number}[]>();
  for (const {model, benchmark, score} of results) {
    const at = column.get(model);
    if (at === undefined) continue;
    const rows = byBenchmark.get(benchmark) ?? [];
    rows.push({ability: abilities.point[at]!, logit: drawnIn(score)});
    byBenchmark.set(benchmark, rows);
  }
  return [...byBenchmark]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([benchmark, rows]) => {
      const fitted = rows.length < qualityMethod.leastModels.value ? undefined : line(rows);
      return fitted && fitted.slope > 0 ? [{benchmark, ...fitted, models: rows.length}] : [];
    });
}

function line(
  rows: readonly {ability: number; logit: number}[],
): Omit<Response, "benchmark" | "models"> | undefined {
  const [x, y] = [mean(rows.map(({ability}) => ability)), mean(rows.map((row) => row.logit))];
  let [sxx, sxy] = [0, 0];
  for (const {ability, logit: value} of rows) {
    sxx += (ability - x) ** 2;
    sxy += (ability - x) * (value - y);
  }
  if (sxx === 0) return undefined;
  const slope = sxy / sxx;
  const squares = rows.reduce((sum, row) => sum + (row.logit - y - slope * (row.ability - x)) ** 2, 0);
  return {slope, level: x - y / slope, residual: Math.sqrt(squares / (rows.length - 2))};
}

/** What groups tests. */
export type TestsById = ReadonlyMap<string, {readonly domain: string; readonly family: string}>;

/** Interquartile range of a normal over its standard deviation. */
const QUARTILES = 1.3489795003921634;
/** With fewer families in a domain the spread and departures of all tests stand in. */
const LEAST_FAMILIES = 4;

/**
 * What a new task of a domain is like.
 *
 * @param domain - "general" takes every test
 * @throws RangeError without a single response
 */
export function responsePopulation(
  all: readonly Response[],
  tests: TestsById,
  domain: string,
): ResponsePopulation {
  if (all.length === 0)
    throw new RangeError("insufficient responses: 0; at least one benchmark with results was expected");
  const every = families(all, tests);
  const own = families(
    all.filter(({benchmark}) => domain === "general" || tests.get(benchmark)?.domain === domain),
    tests,
  );
  const spreadFrom = own.length >= LEAST_FAMILIES ? own : every;
  const logs = spreadFrom.map(({logSlope}) => logSlope);
  const [low, high] = quantiles(logs, [0.25, 0.75]);
  return {
    logSlope: {
      mean: median([...own.map(({logSlope}) => logSlope), median(every.map(({logSlope}) => logSlope))]),
      sd: Math.max(qualityMethod.slopeSdFloor.value, (high! - low!) / QUARTILES),
    },
    residuals: spreadFrom.map(({residual}) => residual),
    tests: own.length,
  };
}

function families(some: readonly Response[], tests: TestsById): {logSlope: number; residual: number}[] {
  const byFamily = new Map<string, Response[]>();
  for (const response of some) {
    const family = tests.get(response.benchmark)?.family || response.benchmark;
    byFamily.set(family, [...(byFamily.get(family) ?? []), response]);
  }
  return [...byFamily.values()].map((editions) => ({
    logSlope: mean(editions.map(({slope}) => Math.log(slope))),
    residual: mean(editions.map(({residual}) => residual)),
  }));
}
