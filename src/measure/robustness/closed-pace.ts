/** How fast the closed frontier has risen lately: what turns points into months. */
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {emptyFrontier, frontier, standingOn, timeline} from "../frontier.ts";
import type {Release} from "../instrument.ts";

/**
 * Least-squares slope of the running best of closed models, read once a month over the window up to `asOf`.
 *
 * @returns a function from one row of abilities to points per month; undefined where fewer than three months have a
 *   closed record, or the frontier did not rise
 */
export function closedPace(
  closed: readonly Release[],
  asOf: Day,
  windowMonths: number,
): (abilities: Float64Array) => number | undefined {
  const line = timeline(closed, asOf);
  const room = emptyFrontier(line);
  return (abilities) => {
    const records = frontier(line, abilities, room);
    const [xs, ys]: [number[], number[]] = [[], []];
    for (let back = windowMonths; back >= 0; back--) {
      const at = standingOn(records, asOf - back * DAYS_PER_MONTH);
      if (at < 0) continue;
      xs.push(-back);
      ys.push(records.abilities[at]);
    }
    if (xs.length < 3) return undefined;
    const [cx, cy] = [average(xs), average(ys)];
    const cross = xs.reduce((sum, x, i) => sum + (x - cx) * (ys[i] - cy), 0);
    const slope = cross / xs.reduce((sum, x) => sum + (x - cx) ** 2, 0);
    return slope > 0 ? slope : undefined;
  };
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
