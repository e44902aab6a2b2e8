/**
 * Epoch's rule of May 2026: on each day of the window, how long ago was the closed frontier last not clearly better
 * than the best open model of that day?
 *
 * "Clearly" is a significance test; the wider it is, the shorter the lag, whatever the data. A record that is not
 * clearly better stands until the next one comes, so the lag runs from the release day of the first of the clearly
 * better records. It is 0 when even today's best closed model is not clearly better, and never negative: how far open
 * leads is not asked.
 *
 * @see https://epoch.ai/data-insights/open-closed-eci-gap
 */
import {isoDay} from "../../dates.ts";
import {mean} from "../../numeric/quantile.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {eachStandingDay, emptyFrontier, frontier, timeline} from "../frontier.ts";
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
import {lagMethod} from "./method.ts";
import {clearlyBetter, type SignificanceTest, testName} from "./significance.ts";

export interface LastDayNotBetterOptions {
  readonly window?: DayWindow;
  /** Paired at the method's level when left out. */
  readonly test?: SignificanceTest;
}

/**
 * Mean over days (main value) and the last day's lag, per draw.
 *
 * @returns months, zero or more
 */
export function lastDayNotBetter(input: LagInput, options: LastDayNotBetterOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const window = dayWindow(asOf, options.window);
  const test = options.test ?? {kind: "paired", level: lagMethod.pairedLevel.value};
  const better = clearlyBetter(abilities, test);
  const closed = timeline(input.closed, asOf);
  const open = timeline(input.open, asOf);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const reason = `no day from ${isoDay(window.from)} to ${isoDay(window.to)} on which both sides have a model, with a closed model not clearly better than open before it`;

  const draws = overDraws<"mean" | "last-day">(abilities, (row, draw) => {
    frontier(closed, row, closedFrontier);
    frontier(open, row, openFrontier);
    const lags: number[] = [];
    let closedBefore = -1;
    let openBefore = -1;
    // First day of the unbroken run of clearly better records that ends with the standing one.
    let since = 0;
    eachStandingDay({closed: closedFrontier, open: openFrontier, ...window}, (on, c, o) => {
      if (c !== closedBefore || o !== openBefore) {
        [closedBefore, openBefore] = [c, o];
        const openColumn = open.columns[openFrontier.at[o]];
        let last = c;
        while (last >= 0 && better(closed.columns[closedFrontier.at[last]], openColumn, row, draw)) last--;
        since = last < 0 ? Number.NaN : last === c ? Number.POSITIVE_INFINITY : closedFrontier.days[last + 1];
      }
      // Closed has been clearly better as long as anybody has looked: the day has no answer.
      if (!Number.isNaN(since)) lags.push(Math.max(0, on - since) / DAYS_PER_MONTH);
    });
    return lags.length === 0
      ? undefined
      : {mean: known(mean(lags)), "last-day": known(lags[lags.length - 1])};
  });

  const label = "Since closed was last not clearly better";
  const variant = testName(test);
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = shortfall(draws, reason);
  if (insufficient)
    return {kind: "insufficient", rule: "last-day-not-better", variant, label, insufficient, n};
  return {
    kind: "estimate",
    rule: "last-day-not-better",
    variant,
    ...statistic(draws, {id: "mean", label, unit: "months"}),
    definition: `For each day from ${isoDay(window.from)} to ${isoDay(window.to)}: time since the last day on which the closed frontier was not clearly better (${variant}) than the best open model; mean over days.`,
    records: [],
    leftOut: [],
    window,
    n: {...n, records: 0},
    draws: drawCounts(draws, reason),
    also: [statistic(draws, {id: "last-day", label: `On ${isoDay(window.to)}`, unit: "months"})],
    spread: undefined,
  };
}
