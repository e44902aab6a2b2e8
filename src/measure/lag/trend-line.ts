/**
 * Trend-line lag: the vertical gap on the as-of date divided by the slope of the closed frontier.
 *
 *   lag = (best closed − best open) / slope, with slope by least squares through the closed records of the window
 *
 * It answers how long closed takes, at its usual pace, to make the lead it has today. It does not use when open
 * reached anything, so delaying an open release changes it only if the release has not come by the as-of date.
 */
import {isoDay} from "../../dates.ts";
import {afterMonths, DAYS_PER_MONTH, months} from "../../units.ts";
import {emptyFrontier, frontier, timeline} from "../frontier.ts";
import {closedTrend} from "./closed-trend.ts";
import {
  drawCounts,
  known,
  type LagEstimate,
  type LagInput,
  overDraws,
  shortfall,
  statistic,
} from "./estimate.ts";
import {lagMethod} from "./method.ts";

export interface TrendLineOptions {
  /** Months of closed records the slope is fitted to. */
  readonly trendMonths?: number;
}

/**
 * Today's gap in months of closed progress (main value), with the slope in points a year, per draw.
 *
 * @returns months
 */
export function trendLine(input: LagInput, options: TrendLineOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const back = options.trendMonths ?? lagMethod.trendMonths.value;
  const since = afterMonths(asOf, months(-back));
  const closed = timeline(input.closed, asOf);
  const open = timeline(input.open, asOf);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const reason = `no open model, or fewer than ${lagMethod.trendMinRecords.value} closed records since ${isoDay(since)} on a rising line`;

  const draws = overDraws<"lag" | "slope">(abilities, (row) => {
    frontier(closed, row, closedFrontier);
    frontier(open, row, openFrontier);
    const trend = closedTrend(closedFrontier, since);
    if (!trend || openFrontier.count === 0) return undefined;
    const gap =
      closedFrontier.abilities[closedFrontier.count - 1] - openFrontier.abilities[openFrontier.count - 1];
    const perMonth = trend.slope * DAYS_PER_MONTH;
    return {lag: known(gap / perMonth), slope: known(12 * perMonth)};
  });

  const label = "Gap over the closed trend";
  const variant = `closed records of ${back} months`;
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "trend-line", variant, label, insufficient, n};
  return {
    kind: "estimate",
    rule: "trend-line",
    variant,
    ...statistic(draws, {id: "lag", label, unit: "months"}),
    definition: `Best closed minus best open ability on ${isoDay(asOf)}, divided by the least-squares slope of the closed records since ${isoDay(since)}.`,
    records: [],
    leftOut: [],
    window: {from: since, to: asOf},
    n: {...n, records: 0},
    draws: drawCounts(draws, reason),
    also: [
      statistic(draws, {id: "slope", label: "Slope of the closed frontier, a year", unit: "points per year"}),
    ],
    spread: undefined,
  };
}
