/** List prices over time, one row per model and host, each span with its source. */
import type {Day} from "../../units.ts";
import {holds, type PriceFacts, type Quote, type Quotes, quotes, type Seller} from "./quotes.ts";

export interface HostHistory {
  readonly model: string;
  readonly provider: string;
  readonly seller: Seller;
  /** Oldest first. */
  readonly spans: readonly Quote[];
  /** The one that holds on the as-of date; null when none is trusted any more. */
  readonly current: Quote | null;
  /** Newest blend over oldest blend; null with one span. */
  readonly change: number | null;
}

export interface PriceHistory {
  readonly rows: readonly HostHistory[];
  readonly excluded: Quotes["excluded"];
}

/** Ordered by model, then own lab before third parties, then host. */
export function priceHistory(facts: PriceFacts, asOf: Day): PriceHistory {
  const {quotes: all, excluded} = quotes(facts, asOf);
  const hosts = new Map<string, Quote[]>();
  for (const quote of all) {
    const key = `${quote.model}|${quote.seller}|${quote.provider}`;
    hosts.set(key, [...(hosts.get(key) ?? []), quote]);
  }
  const rows = [...hosts.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, spans]) => ({
      model: spans[0].model,
      provider: spans[0].provider,
      seller: spans[0].seller,
      spans,
      current: spans.findLast((quote) => holds(quote, asOf)) ?? null,
      change: spans.length < 2 ? null : spans.at(-1)!.blend / spans[0].blend,
    }));
  return {rows, excluded};
}
