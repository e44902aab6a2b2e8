/**
 * The monthly volume from which own machines are cheaper than a list price.
 *
 *   people + g max(1, v a) + g s = p v,    g: one copy a month, s: spare copies, v: tasks, a: copies per task, p: price
 *
 * Copies are taken as divisible above the first, so the answer is the point around which the steps cross.
 */
import type {SelfHostOption} from "../options/option.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import type {CostDraw} from "./cost-draws.ts";
import {costMethod, HOURS_PER_MONTH} from "./cost-method.ts";
import {requestShape} from "./self-host-cost.ts";
import {servingRate} from "./serving-rate.ts";

/** @returns tasks per month; infinite when own machines never catch up */
export function breakEvenVolume(
  workload: Pick<Workload, "requestsPerTask" | "latency" | "tokens" | "limits">,
  option: SelfHostOption,
  pricePerTask: number,
  draw: CostDraw,
  rate = servingRate(option, requestShape(workload), draw),
): number {
  const {gpu} = option.machine;
  const hour = workload.limits.onPremises ? draw.ownedHour[gpu] : draw.rentedHour[gpu];
  if (rate === 0 || hour === undefined) return Infinity;
  const copyMonthly = option.gpus * HOURS_PER_MONTH * hour * draw.overhead;
  const people = (draw.engineers * draw.engineerCost) / 12;
  const spare = costMethod.spareCopies.value[workload.latency];
  const copiesPerTask =
    (workload.requestsPerTask * draw.peakOverMean[workload.latency] * draw.headroom) /
    (rate * HOURS_PER_MONTH * 3600);
  const withOneCopy = (people + copyMonthly * (1 + spare)) / pricePerTask;
  if (withOneCopy * copiesPerTask <= 1) return withOneCopy;
  const gainPerTask = pricePerTask - copyMonthly * copiesPerTask;
  return gainPerTask > 0 ? (people + copyMonthly * spare) / gainPerTask : Infinity;
}
