/**
 * A forecaster made to say of the lag that it stays what it is: today's lag, and today's mean over the year, off by z √(v h).
 *
 * Said directly, because frontiers cannot say it: under R11 a lag between two staircases is not constant even when one
 * follows the other at a fixed distance in time.
 */
import {stream} from "../../numeric/random.ts";
import type {Forecaster, ForecastRun} from "../future.ts";
import {lagOn, yearLagOn} from "../future-metrics.ts";
import {futureRoom, startFuture} from "../future-room.ts";
import type {Ground} from "../ground.ts";
import {lagVariance} from "./past-errors.ts";

const PURPOSE = 0xb4;

export function withLagKept(forecaster: Forecaster, ground: Ground, {seed, months}: ForecastRun): Forecaster {
  const room = futureRoom(ground);
  const now = ground.worlds.map((_, index) => {
    startFuture(room, ground, index);
    return {lag: lagOn(room, ground.asOf), year: yearLagOn(room, ground.asOf)};
  });
  const error = Math.sqrt(lagVariance(ground));
  const rows = {lag: new Float64Array(months + 1), year: new Float64Array(months + 1)};
  const series = new Map([
    ["lag", rows.lag],
    ["lag-year", rows.year],
  ]);
  return {
    ...forecaster,
    future(index) {
      const future = forecaster.future(index);
      const shift = stream(seed, PURPOSE, index).normal() * error;
      for (let m = 0; m <= months; m++) {
        rows.lag[m] = now[future.draw].lag + shift * Math.sqrt(m);
        rows.year[m] = now[future.draw].year + shift * Math.sqrt(m);
      }
      return {...future, series};
    },
  };
}
