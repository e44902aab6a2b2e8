/**
 * Stated figures as observations of a yearly amount at a day.
 *
 * Flows are annualised and belong to the middle of their period: a quarter's revenue speaks of six weeks before its
 * end. Ranges stay ranges, and each observation carries the log error that its tier, confidence, status and currency
 * conversion suggest.
 */

import type {FinanceFact, FinanceMetric} from "../../data/forces/force-facts.ts";
import {midpoint} from "../../dates.ts";
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";
import {moneyMethod} from "./money-method.ts";

export interface Observation {
  readonly fact: FinanceFact;
  /** Day the amount speaks of. */
  readonly day: Day;
  /** USD, or USD a year for flows. */
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly logSd: number;
  /** Relative chance of being drawn among figures of one day. */
  readonly weight: number;
}

/** Months of the period a metric covers and how many of them make a year; stocks and run-rates have none. */
const PERIOD: Partial<Record<FinanceMetric, {readonly months: number; readonly perYear: number}>> = {
  revenue_quarter_usd: {months: 3, perYear: 4},
  quarterly_cash_burn_usd: {months: 3, perYear: 4},
  revenue_half_year_usd: {months: 6, perYear: 2},
  adjusted_loss_half_year_usd: {months: 6, perYear: 2},
  revenue_calendar_year_usd: {months: 12, perYear: 1},
};

/** What the fact says as an observation; undefined when it gives no number. */
export function observation(fact: FinanceFact): Observation | undefined {
  const given = [fact.value.low, fact.value.mid, fact.value.high].filter((value) => value !== "unknown");
  if (given.length === 0) return undefined;
  const period = PERIOD[fact.metric];
  const perYear = period?.perYear ?? 1;
  const low = given[0] * perYear;
  const known = given[given.length - 1] * perYear;
  const high = fact.value.high === "unknown" ? known * moneyMethod.openEndedFactor.value : known;
  const mid = fact.value.mid === "unknown" ? Math.sqrt(low * high) : fact.value.mid * perYear;
  const {tierLogSd, confidenceLogSd, statusLogSd, runRateLogSd, fxLogSd, tierWeight, confidenceWeight} =
    moneyMethod;
  return {
    fact,
    day: day(midpoint(fact.date) - ((period?.months ?? 0) / 2) * DAYS_PER_MONTH),
    low,
    mid,
    high,
    logSd: Math.hypot(
      tierLogSd.value[fact.tier],
      confidenceLogSd.value[fact.confidence],
      statusLogSd.value[fact.status],
      fact.metric === "annualised_revenue_usd" ? runRateLogSd.value : 0,
      fact.fxPerUsd === undefined ? 0 : fxLogSd.value,
    ),
    weight: tierWeight.value[fact.tier] * confidenceWeight.value[fact.confidence],
  };
}

/** The observations among facts of some metrics, in order. */
export const observations = (
  facts: readonly FinanceFact[],
  metrics: readonly FinanceMetric[],
): Observation[] =>
  facts.flatMap((fact) => {
    const seen = metrics.includes(fact.metric) ? observation(fact) : undefined;
    return seen === undefined || seen.low <= 0 ? [] : [seen];
  });

/** One value that the figure may mean: triangular over its range on the log scale, times its source's error. */
export function observedDraw({low, mid, high, logSd}: Observation, random: Random): number {
  const [a, c, b] = [Math.log(low), Math.log(mid), Math.log(high)];
  return Math.exp(triangular(a, c, b, random) + logSd * random.normal());
}

/** A draw from the triangular distribution with the given ends and mode. */
export function triangular(low: number, mode: number, high: number, random: Random): number {
  if (high <= low) return low;
  const u = random.uniform();
  const split = (mode - low) / (high - low);
  return u < split
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}
