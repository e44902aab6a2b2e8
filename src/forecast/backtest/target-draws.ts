/** A forecaster's draws of every target at every horizon, on today's scale. */
import {type VintageLink} from "../../measure/index-vintage.ts";
import {forecastDays} from "../forecast-calendar.ts";
import type {Forecaster} from "../future.ts";
import {METRICS, metricReader, monthsToRecord} from "../future-metrics.ts";
import {inPoints, type Target, TARGETS} from "./target.ts";

/** `draws.get(target)[k]` are the draws at the k-th horizon. */
export type TargetDraws = ReadonlyMap<Target, readonly Float64Array[]>;

/** From points of the origin's vintage to today's. */
export type ScaleLink = Pick<VintageLink, "slope" | "offset">;

export function targetDraws(
  forecaster: Forecaster,
  {
    horizons,
    paths,
    link,
  }: {readonly horizons: readonly number[]; readonly paths: number; readonly link: ScaleLink},
): TargetDraws {
  const read = metricReader(forecastDays(forecaster.from, forecaster.months));
  const draws = new Map(TARGETS.map((target) => [target, horizons.map(() => new Float64Array(paths))]));
  for (let i = 0; i < paths; i++) {
    const future = forecaster.future(i);
    const rows = read(future);
    const wait = monthsToRecord(future.open, forecaster.from);
    for (const [h, months] of horizons.entries()) {
      for (const [k, metric] of METRICS.entries())
        draws.get(metric)![h][i] = linked(rows[k][months], metric, link);
      draws.get("open-wait")![h][i] = Math.min(wait, months);
    }
  }
  return draws;
}

function linked(value: number, target: Target, {slope, offset}: ScaleLink): number {
  const kind = inPoints(target);
  return kind === "level" ? offset + slope * value : kind === "difference" ? slope * value : value;
}
