/** The ECI compatibility mode on the Catalog: Epoch's rules, Epoch's benchmarks, our facts. */
import type {Benchmark, Catalog} from "../data/catalog.ts";
import {eciBootstrap} from "../measure/eci/eci-bootstrap.ts";
import {eciMethod} from "../measure/eci/eci-method.ts";
import {eciObservations} from "../measure/eci/eci-observations.ts";
import {subsetDraws} from "../measure/eci/eci-subset.ts";
import {fitEci} from "../measure/eci/fit-eci.ts";
import {type EciDropReason, prepareEci} from "../measure/eci/prepare-eci.ts";
import type {AbilityDraws} from "../measure/instrument.ts";
import type {Cache, Progress} from "../options.ts";
import type {ChunkRunner} from "../numeric/chunked.ts";
import type {Exclusion} from "../report.ts";
import {keepDraws, keptDraws} from "./kept-draws.ts";
import type {Measured, PartAbilities} from "./measured.ts";
import {scaleAnchors} from "./scale-anchors.ts";

export interface InstrumentRun {
  readonly seed: number;
  readonly draws: number;
  /** Names the facts, the as-of date, the method and the code: the draws are kept under it. */
  readonly key: string;
  readonly cache: Cache | undefined;
  readonly progress: Progress;
  readonly run: ChunkRunner;
}

const WHY: Readonly<Record<EciDropReason, string>> = {
  "too-early": "the model is dated before 2023, where Epoch's index starts",
  undated: "the model has no date",
  superseded: "a newer version of the benchmark replaces it for this model",
  "not-the-best": "Epoch keeps the best result of a model on a benchmark",
  "few-benchmarks": "the model has results on fewer than four benchmarks",
};

export async function eciInstrument(
  catalog: Catalog,
  {seed, draws, key, cache, progress, run}: InstrumentRun,
): Promise<Measured> {
  const inIndex = [...catalog.benchmarks.values()].filter(({indexes}) => indexes.includes("eci"));
  const supersededBy = new Map(
    inIndex.flatMap(({id, supersededBy: newer}) => (newer ? [[id, newer] as const] : [])),
  );
  const ids = new Set(inIndex.map(({id}) => id));
  const results = catalog.results.filter(({benchmark}) => ids.has(benchmark));
  const prepared = prepareEci(eciObservations({...catalog, results}, supersededBy), eciMethod);
  const {low, high} = scaleAnchors((id) => prepared.data.models.includes(id));
  const fit = fitEci(prepared.data, {
    ...eciMethod,
    lowAnchor: {...eciMethod.lowAnchor, value: {ids: [low.id], value: low.points}},
    highAnchor: {...eciMethod.highAnchor, value: {ids: [high.id], value: high.points}},
  });

  const parts = partsOf(inIndex.filter(({id}) => prepared.data.benchmarks.includes(id)));
  let sets = keptDraws(cache, key);
  if (!sets) {
    const bootstrap = await eciBootstrap(fit, {
      seed,
      draws,
      run,
      onProgress: (done, total) => progress("ECI draws", done, total),
    });
    const subsets = [...parts].map(([name, benchmarks], at): [string, AbilityDraws] => {
      progress("ECI by domain and access", at, parts.size);
      return [name, subsetDraws(bootstrap, (benchmark) => benchmarks.includes(benchmark)).abilities];
    });
    sets = new Map([["all", bootstrap.abilities], ...subsets]);
    keepDraws(cache, key, sets);
  }

  const part = (name: string): PartAbilities => {
    const benchmarks = parts.get(name) ?? [];
    const abilities = sets.get(name);
    return abilities && abilities.models.length > 0
      ? {kind: "abilities", abilities, benchmarks}
      : {kind: "insufficient", reason: "too few benchmarks of this kind are in the index", benchmarks};
  };
  return {
    instrument: "eci",
    abilities: sets.get("all")!,
    resultCounts: countsOf(prepared.rows.map(({model}) => model)),
    benchmarks: prepared.data.benchmarks,
    domain: (domain) => part(`domain:${domain}`),
    access: (access) => part(`access:${access}`),
    excluded: exclusionsOf(prepared.droppedCounts, prepared.dropped),
  };
}

/** Benchmark ids by `domain:…` and `access:…`. */
export function partsOf(benchmarks: readonly Benchmark[]): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  for (const {id, domain, access} of benchmarks) {
    for (const name of [`domain:${domain}`, `access:${access}`])
      parts.set(name, [...(parts.get(name) ?? []), id]);
  }
  return parts;
}

export function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function exclusionsOf(
  counts: Readonly<Record<EciDropReason, number>>,
  dropped: readonly {readonly reason: EciDropReason; readonly group: string; readonly benchmark: string}[],
): Exclusion[] {
  return (Object.keys(counts) as EciDropReason[])
    .filter((reason) => counts[reason] > 0)
    .map((reason) => ({
      what: "results left out of the ECI mode",
      why: WHY[reason],
      count: counts[reason],
      examples: [
        ...new Set(
          dropped.filter((drop) => drop.reason === reason).map((drop) => `${drop.group} ${drop.benchmark}`),
        ),
      ]
        .sort()
        .slice(0, 5),
    }));
}
