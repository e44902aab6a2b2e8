/** Small Catalogs with chosen facts, for tests of what changed between two. */
import type {
  Benchmark,
  Catalog,
  IndexValue,
  Model,
  Openness,
  Provenance,
  Result,
} from "../../src/data/catalog.ts";
import {dayOf, parseDateSpan} from "../../src/dates.ts";
import {vintageOf} from "../../src/data/facts-vintage.ts";

export const provenance: Provenance = {
  source: "board",
  licence: "own",
  retrieved: dayOf("2026-06-01"),
  place: {file: "made", row: 1},
};

export interface MadeModel {
  readonly id: string;
  readonly available?: string;
  readonly weights?: string;
  readonly openness?: Openness;
  readonly licence?: string;
  readonly lab?: string;
  readonly aliases?: readonly string[];
}

export const madeModel = ({
  id,
  available,
  weights,
  openness = "closed",
  licence = "",
  lab = "alpha",
  aliases = [],
}: MadeModel): Model => ({
  id,
  name: id.toUpperCase(),
  lab,
  country: "US",
  family: lab,
  ...(available === undefined ? {} : {available: parseDateSpan(available)!}),
  ...(weights === undefined ? {} : {weightsDate: parseDateSpan(weights)!}),
  openness,
  licence,
  licenceClass: "unknown",
  aliases,
  disputes: [],
  fieldSources: {},
  provenance,
});

export const madeBenchmark = (id: string, more: Partial<Benchmark> = {}): Benchmark => ({
  id,
  name: id,
  family: id,
  domain: "coding",
  access: "public",
  ceiling: 1,
  published: parseDateSpan("2023-01-01")!,
  evaluator: "Board",
  metric: "accuracy",
  indexes: [],
  fieldSources: {},
  provenance,
  ...more,
});

export const madeResult = (
  model: string,
  benchmark: string,
  score: number,
  more: Partial<Result> = {},
): Result => ({
  model,
  benchmark,
  score,
  setting: "",
  harness: "",
  run: 1,
  derived: false,
  seen: dayOf("2026-05-01"),
  provenance,
  ...more,
});

export const madeIndexValue = (model: string, index: string, day: string, value: number): IndexValue => ({
  model,
  index,
  vintage: dayOf(day),
  value,
  provenance,
});

export interface MadeFacts {
  readonly models: readonly Model[];
  readonly benchmarks?: readonly Benchmark[];
  readonly results?: readonly Result[];
  readonly indexValues?: readonly IndexValue[];
  readonly coveredTo?: string;
}

export function madeCatalog({
  models,
  benchmarks = [],
  results = [],
  indexValues = [],
  coveredTo = "2026-06-01",
}: MadeFacts): Catalog {
  const text = JSON.stringify([models, benchmarks, results, indexValues, coveredTo]);
  return {
    models: new Map(models.map((model) => [model.id, model])),
    benchmarks: new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark])),
    labs: new Map(),
    sources: new Map(),
    licences: new Map(),
    results,
    prices: [],
    preferences: [],
    indexValues,
    publishedEstimates: [],
    ...vintageOf([{path: "made", bytes: Buffer.from(text)}]),
    coveredTo: dayOf(coveredTo),
  };
}
