/** What the bets of a run are read against: its facts, its numbers, and futures that continue its own draws. */
import {betsMethod} from "../../bets/bets-method.ts";
import type {CatalogView} from "../../data/as-of.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {ground} from "../../forecast/ground.ts";
import {sidesOf} from "../../measure/sides.ts";
import type {Effects, ReportOptions} from "../../options.ts";
import {forecastGround} from "../forecast-ground.ts";
import {forceFactsIn, forcesKnownTo} from "../forces-report.ts";
import {measuredBy} from "../instruments.ts";
import {shownForecaster} from "../shown-forecaster.ts";
import type {Day} from "../../units.ts";
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
    return {catalog, facts, rowsTo: rowsKnownTo(options, catalog, facts)};
  },
  forecaster: async () => {
    effects.progress("futures for the bets", 0, 1);
    const {catalog} = await catalogFor(options);
    const asOf = options.asOf ?? catalog.coveredTo;
    const {abilities} = (await measuredBy(catalog, run, effects)).lagline;
    const {closed, open} = sidesOf(catalog, abilities.models, options.dates);
    const measured = {catalog, abilities, closed, open, asOf};
    const start = ground(measured);
    if (start.worlds.length === 0) return undefined;
    const {seed} = options;
    const withForces = () => {
      const facts = forceFactsIn(options.facts);
      return forecastGround(measured, {facts, knownTo: rowsKnownTo(options, catalog, facts), seed});
    };
    return shownForecaster(start, withForces, {seed, months: betsMethod.horizonMonths.value});
  },
});

const rowsKnownTo = (
  {asOf}: Pick<ReportOptions, "asOf">,
  {coveredTo}: Pick<Catalog, "coveredTo">,
  facts: ForceFacts | undefined,
): Day => asOf ?? (facts ? forcesKnownTo(facts, coveredTo) : coveredTo);
