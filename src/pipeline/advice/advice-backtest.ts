/**
 * The advice on past days, seeing only what was known then, judged on tests hidden from it.
 *
 * For each day the index is fitted anew to the facts of that day without a third of the tests; each hidden test is then a
 * workload whose success is predicted, the prices are those of the day, and the truth is what models score on the test
 * today. What leaks: R3; and a test is a case only if enough priced models have been run on it since.
 */
import {costDraws} from "../../advise/cost/cost-draws.ts";
import {adviceBacktestMethod} from "../../advise/backtest/backtest-method.ts";
import {backtestSummary} from "../../advise/backtest/backtest-summary.ts";
import {pastCases} from "../../advise/backtest/past-cases.ts";
import type {ScoredCase} from "../../advise/backtest/scored-case.ts";
import type {AdviceBacktest} from "../../advice-report.ts";
import {catalogAsOf} from "../../data/as-of.ts";
import type {Benchmark, Catalog} from "../../data/catalog.ts";
import {dayOf, isoDay} from "../../dates.ts";
import {indexObservations} from "../../measure/observations/index-observations.ts";
import {defaultObservationsMethod} from "../../measure/observations/observations-method.ts";
import {methodHash} from "../../method.ts";
import {inProcess} from "../../numeric/chunked.ts";
import type {Effects} from "../../options.ts";
import {laglineInstrument} from "../instrument-lagline.ts";
import {optionsOf, qualityGround} from "./advice-ground.ts";

/** Sums over other tests of the list: hiding their parts and keeping them would hide nothing. */
const isJudged = ({domain}: Benchmark): boolean => domain !== "composite";

/**
 * @param catalog - all facts
 * @param key - names facts and code, for kept draws
 */
export function adviceBacktest(
  catalog: Catalog,
  {seed, key, effects}: {readonly seed: number; readonly key: string; readonly effects: Effects},
): AdviceBacktest {
  const {origins, folds, abilityDraws, drawCount} = adviceBacktestMethod;
  const truth = indexObservations(catalog, defaultObservationsMethod).observations;
  const cases: ScoredCase[] = [];
  const total = origins.value.length * folds.value;
  for (const [o, origin] of origins.value.entries()) {
    const on = dayOf(origin);
    const seen = catalogAsOf(catalog, on).catalog;
    const costs = costDraws([], {on, seed, drawCount: drawCount.value});
    for (let fold = 0; fold < folds.value; fold++) {
      effects.progress("advice on past days", o * folds.value + fold, total);
      const isHidden = hiddenIn(fold, seen.benchmarks);
      const visible: Catalog = {
        ...seen,
        results: seen.results.filter(({benchmark}) => {
          const {domain, family} = seen.benchmarks.get(benchmark)!;
          // A composite holds its parts, hidden ones too.
          return domain !== "composite" && !isHidden(family);
        }),
      };
      const measured = laglineInstrument(visible, {
        seed,
        draws: abilityDraws.value,
        key: `advice back-test ${key} ${origin} ${fold} of ${folds.value}`,
        cache: effects.cache,
        progress: () => {},
        run: inProcess,
      });
      const hidden = [...seen.benchmarks.values()]
        .filter((benchmark) => isJudged(benchmark) && isHidden(benchmark.family))
        .map(({id, family, domain}) => ({
          test: id,
          family,
          domain,
          results: truth.filter(({benchmark}) => benchmark === id),
        }));
      cases.push(
        ...pastCases({
          origin,
          options: optionsOf(seen, measured, on).options,
          ground: qualityGround(visible, measured, undefined),
          costs,
          seed,
          hidden,
        }),
      );
    }
  }
  return {
    schema: "lagline-advice-backtest/1",
    under: {vintage: catalog.vintage, method: methodHash, coveredTo: isoDay(catalog.coveredTo), seed},
    origins: [...origins.value],
    ...backtestSummary(cases, seed),
    cases: cases.map(({chances: _, regret, stated, covered, ...one}) => ({
      ...one,
      stated: rounded(stated),
      covered: rounded(covered),
      regret: Object.fromEntries(Object.entries(regret).map(([way, points]) => [way, rounded(points)])),
    })),
  };
}

/** Single cases are kept to be looked at, not to be added up to the last digit. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Families of tests in turn, by name: each is hidden in one part. */
function hiddenIn(fold: number, benchmarks: ReadonlyMap<string, Benchmark>): (family: string) => boolean {
  const families = [...new Set([...benchmarks.values()].filter(isJudged).map(({family}) => family))].sort();
  const hidden = new Set(families.filter((_, at) => at % adviceBacktestMethod.folds.value === fold));
  return (family) => hidden.has(family);
}
