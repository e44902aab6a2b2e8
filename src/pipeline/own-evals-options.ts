/** What a test may decide between: each model at what a try of a task costs with it, and what a finished task is worth. */
import {apiCostPerTask} from "../advise/cost/api-cost.ts";
import type {Option} from "../advise/own-evals/next-test.ts";
import {optionsOn} from "../advise/options/options.ts";
import {ruledOut} from "../advise/options/ruled-out.ts";
import type {Workload} from "../advise/portfolio/portfolio.ts";
import type {Catalog} from "../data/catalog.ts";
import {grouped} from "../grouped.ts";
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
 * For a workload: each model at the cheapest host that its limits allow, with its cached tokens and batch prices. Machines
 * of one's own are left to the advice. A failure's cost adds to what a success is worth.
 */
export function workloadOptions(
  catalog: Catalog,
  workload: Workload,
  models: readonly string[],
  day: Day,
): Option[] {
  const known = new Map(models.map((id) => [id, 0]));
  const cheapest = new Map<string, number>();
  for (const option of optionsOn(catalog, known, day).options) {
    if (option.hosting !== "api" || ruledOut(option, workload) !== undefined) continue;
    const cost = apiCostPerTask(workload, option);
    cheapest.set(option.model, Math.min(cost, cheapest.get(option.model) ?? Number.POSITIVE_INFINITY));
  }
  const worth = workload.valueOfSuccess + workload.costOfFailure;
  return [...cheapest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([model, cost]) => ({model, worth, cost}));
}
