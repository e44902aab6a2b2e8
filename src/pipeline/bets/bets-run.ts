/** What the bets of a run are read against: its facts, its numbers, and futures that continue its own draws. */
import {betsMethod} from "../../bets/bets-method.ts";
import type {CatalogView} from "../../data/as-of.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {forecasterKind} from "../../forecast/forecasters.ts";
import type {Forecaster, ForecasterId} from "../../forecast/future.ts";
import {ground} from "../../forecast/ground.ts";
import {sidesOf} from "../../measure/sides.ts";
import type {Effects, ReportOptions} from "../../options.ts";
import {forecastGround} from "../forecast-ground.ts";
import {forceFactsIn, forcesKnownTo} from "../forces-report.ts";
import {measuredBy} from "../instruments.ts";
import {shownForecaster} from "../shown-forecaster.ts";
import type {Day} from "../../units.ts";
import type {BetsRun} from "./bets-for.ts";
import {standInsBeside} from "./stand-ins-file.ts";

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
  seed: options.seed,
  ground: async () => {
    const {catalog} = await catalogFor(options);
    const facts = forceFactsIn(options.facts);
    return {catalog, facts, rowsTo: rowsKnownTo(options, catalog, facts)};
  },
  standIns: () => standInsBeside(options.ledgers ?? {}),
  forecasters: async () => {
    effects.progress("futures for the bets", 0, 1);
    const {catalog} = await catalogFor(options);
    const asOf = options.asOf ?? catalog.coveredTo;
    const instruments = await measuredBy(catalog, run, effects);
    const facts = forceFactsIn(options.facts);
    const {seed} = options;
    const horizon = {seed, months: betsMethod.horizonMonths.value};
    const groundBy = (instrument: "lagline" | "eci") => {
      const {abilities} = instruments[instrument];
      const {closed, open} = sidesOf(catalog, abilities.models, options.dates);
      const measured = {catalog, abilities, closed, open, asOf};
      const records = ground(measured);
      const withForces = () =>
        forecastGround(measured, {facts, knownTo: rowsKnownTo(options, catalog, facts), seed});
      return records.worlds.length === 0 ? undefined : {records, withForces};
    };
    const ours = groundBy("lagline");
    if (!ours) return undefined;
    const shown = shownForecaster(ours.records, ours.withForces, horizon);
    let eci: Forecaster | undefined;
    let forces: Forecaster | undefined;
    // Made when a question first needs them: most ledgers ask neither.
    return {
      shown,
      get eci() {
        const theirs = eci ? undefined : groundBy("eci");
        return (eci ??= theirs && forecasterKind(onRecords(shown.id)).make(theirs.records, horizon));
      },
      get forces() {
        return facts && (forces ??= forecasterKind("forces").make(ours.withForces(), horizon));
      },
    };
  },
});

/** The same forecaster where it reads records alone; else the trend. */
const onRecords = (id: ForecasterId): ForecasterId => (id === "forces" || id === "mixture" ? "trend" : id);

const rowsKnownTo = (
  {asOf}: Pick<ReportOptions, "asOf">,
  {coveredTo}: Pick<Catalog, "coveredTo">,
  facts: ForceFacts | undefined,
): Day => asOf ?? (facts ? forcesKnownTo(facts, coveredTo) : coveredTo);
