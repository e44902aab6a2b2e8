/**
 * One own eval per benchmark from all that was imported of it.
 *
 * Runs of one model on one benchmark are taken for repeats of the same items: the mean weighted by items, and the most
 * items of any of them, so that running a test twice does not count as twice the test.
 */
import type {Domain} from "../../data/catalog.ts";
import type {EvalRun} from "../../data/evals/eval-run.ts";
import {grouped} from "../../grouped.ts";
import type {OwnEval, OwnResult} from "./own-eval.ts";

export interface KnownRun extends Pick<EvalRun, "benchmark" | "score" | "items"> {
  /** Id in the catalog. */
  readonly model: string;
  readonly domain: Domain | null;
}

/** In the order of the benchmarks' names, results in the order of the models' ids. */
export function pooledRuns(runs: readonly KnownRun[]): OwnEval[] {
  return [...grouped(runs, ({benchmark}) => benchmark)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, own]) => {
      const domain = own.map((run) => run.domain).findLast((one) => one !== null);
      return {
        id,
        ...(domain ? {domain} : {}),
        results: [...grouped(own, ({model}) => model)]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([model, same]) => pooled(model, same)),
      };
    });
}

function pooled(model: string, same: readonly KnownRun[]): OwnResult {
  const stated = same.flatMap(({items}) => (items === undefined ? [] : [items]));
  if (stated.length === 0) return {model, score: same.reduce((sum, {score}) => sum + score, 0) / same.length};
  const counted = same.filter(({items}) => items !== undefined);
  const total = stated.reduce((sum, items) => sum + items, 0);
  return {
    model,
    score: counted.reduce((sum, {score, items}) => sum + score * items!, 0) / total,
    items: Math.max(...stated),
  };
}
