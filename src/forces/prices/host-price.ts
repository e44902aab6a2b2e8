/**
 * The same weights at two kinds of host: the cheapest third party against the lab's own price.
 *
 * The typical ratio is a geometric mean over open models sold by both; its interval resamples the models.
 */
import {opennessAt} from "../../data/openness.ts";
import {stream} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import {type ForceQuantity, ofDraws, withoutNumber} from "../force-quantity.ts";
import {priceMethod} from "./price-method.ts";
import {holds, type PriceFacts, type Quote, quotes} from "./quotes.ts";

const PURPOSE = 0x9c3;
const RESAMPLES = 2000;

export interface TwoHosts {
  readonly model: string;
  readonly own: Quote;
  readonly thirdParty: Quote;
  /** Third party over own. */
  readonly ratio: number;
}

export interface HostPrices {
  /** By model id. */
  readonly rows: readonly TwoHosts[];
  readonly typical: ForceQuantity;
}

export function hostPrices(facts: PriceFacts, asOf: Day, seed: number): HostPrices {
  const current = quotes(facts, asOf).quotes.filter((quote) => holds(quote, asOf));
  const lowest = (model: string, seller: Quote["seller"]) =>
    current
      .filter((quote) => quote.model === model && quote.seller === seller)
      .reduce<Quote | undefined>(
        (best, quote) => (best && best.blend <= quote.blend ? best : quote),
        undefined,
      );
  const rows = [...new Set(current.map(({model}) => model))]
    .filter((id) => opennessAt(facts.models.get(id)!, asOf) === "open")
    .sort()
    .flatMap((model) => {
      const [own, thirdParty] = [lowest(model, "own-lab"), lowest(model, "third-party")];
      return own && thirdParty ? [{model, own, thirdParty, ratio: thirdParty.blend / own.blend}] : [];
    });
  const naming = {
    id: "price.hosts",
    label: "Cheapest third-party price of an open model over its lab's own",
    unit: "ratio" as const,
    note: "Hosts differ in precision, speed and context; a lower price may buy less.",
    models: rows.map(({model}) => model),
    rule: priceMethod.rule.value,
  };
  if (rows.length < priceMethod.minMatchedModels.value) {
    return {
      rows,
      typical: withoutNumber(
        naming,
        `${rows.length} open models are sold by both kinds of host`,
        rows.length,
      ),
    };
  }
  const random = stream(seed, PURPOSE);
  const logs = rows.map(({ratio}) => Math.log(ratio));
  const draws = Array.from({length: RESAMPLES}, () => {
    let sum = 0;
    for (let i = 0; i < logs.length; i++) sum += logs[random.below(logs.length)];
    return Math.exp(sum / logs.length);
  });
  const {intervalLevel} = priceMethod;
  return {
    rows,
    typical: ofDraws(naming, draws, {level: intervalLevel.value, kind: "bootstrap", n: rows.length}),
  };
}
