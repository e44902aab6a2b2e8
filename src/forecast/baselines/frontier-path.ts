/** A rule that carries one side's records on: the ability it expects some months after a day, from the records up to that day. */
import {brokenTrend, runningRecords} from "../../measure/eci/eci-trend.ts";
import {DAYS_PER_MONTH, day} from "../../units.ts";
import type {PastRecords} from "../ground.ts";
import {baselineMethod} from "./baseline-method.ts";

/** Index points so many months after the day the path starts from. */
export type Path = (months: number) => number;
/** @param on - the day the path starts from; later records are not read */
export type PathRule = (records: PastRecords, on: number) => Path;

/** Ability stays what it is. */
export const stillPath: PathRule = (records, on) => {
  const best = bestBy(records, on);
  return () => best;
};

/** From today's best on at the slope of the least-squares line through the records of the last months. */
export const straightPath: PathRule = (records, on) => {
  const best = bestBy(records, on);
  const slope = recentSlope(records, on);
  return (months) => best + slope * months;
};

/** Epoch's trend of the frontier with one break, carried on at its later slope; the straight line where records are few. */
export const brokenPath: PathRule = (records, on) => {
  const upTo = recordsBy(records, on);
  const points = upTo.days.map((released, i) => ({
    model: "",
    released: day(released),
    ability: upTo.abilities[i],
  }));
  const trend = brokenTrend(runningRecords(points), baselineMethod.breakSide.value);
  if (!trend) return straightPath(records, on);
  const best = bestBy(records, on);
  return (months) => best + (trend.after / 12) * months;
};

/** Points per month. */
export function recentSlope(records: PastRecords, on: number): number {
  const {slopeMonths, minRecords, fallbackPace} = baselineMethod;
  const from = on - slopeMonths.value * DAYS_PER_MONTH;
  const upTo = recordsBy(records, on);
  const at = upTo.days.findIndex((released) => released >= from);
  const days = at < 0 ? [] : upTo.days.slice(at);
  if (days.length < minRecords.value) return fallbackPace.value / 12;
  const abilities = upTo.abilities.slice(at);
  const [x, y] = [days, abilities].map(
    (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  );
  let [cross, square] = [0, 0];
  for (let i = 0; i < days.length; i++) {
    cross += (days[i] - x) * (abilities[i] - y);
    square += (days[i] - x) ** 2;
  }
  return (cross / square) * DAYS_PER_MONTH;
}

export function recordsBy({days, abilities}: PastRecords, on: number): PastRecords {
  const count = days.findLastIndex((released) => released <= on) + 1;
  return {days: days.slice(0, count), abilities: abilities.slice(0, count)};
}

export const bestBy = ({days, abilities}: PastRecords, on: number): number =>
  abilities[days.findLastIndex((released) => released <= on)];
