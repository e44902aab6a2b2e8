/** What a test may decide between: each model at what a try of a task costs with it, and what a finished task is worth. */
import {apiCostPerTask} from "../advise/cost/api-cost.ts";
import type {CostDraws} from "../advise/cost/cost-draws.ts";
import {selfHostMonthly} from "../advise/cost/self-host-cost.ts";
import type {Option} from "../advise/own-evals/next-test.ts";
import type {SelfHostOption} from "../advise/options/option.ts";
import {optionsOn} from "../advise/options/options.ts";
import {ruledOut} from "../advise/options/ruled-out.ts";
import type {Workload} from "../advise/portfolio/portfolio.ts";
import type {Catalog} from "../data/catalog.ts";
import {grouped} from "../grouped.ts";
import {mean} from "../numeric/quantile.ts";
import type {Day} from "../units.ts";
import {cheapestListPrice} from "./model-abilities.ts";

/** At plain list prices, the lab's own where it sells the model. */
export function listOptions(
  catalog: Catalog,
  {value, inputTokens, outputTokens}: {value: number; inputTokens: number; outputTokens: number},
  models: readonly string[],
  day: Day,
): Option[] {
  const prices = grouped(catalog.prices, ({model}) => model);
  return models.flatMap((id): Option[] => {
    const price = cheapestListPrice(catalog.models.get(id)!, prices.get(id) ?? [], day);
    if (!price) return [];
    return [{model: id, worth: value, cost: (inputTokens * price.input + outputTokens * price.output) / 1e6}];
  });
}

/**
 * For a workload: each model at the cheapest way to run it that its limits allow, at a host with its cached tokens and batch
 * prices, or on own machines at 8 bits, where nothing is lost, at their expected cost. A failure's cost adds to what a
 * success is worth.
 *
 * @param success - expected on the eval, by model: the ablest open weights there are those worth own machines
 */
export function workloadOptions(
  catalog: Catalog,
  workload: Workload,
  success: ReadonlyMap<string, number>,
  day: Day,
  costs: CostDraws,
): Option[] {
  const cheapest = new Map<string, number>();
  for (const option of optionsOn(catalog, success, day).options) {
    if (ruledOut(option, workload) !== undefined) continue;
    const cost =
      option.hosting === "api" ? apiCostPerTask(workload, option) : ownCostPerTask(workload, option, costs);
    if (cost < Math.min(Infinity, cheapest.get(option.model) ?? Infinity)) cheapest.set(option.model, cost);
  }
  const worth = workload.valueOfSuccess + workload.costOfFailure;
  return [...cheapest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([model, cost]) => ({model, worth, cost}));
}

/** Infinite where a copy cannot write at the speed asked for in most draws, or nobody quotes the GPU. */
function ownCostPerTask(workload: Workload, option: SelfHostOption, costs: CostDraws): number {
  if (option.precision !== 8) return Infinity;
  const monthly = selfHostMonthly(workload, option, costs).filter(Number.isFinite);
  return monthly.length < costs.draws.length / 2 ? Infinity : mean(monthly) / workload.tasksPerMonth;
}
