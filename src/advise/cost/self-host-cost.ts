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
import type {CostDraw, CostDraws} from "./cost-draws.ts";
import {costMethod, HOURS_PER_MONTH} from "./cost-method.ts";
import {type RequestShape, servingRates} from "./serving-rate.ts";

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

/** The cost of one option for a workload, by draw. */
export function selfHostCosts(workload: Load, option: SelfHostOption): (draw: CostDraw) => SelfHostCost {
  const {rateOf, copiesAt, mean} = serving(workload, option);
  return (draw) => {
    const rate = rateOf(draw);
    const hour = hourOf(workload, option, draw);
    const peopleMonthly = (draw.engineers * draw.engineerCost) / 12;
    if (rate === 0 || hour === undefined) {
      return {monthly: Infinity, gpuMonthly: Infinity, peopleMonthly, copies: 0, utilisation: 0, rate};
    }
    const copies = copiesAt(draw.peakOverMean[workload.latency], draw.headroom, rate);
    const gpuMonthly = copies * option.gpus * HOURS_PER_MONTH * hour * draw.overhead;
    const utilisation = Math.min(1, mean / (copies * rate));
    return {monthly: gpuMonthly + peopleMonthly, gpuMonthly, peopleMonthly, copies, utilisation, rate};
  };
}

/**
 * `monthly` alone, draw by draw: asked for in every draw of every option, where a record for each would cost more than the sum.
 *
 * @param count - of the draws, the first
 */
export function selfHostMonthly(
  workload: Load,
  option: SelfHostOption,
  {draws, column}: CostDraws,
  count = draws.length,
): Float64Array {
  const {rateOf, copiesAt} = serving(workload, option);
  const {gpu} = option.machine;
  const hours = workload.limits.onPremises ? column("ownedHour", gpu) : column("rentedHour", gpu);
  const peaks = column("peakOverMean", workload.latency);
  const out = new Float64Array(count);
  for (let d = 0; d < count; d++) {
    const draw = draws[d]!;
    const hour = hours[d]!;
    const rate = rateOf(draw);
    // Not a number: nobody quotes the GPU.
    if (rate === 0 || Number.isNaN(hour)) out[d] = Infinity;
    else {
      const copies = copiesAt(peaks[d]!, draw.headroom, rate);
      out[d] =
        copies * option.gpus * HOURS_PER_MONTH * hour * draw.overhead +
        (draw.engineers * draw.engineerCost) / 12;
    }
  }
  return out;
}

function serving(workload: Load, option: SelfHostOption) {
  const {latency} = workload;
  const mean = meanRequests(workload);
  const spare = costMethod.spareCopies.value[latency];
  const copiesAt = (peak: number, headroom: number, rate: number): number =>
    Math.max(1, Math.ceil((mean * peak * headroom) / rate)) + spare;
  return {rateOf: servingRates(option, requestShape(workload)), copiesAt, mean};
}

/** USD per GPU hour, owned where the work has to stay on premises; undefined where nobody quotes it. */
export const hourOf = (
  {limits}: Pick<Workload, "limits">,
  {machine}: SelfHostOption,
  draw: CostDraw,
): number | undefined => (limits.onPremises ? draw.ownedHour[machine.gpu] : draw.rentedHour[machine.gpu]);

/** Requests per second, averaged over the month. */
export const meanRequests = ({
  tasksPerMonth,
  requestsPerTask,
}: Pick<Workload, "tasksPerMonth" | "requestsPerTask">): number =>
  (tasksPerMonth * requestsPerTask) / (HOURS_PER_MONTH * 3600);
