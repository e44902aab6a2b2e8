/** The own evals that a portfolio names, predicted for every measured model. */
import type {Portfolio} from "../../advise/portfolio/portfolio.ts";
import type {QualityGround} from "../../advise/quality/success-draws.ts";
import type {Catalog} from "../../data/catalog.ts";
import {didYouMean} from "../../data/closest-name.ts";
import {InputError} from "../../errors.ts";
import type {Effects, ReportOptions} from "../../options.ts";
import {matchedEvals, type OwnEvalsInput, ownSuccess} from "../own-evals.ts";

/**
 * @returns undefined when no workload names one
 * @throws InputError for a name that was not imported
 */
export function namedEvals(
  portfolio: Portfolio,
  catalog: Catalog,
  own: () => OwnEvalsInput,
  options: Pick<ReportOptions, "asOf" | "seed" | "draws">,
  effects: Pick<Effects, "cache" | "progress">,
): QualityGround["ownEvals"] {
  const names = new Set(portfolio.workloads.flatMap(({quality}) => quality.ownEval ?? []));
  if (names.size === 0) return undefined;
  const {evals} = matchedEvals(catalog, own(), options.asOf);
  const known = evals.map(({id}) => id);
  for (const name of names) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known).replace(/^,/, "") || " `lagline evals` lists those imported";
    throw new InputError("unknown", `own_eval: ${name};${hint}`);
  }
  const wanted = evals.filter(({id}) => names.has(id));
  return new Map(ownSuccess(catalog, wanted, options, effects).map((success) => [success.eval, success]));
}
