/**
 * Daily look-back lag: on each day of the window, how long ago closed models first reached what the best open
 * model can do on that day.
 *
 *   lag(t) = t − first day on which the closed frontier was at least the best open ability on day t
 *
 * Every day has an answer, so nothing is censored and a quiet month counts as the growing lag it is.
 *
 * When open leads (best open above best closed on day t) the same question is asked with the sides exchanged and
 * the sign turned: minus how long ago open first reached what the best closed model can do. So the lag of A behind
 * B is always minus the lag of B behind A, and an open lead of three months reads −3, not 0: zero would hide it
 * and pull every mean towards "behind". At equal ability the side that came later follows; open, if both came
 * on one day.
 */
import {isoDay} from "../../dates.ts";
import {mean} from "../../numeric/quantile.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {
  eachStandingDay,
  emptyFrontier,
  type Frontier,
  firstReaching,
  frontier,
  timeline,
} from "../frontier.ts";
import {dayWindow} from "./day-window.ts";
import {
  type DayWindow,
  drawCounts,
  known,
  type LagEstimate,
  type LagInput,
  overDraws,
  shortfall,
  statistic,
} from "./estimate.ts";

export interface DailyLookBackOptions {
  /** Days averaged over; the method's months up to `asOf` when left out. */
  readonly window?: DayWindow;
}

/** 365.2425 days: the slope is read per year. */
const DAYS_PER_YEAR = 12 * DAYS_PER_MONTH;

/**
 * Mean over days (main value), the last day's lag, and the slope of the daily lag over the window by least
 * squares, each per draw.
 *
 * @returns months; the slope in months per year
 */
export function dailyLookBack(input: LagInput, options: DailyLookBackOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const window = dayWindow(asOf, options.window);
  const closed = timeline(input.closed, asOf);
  const open = timeline(input.open, asOf);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const reason = `no day from ${isoDay(window.from)} to ${isoDay(window.to)} on which both sides have a model`;

  const draws = overDraws<"mean" | "last-day" | "trend">(abilities, (row) => {
    const daily = dailyLags(frontier(closed, row, closedFrontier), frontier(open, row, openFrontier), window);
    return daily.lags.length === 0
      ? undefined
      : {
          mean: known(mean(daily.lags)),
          "last-day": known(daily.lags[daily.lags.length - 1]),
          trend: known(slope(daily.lags) * DAYS_PER_YEAR),
        };
  });

  const label = "Daily look-back lag";
  const variant = "mean of days";
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "daily-look-back", variant, label, insufficient, n};
  return {
    kind: "estimate",
    rule: "daily-look-back",
    variant,
    ...statistic(draws, {id: "mean", label, unit: "months"}),
    definition: `For each day from ${isoDay(window.from)} to ${isoDay(window.to)}: how long ago the closed frontier first reached the best open ability of that day; negative when open leads; mean over days.`,
    records: [],
    leftOut: [],
    window,
    n: {...n, records: 0},
    draws: drawCounts(draws, reason),
    also: [
      statistic(draws, {id: "last-day", label: `Lag on ${isoDay(window.to)}`, unit: "months"}),
      statistic(draws, {id: "trend", label: "Trend of the daily lag", unit: "months per year"}),
    ],
    spread: undefined,
  };
}

/** The lag of each day of the window on which both sides have a model: for charts and for the mean. */
export function dailyLags(
  closed: Frontier,
  open: Frontier,
  {from, to}: DayWindow,
): {readonly from: number; readonly lags: Float64Array} {
  const lags: number[] = [];
  let first = Number.NaN;
  let closedBefore = -1;
  let openBefore = -1;
  let since = 0;
  let sign = 1;
  eachStandingDay({closed, open, from, to}, (on, c, o) => {
    if (lags.length === 0) first = on;
    if (c !== closedBefore || o !== openBefore) {
      [closedBefore, openBefore] = [c, o];
      const behind = closed.days[firstReaching(closed, open.abilities[o])];
      const ahead = open.days[firstReaching(open, closed.abilities[c])];
      const closedNow = closed.abilities[c];
      const openNow = open.abilities[o];
      // At a tie whoever came later is the follower.
      const openFollows = closedNow > openNow || (closedNow === openNow && behind <= ahead);
      sign = openFollows ? 1 : -1;
      since = openFollows ? behind : ahead;
    }
    lags.push((sign * (on - since)) / DAYS_PER_MONTH);
  });
  return {from: first, lags: Float64Array.from(lags)};
}

/** Least-squares slope of equally spaced values, per step; 0 for a single one. */
function slope(values: Float64Array): number {
  const middle = (values.length - 1) / 2;
  let cross = 0;
  let square = 0;
  for (let i = 0; i < values.length; i++) {
    cross += (i - middle) * values[i];
    square += (i - middle) ** 2;
  }
  return square === 0 ? 0 : cross / square;
}
