/** One target of the forecast as every surface draws it: what was measured, what is expected, and what it is called. */
import {parseDateSpan} from "../dates.ts";
import type {BandPoint, BandTarget, ForecastReport} from "../forecast-report.ts";
import type {Quantity, Report} from "../report.ts";

export const BAND_TARGETS: readonly BandTarget[] = ["lag", "lag-year", "gap", "closed", "open"];

export const TARGET_NAMES: Readonly<
  Record<BandTarget, {readonly name: string; readonly unit: Quantity["unit"]}>
> = {
  lag: {name: "lag on the day", unit: "months"},
  "lag-year": {name: "lag, mean over the year before", unit: "months"},
  gap: {name: "gap on the day", unit: "points"},
  closed: {name: "best closed ability", unit: "points"},
  open: {name: "best open ability", unit: "points"},
};

/** A point of the past: the median as measured. */
export interface PastPoint {
  readonly date: string;
  readonly value: number;
}

export interface ForecastSeries {
  readonly target: BandTarget;
  readonly past: readonly PastPoint[];
  /** Month 0 is the as-of date. */
  readonly band: readonly BandPoint[];
}

/**
 * @param months - how far ahead
 * @param since - first date of the past that is shown, `YYYY-MM-DD`
 */
export function forecastSeries(
  report: Report & {readonly forecast: ForecastReport},
  target: BandTarget,
  {months, since}: {readonly months: number; readonly since: string},
): ForecastSeries {
  return {
    target,
    past: past(report, target).filter(({date}) => date >= since),
    band: report.forecast.bands[target].filter(({month}) => month <= months),
  };
}

function past({dailyLag, dailyGap, frontiers, forecast}: Report, target: BandTarget): PastPoint[] {
  if (target === "lag") return dailyLag;
  if (target === "gap") return dailyGap;
  // The mean over the year before has no series of its own in the Report.
  if (target === "lag-year") return [];
  const steps = frontiers[target].map(({date, ability}) => ({date, value: ability}));
  const last = steps.at(-1);
  return last && forecast ? [...steps, {date: forecast.from, value: last.value}] : steps;
}

/** Days since 1970-01-01 of a date as the Report writes it; a month counts from its last day. */
export const dayNumber = (date: string): number => parseDateSpan(date)?.latest ?? Number.NaN;
