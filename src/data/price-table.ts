/** List prices of models at providers: `prices/*.csv`. */
import {z} from "zod";
import {isoDay} from "../dates.ts";
import {usdPerMtok} from "../units.ts";
import type {Price} from "./catalog.ts";
import type {FactFile} from "./fact-files.ts";
import type {Faults} from "./faults.ts";
import {day, id, number, optional, provenanceFields, required, text, textOrBlank} from "./field.ts";
import {knownFrom} from "./price-start.ts";
import {isKnown, provenance, type References} from "./references.ts";
import {tableRows} from "./table-rows.ts";

const perMtok = number({low: 0, high: 100_000, what: "US dollars per million tokens, from 0 to 100000"});

export const priceSchema = z.strictObject({
  model: required(id),
  provider: required(text),
  input: required(perMtok),
  output: required(perMtok),
  cached_input: optional(perMtok),
  valid_from: optional(day),
  valid_to: optional(day),
  raw_name: textOrBlank,
  note: textOrBlank,
  ...provenanceFields,
});

export function readPrices(file: FactFile, references: References): Price[] {
  const {faults} = references;
  const prices: Price[] = [];
  for (const {value, place} of tableRows(file, priceSchema, faults)) {
    if (!isKnown("model", value.model, place, references, "model")) continue;
    const {valid_from: from, valid_to: to} = value;
    if (to !== undefined && to <= (from ?? -Infinity)) {
      faults.add(
        "conflicting",
        `valid_to: ${isoDay(to)}; a day after valid_from ${isoDay(from!)} was expected`,
        {...place, column: "valid_to"},
      );
      continue;
    }
    prices.push(
      Object.freeze({
        model: value.model,
        provider: value.provider,
        input: usdPerMtok(value.input),
        output: usdPerMtok(value.output),
        cachedInput: value.cached_input === undefined ? undefined : usdPerMtok(value.cached_input),
        from,
        to,
        provenance: provenance(value, place, references),
      }),
    );
  }
  return prices;
}

/**
 * Two prices of one model at one provider on one day are a contradiction. An undated price holds from the day it was
 * retrieved; an open end lasts.
 */
export function checkPriceOverlaps(prices: readonly Price[], faults: Faults): void {
  const byOffer = new Map<string, Price[]>();
  for (const price of prices) {
    const offer = `${price.model}\t${price.provider}`;
    const same = byOffer.get(offer);
    if (same) same.push(price);
    else byOffer.set(offer, [price]);
  }
  for (const offers of byOffer.values()) {
    offers.sort((a, b) => knownFrom(a) - knownFrom(b));
    for (let i = 1; i < offers.length; i++) {
      const [earlier, later] = [offers[i - 1], offers[i]];
      if ((earlier.to ?? Infinity) <= knownFrom(later)) continue;
      const {file, row} = earlier.provenance.place;
      faults.add(
        "conflicting",
        `price: ${later.model} at ${later.provider} from ${isoDay(knownFrom(later))}; no overlap with ${file}:${row} was expected, which holds ${earlier.to === undefined ? "with an open end" : `until ${isoDay(earlier.to)}`}`,
        later.provenance.place,
      );
    }
  }
}
