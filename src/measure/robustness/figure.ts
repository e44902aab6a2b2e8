import {centralInterval, median} from "../../numeric/quantile.ts";
import type {Figure, Insufficient} from "./estimate.ts";

/** Median and equal-tailed interval of draws. */
export const figure = (values: ArrayLike<number>, level: number): Figure => ({
  value: median(values),
  interval: centralInterval(values, level),
});

/** A figure over the draws that have a value, if at least half of them do. */
export function figureOrNone(
  values: readonly (number | undefined)[],
  level: number,
  reason: string,
): Figure | Insufficient {
  const known = values.filter((value) => value !== undefined);
  return known.length * 2 < values.length || known.length === 0
    ? {kind: "insufficient", reason}
    : figure(known, level);
}
