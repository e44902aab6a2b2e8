/** The straight line through the closed frontier: what two trend rules divide by and read dates from. */
import type {Frontier} from "../frontier.ts";
import {lagMethod} from "./method.ts";

export interface Trend {
  /** Index points per day. */
  readonly slope: number;
  /** Ability on the line on a day: `level + slope (day - origin)`. */
  readonly level: number;
  readonly origin: number;
}

/**
 * Least squares of record ability on day, over the records from a day on.
 *
 * @returns undefined with fewer records than the method asks for, or where the line does not rise: a lag cannot be
 *   read from a flat or falling line
 */
export function closedTrend(closed: Frontier, since: number): Trend | undefined {
  let n = 0;
  let days = 0;
  let level = 0;
  for (let i = 0; i < closed.count; i++) {
    if (closed.days[i] < since) continue;
    n++;
    days += closed.days[i];
    level += closed.abilities[i];
  }
  if (n < lagMethod.trendMinRecords.value) return undefined;
  const origin = days / n;
  level /= n;
  let cross = 0;
  let square = 0;
  for (let i = 0; i < closed.count; i++) {
    if (closed.days[i] < since) continue;
    const away = closed.days[i] - origin;
    cross += away * (closed.abilities[i] - level);
    square += away * away;
  }
  const slope = square === 0 ? 0 : cross / square;
  return slope > 0 ? {slope, level, origin} : undefined;
}
