/**
 * A naive forecaster from a rule that carries frontiers on: the rule's path in each world, off by its own past errors.
 *
 *   ability(h) = path(h) + z √(v h),  one z per side and future, v from `past-errors.ts`
 */
import {stream} from "../../numeric/random.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import type {Forecaster, ForecasterId, ForecastRun} from "../future.ts";
import {addRelease, type FutureRoom, futureRoom, startFuture} from "../future-room.ts";
import type {Side} from "../future-metrics.ts";
import type {Ground} from "../ground.ts";
import type {Path, PathRule} from "./frontier-path.ts";
import {pathVariance} from "./past-errors.ts";

/** Months between the records of a smooth path. */
export const PATH_STEP = 0.25;
/** Names the random streams of path forecasters; each adds its place in the list of forecasters. */
const PURPOSE = 0xb0;

export function pathForecaster(
  {id, rule, stream: own}: {readonly id: ForecasterId; readonly rule: PathRule; readonly stream: number},
  ground: Ground,
  {seed, months}: ForecastRun,
): Forecaster {
  const {asOf, worlds} = ground;
  const room = futureRoom(ground);
  const paths = worlds.map(({closed, open}) => ({closed: rule(closed, asOf), open: rule(open, asOf)}));
  const error = {
    closed: Math.sqrt(pathVariance(ground, "closed", rule)),
    open: Math.sqrt(pathVariance(ground, "open", rule)),
  };
  return {
    id,
    from: asOf,
    months,
    future(index) {
      const random = stream(seed, PURPOSE, own, index);
      startFuture(room, ground, index);
      for (const side of ["closed", "open"] as const)
        addPath(room, side, paths[room.draw][side], {
          from: asOf,
          months,
          shift: random.normal() * error[side],
        });
      return room;
    },
  };
}

/** Records close together along a path; `shift` is how far off it is after one month, points. */
export function addPath(
  room: FutureRoom,
  side: Side,
  path: Path,
  {from, months, shift}: {readonly from: number; readonly months: number; readonly shift: number},
): void {
  for (let m = PATH_STEP; m <= months + 1; m += PATH_STEP)
    addRelease(room[side], from + m * DAYS_PER_MONTH, path(m) + shift * Math.sqrt(m));
}
