/**
 * What is asked of a future: frontiers, gap and lag on a day, and how long until a record or an ability comes.
 *
 * Every number follows the rule of the measured one: the lag on a day and its mean over the year before are R11's, the gap is R19's.
 */
import {type Frontier, firstReaching, standingOn} from "../measure/frontier.ts";
import {lagMethod} from "../measure/lag/method.ts";
import {DAYS_PER_MONTH, type Day} from "../units.ts";
import type {Future} from "./future.ts";
import {type LagPieces, lagAt, lagPieces, lagPiecesRoom, meanLag} from "./lag-pieces.ts";

/** A future whose two frontiers are all that is read. */
type Frontiers = Pick<Future, "closed" | "open">;
export type Side = "closed" | "open";

/** closed, open: index points of the best model; gap: points; lag: on the day; lag-year: its mean over the 12 months to it. */
export type Metric = "closed" | "open" | "gap" | "lag" | "lag-year";
export const METRICS: readonly Metric[] = ["closed", "open", "gap", "lag", "lag-year"];

/** Best ability of a side on a day; NaN before its first record. */
export function abilityOn(side: Frontier, on: number): number {
  const at = standingOn(side, on);
  return at < 0 ? Number.NaN : side.abilities[at];
}

/** Best closed minus best open ability on a day, index points; negative when open leads. */
export const gapOn = ({closed, open}: Frontiers, on: number): number =>
  abilityOn(closed, on) - abilityOn(open, on);

/** R11's lag on a whole day, months. */
export const lagOn = (future: Frontiers, on: Day): number => lagAt(lagPieces(future, {from: on, to: on}), on);

/** R11's headline as it would be printed on a day: the mean lag over the 12 months up to it. */
export function yearLagOn(future: Frontiers, on: Day): number {
  const from = yearBefore(on);
  return meanLag(lagPieces(future, {from, to: on}), from, on);
}

/** Months from a day to the side's first record after it; Infinity when none comes within the future. */
export function monthsToRecord(side: Frontier, from: Day): number {
  const next = standingOn(side, from) + 1;
  return next < side.count ? (side.days[next] - from) / DAYS_PER_MONTH : Number.POSITIVE_INFINITY;
}

/** Months from a day until the side first reaches an ability, 0 if it already had; Infinity when not within the future. */
export function monthsToAbility(side: Frontier, ability: number, from: Day): number {
  const at = firstReaching(side, ability);
  return at < side.count ? Math.max(0, (side.days[at] - from) / DAYS_PER_MONTH) : Number.POSITIVE_INFINITY;
}

/** Values of each metric on each day asked for, one row per metric in the order of `METRICS` [metrics][days]. */
export type MetricRows = readonly Float64Array[];

/**
 * All metrics of a future on the days of its months, in one pass. What the forecaster says of a metric directly goes before what
 * its frontiers say.
 *
 * @param days - the as-of date and the days a month apart after it
 * @returns a reader with room of its own: its rows are overwritten by the next future
 */
export function metricReader(days: readonly Day[]): (future: Future) => MetricRows {
  const rows = METRICS.map(() => new Float64Array(days.length));
  const [closedRow, openRow, gapRow, lagRow, yearRow] = rows;
  const firsts = days.map(yearBefore);
  const span = {from: yearBefore(days[0]), to: days[days.length - 1]};
  let pieces: LagPieces = lagPiecesRoom(0);
  return (future) => {
    const size = future.closed.count + future.open.count + 1;
    if (pieces.starts.length < size) pieces = lagPiecesRoom(2 * size);
    lagPieces(future, span, pieces);
    fillAbilities(future.closed, days, closedRow);
    fillAbilities(future.open, days, openRow);
    for (let i = 0; i < days.length; i++) gapRow[i] = closedRow[i] - openRow[i];
    for (let i = 0; i < days.length; i++) lagRow[i] = lagAt(pieces, days[i]);
    for (let i = 0; i < days.length; i++) yearRow[i] = meanLag(pieces, firsts[i], days[i]);
    if (future.series.size > 0) {
      for (const [k, metric] of METRICS.entries()) {
        const said = future.series.get(metric);
        if (said) rows[k].set(said.subarray(0, days.length));
      }
    }
    return rows;
  };
}

/** `abilityOn` on days in order [days]. */
function fillAbilities(side: Frontier, days: readonly Day[], into: Float64Array): void {
  let at = standingOn(side, days[0]);
  for (let i = 0; i < days.length; i++) {
    while (at + 1 < side.count && side.days[at + 1] <= days[i]) at++;
    into[i] = at < 0 ? Number.NaN : side.abilities[at];
  }
}

/** First day of the headline's window that ends on a day. */
const yearBefore = (on: Day): number => Math.floor(on - lagMethod.windowMonths.value * DAYS_PER_MONTH) + 1;
