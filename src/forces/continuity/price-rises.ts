/** Rises of list prices at suppliers' own doors, as the price lists saw them. */
import type {Catalog, Price} from "../../data/catalog.ts";
import {knownFrom} from "../../data/price-start.ts";
import {dayOf} from "../../dates.ts";
import {type Day, day} from "../../units.ts";
import {continuityMethod} from "./continuity-method.ts";

export interface PriceRise {
  readonly lab: string;
  readonly model: string;
  readonly day: Day;
  /** New over old blended price. */
  readonly factor: number;
}

export interface PriceWatch {
  readonly rises: readonly PriceRise[];
  /** First and last day on which the lab's own prices were seen, per lab. */
  readonly watched: ReadonlyMap<string, {readonly from: Day; readonly to: Day}>;
}

/**
 * A rise is a step up of more than `priceRiseShare`, less than `priceRiseMaxFactor`, from a price that had stood for
 * `priceHeldDays`. Rises of one lab on one day are one event: the largest is kept.
 *
 * @param catalog - as known on `asOf`
 */
export function priceRises(catalog: Catalog, asOf: Day): PriceWatch {
  const from = dayOf(continuityMethod.pricesFrom.value);
  const own = new Map<string, Price[]>();
  const watched = new Map<string, {from: Day; to: Day}>();
  for (const price of catalog.prices) {
    const lab = catalog.models.get(price.model)?.lab;
    if (lab === undefined || !continuityMethod.ownProviders.value[lab]?.includes(price.provider)) continue;
    if (knownFrom(price) > asOf) continue;
    const key = `${price.model}|${price.provider}`;
    own.set(key, [...(own.get(key) ?? []), price]);
    const seen = watched.get(lab);
    const start = day(Math.max(from, knownFrom(price)));
    const end = day(Math.min(asOf, Math.max(price.provenance.retrieved, knownFrom(price))));
    watched.set(lab, {
      from: seen ? day(Math.min(seen.from, start)) : start,
      to: seen ? day(Math.max(seen.to, end)) : end,
    });
  }
  const perDay = new Map<string, PriceRise>();
  for (const prices of own.values()) {
    const steps = prices.filter((price) => price.from !== undefined).sort((a, b) => a.from! - b.from!);
    for (let i = 1; i < steps.length; i++) {
      const [before, after] = [steps[i - 1], steps[i]];
      const factor = blended(after) / blended(before);
      const held = after.from! - before.from!;
      if (after.from! < from || held < continuityMethod.priceHeldDays.value) continue;
      if (!(
        factor > 1 + continuityMethod.priceRiseShare.value &&
        factor < continuityMethod.priceRiseMaxFactor.value
      ))
        continue;
      const lab = catalog.models.get(after.model)!.lab;
      const key = `${lab}|${after.from}`;
      const largest = perDay.get(key);
      if (!largest || factor > largest.factor)
        perDay.set(key, {lab, model: after.model, day: after.from!, factor});
    }
  }
  const rises = [...perDay.values()].sort((a, b) => a.day - b.day || (a.lab < b.lab ? -1 : 1));
  return {rises, watched};
}

function blended({input, output}: Price): number {
  const perOutput = continuityMethod.inputTokensPerOutput.value;
  return (perOutput * input + output) / (perOutput + 1);
}
