/** One row per model: what the models table and a model's page show. */
import type {Catalog, Model, Price} from "../data/catalog.ts";
import {isoSpan} from "../dates.ts";
import {lagMethod} from "../measure/lag/method.ts";
import {centralInterval} from "../numeric/quantile.ts";
import type {ModelAbility} from "../report.ts";
import type {Day} from "../units.ts";
import {grouped} from "../grouped.ts";
import {columnOf} from "./frontier-steps.ts";
import type {Measured} from "./measured.ts";

/** Every model of the Catalog, the measured ones first, by ability. */
export function modelAbilities(
  catalog: Catalog,
  {lagline, eci}: {readonly lagline: Measured; readonly eci: Measured},
  asOf: Day,
): ModelAbility[] {
  const columns = new Map(lagline.abilities.models.map((id, column) => [id, column]));
  const eciPoints = new Map(eci.abilities.models.map((id, column) => [id, eci.abilities.point[column]]));
  const prices = grouped(catalog.prices, ({model}) => model);
  const rows = [...catalog.models.values()].map((model): ModelAbility => {
    const column = columns.get(model.id);
    const interval =
      column === undefined
        ? undefined
        : centralInterval(columnOf(lagline.abilities, column), lagMethod.intervalLevel.value);
    const price = cheapestListPrice(model, prices.get(model.id) ?? [], asOf);
    return {
      model: model.id,
      name: model.name,
      lab: catalog.labs.get(model.lab)?.name ?? model.lab,
      country: model.country,
      openness: model.openness,
      licenceClass: model.openness === "closed" ? "proprietary" : model.licenceClass,
      announced: model.announced ? isoSpan(model.announced) : null,
      available: model.available ? isoSpan(model.available) : null,
      weights: model.weightsDate ? isoSpan(model.weightsDate) : null,
      paramsB: model.paramsB ?? null,
      memoryGb: model.memory ?? null,
      results: lagline.resultCounts.get(model.id) ?? 0,
      ability: column === undefined ? null : lagline.abilities.point[column],
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      eci: eciPoints.get(model.id) ?? null,
      inputPrice: price?.input ?? null,
      outputPrice: price?.output ?? null,
    };
  });
  return rows.sort(
    (a, b) =>
      (b.ability ?? Number.NEGATIVE_INFINITY) - (a.ability ?? Number.NEGATIVE_INFINITY) ||
      (a.model < b.model ? -1 : 1),
  );
}

/** The list price in force on a day: the lab's own if it sells the model, else the cheapest host's. Free tiers are not prices. */
export function cheapestListPrice({lab}: Model, prices: readonly Price[], asOf: Day): Price | undefined {
  const inForce = prices.filter(
    ({from, to, output}) =>
      output > 0 && (from === undefined || from <= asOf) && (to === undefined || asOf < to),
  );
  const own = inForce.filter(({provider}) => provider === lab);
  return [...(own.length > 0 ? own : inForce)].sort((a, b) => a.output - b.output || a.input - b.input)[0];
}
