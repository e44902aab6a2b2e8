/**
 * The back-test on the facts: the abilities are fitted anew on every origin, to what was known on that day.
 */
import {catalogAsOf} from "../data/as-of.ts";
import type {Catalog} from "../data/catalog.ts";
import type {ForceFacts} from "../data/forces/force-facts.ts";
import {loadCatalog} from "../data/load-catalog.ts";
import {dayOf, isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import type {BacktestFile, TrackRecordReport} from "../forecast-report.ts";
import {backtest, type Origin} from "../forecast/backtest/backtest.ts";
import {backtestMethod} from "../forecast/backtest/backtest-method.ts";
import {vintageScale} from "../forecast/backtest/vintage-scale.ts";
import {horizonDay} from "../forecast/forecast-calendar.ts";
import {FORECASTERS} from "../forecast/forecasters.ts";
import type {Ground} from "../forecast/ground.ts";
import {sidesOf} from "../measure/sides.ts";
import {forecastMethodHash} from "../method.ts";
import {median} from "../numeric/quantile.ts";
import type {Effects, ReportOptions} from "../options.ts";
import type {Day} from "../units.ts";
import {backtestText} from "./backtest-file.ts";
import {forecastGround} from "./forecast-ground.ts";
import {forceFactsIn} from "./forces-report.ts";
import {measuredBy} from "./instruments.ts";
import type {Measured} from "./measured.ts";
import {measureRun} from "./run-keys.ts";
import {trackRecordReport} from "./track-record.ts";

interface BacktestSource extends Omit<ReportOptions, "asOf"> {
  /** All facts: each origin takes its own view. */
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** Facts on the forces, where the folder has them. */
  readonly forces: ForceFacts | undefined;
}

/**
 * Every forecaster put to past days, each seeing only what was known on it, and what came: minutes of work.
 *
 * @returns what it adds up to, and the text of the file that keeps every case
 */
export async function backtestFor(
  options: ReportOptions,
  effects: Effects,
): Promise<{readonly record: TrackRecordReport; readonly file: string}> {
  effects.progress("reading the facts", 0, 1);
  const catalog = loadCatalog(options.facts);
  const asOf = options.asOf ?? catalog.coveredTo;
  const forces = forceFactsIn(options.facts);
  const made = await backtestOf({...options, catalog, asOf, forces}, effects);
  return {record: trackRecordReport(made, asOf, made.under), file: backtestText(made)};
}

async function backtestOf(source: BacktestSource, effects: Effects): Promise<BacktestFile> {
  const {asOf, instrument, dates, seed, draws, catalog} = source;
  const days = originDays(asOf);
  const today = await measuredOn(source, asOf, effects);
  const origins: (Origin & {readonly models: number; readonly scale: ReturnType<typeof vintageScale>})[] = [];
  const skipped: BacktestFile["skipped"] = [];
  for (const [k, on] of days.entries()) {
    effects.progress("measuring again on past days", k, days.length);
    try {
      const then = await measuredOn(source, on, {...effects, progress: () => {}});
      const scale = vintageScale(then, today);
      origins.push({ground: then.ground, link: scale, scale, models: then.abilities.models.length});
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      skipped.push({date: isoDay(on), why: error.message});
    }
  }
  effects.progress("forecasting from past days", 0, origins.length);
  const {cases, weights} = backtest(origins, today.ground, FORECASTERS, {
    seed,
    onProgress: (done) => effects.progress("forecasting from past days", done, origins.length),
  });
  return {
    schema: "lagline-backtest/1",
    under: {
      vintage: catalog.vintage,
      method: forecastMethodHash,
      asOf: isoDay(asOf),
      instrument,
      dates,
      seed,
      draws,
    },
    origins: origins.map(({ground: {asOf: on, worlds}, scale, models}) => ({
      date: isoDay(on),
      models,
      closedRecords: median(worlds.map(({closed}) => closed.days.length)),
      openRecords: median(worlds.map(({open}) => open.days.length)),
      link: {
        slope: rounded(scale.slope),
        offset: rounded(scale.offset),
        rmse: rounded(scale.rmse),
        common: scale.common,
      },
    })),
    skipped,
    weights: weights.map(({from, parts}) => ({
      from: isoDay(from),
      parts: parts.map(({id, weight}) => ({forecaster: id, weight: rounded(weight)})),
    })),
    cases: cases.map(({intervals, ...one}) => ({
      forecaster: one.forecaster,
      origin: isoDay(one.origin),
      horizon: one.horizon,
      target: one.target,
      truth: rounded(one.truth),
      median: rounded(one.median),
      low: intervals.map(({low}) => rounded(low)),
      high: intervals.map(({high}) => rounded(high)),
      crps: rounded(one.crps),
      pit: rounded(one.pit),
    })),
  };
}

/** Origins with at least one horizon that has come. */
function originDays(asOf: Day): Day[] {
  const {firstOrigin, originMonths, horizons} = backtestMethod;
  const first = dayOf(firstOrigin.value);
  const days: Day[] = [];
  for (let k = 0; ; k++) {
    const on = firstOfMonth(first, k * originMonths.value);
    if (horizonDay(on, Math.min(...horizons.value)) > asOf) return days;
    days.push(on);
  }
}

function firstOfMonth(first: Day, months: number): Day {
  const [year, month] = isoDay(first).split("-").map(Number);
  const at = year * 12 + month - 1 + months;
  return dayOf(`${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`);
}

interface MeasuredOn {
  readonly abilities: Measured["abilities"];
  readonly asOf: Day;
  readonly ground: Ground;
}

async function measuredOn(source: BacktestSource, on: Day, effects: Effects): Promise<MeasuredOn> {
  const {catalog} = catalogAsOf(source.catalog, on);
  // Today's draws are those of the Report; each past day has its own.
  const run = measureRun({
    ...source,
    asOf: on === source.asOf && on === source.catalog.coveredTo ? undefined : on,
  });
  const {abilities} = (await measuredBy(catalog, run, effects))[source.instrument];
  const sides = sidesOf(catalog, abilities.models, source.dates);
  const {forces: facts, seed} = source;
  const under = {catalog, abilities, ...sides, asOf: on};
  return {abilities, asOf: on, ground: forecastGround(under, {facts, knownTo: on, seed})};
}

/** Four decimals: far finer than any of these is known. */
const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
