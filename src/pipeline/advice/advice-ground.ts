/** What an advice starts from, gathered from the facts and the measurement: options of the day and how models do on tests. */
import type {Catalog} from "../../data/catalog.ts";
import {defaultObservationsMethod} from "../../measure/observations/observations-method.ts";
import {indexObservations} from "../../measure/observations/index-observations.ts";
import type {AnnouncedPrice} from "../../advise/options/announced-prices.ts";
import {type Options, optionsOn} from "../../advise/options/options.ts";
import {QUALITY_DOMAINS, type QualityDomain} from "../../advise/portfolio/portfolio.ts";
import {responses} from "../../advise/quality/response.ts";
import type {QualityGround} from "../../advise/quality/success-draws.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import type {Quantity} from "../../quantity.ts";
import type {Day} from "../../units.ts";
import type {Measured} from "../measured.ts";

/** Standard normal quantile of 0.95. */
const NINETY = 1.6448536269514722;

/**
 * @param catalog - as of the measurement's day: results behind the abilities
 * @param heldOut - points that open models lose on held-out tests, from the robustness section
 */
export function qualityGround(
  catalog: Catalog,
  measured: Measured,
  heldOut: Quantity | undefined,
): QualityGround {
  const results = indexObservations(catalog, defaultObservationsMethod).observations;
  const domains = new Map<QualityDomain, AbilityDraws>();
  for (const domain of QUALITY_DOMAINS) {
    if (domain === "general") continue;
    const part = measured.domain(domain);
    if (part.kind === "abilities") domains.set(domain, part.abilities);
  }
  return {
    general: measured.abilities,
    domains,
    results,
    responses: responses(results, measured.abilities),
    tests: catalog.benchmarks,
    ...(heldOut ? {heldOut: asNormal(heldOut)} : {}),
  };
}

/** The options on a day, of the models that have an ability. */
export function optionsOf(
  catalog: Catalog,
  {abilities}: Measured,
  on: Day,
  announced?: ReadonlyMap<string, AnnouncedPrice>,
): Options {
  const point = new Map(
    abilities.models.flatMap((id, at) =>
      catalog.models.has(id) ? [[id, abilities.point[at]!] as const] : [],
    ),
  );
  return optionsOn(catalog, point, on, announced);
}

/** Mean and standard deviation of the normal with a quantity's value and interval. */
function asNormal({value, interval}: Quantity): {mean: number; sd: number} {
  const [low, high] = [interval?.low ?? value ?? 0, interval?.high ?? value ?? 0];
  return {mean: value ?? 0, sd: (high - low) / (2 * NINETY)};
}
