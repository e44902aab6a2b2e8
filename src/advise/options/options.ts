/**
 * Every option of a day: each standing list price, and open weights on machines of one's own.
 *
 * One weights file at two hosts is two options. Free tiers, prices no longer trusted and models without a measured
 * ability are left out and counted; what a portfolio's limits forbid is ruled out later, with the limit named.
 */
import type {Catalog, Model} from "../../data/catalog.ts";
import {opennessAt} from "../../data/openness.ts";
import {origin} from "../../data/origin.ts";
import {dayOf} from "../../dates.ts";
import {holds, type PriceFacts, type Quote, quotes} from "../../forces/prices/quotes.ts";
import {isRouted, tierOf} from "../../forces/prices/tier.ts";
import type {Day} from "../../units.ts";
import {costMethod} from "../cost/cost-method.ts";
import {machines} from "../cost/machines.ts";
import {copyFits} from "../cost/memory-fit.ts";
import {type AnnouncedPrice, hostKey} from "./announced-prices.ts";
import {type ApiOption, type Option, type Precision, type SelfHostOption} from "./option.ts";

export interface Options {
  readonly options: readonly Option[];
  /** Prices that stand on the day but whose model has no measured ability. */
  readonly unmeasured: number;
  /** Models measured but sold nowhere that the facts know of. */
  readonly unpriced: readonly string[];
}

/**
 * @param abilityOf - best estimate by model id; models without one are no options
 * @param announced - prices known to come, by {@link hostKey}
 */
export function optionsOn(
  catalog: PriceFacts & Pick<Catalog, "models">,
  abilityOf: ReadonlyMap<string, number>,
  on: Day,
  announced: ReadonlyMap<string, AnnouncedPrice> = new Map(),
): Options {
  const standing = quotes(catalog, on).quotes.filter((quote) => holds(quote, on));
  const measured = standing.filter(({model}) => abilityOf.has(model));
  const apis = latestOf(measured)
    .filter((quote) => !isOutdated(quote, measured))
    .map((quote): ApiOption => {
      const model = catalog.models.get(quote.model)!;
      const about = described(model, on);
      const next = announced.get(hostKey(quote.model, quote.provider));
      return {
        ...about,
        id: `${quote.model}@${quote.provider.replaceAll(" ", "-").toLowerCase()}`,
        hosting: "api",
        provider: quote.provider,
        seller: quote.seller,
        tier: about.openness === "closed" ? tierOf(quote, standing) : "standard",
        quote,
        ...(next ? {announced: next} : {}),
      };
    });
  const sold = new Set(apis.map(({model}) => model));
  return {
    options: [...apis, ...selfHosted(catalog, abilityOf, on)],
    unmeasured: standing.length - measured.length,
    unpriced: [...abilityOf.keys()]
      .filter((id) => !sold.has(id) && catalog.models.get(id)!.openness !== "open")
      .sort(),
  };
}

/** The newest price of each model at each host. */
function latestOf(standing: readonly Quote[]): Quote[] {
  const latest = new Map<string, Quote>();
  for (const quote of standing) {
    const key = hostKey(quote.model, quote.provider);
    const before = latest.get(key);
    if (!before || quote.from >= before.from) latest.set(key, quote);
  }
  return [...latest.values()];
}

/** A router's reading of a lab's own service from before the lab last set its price. */
const isOutdated = (quote: Quote, standing: readonly Quote[]): boolean =>
  isRouted(quote) &&
  standing.some(
    (other) =>
      other.model === quote.model &&
      other.seller === "own-lab" &&
      !other.provider.includes(":") &&
      other.from > dayOf(quote.source.read),
  );

/**
 * The open weights worth running oneself: of two models that need the same memory, only the abler one, and at most
 * `selfHostModels` of them, the ablest first.
 */
function selfHosted(
  catalog: Pick<Catalog, "models">,
  abilityOf: ReadonlyMap<string, number>,
  on: Day,
): SelfHostOption[] {
  const open = [...abilityOf.keys()]
    .map((id) => catalog.models.get(id)!)
    .filter((model) => opennessAt(model, on) === "open" && model.paramsB !== undefined)
    .sort((a, b) => abilityOf.get(b.id)! - abilityOf.get(a.id)! || (a.id < b.id ? -1 : 1));
  const kept: Model[] = [];
  for (const model of open) {
    const isBeaten = kept.some(
      (other) => other.paramsB! <= model.paramsB! && activeOf(other) <= activeOf(model),
    );
    if (!isBeaten && kept.length < costMethod.selfHostModels.value) kept.push(model);
  }
  return kept.flatMap((model) =>
    costMethod.precisions.value.flatMap((precision) => machinesFor(model, precision, on)),
  );
}

function machinesFor(model: Model, precision: Precision, on: Day): SelfHostOption[] {
  const [paramsB, activeParamsB] = [model.paramsB!, activeOf(model)];
  return machines.value.flatMap((machine): SelfHostOption[] => {
    const gpus = copyFits({paramsB, precision, machine});
    if (gpus === undefined) return [];
    return [
      {
        ...described(model, on),
        id: `${model.id}@self-hosted-${precision}bit-${gpus}x${machine.gpu.toLowerCase()}`,
        hosting: "self-hosted",
        provider: "self-hosted",
        seller: "third-party",
        precision,
        machine,
        gpus,
        paramsB,
        activeParamsB,
      },
    ];
  });
}

/** A model whose active parameters are not told reads all of them: the dearer assumption. */
const activeOf = ({paramsB, activeParamsB}: Model): number => activeParamsB ?? paramsB!;

function described(model: Model, on: Day) {
  const openness = opennessAt(model, on) === "open" ? ("open" as const) : ("closed" as const);
  return {
    model: model.id,
    name: model.name,
    lab: model.lab,
    origin: origin(model),
    openness,
    licenceClass: openness === "open" ? model.licenceClass : ("proprietary" as const),
  };
}
