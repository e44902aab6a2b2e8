/**
 * The back-test: every forecaster, put back to past days on which it sees only what could be known, scored against what came.
 *
 * An origin brings its own measurement of the past: abilities fitted to the results of that day, on that day's scale, and a map
 * to today's. The mixture is put to the same test: on each origin it is weighted by the forecasts that had come due by then.
 */
import {quantiles} from "../../numeric/quantile.ts";
import type {Day} from "../../units.ts";
import {horizonDay} from "../forecast-calendar.ts";
import type {ForecasterKind} from "../forecasters.ts";
import type {ForecasterId} from "../future.ts";
import type {Ground} from "../ground.ts";
import {mixture, type MixturePart} from "../mixture/mixture.ts";
import {type StackingCase, stackingWeights} from "../mixture/stacking-weights.ts";
import {fairCrps} from "../scores/crps.ts";
import {meanDistance} from "../scores/mean-distance.ts";
import {pit} from "../scores/pit.ts";
import {backtestMethod} from "./backtest-method.ts";
import {type Target, TARGETS} from "./target.ts";
import {type ScaleLink, type TargetDraws, targetDraws} from "./target-draws.ts";
import {truths} from "./truth.ts";

export interface Origin {
  readonly ground: Ground;
  readonly link: ScaleLink;
}

/** One forecast and what came. */
export interface ScoredCase {
  readonly forecaster: ForecasterId;
  readonly origin: Day;
  /** Months ahead. */
  readonly horizon: number;
  readonly target: Target;
  readonly truth: number;
  readonly median: number;
  /** Central intervals at the method's levels. */
  readonly intervals: readonly {readonly level: number; readonly low: number; readonly high: number}[];
  readonly crps: number;
  readonly pit: number;
}

export interface Backtest {
  readonly cases: readonly ScoredCase[];
  /** The mixture's weights on each origin, from forecasts due by then, and on the as-of date. */
  readonly weights: readonly {readonly from: Day; readonly parts: readonly MixturePart[]}[];
}

/**
 * @param origins - oldest first
 * @param now - today's measurement
 * @param kinds - the forecasters; the mixture is made of them and comes last
 */
export function backtest(
  origins: readonly Origin[],
  now: Ground,
  kinds: readonly ForecasterKind[],
  {seed, onProgress}: {readonly seed: number; readonly onProgress?: (done: number) => void},
): Backtest {
  const horizons = backtestMethod.horizons.value;
  const run = {seed, months: Math.max(...horizons)};
  const cases: ScoredCase[] = [];
  const judged: {readonly origin: Day; readonly due: Day; readonly one: StackingCase}[] = [];
  const weights: {from: Day; parts: readonly MixturePart[]}[] = [];

  for (const [k, {ground, link}] of origins.entries()) {
    const origin = ground.asOf;
    const asked = {horizons, paths: backtestMethod.paths.value, link};
    const made = new Map(kinds.map(({id, make}) => [id, make(ground, run)]));
    const drawn = kinds.map(({id}) => targetDraws(made.get(id)!, asked));
    const parts = weightsBy(judged, kinds, origin);
    weights.push({from: origin, parts});
    const mixed = targetDraws(
      mixture(ground, run, parts, (id) => made.get(id)!),
      asked,
    );

    for (const [h, horizon] of horizons.entries()) {
      const came = truths(now, origin, horizon);
      if (!came) continue;
      for (const target of TARGETS) {
        const case_ = {origin, horizon, target, truth: came.get(target)!};
        for (const [i, {id}] of kinds.entries())
          cases.push({forecaster: id, ...case_, ...scored(drawn[i].get(target)![h], case_.truth)});
        cases.push({forecaster: "mixture", ...case_, ...scored(mixed.get(target)![h], case_.truth)});
      }
      for (const target of backtestMethod.weighedBy.value)
        judged.push({
          origin,
          due: horizonDay(origin, horizon),
          one: stackingCase(drawn, target, h, came.get(target)!),
        });
    }
    onProgress?.(k + 1);
  }
  weights.push({from: now.asOf, parts: weightsBy(judged, kinds, now.asOf)});
  return {cases, weights};
}

function scored(
  draws: Float64Array,
  truth: number,
): Pick<ScoredCase, "median" | "intervals" | "crps" | "pit"> {
  const levels = backtestMethod.levels.value;
  const ends = quantiles(draws, [0.5, ...levels.flatMap((level) => [(1 - level) / 2, (1 + level) / 2])]);
  return {
    median: ends[0],
    intervals: levels.map((level, k) => ({level, low: ends[1 + 2 * k], high: ends[2 + 2 * k]})),
    crps: fairCrps(draws, truth),
    pit: pit(draws, truth),
  };
}

function stackingCase(
  drawn: readonly TargetDraws[],
  target: Target,
  horizon: number,
  truth: number,
): StackingCase {
  const draws = drawn.map((of) => of.get(target)![horizon]);
  const between = draws.map(() => new Array<number>(draws.length).fill(0));
  for (let i = 0; i < draws.length; i++)
    for (let j = 0; j <= i; j++) between[i][j] = between[j][i] = meanDistance(draws[i], draws[j]);
  return {
    distance: draws.map((of) => of.reduce((sum, x) => sum + Math.abs(x - truth), 0) / of.length),
    between,
  };
}

/** Equal weights until the first forecast comes due. */
function weightsBy(
  judged: readonly {readonly origin: Day; readonly due: Day; readonly one: StackingCase}[],
  kinds: readonly ForecasterKind[],
  on: Day,
): MixturePart[] {
  const due = judged.filter((one) => one.due <= on);
  const origins = new Set(due.map(({origin}) => origin)).size;
  const hold = backtestMethod.equalWeight.value / Math.max(1, origins);
  const weights =
    due.length === 0
      ? kinds.map(() => 1 / kinds.length)
      : stackingWeights(
          due.map(({one}) => one),
          kinds.length,
          hold,
        );
  return kinds.map(({id}, i) => ({id, weight: weights[i]}));
}
