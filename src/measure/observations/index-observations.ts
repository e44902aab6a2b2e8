/** The observations an index is fitted to: recent models with enough results, the rest counted. */
import type {Catalog} from "../../data/catalog.ts";
import {firstUsableDay} from "../../data/release-date.ts";
import {dayOf} from "../../dates.ts";
import {grouped} from "../../grouped.ts";
import type {Exclusion} from "../../report.ts";
import {type Observations, observationsOf} from "./observations.ts";
import type {ObservationsMethod} from "./observations-method.ts";

/** @see METHOD rule R6 */
export function indexObservations(catalog: Catalog, method: ObservationsMethod): Observations {
  const {observations, effort, excluded} = observationsOf(catalog, method);
  const first = dayOf(method.firstDay);
  const early: string[] = [];
  const thin: string[] = [];
  const kept = [...grouped(observations, ({model}) => model)].flatMap(([model, rows]) => {
    if (firstUsableDay(catalog.models.get(model)!, "latest") < first) early.push(model);
    else if (rows.length < method.minBenchmarks) thin.push(model);
    else return rows;
    return [];
  });
  const named = (what: string, why: string, ids: readonly string[]): Exclusion => ({
    what,
    why,
    count: ids.length,
    examples: [...ids].sort().slice(0, 5),
  });
  return {
    observations: kept,
    effort,
    excluded: [
      ...excluded,
      named("models with results", `first usable before ${method.firstDay}`, early),
      named("models with results", `results on fewer than ${method.minBenchmarks} benchmarks`, thin),
    ].filter(({count}) => count > 0),
  };
}
