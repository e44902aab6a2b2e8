/**
 * How each forecaster did, by target and horizon: CRPS, skill over every naive forecaster, interval score, coverage, PIT, bias.
 *
 * Once over all origins, and once over those from the day on which a forecast could rest on as much as one of today does.
 */
import {mean} from "../../numeric/quantile.ts";
import {stream} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import type {ForecasterId} from "../future.ts";
import {covers, intervalScore} from "../scores/interval-score.ts";
import {pitHistogram} from "../scores/pit.ts";
import {type Skill, skill} from "../scores/skill.ts";
import type {ScoredCase} from "./backtest.ts";
import {backtestMethod} from "./backtest-method.ts";
import {type Target, TARGETS} from "./target.ts";

export type Period = "all" | "recent";

export interface TrackRecordRow {
  readonly forecaster: ForecasterId;
  readonly target: Target;
  /** Months ahead. */
  readonly horizon: number;
  readonly period: Period;
  readonly cases: number;
  /** Cases over the number that overlap: about how many independent ones there are. */
  readonly blocks: number;
  /** Means over cases, in the target's unit. */
  readonly crps: number;
  readonly intervalScore: number;
  /** Mean of median minus truth: above zero it forecast too much. */
  readonly bias: number;
  readonly coverage: readonly {readonly level: number; readonly share: number}[];
  /** Cases per equal part of the forecast distribution, lowest first. */
  readonly pit: readonly number[];
  /** Over each naive forecaster but itself. */
  readonly skill: readonly (Skill & {readonly over: ForecasterId})[];
}

/** The level whose interval score is shown. */
const SCORED_LEVEL = 0.8;
const PURPOSE = 0x5c0;

/**
 * @param naive - ids of the naive forecasters
 * @param recentFrom - first origin of the recent period
 */
export function trackRecord(
  cases: readonly ScoredCase[],
  naive: readonly ForecasterId[],
  {recentFrom, seed}: {readonly recentFrom: Day; readonly seed: number},
): TrackRecordRow[] {
  const forecasters = [...new Set(cases.map(({forecaster}) => forecaster))];
  const rows: TrackRecordRow[] = [];
  for (const period of ["all", "recent"] as const)
    for (const target of TARGETS)
      for (const horizon of backtestMethod.horizons.value) {
        const here = cases.filter(
          (one) =>
            one.target === target &&
            one.horizon === horizon &&
            (period === "all" || one.origin >= recentFrom),
        );
        for (const forecaster of forecasters) {
          const own = here.filter((one) => one.forecaster === forecaster);
          if (own.length > 0) rows.push(row(own, here, naive, {period, seed}));
        }
      }
  return rows;
}

function row(
  own: readonly ScoredCase[],
  all: readonly ScoredCase[],
  naive: readonly ForecasterId[],
  {period, seed}: {readonly period: Period; readonly seed: number},
): TrackRecordRow {
  const [{forecaster, target, horizon}] = own;
  const {levels, pitBins, originMonths, skillDraws, skillBlocks, skillLevel} = backtestMethod;
  const block = Math.max(1, Math.ceil(horizon / originMonths.value));
  const at = (one: ScoredCase, level: number) => one.intervals.find((interval) => interval.level === level)!;
  const scores = own.map(({crps}) => crps);
  return {
    forecaster,
    target,
    horizon,
    period,
    cases: own.length,
    blocks: own.length / Math.min(block, own.length),
    crps: mean(scores),
    intervalScore: mean(own.map((one) => intervalScore(at(one, SCORED_LEVEL), one.truth))),
    bias: mean(own.map(({median, truth}) => median - truth)),
    coverage: levels.value.map((level) => ({
      level,
      share: mean(own.map((one) => (covers(at(one, level), one.truth) ? 1 : 0))),
    })),
    pit: pitHistogram(
      own.map((one) => one.pit),
      pitBins.value,
    ),
    skill: naive
      .filter((id) => id !== forecaster)
      .map((over, k) => ({
        over,
        ...skill(
          scores,
          all.filter((one) => one.forecaster === over).map(({crps}) => crps),
          {
            block,
            leastBlocks: skillBlocks.value,
            draws: skillDraws.value,
            level: skillLevel.value,
            random: stream(seed, PURPOSE, TARGETS.indexOf(target), horizon, k),
          },
        ),
      })),
  };
}

/**
 * The forecaster with the best record: least mean, over the targets weighed and the horizons asked for, of its CRPS divided by that of
 * all forecasters there. All origins count.
 */
export function bestForecaster(rows: readonly TrackRecordRow[], horizons: readonly number[]): ForecasterId {
  const counted = rows.filter(
    ({period, target, horizon}) =>
      period === "all" &&
      horizons.includes(horizon) &&
      (backtestMethod.weighedBy.value as readonly Target[]).includes(target),
  );
  const cells = new Map<string, number[]>();
  for (const {target, horizon, crps} of counted) {
    const key = `${target} ${horizon}`;
    cells.set(key, [...(cells.get(key) ?? []), crps]);
  }
  const relative = new Map<ForecasterId, number[]>();
  for (const {forecaster, target, horizon, crps} of counted) {
    const share = crps / mean(cells.get(`${target} ${horizon}`)!);
    relative.set(forecaster, [...(relative.get(forecaster) ?? []), share]);
  }
  const ranked = [...relative].sort((a, b) => mean(a[1]) - mean(b[1]));
  if (ranked.length === 0)
    throw new RangeError(
      "insufficient back-test: no case at the horizons asked for; at least one was expected",
    );
  return ranked[0][0];
}
