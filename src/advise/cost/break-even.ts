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
import {hourOf, requestShape} from "./self-host-cost.ts";
import {servingRates} from "./serving-rate.ts";

/** Tasks per month, by draw; infinite when own machines never catch up. */
export function breakEvenVolumes(
  workload: Pick<Workload, "requestsPerTask" | "latency" | "tokens" | "limits">,
  option: SelfHostOption,
  pricePerTask: number,
): (draw: CostDraw) => number {
  const rateOf = servingRates(option, requestShape(workload));
  const {requestsPerTask, latency} = workload;
  const spare = costMethod.spareCopies.value[latency];
  return (draw) => {
    const rate = rateOf(draw);
    const hour = hourOf(workload, option, draw);
    if (rate === 0 || hour === undefined) return Infinity;
    const copyMonthly = option.gpus * HOURS_PER_MONTH * hour * draw.overhead;
    const people = (draw.engineers * draw.engineerCost) / 12;
    const copiesPerTask =
      (requestsPerTask * draw.peakOverMean[latency] * draw.headroom) / (rate * HOURS_PER_MONTH * 3600);
    const withOneCopy = (people + copyMonthly * (1 + spare)) / pricePerTask;
    if (withOneCopy * copiesPerTask <= 1) return withOneCopy;
    const gainPerTask = pricePerTask - copyMonthly * copiesPerTask;
    return gainPerTask > 0 ? (people + copyMonthly * spare) / gainPerTask : Infinity;
  };
}
