/**
 * Quotes: list prices that can be compared, one number per model, host and span of days.
 *
 * A quote holds on the half-open span [from, until): the recorded one, and where no end is recorded, until the price is no
 * longer trusted (`priceMethod.carryMonths` after it was last read). Free tiers are left out and counted. Nothing that
 * starts after the as-of date is seen.
 */
import type {Catalog, Model, Price, Source} from "../../data/catalog.ts";
import type {Confidence, SourceTier} from "../../data/forces/force-facts.ts";
import {openFrom} from "../../data/openness.ts";
import {knownFrom} from "../../data/price-start.ts";
import {isoDay} from "../../dates.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";
import {type Coverage, priceMethod} from "./price-method.ts";

export type Seller = "own-lab" | "third-party";

/** Where a price was read, graded as the facts are. */
export interface PriceSource {
  readonly tier: SourceTier;
  readonly confidence: Confidence;
  readonly source: string;
  readonly url: string | null;
  readonly read: string;
  readonly licence: string;
}

export interface Quote {
  readonly model: string;
  readonly provider: string;
  readonly seller: Seller;
  readonly from: Day;
  /** First day it does not hold any more. */
  readonly until: Day;
  /** USD per million tokens. */
  readonly input: number;
  readonly output: number;
  /** Of input tokens that the host has read before; absent where no price of its own is listed. */
  readonly cachedInput?: number;
  /** At the method's mix of input and output. */
  readonly blend: number;
  /** The host's first price of the model, recorded long after the model came out. */
  readonly lateEntry: boolean;
  readonly source: PriceSource;
}

export interface Quotes {
  readonly quotes: readonly Quote[];
  readonly excluded: {
    /** Prices of zero. */
    readonly freeTier: number;
    /** Below the least plausible price: a wrong unit in the list. */
    readonly implausible: number;
    /** Models without a record in the catalog. */
    readonly unknownModel: number;
    /** Spans that end where they begin. */
    readonly empty: number;
    /** Not yet in effect on the as-of date. */
    readonly later: number;
  };
}

const UNGRADED = {tier: "none", confidence: "low"} as const;

export type PriceFacts = Pick<Catalog, "models" | "prices"> & {
  readonly sources: ReadonlyMap<string, Pick<Source, "url">>;
};

/** USD per million tokens at a share of input tokens: share · input + (1 - share) · output. */
export const blended = (
  input: number,
  output: number,
  inputShare: number = priceMethod.inputShare.value,
): number => inputShare * input + (1 - inputShare) * output;

/** @param coverage - "back-cast" lets a late entry hold from the model's release on */
export function quotes(
  {models, prices, sources}: PriceFacts,
  asOf: Day,
  coverage: Coverage = priceMethod.coverage.value,
): Quotes {
  const excluded = {freeTier: 0, implausible: 0, unknownModel: 0, empty: 0, later: 0};
  const firsts = firstDays(prices);
  const kept: Quote[] = [];
  for (const price of prices) {
    const {model: id, provider, input, output, provenance} = price;
    const model = models.get(id);
    const began = knownFrom(price);
    if (began > asOf) excluded.later++;
    else if (input === 0 || output === 0) excluded.freeTier++;
    else if (Math.min(input, output) < priceMethod.leastPlausible.value) excluded.implausible++;
    else if (model === undefined) excluded.unknownModel++;
    else {
      const carried = day(
        Math.max(began, provenance.retrieved) + priceMethod.carryMonths.value * DAYS_PER_MONTH,
      );
      const until = price.to ?? carried;
      if (until <= began) {
        excluded.empty++;
        continue;
      }
      const released = releasedBy(model);
      const late =
        began === firsts.get(hostKey(price)) &&
        began - released > priceMethod.lateEntryMonths.value * DAYS_PER_MONTH;
      kept.push({
        model: id,
        provider,
        seller: sellerOf(provider, model),
        from: late && coverage === "back-cast" ? released : began,
        until,
        input,
        output,
        ...(price.cachedInput === undefined ? {} : {cachedInput: price.cachedInput}),
        blend: blended(input, output),
        lateEntry: late,
        source: {
          ...(priceMethod.sourceGrades.value[provenance.source] ?? UNGRADED),
          source: provenance.source,
          url: sources.get(provenance.source)?.url ?? null,
          read: isoDay(provenance.retrieved),
          licence: provenance.licence,
        },
      });
    }
  }
  return {quotes: kept.sort(byModelHostAndDay), excluded};
}

/** Own lab, also when it sells through a router. */
export function sellerOf(provider: string, {lab}: Pick<Model, "lab">): Seller {
  const name = provider.slice(provider.indexOf(":") + 1).toLowerCase();
  return priceMethod.ownSellers.value[name] === lab ? "own-lab" : "third-party";
}

export const holds = ({from, until}: Quote, on: Day): boolean => from <= on && on < until;

const hostKey = ({model, provider}: Price): string => `${model}|${provider}`;

function firstDays(prices: readonly Price[]): Map<string, Day> {
  const firsts = new Map<string, Day>();
  for (const price of prices) {
    const began = knownFrom(price);
    const key = hostKey(price);
    if (began < (firsts.get(key) ?? Infinity)) firsts.set(key, began);
  }
  return firsts;
}

/** The day from which hosts could offer the model. */
const releasedBy = (model: Model): Day =>
  model.openness === "open" ? openFrom(model) : (model.available?.latest ?? model.announced?.latest ?? NEVER);

/** A closed model without date is never late: its entries stay as recorded. */
const NEVER = day(Number.MAX_SAFE_INTEGER);

function byModelHostAndDay(a: Quote, b: Quote): number {
  if (a.model !== b.model) return a.model < b.model ? -1 : 1;
  if (a.provider !== b.provider) return a.provider < b.provider ? -1 : 1;
  return a.from - b.from || a.blend - b.blend;
}
