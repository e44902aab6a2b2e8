/** Prices: what a level of ability costs now and did before, and open against closed at equal ability. */
import type {Catalog} from "../../data/catalog.ts";
import {forceMethod} from "../../forces/force-method.ts";
import type {PriceInput} from "../../forces/prices/cheapest-quotes.ts";
import {hostPrices} from "../../forces/prices/host-price.ts";
import {openClosedRatioAt, typicalOpenClosedRatio} from "../../forces/prices/open-closed-price.ts";
import {priceOfAbility} from "../../forces/prices/price-of-ability.ts";
import {type Quotes, quotes} from "../../forces/prices/quotes.ts";
import type {PricesReport} from "../../forces-report.ts";
import type {AbilityDraws} from "../../measure/instrument.ts";
import type {Day} from "../../units.ts";

/** Most often cheapest models shown per level. */
const CHEAPEST = 3;

export function pricesSection(
  catalog: Catalog,
  {abilities, asOf, seed}: {abilities: AbilityDraws; asOf: Day; seed: number},
): PricesReport {
  const input: PriceInput = {facts: catalog, abilities, asOf, seed};
  const hosts = hostPrices(catalog, asOf, seed);
  const {quotes: listed, excluded} = quotes(catalog, asOf);
  return {
    levels: forceMethod.priceLevels.value.map((level) => {
      const {now, months, decline, cheapest} = priceOfAbility(input, level);
      return {
        level,
        now,
        decline: {recorded: decline.recorded, backCast: decline["back-cast"]},
        months: months.map((month) => ({...month})),
        cheapest: cheapest.slice(0, CHEAPEST).map(({quote, share}) => ({
          model: quote.model,
          name: catalog.models.get(quote.model)?.name ?? quote.model,
          provider: quote.provider,
          blend: quote.blend,
          share,
          source: {
            source: quote.source.source,
            url: quote.source.url,
            read: quote.source.read,
            tier: quote.source.tier,
            confidence: quote.source.confidence,
          },
        })),
        ratio: openClosedRatioAt(input, level),
      };
    }),
    typicalRatio: typicalOpenClosedRatio(input),
    hosts: hosts.typical,
    hostRows: hosts.rows.map(({model, own, thirdParty, ratio}) => ({
      model,
      own: own.blend,
      thirdParty: thirdParty.blend,
      provider: thirdParty.provider,
      ratio,
    })),
    quotes: listed.length,
    left: Object.entries(excluded)
      .map(([why, count]) => ({why: LEFT_WHY[why as keyof Quotes["excluded"]], count}))
      .filter(({count}) => count > 0),
  };
}

const LEFT_WHY: Readonly<Record<keyof Quotes["excluded"], string>> = {
  freeTier: "a free tier: no price at which work can be bought",
  implausible: "below the least plausible price: a wrong unit in the list",
  unknownModel: "of a model without a record",
  empty: "ends on the day it begins",
  later: "not in effect yet",
};
