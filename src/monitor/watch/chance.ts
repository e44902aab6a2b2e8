/**
 * How likely a number of the report lies on one side of a value.
 *
 * A report gives a number as median and interval. Between and beyond them the distribution is taken as two halves of
 * normals that meet at the median, one as wide as the interval's lower part, one as its upper: exact where draws are
 * normal, and at the median and both ends of the interval whatever they are.
 */
import {normalCdf} from "../../numeric/normal-cdf.ts";
import {normalQuantile} from "../../numeric/normal-quantile.ts";
import type {Quantity} from "../../report.ts";
import type {LevelCondition} from "./condition.ts";

type Figure = Pick<Quantity, "value" | "interval" | "censored">;
type Compare = LevelCondition["compare"];

/** @returns undefined where there is no number */
export function chanceOf(
  {value, interval, censored}: Figure,
  compare: Compare,
  at: number,
): number | undefined {
  if (value === null) return undefined;
  const isBelow = compare === "<" || compare === "<=";
  const exact = value === at ? compare === "<=" || compare === ">=" : value < at === isBelow;
  if (!interval || (interval.low === null && interval.high === null && censored === "none"))
    return exact ? 1 : 0;
  const below = chanceBelow({value, low: interval.low, high: interval.high, level: interval.level}, at);
  // "At least this much, still running": it may be far above, and is never below.
  const bounded = censored === "right" ? (at > value ? Math.min(below, 0.5) : 0) : below;
  return isBelow ? bounded : 1 - bounded;
}

function chanceBelow(
  {value, low, high, level}: {value: number; low: number | null; high: number | null; level: number},
  at: number,
): number {
  const end = at < value ? low : high;
  // An open end says nothing of how far: what lies beyond the median is one half, no more.
  if (end === null || at === value) return 0.5;
  const sd = Math.abs(end - value) / normalQuantile((1 + level) / 2);
  return sd === 0 ? (at < value ? 0 : 1) : normalCdf((at - value) / sd);
}
