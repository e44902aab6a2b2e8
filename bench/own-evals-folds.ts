/**
 * Which benchmarks are hidden together in the test of own evals, and the index without them.
 *
 * Families are dealt into folds, so that no edition or tier of a hidden test stays visible: a user's own eval has none
 * in the index either. Half of the folds served for choosing the method, the other half are reported.
 */
import type {Catalog, Domain} from "../src/data/catalog.ts";
import {grouped} from "../src/grouped.ts";
import {abilityMethod} from "../src/measure/ability/ability-method.ts";
import type {AbilityFit} from "../src/measure/ability/fit-ability.ts";
import type {AbilityObservation} from "../src/measure/ability/ability-input.ts";
import {indexObservations} from "../src/measure/observations/index-observations.ts";
import {defaultObservationsMethod} from "../src/measure/observations/observations-method.ts";
import {stream} from "../src/numeric/random.ts";
import type {Effects} from "../src/options.ts";
import {laglineFit} from "../src/pipeline/lagline-fit.ts";

export type FoldSet = "tuning" | "reported";

export interface Fold {
  readonly set: FoldSet;
  /** Hidden benchmarks with enough results, by family. */
  readonly hidden: ReadonlyMap<string, readonly string[]>;
  readonly fit: AbilityFit;
  /** Domain of every benchmark, hidden ones included. */
  readonly domains: ReadonlyMap<string, Domain>;
  /** All results, hidden ones included, by benchmark. */
  readonly results: ReadonlyMap<string, readonly AbilityObservation[]>;
}

const FOLDS = 6;
const SEED = 20261126;
/** So that eight are left to predict when twelve are revealed. */
const LEAST_MODELS = 20;

/** Editions of one family that are hidden, spread over their ids: dozens of them would only repeat each other. */
const MOST_EDITIONS = 4;

/** The first word of a family: all of LiveBench, ARC-AGI or FrontierMath is hidden at once. */
const wider = (family: string): string => family.split("-")[0];

export function* folds(
  catalog: Catalog,
  sets: readonly FoldSet[],
  effects: Pick<Effects, "cache" | "progress">,
): Generator<Fold> {
  const {observations} = indexObservations(catalog, defaultObservationsMethod);
  const results = grouped(observations, ({benchmark}) => benchmark);
  const families = grouped([...results.keys()].sort(), (id) => wider(catalog.benchmarks.get(id)!.family));
  const order = [...families.keys()].sort();
  const random = stream(SEED);
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  for (let f = 0; f < FOLDS; f++) {
    const set = f % 2 === 0 ? "tuning" : "reported";
    if (!sets.includes(set)) continue;
    const dealt = order.filter((_, i) => i % FOLDS === f);
    const isHidden = new Set(dealt.flatMap((family) => families.get(family)!));
    const fit = laglineFit(
      catalog,
      observations.filter(({benchmark}) => !isHidden.has(benchmark)),
      abilityMethod,
      effects,
    );
    const known = new Set(fit.data.models.map(({id}) => id));
    const predictable = new Map(
      [...results].map(([id, rows]) => [id, rows.filter(({model}) => known.has(model))]),
    );
    const hidden = new Map(
      dealt
        .map((family): [string, string[]] => [
          family,
          spread(families.get(family)!.filter((id) => predictable.get(id)!.length >= LEAST_MODELS)),
        ])
        .filter(([, ids]) => ids.length > 0),
    );
    const domains = new Map([...catalog.benchmarks.values()].map(({id, domain}) => [id, domain]));
    yield {set, hidden, fit, domains, results: predictable};
  }
}

const spread = (ids: readonly string[]): string[] =>
  ids.filter(
    (_, i) =>
      Math.floor((i * MOST_EDITIONS) / ids.length) !== Math.floor(((i - 1) * MOST_EDITIONS) / ids.length),
  );
