/**
 * What many futures have in common: quantiles by month, waiting times and shares of events, in a room that does not grow
 * with their number.
 *
 * Everything kept is a count, so summaries of parts of the paths add up to the same bytes whoever made the parts.
 */
import {
  addHistograms,
  addRow,
  addValue,
  type Bins,
  type Histograms,
  histogramQuantile,
  histograms,
} from "../../numeric/histogram.ts";
import {median} from "../../numeric/quantile.ts";
import type {Day} from "../../units.ts";
import {forecastDays} from "../forecast-calendar.ts";
import type {Forecaster} from "../future.ts";
import {type FutureEvent, happens} from "../future-event.ts";
import {type Metric, METRICS, metricReader, monthsToRecord} from "../future-metrics.ts";
import type {Ground} from "../ground.ts";

export interface PathSummary {
  readonly paths: number;
  /** The as-of date and the days a month apart after it [months + 1]. */
  readonly days: readonly Day[];
  /** One row per day. */
  readonly metrics: Readonly<Record<Metric, Histograms>>;
  /** Months to the next record of each side, one row; above the range means: not within the forecast. */
  readonly waits: {readonly closed: Histograms; readonly open: Histograms};
  /** Paths in which each event happens [events]. */
  readonly happened: Uint32Array;
}

/** The months and points that one bin spans: finer than anything a forecast can tell. */
const WIDTH = 0.05;
/** Months of lag that have a bin. */
const LAGS = {from: -120, to: 240};
/** Points around today's best closed ability that have a bin. */
const POINTS = {below: 120, above: 280};

export function emptySummary(ground: Ground, months: number, events: number): PathSummary {
  const days = forecastDays(ground.asOf, months);
  const best = Math.round(median(ground.worlds.map(({closed}) => closed.abilities.at(-1)!)));
  const points = bins(best - POINTS.below, best + POINTS.above);
  const room = (of: Bins) => histograms(of, days.length);
  const lags = bins(LAGS.from, LAGS.to);
  return {
    paths: 0,
    days,
    metrics: {
      closed: room(points),
      open: room(points),
      gap: room(bins(-POINTS.below, POINTS.above)),
      lag: room(lags),
      "lag-year": room(lags),
    },
    waits: {closed: histograms(bins(0, months), 1), open: histograms(bins(0, months), 1)},
    happened: new Uint32Array(events),
  };
}

/** The summary of futures `from` to `to`, `to` excluded. */
export function summaryOf(
  forecaster: Forecaster,
  ground: Ground,
  {from, to}: {readonly from: number; readonly to: number},
  events: readonly FutureEvent[] = [],
): PathSummary {
  const summary = emptySummary(ground, forecaster.months, events.length);
  const read = metricReader(summary.days);
  const counts = METRICS.map((metric) => summary.metrics[metric]);
  for (let index = from; index < to; index++) {
    const future = forecaster.future(index);
    const rows = read(future);
    for (let k = 0; k < counts.length; k++) addRow(counts[k], rows[k]);
    addValue(summary.waits.closed, 0, monthsToRecord(future.closed, ground.asOf));
    addValue(summary.waits.open, 0, monthsToRecord(future.open, ground.asOf));
    for (let k = 0; k < events.length; k++)
      if (happens(events[k], future, ground.asOf)) summary.happened[k]++;
  }
  return {...summary, paths: to - from};
}

/** Summaries of parts of the paths as one, in any order. */
export function joined(parts: readonly PathSummary[]): PathSummary {
  const [first, ...rest] = parts;
  for (const {metrics, waits, happened} of rest) {
    for (const metric of METRICS) addHistograms(first.metrics[metric], metrics[metric]);
    for (const side of ["closed", "open"] as const) addHistograms(first.waits[side], waits[side]);
    for (let k = 0; k < happened.length; k++) first.happened[k] += happened[k];
  }
  return {...first, paths: parts.reduce((sum, {paths}) => sum + paths, 0)};
}

/** A quantile of a metric at a month's end. */
export const metricQuantile = ({metrics}: PathSummary, metric: Metric, month: number, p: number): number =>
  histogramQuantile(metrics[metric], month, p);

const bins = (from: number, to: number): Bins => ({
  from,
  width: WIDTH,
  count: Math.round((to - from) / WIDTH),
});
