/**
 * The vertical gap: best closed ability minus best open ability, in index points. Negative when open leads.
 *
 * A gap in points means something only inside one vintage of one index; a lag in months survives a change of scale.
 */
import {isoDay} from "../dates.ts";
import {mean, quantiles} from "../numeric/quantile.ts";
import {eachStandingDay, emptyFrontier, type Frontier, frontier, timeline} from "./frontier.ts";
import {dayWindow} from "./lag/day-window.ts";
import {
  type DayWindow,
  drawCounts,
  known,
  type LagEstimate,
  type LagInput,
  overDraws,
  shortfall,
  statistic,
} from "./lag/estimate.ts";
import {lagMethod} from "./lag/method.ts";

export interface VerticalGapOptions {
  /** Days averaged over; the method's months up to `asOf` when left out. One day for the gap on a date. */
  readonly window?: DayWindow;
}

/**
 * Mean gap over the days of a window (main value) and the gap on its last day, per draw.
 *
 * @returns index points; `spread` is the 5–95% range over days at the point abilities, as Epoch prints it
 */
export function verticalGap(input: LagInput, options: VerticalGapOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const window = dayWindow(asOf, options.window);
  const closed = timeline(input.closed, asOf);
  const open = timeline(input.open, asOf);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const reason = `no day from ${isoDay(window.from)} to ${isoDay(window.to)} on which both sides have a model`;
  const gapsOf = (row: Float64Array) =>
    dailyGaps(frontier(closed, row, closedFrontier), frontier(open, row, openFrontier), window);

  const draws = overDraws<"mean" | "last-day">(abilities, (row) => {
    const gaps = gapsOf(row);
    return gaps.length === 0
      ? undefined
      : {mean: known(mean(gaps)), "last-day": known(gaps[gaps.length - 1])};
  });

  const label = "Vertical gap";
  const variant = "mean of days";
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "vertical-gap", variant, label, insufficient, n};
  const level = lagMethod.intervalLevel.value;
  const [low, high] = quantiles(gapsOf(abilities.point), [(1 - level) / 2, (1 + level) / 2]);
  return {
    kind: "estimate",
    rule: "vertical-gap",
    variant,
    ...statistic(draws, {id: "mean", label, unit: "points"}),
    definition: `Best closed minus best open ability on each day from ${isoDay(window.from)} to ${isoDay(window.to)}; mean over days.`,
    records: [],
    leftOut: [],
    window,
    n: {...n, records: 0},
    draws: drawCounts(draws, reason),
    also: [statistic(draws, {id: "last-day", label: `Gap on ${isoDay(window.to)}`, unit: "points"})],
    spread: {over: "days", interval: {low, high, level}},
  };
}

/** Best closed minus best open on each day of the window on which both sides have a model. */
export function dailyGaps(closed: Frontier, open: Frontier, {from, to}: DayWindow): Float64Array {
  const gaps: number[] = [];
  eachStandingDay({closed, open, from, to}, (_, c, o) => gaps.push(closed.abilities[c] - open.abilities[o]));
  return Float64Array.from(gaps);
}
