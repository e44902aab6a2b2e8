/**
 * An option as the decision sees it: what it does right and what it costs, draw by draw.
 *
 *   net value per year = tasks x ((value + loss) x success - loss) - cost - switching cost / years
 *
 * with loss what a failed task costs. Nothing is paid for staying with what runs today.
 */
import type {CostDraws} from "../cost/cost-draws.ts";
import {apiCostPerTask, meanApiCostPerTask} from "../cost/api-cost.ts";
import {selfHostMonthly} from "../cost/self-host-cost.ts";
import type {Option} from "../options/option.ts";
import {ruledOut} from "../options/ruled-out.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import type {Horizon} from "./horizon.ts";

export interface Contender {
  readonly option: Option;
  readonly drawCount: number;
  /** Share of tasks done right [draws]; kept once it was asked for. */
  readonly success: Float64Array;
  /** The same into an array of the caller's and not kept: hundreds of options are compared, a dozen are looked at again. */
  readonly successInto: (into: Float64Array) => Float64Array;
  /** USD per finished task at a list price; undefined on own machines, where cost does not follow the task. */
  readonly perTask: number | undefined;
  /** USD per year on own machines [draws]; undefined at a list price. */
  readonly perYear: Float64Array | undefined;
}

/** The money side of a workload, which sensitivities change. */
export type Stakes = Pick<Workload, "valueOfSuccess" | "costOfFailure" | "switchingCost" | "today">;

export function contenderOf(
  option: Option,
  successInto: Contender["successInto"],
  rest: Pick<Contender, "drawCount" | "perTask" | "perYear">,
): Contender {
  let kept: Float64Array | undefined;
  return {
    option,
    successInto,
    ...rest,
    get success() {
      return (kept ??= successInto(new Float64Array(rest.drawCount)));
    },
  };
}

/** Net value in USD per year [draws]. */
export const netValue = (contender: Contender, stakes: Stakes, horizon: Horizon): Float64Array =>
  netValueOf(contender.success, contender, stakes, horizon, new Float64Array(contender.drawCount));

/** The same at a success that is given, into an array of the caller's, which may be that of the success. */
export function netValueOf(
  success: Float64Array,
  {option, perTask, perYear}: Pick<Contender, "option" | "perTask" | "perYear">,
  stakes: Stakes,
  {tasksPerYear, years}: Horizon,
  into: Float64Array,
): Float64Array {
  const {valueOfSuccess, costOfFailure, switchingCost} = stakes;
  const gain = tasksPerYear * (valueOfSuccess + costOfFailure);
  const fixed =
    tasksPerYear * (costOfFailure + (perTask ?? 0)) + (runsToday(option, stakes) ? 0 : switchingCost / years);
  if (perYear) for (let d = 0; d < into.length; d++) into[d] = gain * success[d]! - fixed - perYear[d]!;
  else for (let d = 0; d < into.length; d++) into[d] = gain * success[d]! - fixed;
  return into;
}

/** Mean cost in USD per year. */
export function meanCost({perTask, perYear}: Contender, {tasksPerYear}: Horizon): number {
  if (perYear === undefined) return perTask! * tasksPerYear;
  return perYear.reduce((sum, cost) => sum + cost, 0) / perYear.length;
}

/** Whether an option is what runs today. */
export const runsToday = ({model, provider}: Option, {today}: Pick<Workload, "today">): boolean =>
  today !== undefined && today.model === model && today.provider === provider;

/** What runs today with its host: where the file names none, the cheapest that sells it. */
export function withHost(workload: Workload, options: readonly Option[]): Workload {
  const {today} = workload;
  if (today === undefined || today.provider !== undefined) return workload;
  let cheapest: {provider: string; cost: number} | undefined;
  for (const option of options) {
    if (option.model !== today.model || option.hosting !== "api") continue;
    if (ruledOut(option, workload) !== undefined) continue;
    const cost = apiCostPerTask(workload, option);
    if (!cheapest || cost < cheapest.cost) cheapest = {provider: option.provider, cost};
  }
  return cheapest ? {...workload, today: {...today, provider: cheapest.provider}} : workload;
}

/**
 * Cost of an option for a workload at its volume over the horizon.
 *
 * @param count - of the draws, the first
 */
export function costsOf(
  option: Option,
  workload: Workload,
  horizon: Horizon,
  costs: CostDraws,
  count = costs.draws.length,
): Pick<Contender, "perTask" | "perYear"> {
  if (option.hosting === "api")
    return {perTask: meanApiCostPerTask(workload, option, horizon), perYear: undefined};
  const perYear = selfHostMonthly(
    {...workload, tasksPerMonth: horizon.tasksPerYear / 12},
    option,
    costs,
    count,
  );
  let dearest = 0;
  for (let d = 0; d < count; d++) {
    const cost = 12 * perYear[d]!;
    perYear[d] = cost;
    if (cost > dearest && cost < Infinity) dearest = cost;
  }
  // A draw in which not even one request at a time keeps the speed costs at least as much as the dearest that does.
  for (let d = 0; d < count; d++) if (perYear[d] === Infinity) perYear[d] = dearest;
  return {perTask: undefined, perYear};
}
