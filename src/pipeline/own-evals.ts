/**
 * The user's own evals joined to the index: matched to the catalog, and every model's success on them predicted.
 *
 * The index is not fitted anew: an own eval is a further benchmark, conditioned on after the fit. With an as-of date
 * evals that ran later are not seen, as nothing else is.
 */
import type {Catalog} from "../data/catalog.ts";
import {catalogNames} from "../data/evals/catalog-names.ts";
import {indexWorld} from "../advise/own-evals/index-world.ts";
import type {OwnEval, SuccessDraws} from "../advise/own-evals/own-eval.ts";
import {ownEvalsMethod} from "../advise/own-evals/own-evals-method.ts";
import {type KnownRun, pooledRuns} from "../advise/own-evals/pooled-runs.ts";
import {successDraws} from "../advise/own-evals/success-draws.ts";
import {isoDay} from "../dates.ts";
import {abilityMethod} from "../measure/ability/ability-method.ts";
import {indexObservations} from "../measure/observations/index-observations.ts";
import {defaultObservationsMethod} from "../measure/observations/observations-method.ts";
import {stream} from "../numeric/random.ts";
import type {Effects, ReportOptions} from "../options.ts";
import type {KeptEval} from "../store/own-evals.ts";
import {laglineFit, laglineLatents} from "./lagline-fit.ts";

/** Names the purpose of the random streams. */
const PURPOSE = 0xe7a1;

/** The user's own evals as they are kept at home. */
export interface OwnEvalsInput {
  readonly kept: readonly KeptEval[];
  /** From names as written to catalog ids. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** One imported run and the model it was matched to. */
export interface MatchedRun {
  readonly file: string;
  readonly benchmark: string;
  /** As written in the file. */
  readonly name: string;
  readonly score: number;
  readonly items: number | null;
  readonly errors: number;
  readonly metric: string;
  /** Catalog id; null when no name matches exactly. */
  readonly model: string | null;
  /** What might be meant when `model` is null, to be confirmed with --map. */
  readonly suggestion: string | null;
}

export interface MatchedEvals {
  readonly runs: readonly MatchedRun[];
  readonly evals: readonly OwnEval[];
  /** Files that ran after the as-of date. */
  readonly later: number;
}

export function matchedEvals(
  catalog: Catalog,
  {kept, aliases}: OwnEvalsInput,
  asOf: ReportOptions["asOf"],
): MatchedEvals {
  const seen =
    asOf === undefined ? kept : kept.filter(({ran, imported}) => (ran ?? imported) <= isoDay(asOf));
  const known = new Map([...aliases].filter(([, id]) => catalog.models.has(id)));
  const names = catalogNames(catalog.models.values(), known);
  const matched = seen.flatMap(({file, domain, runs}) =>
    runs.map((run) => {
      const model = names.idOf([run.model, ...run.alsoNamed]) ?? null;
      const suggestion = model === null ? (names.suggestion(run.model) ?? null) : null;
      return {file, domain, run, model, suggestion};
    }),
  );
  return {
    runs: matched.map(({file, run, model, suggestion}) => ({
      file,
      benchmark: run.benchmark,
      name: run.model,
      score: run.score,
      items: run.items ?? null,
      errors: run.errors,
      metric: run.metric,
      model,
      suggestion,
    })),
    evals: pooledRuns(
      matched.flatMap(({run, model, domain}): KnownRun[] =>
        model === null ? [] : [{benchmark: run.benchmark, score: run.score, items: run.items, model, domain}],
      ),
    ),
    later: kept.length - seen.length,
  };
}

/**
 * Joint draws of every measured model's success on each own eval; rows continue the index's worlds of the same seed.
 */
export function ownSuccess(
  catalog: Catalog,
  evals: readonly OwnEval[],
  {seed, draws}: Pick<ReportOptions, "seed" | "draws">,
  effects: Pick<Effects, "cache" | "progress">,
): SuccessDraws[] {
  const {observations} = indexObservations(catalog, defaultObservationsMethod);
  const fit = laglineFit(catalog, observations, abilityMethod, effects);
  effects.progress("predicting own evals", 0, evals.length);
  const world = indexWorld(fit, laglineLatents(fit, seed, draws));
  return evals.map((own, index) => {
    const path = [...own.id].map((letter) => letter.codePointAt(0)!);
    const success = successDraws(fit, world, own, ownEvalsMethod, (draw) =>
      stream(seed, PURPOSE, ...path, draw),
    );
    effects.progress("predicting own evals", index + 1, evals.length);
    return success;
  });
}
