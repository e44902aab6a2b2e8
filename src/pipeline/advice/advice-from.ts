/** An advice from a folder of facts: portfolio read, options priced, abilities measured, then the pure answer. */
import {announcedPrices} from "../../advise/options/announced-prices.ts";
import {readPortfolio} from "../../advise/portfolio/read-portfolio.ts";
import type {Advice, AdviceBacktest} from "../../advice-report.ts";
import {catalogAsOf} from "../../data/as-of.ts";
import type {Catalog} from "../../data/catalog.ts";
import {factsVintage} from "../../data/facts-vintage.ts";
import {loadCatalog} from "../../data/load-catalog.ts";
import {InputError} from "../../errors.ts";
import type {Effects, ReportOptions} from "../../options.ts";
import type {Report} from "../../report.ts";
import {measureBuild} from "../../version.ts";
import {forceFactsIn, forcesKnownTo} from "../forces-report.ts";
import {measuredBy} from "../instruments.ts";
import {type AdviceAsk, adviceAnswer, type AdviceSource} from "./advice-answer.ts";
import {adviceBacktest} from "./advice-backtest.ts";
import {namedEvals} from "./named-evals.ts";

/** What to run for each workload of a portfolio file. */
export const adviceFrom = async (...asked: Parameters<typeof adviceSource>): Promise<Advice> =>
  adviceAnswer(await adviceSource(...asked));

/**
 * Everything an answer is made of.
 *
 * @param report - of the same options
 * @param run - names the ability draws to use
 * @throws InputErrors naming line and field of what is wrong in the file
 */
export async function adviceSource(
  report: Report,
  options: ReportOptions,
  run: Parameters<typeof measuredBy>[1],
  {file, own}: AdviceAsk,
  effects: Effects,
): Promise<AdviceSource> {
  const all = loadCatalog(options.facts);
  const facts = forceFactsIn(options.facts);
  if (!facts) {
    throw new InputError(
      "missing",
      `folder: forces in ${options.facts}; the tables on the forces were expected`,
    );
  }
  const on = options.asOf ?? forcesKnownTo(facts, all.coveredTo);
  const priced = catalogAsOf(all, on).catalog;
  const portfolio = readPortfolio(file, priced);
  const asOf = options.asOf ?? all.coveredTo;
  const measuredCatalog = catalogAsOf(all, asOf).catalog;
  const measured = (await measuredBy(measuredCatalog, run, effects))[options.instrument];
  const ownEvals = namedEvals(portfolio, measuredCatalog, own, options, effects);
  effects.progress("weighing options", 0, 1);
  const {dates, seed} = options;
  return {
    portfolio,
    report,
    priced,
    announced: announcedPrices(all.prices, on),
    measuredCatalog,
    measured,
    facts,
    on,
    asOf,
    dates,
    seed,
    ownEvals,
  };
}

/** The facts as of the day of the prices: what names in a portfolio are matched to. */
export async function pricedCatalogFor({
  facts,
  asOf,
}: Pick<ReportOptions, "facts" | "asOf">): Promise<Catalog> {
  const all = loadCatalog(facts);
  const forces = forceFactsIn(facts);
  return catalogAsOf(all, asOf ?? (forces ? forcesKnownTo(forces, all.coveredTo) : all.coveredTo)).catalog;
}

/** The advice on past days, judged on tests hidden from it: a dozen fits, several minutes the first time. */
export async function adviceBacktestFor(
  options: Pick<ReportOptions, "facts" | "seed">,
  effects: Effects,
): Promise<AdviceBacktest> {
  const key = [factsVintage(options.facts).hash, measureBuild, options.seed].join(" ");
  return adviceBacktest(loadCatalog(options.facts), {seed: options.seed, key, effects});
}
