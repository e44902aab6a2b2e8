/**
 * The Catalog as it could have been known on a day: nothing that came later is seen.
 *
 * Rules, by kind of fact:
 * - A model is seen from the first day it is known to exist: the earliest of announcement, availability and weights;
 *   without any, its first sighting, else the day the fact was retrieved. A date known to the month counts from the
 *   month's last day. Its dates that lie later are removed.
 * - Weights that open later count as closed, and what became known with them (licence, size, download page) is removed.
 * - A benchmark is seen from its publication; an undated one from the first day any of its results was seen.
 * - A result is seen from the earliest day it can have existed: the later of the day others could first use its model
 *   (availability or weights, not the announcement) and its benchmark's first day. The day it was *seen* is only an
 *   upper bound, because most sources are snapshots: a snapshot of May 2026 holds results of 2023.
 * - A price is seen from its first day; an end that lies later is not known yet. Ratings, index vintages and published
 *   estimates are seen from their own date.
 *
 * What still leaks: a result may have been measured years after both its model and its benchmark existed; names,
 * aliases, families, disputes and a benchmark's chance and ceiling are as known today; a board may have revised a
 * value in place. Past views are therefore slightly too well informed, never too little.
 */
import {type Day, day} from "../units.ts";
import type {Benchmark, Catalog, Model, Price, Result} from "./catalog.ts";
import {frozenMap} from "./frozen-map.ts";
import {openFrom} from "./openness.ts";
import {knownFrom} from "./price-start.ts";
import {firstKnownDay, firstUsableDay} from "./release-date.ts";

/** Names of what was left out, and how many rows fell with or without them. */
export interface Excluded {
  /** Ids of models not yet known. */
  readonly models: readonly string[];
  /** Ids of benchmarks not yet published. */
  readonly benchmarks: readonly string[];
  /** Ids of models seen as closed, because their weights opened later. */
  readonly weightsOpenedLater: readonly string[];
  readonly results: {readonly modelNotYetUsable: number; readonly benchmarkNotYetPublished: number};
  readonly prices: number;
  readonly preferences: number;
  readonly indexValues: number;
  readonly publishedEstimates: number;
}

export interface CatalogView {
  readonly catalog: Catalog;
  readonly excluded: Excluded;
}

/**
 * The Catalog as of the end of a day, and what was left out.
 *
 * `vintage` stays that of all facts: it says which facts were used, not when.
 */
export function catalogAsOf(catalog: Catalog, asOf: Day): CatalogView {
  const models = new Map<string, Model>();
  const excludedModels: string[] = [];
  const weightsOpenedLater: string[] = [];
  for (const model of catalog.models.values()) {
    if (firstKnownDay(model, "latest") > asOf) excludedModels.push(model.id);
    else {
      const seen = modelAsOf(model, asOf);
      if (seen.openness !== model.openness) weightsOpenedLater.push(model.id);
      models.set(model.id, seen);
    }
  }

  const benchmarkDays = firstBenchmarkDays(catalog);
  const benchmarks = new Map<string, Benchmark>();
  const excludedBenchmarks: string[] = [];
  for (const benchmark of catalog.benchmarks.values()) {
    if (benchmarkDays.get(benchmark.id)! > asOf) excludedBenchmarks.push(benchmark.id);
    else benchmarks.set(benchmark.id, benchmark);
  }

  const results: Result[] = [];
  const dropped = {modelNotYetUsable: 0, benchmarkNotYetPublished: 0};
  for (const result of catalog.results) {
    const usableFrom = firstUsableDay(catalog.models.get(result.model)!, "latest");
    if (!models.has(result.model) || usableFrom > asOf) dropped.modelNotYetUsable++;
    else if (!benchmarks.has(result.benchmark)) dropped.benchmarkNotYetPublished++;
    else results.push(result);
  }

  const known = ({model}: {readonly model: string}) => models.has(model);
  const prices = catalog.prices
    .filter((price) => known(price) && knownFrom(price) <= asOf)
    .map((price) => priceAsOf(price, asOf));
  const preferences = catalog.preferences.filter((rating) => known(rating) && rating.date <= asOf);
  const indexValues = catalog.indexValues.filter((value) => known(value) && value.vintage <= asOf);
  const publishedEstimates = catalog.publishedEstimates.filter(({date}) => date.latest <= asOf);
  const coveredTo = results.reduce((last, {seen}) => Math.max(last, Math.min(seen, asOf)), -Infinity);

  return {
    catalog: Object.freeze({
      ...catalog,
      models: frozenMap(models),
      benchmarks: frozenMap(benchmarks),
      results: Object.freeze(results),
      prices: Object.freeze(prices),
      preferences: Object.freeze(preferences),
      indexValues: Object.freeze(indexValues),
      publishedEstimates: Object.freeze(publishedEstimates),
      coveredTo: results.length === 0 ? asOf : day(coveredTo),
    }),
    excluded: Object.freeze({
      models: excludedModels,
      benchmarks: excludedBenchmarks,
      weightsOpenedLater,
      results: dropped,
      prices: catalog.prices.length - prices.length,
      preferences: catalog.preferences.length - preferences.length,
      indexValues: catalog.indexValues.length - indexValues.length,
      publishedEstimates: catalog.publishedEstimates.length - publishedEstimates.length,
    }),
  };
}

function modelAsOf(model: Model, asOf: Day): Model {
  const past = <T extends {readonly latest: Day}>(date: T | undefined) =>
    date && date.latest <= asOf ? date : undefined;
  const closedYet = model.openness === "open" && openFrom(model) > asOf;
  const dated = {
    ...model,
    announced: past(model.announced),
    available: past(model.available),
    weightsDate: past(model.weightsDate),
    firstSeen: model.firstSeen !== undefined && model.firstSeen <= asOf ? model.firstSeen : undefined,
  };
  if (!closedYet) return Object.freeze(dated);
  return Object.freeze({
    ...dated,
    openness: "closed",
    licence: "",
    licenceClass: "unknown",
    paramsB: undefined,
    activeParamsB: undefined,
    memory: undefined,
    url: undefined,
  });
}

const priceAsOf = (price: Price, asOf: Day): Price =>
  price.to !== undefined && price.to > asOf ? Object.freeze({...price, to: undefined}) : price;

/** By benchmark id, the first day it is known to exist. */
function firstBenchmarkDays({benchmarks, results}: Catalog): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const {id, published} of benchmarks.values()) if (published) days.set(id, published.latest);
  const sightings = new Map<string, Day>();
  for (const {benchmark, seen} of results) {
    if (seen < (sightings.get(benchmark) ?? Infinity)) sightings.set(benchmark, seen);
  }
  for (const {id, provenance} of benchmarks.values()) {
    if (!days.has(id)) days.set(id, sightings.get(id) ?? provenance.retrieved);
  }
  return days;
}
