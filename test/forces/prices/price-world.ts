import type {Model, Openness, Price} from "../../../src/data/catalog.ts";
import {dayOf} from "../../../src/dates.ts";
import type {PriceFacts} from "../../../src/forces/prices/quotes.ts";
import type {AbilityDraws} from "../../../src/measure/instrument.ts";
import {type Day, usdPerMtok} from "../../../src/units.ts";

const retrieved = dayOf("2026-07-01");
const provenance = {source: "list", licence: "facts", retrieved, place: {file: "prices.csv", row: 2}};

export interface MadeModel {
  readonly id: string;
  readonly openness?: Openness;
  readonly lab?: string;
  /** Released on; 2025-01-01 unless told. */
  readonly released?: string;
}

export function madeModel({
  id,
  openness = "closed",
  lab = "openai",
  released = "2025-01-01",
}: MadeModel): Model {
  const date = {earliest: dayOf(released), latest: dayOf(released)};
  return {
    id,
    name: id,
    lab,
    country: "US",
    family: id,
    available: date,
    ...(openness === "open" ? {weightsDate: date} : {}),
    openness,
    licence: "",
    licenceClass: "unknown",
    aliases: [],
    disputes: [],
    fieldSources: {},
    provenance,
  };
}

export interface MadePrice {
  readonly model: string;
  readonly provider?: string;
  readonly input: number;
  readonly output?: number;
  readonly from?: string | Day;
  readonly to?: string | Day;
}

const asDay = (at: string | Day): Day => (typeof at === "string" ? dayOf(at) : at);

/** A price with output equal to input unless told, so that its blend is its input. */
export const madePrice = ({
  model,
  provider = "openai",
  input,
  output = input,
  from = "2025-01-01",
  to,
}: MadePrice): Price => ({
  model,
  provider,
  input: usdPerMtok(input),
  output: usdPerMtok(output),
  from: asDay(from),
  ...(to === undefined ? {} : {to: asDay(to)}),
  provenance,
});

export const facts = (models: readonly MadeModel[], prices: readonly MadePrice[]): PriceFacts => ({
  models: new Map(models.map((model) => [model.id, madeModel(model)])),
  prices: prices.map(madePrice),
  sources: new Map([["list", {url: "https://example.org/prices"}]]),
});

/** Ability draws with one row per draw. */
export const abilities = (models: readonly string[], rows: readonly (readonly number[])[]): AbilityDraws => ({
  models,
  point: Float64Array.from(rows[0]),
  draws: Float64Array.from(rows.flat()),
  drawCount: rows.length,
});

/** Twenty closed models nobody would buy, so that a month holds enough priced models. */
export const dear = Array.from({length: 20}, (_, i) => ({id: `dear-${i}`}));
export const dearPrices: readonly MadePrice[] = dear.map(({id}) => ({model: id, input: 1000}));
