/**
 * The facts on their way from one state to the next: one Catalog after each kind of change, in the stated order.
 *
 * Every field that a headline can depend on moves in exactly one step, and the last Catalog is the later state itself,
 * so nothing is left over:
 * - new models: models gained and lost, each with its results; and who a model is (name, lab, family, size);
 * - new results: results gained and lost on models in both; benchmarks gained and lost;
 * - changed scores: values of results in both; how a benchmark is read (chance, ceiling, domain, access);
 * - changed dates: release dates of models, publication of benchmarks;
 * - changed openness: openness, licence, and the weights date of a model whose openness changed.
 */
import type {Benchmark, Catalog, Model, Result} from "../../data/catalog.ts";
import {frozenMap} from "../../data/frozen-map.ts";
import {inOrder} from "../../data/row-order.ts";
import {matchedResults} from "./matched-results.ts";

export interface StepwiseCatalogs {
  readonly "new models": Catalog;
  readonly "new results": Catalog;
  readonly "changed scores": Catalog;
  readonly "changed dates": Catalog;
  readonly "changed openness": Catalog;
}

export function stepwiseCatalogs(before: Catalog, after: Catalog): StepwiseCatalogs {
  const isCommon = (id: string) => before.models.has(id) && after.models.has(id);
  const {both, added, removed} = matchedResults(
    before.results.filter(({model}) => isCommon(model)),
    after.results.filter(({model}) => isCommon(model)),
  );
  const ofNewModels = after.results.filter(({model}) => !isCommon(model));
  const oldBenchmarks = [...after.benchmarks.values()].map((benchmark) => {
    return before.benchmarks.get(benchmark.id) ?? benchmark;
  });
  const goneBenchmarks = [...before.benchmarks.values()].filter(({id}) => !after.benchmarks.has(id));

  const named = modelsFrom(before, after, (model, old) => ({...model, ...datesOf(old), ...opennessOf(old)}));
  const dated = modelsFrom(before, after, (model, old) =>
    model.openness === old.openness
      ? {...model, ...opennessOf(old), weightsDate: model.weightsDate}
      : {...model, ...opennessOf(old), weightsDate: old.weightsDate},
  );
  const asBefore = both.map((pair) => pair.before);
  const state = (parts: Partial<Catalog>): Catalog => Object.freeze({...after, ...parts});
  return {
    "new models": state({
      models: named,
      benchmarks: byId([...oldBenchmarks, ...goneBenchmarks]),
      results: ordered([...asBefore, ...removed, ...ofNewModels]),
    }),
    "new results": state({
      models: named,
      benchmarks: byId(oldBenchmarks),
      results: ordered([...asBefore, ...added, ...ofNewModels]),
    }),
    "changed scores": state({
      models: named,
      benchmarks: byId(
        [...after.benchmarks.values()].map((benchmark) => {
          const old = before.benchmarks.get(benchmark.id);
          return old ? {...benchmark, published: old.published} : benchmark;
        }),
      ),
    }),
    "changed dates": state({models: dated}),
    "changed openness": after,
  };
}

/** The dates a clock or a view of the past reads. */
const datesOf = ({announced, available, weightsDate, firstSeen, provenance}: Model) => ({
  announced,
  available,
  weightsDate,
  firstSeen,
  provenance,
});

const opennessOf = ({openness, licence, licenceClass}: Model) => ({openness, licence, licenceClass});

/** The later models, those known before merged with what they were. */
function modelsFrom(
  before: Catalog,
  after: Catalog,
  merged: (model: Model, old: Model) => Model,
): ReadonlyMap<string, Model> {
  const models = new Map<string, Model>();
  for (const [id, model] of after.models) {
    const old = before.models.get(id);
    models.set(id, old ? Object.freeze(merged(model, old)) : model);
  }
  return frozenMap(models);
}

const byId = (benchmarks: readonly Benchmark[]): ReadonlyMap<string, Benchmark> =>
  frozenMap(new Map(benchmarks.map((benchmark) => [benchmark.id, benchmark])));

/** In the order of a loaded Catalog, so that sums over rows do not depend on the step. */
const ordered = (results: Result[]): readonly Result[] =>
  inOrder(
    results,
    (row) => row.benchmark,
    (row) => row.model,
    (row) => row.setting,
    (row) => row.harness,
    (row) => row.provenance.source,
    (row) => row.run,
  );
