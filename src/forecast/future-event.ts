/**
 * Something that happens in a future or does not, as plain data: what a probability is asked of.
 *
 * A description instead of a function, so that it can be written in a file and sent to a worker thread.
 */
import type {Frontier} from "../measure/frontier.ts";
import {DAYS_PER_MONTH, type Day} from "../units.ts";
import type {Future} from "./future.ts";
import {
  abilityOn,
  gapOn,
  lagOn,
  type Metric,
  monthsToAbility,
  monthsToRecord,
  type Side,
  yearLagOn,
} from "./future-metrics.ts";

export type FutureEvent =
  /** A side reaches an ability by a day. */
  | {readonly kind: "reaches"; readonly side: Side; readonly ability: number; readonly by: Day}
  /** Open reaches what the best closed model of the as-of date can do, in each world its own, by a day. */
  | {readonly kind: "matches-today"; readonly by: Day}
  /** A side gains points over where it stood on the as-of date, by a day. */
  | {readonly kind: "gains"; readonly side: Side; readonly points: number; readonly by: Day}
  /** A side sets a record after the as-of date and by a day. */
  | {readonly kind: "record"; readonly side: Side; readonly by: Day}
  /** The best open model is better than the best closed one on some day after the as-of date and by a day. */
  | {readonly kind: "open-leads"; readonly by: Day}
  /** A metric on a whole day is at least, or below, a value. */
  | {
      readonly kind: "metric";
      readonly metric: Metric;
      readonly on: Day;
      readonly is: "at-least" | "below";
      readonly value: number;
    }
  /** A series the forecaster follows is below a value at a month's end, 0 to its last; it does not happen where it follows none. */
  | {readonly kind: "series-below"; readonly series: string; readonly month: number; readonly value: number}
  /** Likewise at or above a value. */
  | {
      readonly kind: "series-at-least";
      readonly series: string;
      readonly month: number;
      readonly value: number;
    };

/** Whether it happens in a future that starts on `asOf`. */
export function happens(event: FutureEvent, future: Future, asOf: Day): boolean {
  switch (event.kind) {
    case "reaches":
      return monthsToAbility(future[event.side], event.ability, asOf) <= monthsTo(event.by, asOf);
    case "matches-today":
      return abilityOn(future.open, event.by) >= abilityOn(future.closed, asOf);
    case "gains":
      return abilityOn(future[event.side], event.by) >= abilityOn(future[event.side], asOf) + event.points;
    case "record":
      return monthsToRecord(future[event.side], asOf) <= monthsTo(event.by, asOf);
    case "open-leads":
      return openLeads(future, asOf, event.by);
    case "metric": {
      const said = future.series.get(event.metric);
      const value = said
        ? said[Math.round(monthsTo(event.on, asOf))]
        : metricOn(event.metric, future, event.on);
      return event.is === "at-least" ? value >= event.value : value < event.value;
    }
    case "series-below":
      return (future.series.get(event.series)?.[event.month] ?? Number.POSITIVE_INFINITY) < event.value;
    case "series-at-least":
      return (future.series.get(event.series)?.[event.month] ?? Number.NEGATIVE_INFINITY) >= event.value;
  }
}

/** One metric of the frontiers of a future on a whole day. */
function metricOn(metric: Metric, future: Future, on: Day): number {
  switch (metric) {
    case "closed":
    case "open":
      return abilityOn(future[metric], on);
    case "gap":
      return gapOn(future, on);
    case "lag":
      return lagOn(future, on);
    case "lag-year":
      return yearLagOn(future, on);
  }
}

const monthsTo = (by: Day, asOf: Day): number => (by - asOf) / DAYS_PER_MONTH;

/** Open can only take the lead on the day of one of its records, or have it from the start. */
function openLeads({closed, open}: Pick<Future, "closed" | "open">, asOf: Day, by: Day): boolean {
  if (gapOn({closed, open} as Future, asOf) < 0) return true;
  for (let i = firstAfter(open, asOf); i < open.count && open.days[i] <= by; i++)
    if (open.abilities[i] > abilityOn(closed, open.days[i])) return true;
  return false;
}

function firstAfter({count, days}: Frontier, from: number): number {
  let at = count;
  while (at > 0 && days[at - 1] > from) at--;
  return at;
}
