/**
 * Last lag persists: closed goes on at its recent slope, and open reaches all it does as much later as today.
 *
 * The lag is today's, off by its own past changes; a world in which open leads is taken as level.
 */
import {standingOn} from "../../measure/frontier.ts";
import {stream} from "../../numeric/random.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import type {Forecaster, ForecastRun} from "../future.ts";
import {lagOn} from "../future-metrics.ts";
import {addRelease, futureRoom, startFuture} from "../future-room.ts";
import type {Ground} from "../ground.ts";
import {straightPath} from "./frontier-path.ts";
import {withLagKept} from "./lag-kept.ts";
import {lagVariance, pathVariance} from "./past-errors.ts";
import {addPath, PATH_STEP} from "./path-forecaster.ts";

const PURPOSE = 0xb5;

export function lagPersists(ground: Ground, run: ForecastRun): Forecaster {
  const {asOf, worlds} = ground;
  const {seed, months} = run;
  const room = futureRoom(ground);
  const paths = worlds.map(({closed}) => straightPath(closed, asOf));
  const lags = worlds.map((_, index) => lagOn(startFuture(room, ground, index), asOf));
  const closedError = Math.sqrt(pathVariance(ground, "closed", straightPath));
  const lagError = Math.sqrt(lagVariance(ground));

  function future(index: number) {
    const random = stream(seed, PURPOSE, index);
    const {closed, open, draw} = startFuture(room, ground, index);
    addPath(room, "closed", paths[draw], {from: asOf, months, shift: random.normal() * closedError});
    const later = random.normal() * lagError;
    for (let m = PATH_STEP; m <= months + 1; m += PATH_STEP) {
      const lag = Math.max(0, lags[draw] + later * Math.sqrt(m));
      const on = asOf + m * DAYS_PER_MONTH;
      const followed = standingOn(closed, on - lag * DAYS_PER_MONTH);
      if (followed >= 0) addRelease(open, on, closed.abilities[followed]);
    }
    return room;
  }
  return withLagKept({id: "lag-persists", from: asOf, months, future}, ground, run);
}
