/** Which tier of a service a quote is of. */
import {priceMethod} from "./price-method.ts";
import type {Quote} from "./quotes.ts";

/** How long an answer may take at this price. */
export type Tier = "standard" | "flex";

/**
 * A router shows a lab's half-price tier as one more endpoint of the lab, beside clouds that sell at the full price.
 *
 * @param quote - of a closed model
 * @param standing - every quote of the day
 */
export function tierOf(quote: Quote, standing: readonly Quote[]): Tier {
  if (!isRouted(quote)) return "standard";
  const full = Math.max(
    ...standing
      .filter(({model, from}) => model === quote.model && from <= quote.from)
      .map(({blend}) => blend),
  );
  return quote.blend <= priceMethod.flexShare.value * full ? "flex" : "standard";
}

/** A lab's own service, through a router. */
export const isRouted = ({seller, provider}: Quote): boolean =>
  seller === "own-lab" && provider.includes(":");
