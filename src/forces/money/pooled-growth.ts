/**
 * Growth of a lab's figures in log units a year, shrunk towards the growth of all labs.
 *
 * A lab's own slope is the weighted least-squares line through the logs of its figures within the window. Its error has
 * two parts: the figures' own, and the wandering of a real business, σ²/T for a path seen over T years. Slopes are
 * pooled as normal means: lab ~ N(m, between²), m ~ N(prior).
 */
import type {Day} from "../../units.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {moneyMethod} from "./money-method.ts";
import type {Observation} from "./observation.ts";

export interface GrowthPrior {
  readonly mean: number;
  readonly sd: number;
  readonly betweenLabsSd: number;
  readonly volatility: number;
}

/** A normal belief about growth, log units a year. */
export interface Growth {
  readonly mean: number;
  readonly sd: number;
  /** Figures behind the lab's own slope; 0 when only the pool speaks. */
  readonly figures: number;
}

export interface PooledGrowth {
  readonly pool: Growth;
  readonly byLab: ReadonlyMap<string, Growth>;
}

const YEAR_DAYS = 12 * DAYS_PER_MONTH;
/** Log error that even an exact figure has through rounding; keeps weights finite. */
const ROUNDING = 0.05;

export function pooledGrowth(
  byLab: ReadonlyMap<string, readonly Observation[]>,
  asOf: Day,
  prior: GrowthPrior,
): PooledGrowth {
  const slopes = new Map<string, {slope: number; variance: number; figures: number}>();
  for (const [lab, seen] of byLab) {
    const slope = ownSlope(seen, asOf, prior.volatility);
    if (slope) slopes.set(lab, slope);
  }
  const between = prior.betweenLabsSd ** 2;
  let precision = 1 / prior.sd ** 2;
  let weighted = prior.mean * precision;
  for (const {slope, variance} of slopes.values()) {
    precision += 1 / (variance + between);
    weighted += slope / (variance + between);
  }
  const pooledMean = weighted / precision;
  const poolVariance = 1 / precision + between;
  const growth = new Map<string, Growth>();
  for (const [lab, {slope, variance, figures}] of slopes) {
    // The lab's own figures are in the pool too; with a handful of labs the double use narrows the result slightly,
    // which the kept between-lab variance outweighs.
    const own = 1 / variance;
    const shared = 1 / poolVariance;
    growth.set(lab, {
      mean: (slope * own + pooledMean * shared) / (own + shared),
      sd: Math.sqrt(1 / (own + shared)),
      figures,
    });
  }
  return {pool: {mean: pooledMean, sd: Math.sqrt(poolVariance), figures: 0}, byLab: growth};
}

export const growthOf = ({pool, byLab}: PooledGrowth, lab: string): Growth => byLab.get(lab) ?? pool;

function slopeWeight(day: Day, logSd: number, asOf: Day): number {
  const age = (asOf - day) / DAYS_PER_MONTH;
  return 2 ** (-age / moneyMethod.growthHalfLifeMonths.value) / (logSd ** 2 + ROUNDING ** 2);
}

function ownSlope(seen: readonly Observation[], asOf: Day, volatility: number) {
  const from = asOf - moneyMethod.growthWindowMonths.value * DAYS_PER_MONTH;
  const recent = seen.filter(({day}) => day >= from && day <= asOf);
  if (recent.length < 2) return undefined;
  const days = recent.map(({day}) => day);
  const span = Math.max(...days) - Math.min(...days);
  if (span < moneyMethod.growthMinSpanDays.value) return undefined;
  let [weights, times, logs] = [0, 0, 0];
  for (const {day, mid, logSd} of recent) {
    const weight = slopeWeight(day, logSd, asOf);
    weights += weight;
    times += weight * (day / YEAR_DAYS);
    logs += weight * Math.log(mid);
  }
  const [meanTime, meanLog] = [times / weights, logs / weights];
  let [xx, xy] = [0, 0];
  for (const {day, mid, logSd} of recent) {
    const weight = slopeWeight(day, logSd, asOf);
    const x = day / YEAR_DAYS - meanTime;
    xx += weight * x * x;
    xy += weight * x * (Math.log(mid) - meanLog);
  }
  return {slope: xy / xx, variance: 1 / xx + volatility ** 2 / (span / YEAR_DAYS), figures: recent.length};
}
