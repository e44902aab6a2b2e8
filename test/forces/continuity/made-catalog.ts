/** A Catalog made for a test: models and prices, nothing else. */
import type {Catalog, Model, Price} from "../../../src/data/catalog.ts";
import {dayOf, parseDateSpan} from "../../../src/dates.ts";
import {usdPerMtok} from "../../../src/units.ts";

const provenance = {
  source: "made",
  licence: "own",
  retrieved: dayOf("2026-11-23"),
  place: {file: "made.yaml", row: 1},
};

export interface MadeModel extends Partial<Omit<Model, "available" | "weightsDate">> {
  readonly id: string;
  readonly lab: string;
  readonly available?: string;
  readonly weightsDate?: string;
}

export function madeModel({available, weightsDate, ...more}: MadeModel): Model {
  return {
    name: more.id,
    country: "US",
    family: "made",
    openness: weightsDate ? "open" : "closed",
    licence: weightsDate ? "MIT" : "proprietary",
    licenceClass: weightsDate ? "permissive" : "unknown",
    aliases: [],
    disputes: [],
    provenance,
    ...(available ? {available: parseDateSpan(available)!} : {}),
    ...(weightsDate ? {weightsDate: parseDateSpan(weightsDate)!} : {}),
    ...more,
  } as Model;
}

/** One price of a model at a provider, from a day on. */
export const madePrice = (
  model: string,
  provider: string,
  from: string,
  input: number,
  output: number,
): Price => ({
  model,
  provider,
  input: usdPerMtok(input),
  output: usdPerMtok(output),
  from: dayOf(from),
  provenance,
});

export function madeCatalog(models: readonly Model[], prices: readonly Price[] = []): Catalog {
  return {
    models: new Map(models.map((model) => [model.id, model])),
    benchmarks: new Map(),
    labs: new Map(),
    sources: new Map(),
    results: [],
    prices,
    preferences: [],
    indexValues: [],
    publishedEstimates: [],
    vintage: "v000000000000",
    coveredTo: dayOf("2026-11-23"),
  } as unknown as Catalog;
}
