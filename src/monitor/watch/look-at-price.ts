/** List prices in force, and how likely one model at least that able is on the asked side of a price. */
import type {Price} from "../../data/catalog.ts";
import {chanceOf} from "./chance.ts";
import {type Condition, matches} from "./condition.ts";
import type {Look, Sight} from "./sight.ts";
import {watchMethod} from "./watch-method.ts";

type PriceCondition = Extract<Condition, {kind: "price"}>;

/** USD per million tokens, three of input to one of output. */
const blended = ({input, output}: Price): number =>
  watchMethod.inputShare.value * input + (1 - watchMethod.inputShare.value) * output;

/** Standing when last looked, and no free tier. */
const inForce = ({catalog, today}: Sight): Price[] =>
  catalog.prices.filter(
    ({from, to, output}) =>
      output > 0 && (from === undefined || from <= today) && (to === undefined || today < to),
  );

/** A model at a host, for what is compared. */
export interface Offer {
  readonly model: string;
  readonly provider: string;
  readonly price: number;
}

/**
 * The chance that some model that matches is at least so able, among those priced on the asked side. Abilities are
 * joint, so of several models the likeliest one gives the chance: it is at least that.
 */
export function lookAtPrice({models, ability, openness, compare, usd}: PriceCondition, sight: Sight): Look {
  const rows = new Map(sight.report.models.map((row) => [row.model, row]));
  const offers = inForce(sight)
    .filter(({model: id}) => {
      const model = sight.catalog.models.get(id)!;
      return matches(models, model.id) && (openness === null || model.openness === openness);
    })
    .map((price): Offer => ({model: price.model, provider: price.provider, price: blended(price)}));
  return likeliest(offers, {
    compare,
    usd,
    able: (id) => (ability === null ? 1 : ableChance(rows.get(id), ability, sight.report.about.level)),
    costs: (price) => `${price} USD per million tokens, three of input to one of output`,
  });
}

/** How likely one of the offers is able enough and on the asked side of a price; what it costs in words. */
export function likeliest(
  offers: readonly Offer[],
  asked: {
    readonly compare: PriceCondition["compare"];
    readonly usd: number;
    readonly able: (model: string) => number;
    readonly costs: (price: string) => string;
  },
): Look {
  const {compare, usd, able: ableOf, costs} = asked;
  const isOn = (price: number) =>
    compare === "<"
      ? price < usd
      : compare === "<="
        ? price <= usd
        : compare === ">"
          ? price > usd
          : price >= usd;
  let chance = 0;
  let best: Offer | undefined;
  let cheapest: Offer | undefined;
  for (const offer of offers) {
    const able = ableOf(offer.model);
    if (able === 0) continue;
    if (able >= 0.5 && (!cheapest || offer.price < cheapest.price)) cheapest = offer;
    if (isOn(offer.price) && (able > chance || (able === chance && best && offer.price < best.price))) {
      chance = able;
      best = offer;
    }
  }
  const shown = best ?? cheapest;
  const says = shown
    ? `${shown.model} at ${shown.provider} costs ${costs(String(Number(shown.price.toPrecision(3))))}`
    : offers.length > 0
      ? "no model with a list price is likely to be that able"
      : "no list price of such a model is known";
  return {kind: "level", chance: offers.length > 0 ? chance : undefined, says};
}

export function ableChance(
  row: Sight["report"]["models"][number] | undefined,
  least: number,
  level: number,
): number {
  if (!row || row.ability === null) return 0;
  const interval = {low: row.low, high: row.high, level, kind: "credible" as const};
  return chanceOf({value: row.ability, interval, censored: "none"}, ">=", least) ?? 0;
}

/** Every standing price of a model in words, for telling that one changed. */
export const priceTexts = (model: string, sight: Sight): string =>
  inForce(sight)
    .filter((price) => price.model === model)
    .map(({provider, input, output}) => `${provider} ${input}/${output}`)
    .sort()
    .join(", ") || "none known";
