import {DAYS_PER_MONTH} from "../../units.ts";
import {bestBy} from "../baselines/frontier-path.ts";
import type {World} from "../ground.ts";

/** A gap below this would make every small distance look unusual, index points. */
const LEAST = 1;

/**
 * The distance open usually keeps in one world: mean gap over the past months, weighted by memory^(months ago), index points.
 *
 * Months in which open led count with what they were; the mean is at least a point.
 */
export function usualGap({closed, open}: World, asOf: number, memory: number): number {
  const first = Math.max(closed.days[0], open.days[0]);
  let [sum, weights] = [0, 0];
  for (let ago = 0; asOf - ago * DAYS_PER_MONTH >= first; ago++) {
    const on = asOf - ago * DAYS_PER_MONTH;
    const weight = memory ** ago;
    sum += weight * (bestBy(closed, on) - bestBy(open, on));
    weights += weight;
  }
  return Math.max(LEAST, sum / weights);
}
