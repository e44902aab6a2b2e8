/**
 * Prices that are known to come: told by a source before the day, in force only after it. An introductory price whose end
 * was announced is no price for a year.
 */
import type {Price} from "../../data/catalog.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";

/** USD per million tokens, from a number of months ahead on. */
export interface AnnouncedPrice {
  readonly from: Day;
  readonly inMonths: number;
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number;
}

/**
 * The next announced price of each model at each host, by {@link hostKey}. Later changes of the same host are left aside:
 * none is on record.
 *
 * @param prices - all that are recorded, also those that start after the day
 */
export function announcedPrices(prices: readonly Price[], on: Day): ReadonlyMap<string, AnnouncedPrice> {
  const next = new Map<string, AnnouncedPrice>();
  for (const {model, provider, from, input, output, cachedInput, provenance} of prices) {
    if (from === undefined || from <= on || provenance.retrieved > on) continue;
    const key = hostKey(model, provider);
    const known = next.get(key);
    if (known && known.from <= from) continue;
    next.set(key, {
      from,
      inMonths: (from - on) / DAYS_PER_MONTH,
      input,
      output,
      ...(cachedInput === undefined ? {} : {cachedInput}),
    });
  }
  return next;
}

export const hostKey = (model: string, provider: string): string => `${model}|${provider.toLowerCase()}`;
