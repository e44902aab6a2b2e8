/** What the bets of a run are read against: its facts, its numbers, and futures that continue its own draws. */
import {betsMethod} from "../../bets/bets-method.ts";
import type {CatalogView} from "../../data/as-of.ts";
import {ground} from "../../forecast/ground.ts";
import {trend} from "../../forecast/trend/trend.ts";
import {sidesOf} from "../../measure/sides.ts";
import type {Effects, ReportOptions} from "../../options.ts";
import {forceFactsIn, forcesKnownTo} from "../forces-report.ts";
import {measuredBy} from "../instruments.ts";
import type {BetsRun} from "./bets-for.ts";

export interface RunParts {
  readonly catalogFor: (options: ReportOptions) => Promise<CatalogView>;
  /** Names the ability draws of the run. */
  readonly run: Parameters<typeof measuredBy>[1];
  readonly key: string;
}

export const betsRun = (
  options: ReportOptions,
  effects: Effects,
  {catalogFor, run, key}: RunParts,
): BetsRun => ({
  key,
  cache: effects.cache,
  ground: async () => {
    const {catalog} = await catalogFor(options);
    const facts = forceFactsIn(options.facts);
    const rowsTo = options.asOf ?? (facts ? forcesKnownTo(facts, catalog.coveredTo) : catalog.coveredTo);
    return {catalog, facts, rowsTo};
  },
  forecaster: async () => {
    effects.progress("futures for the bets", 0, 1);
    const {catalog} = await catalogFor(options);
    const asOf = options.asOf ?? catalog.coveredTo;
    const {abilities} = (await measuredBy(catalog, run, effects)).lagline;
    const {closed, open} = sidesOf(catalog, abilities.models, options.dates);
    const start = ground({abilities, closed, open, asOf});
    const months = betsMethod.horizonMonths.value;
    return start.worlds.length === 0 ? undefined : trend(start, {seed: options.seed, months});
  },
});
