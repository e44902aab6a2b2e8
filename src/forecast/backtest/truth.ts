/**
 * What came true: the targets as measured today, at a day in the past.
 *
 * The median over today's ability draws, as it would be printed. It is not known exactly either; a forecast is scored against the
 * best later measurement, as a weather forecast is against the analysis.
 */
import {median} from "../../numeric/quantile.ts";
import {horizonDay} from "../forecast-calendar.ts";
import type {Day} from "../../units.ts";
import {abilityOn, gapOn, lagOn, monthsToRecord, yearLagOn} from "../future-metrics.ts";
import {futureRoom, startFuture} from "../future-room.ts";
import type {Ground} from "../ground.ts";
import type {Target} from "./target.ts";

/** @returns nothing when the day has not come by the as-of date of `now` */
export function truths(now: Ground, origin: Day, months: number): ReadonlyMap<Target, number> | undefined {
  const on = horizonDay(origin, months);
  if (on > now.asOf) return undefined;
  const room = futureRoom(now);
  const worlds = now.worlds.map((_, index) => {
    const {closed, open} = startFuture(room, now, index);
    return {
      closed: abilityOn(closed, on),
      open: abilityOn(open, on),
      gap: gapOn(room, on),
      lag: lagOn(room, on),
      "lag-year": yearLagOn(room, on),
      "open-wait": Math.min(months, monthsToRecord(open, origin)),
    } satisfies Record<Target, number>;
  });
  const of = (target: Target): [Target, number] => [target, median(worlds.map((world) => world[target]))];
  return new Map((Object.keys(worlds[0]) as Target[]).map(of));
}
