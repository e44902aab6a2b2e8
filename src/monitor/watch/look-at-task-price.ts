/** What a finished task costs at the list prices in force, by the rules of the advice (R74). */
import {apiCostPerTask} from "../../advise/cost/api-cost.ts";
import {optionsOn} from "../../advise/options/options.ts";
import {ruledOut} from "../../advise/options/ruled-out.ts";
import type {Condition} from "./condition.ts";
import {matches} from "./condition.ts";
import {ableChance, likeliest, type Offer} from "./look-at-price.ts";
import type {Look, Sight} from "./sight.ts";

/** Offers are those the advice would weigh; a model is as able as another when it has at least that one's estimate. */
export function lookAtTaskPrice(
  {models, asAbleAs, load, compare, usd, within}: Extract<Condition, {kind: "task-price"}>,
  {catalog, report, today}: Sight,
): Look {
  const rows = new Map(report.models.map((row) => [row.model, row]));
  const wanted = asAbleAs === null ? null : rows.get(asAbleAs)?.ability;
  if (wanted === undefined || (asAbleAs !== null && wanted === null))
    return {kind: "level", chance: undefined, says: `${asAbleAs} has no measured ability`};
  const abilities = new Map(
    report.models.flatMap(({model, ability}) =>
      ability === null || !catalog.models.has(model) ? [] : [[model, ability] as const],
    ),
  );
  const offers = optionsOn(catalog, abilities, today).options.flatMap((option): Offer[] => {
    if (option.hosting !== "api" || !matches(models, option.model)) return [];
    if (within && ruledOut(option, {limits: within.limits, latency: load.latency}) !== undefined) return [];
    return [{model: option.model, provider: option.provider, price: apiCostPerTask(load, option)}];
  });
  const {level} = report.about;
  return likeliest(offers, {
    compare,
    usd,
    able: (id) => (wanted === null || id === asAbleAs ? 1 : ableChance(rows.get(id), wanted, level)),
    costs: (price) => `${price} USD a task`,
  });
}
