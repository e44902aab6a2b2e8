/**
 * Total cost of ownership of one workload on rented or owned GPUs, by month.
 *
 *   copies = mean requests per second x peak over mean x headroom / rate of one copy + spare copies, at least one
 *   cost   = copies x GPUs per copy x hours x price x overhead + engineers
 *
 * Copies are whole machines. Utilisation is what follows: mean load over what the copies could serve.
 */
import type {SelfHostOption} from "../options/option.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import type {CostDraw} from "./cost-draws.ts";
import {costMethod, HOURS_PER_MONTH} from "./cost-method.ts";
import {type RequestShape, servingRate} from "./serving-rate.ts";

export interface SelfHostCost {
  /** USD per month; infinite where the speed asked for cannot be had or nobody quotes the GPU. */
  readonly monthly: number;
  readonly gpuMonthly: number;
  readonly peopleMonthly: number;
  readonly copies: number;
  readonly utilisation: number;
  /** Requests per second of one copy at the speed asked for. */
  readonly rate: number;
}

/** How a workload's requests look to a server. */
export const requestShape = ({tokens, latency}: Pick<Workload, "tokens" | "latency">): RequestShape => ({
  fresh: tokens.input - tokens.cached,
  cached: tokens.cached,
  output: tokens.output,
  speed: costMethod.tokensPerSecond.value[latency],
});

type Load = Pick<Workload, "tasksPerMonth" | "requestsPerTask" | "latency" | "tokens" | "limits">;

/** @param rate - of one copy, when the caller has it already */
export function selfHostCost(
  workload: Load,
  option: SelfHostOption,
  draw: CostDraw,
  rate = servingRate(option, requestShape(workload), draw),
): SelfHostCost {
  const {gpu} = option.machine;
  const hour = workload.limits.onPremises ? draw.ownedHour[gpu] : draw.rentedHour[gpu];
  const peopleMonthly = (draw.engineers * draw.engineerCost) / 12;
  if (rate === 0 || hour === undefined) {
    return {monthly: Infinity, gpuMonthly: Infinity, peopleMonthly, copies: 0, utilisation: 0, rate};
  }
  const mean = meanRequests(workload);
  const needed = Math.max(1, Math.ceil((mean * draw.peakOverMean[workload.latency] * draw.headroom) / rate));
  const copies = needed + costMethod.spareCopies.value[workload.latency];
  const gpuMonthly = copies * option.gpus * HOURS_PER_MONTH * hour * draw.overhead;
  return {
    monthly: gpuMonthly + peopleMonthly,
    gpuMonthly,
    peopleMonthly,
    copies,
    utilisation: Math.min(1, mean / (copies * rate)),
    rate,
  };
}

/** Requests per second, averaged over the month. */
export const meanRequests = ({
  tasksPerMonth,
  requestsPerTask,
}: Pick<Workload, "tasksPerMonth" | "requestsPerTask">): number =>
  (tasksPerMonth * requestsPerTask) / (HOURS_PER_MONTH * 3600);
