import {DAYS_PER_MONTH} from "../../units.ts";
import type {FutureRoom} from "../future-room.ts";
import {lagAt, lagPieces} from "../lag-pieces.ts";

/**
 * The lag one world is used to, months: the mean of the daily lag (R11) on days a month apart up to the as-of date, weighted by
 * memory^(months ago), beside a prior that weighs so many months. At least `least`.
 *
 * @param past - the room with the world's records up to the as-of date
 */
export function usualLag(
  past: FutureRoom,
  asOf: number,
  {
    memory,
    prior,
  }: {
    readonly memory: number;
    readonly prior: {readonly lag: number; readonly months: number; readonly least: number};
  },
): number {
  const {closed, open} = past;
  const pieces = lagPieces(past, {from: Math.max(closed.days[0], open.days[0]), to: asOf});
  let [sum, weights] = [prior.lag * prior.months, prior.months];
  for (let ago = 0; ; ago++) {
    const lag = lagAt(pieces, Math.round(asOf - ago * DAYS_PER_MONTH));
    if (Number.isNaN(lag)) break;
    sum += memory ** ago * lag;
    weights += memory ** ago;
  }
  return Math.max(prior.least, sum / weights);
}
