/** Answers to `lagline whatif` and `lagline odds`, on the ground of the Report. */
import type {Catalog} from "../data/catalog.ts";
import type {ForceFacts} from "../data/forces/force-facts.ts";
import type {Ground} from "../forecast/ground.ts";
import type {Question} from "../forecast/odds/questions.ts";
import type {Setting} from "../forecast/scenario/read-scenario.ts";
import {dayOf} from "../dates.ts";
import {sidesOf} from "../measure/sides.ts";
import type {Effects, ReportOptions} from "../options.ts";
import {workerPool} from "../pool/worker-pool.ts";
import type {About, ReportBase} from "../report.ts";
import type {OddsRow, ScenarioEffect} from "../whatif-report.ts";
import {forceFactsIn, forcesKnownTo} from "./forces-report.ts";
import {measuredBy} from "./instruments.ts";
import {odds, type OddsAsked} from "./odds.ts";
import {scenarioEffect, scenarioNamed, whatIfWorld} from "./whatif.ts";
import {oddsForecasters, recordSentence, whatIfGround} from "./whatif-report.ts";

export interface ForecastSource {
  readonly report: ReportBase;
  readonly ground: Ground;
  readonly facts: ForceFacts | undefined;
  readonly seed: number;
}

export interface WhatIfAsked {
  /** A shipped scenario, or a file. */
  readonly name: string;
  readonly settings: readonly Setting[];
  readonly paths: number;
}

export interface OddsQuestions {
  readonly questions: readonly Question[];
  readonly given: OddsAsked;
  readonly paths: number;
}

export interface OddsAnswer {
  readonly about: About;
  readonly odds: readonly OddsRow[];
}

/** The ground of the Report's own forecasts, from draws kept between runs. */
export async function forecastSource(
  {facts: folder, asOf: asked, dates, instrument, seed}: ReportOptions,
  effects: Effects,
  {report, catalog, run}: {report: ReportBase; catalog: Catalog; run: Parameters<typeof measuredBy>[1]},
): Promise<ForecastSource> {
  const {abilities} = (await measuredBy(catalog, run, effects))[instrument];
  const {closed, open} = sidesOf(catalog, abilities.models, dates);
  const facts = forceFactsIn(folder);
  const asOf = dayOf(report.about.asOf);
  const ground = whatIfGround({
    measured: {abilities, closed, open, asOf, catalog},
    facts,
    knownTo: asked ?? (facts ? forcesKnownTo(facts, catalog.coveredTo) : asOf),
    seed,
    heldOutRatio: report.robustness.ratio,
  });
  return {report, ground, facts, seed};
}

export async function whatIfAnswer(
  {ground, facts, seed}: ForecastSource,
  {name, settings, paths}: WhatIfAsked,
  {progress, workers}: Effects,
): Promise<ScenarioEffect> {
  progress("parameters from the record", 0, 1);
  const world = whatIfWorld(ground, facts, seed);
  const scenario = scenarioNamed(name, world.labs, settings);
  const pool = await workerPool({size: workers});
  try {
    return await scenarioEffect(world, scenario, {
      paths,
      run: pool.run,
      onProgress: (done, count) => progress("paths with and without the scenario", done, count),
    });
  } finally {
    await pool.close();
  }
}

export const oddsAnswer = (
  {report, ground, seed}: ForecastSource,
  {questions, given, paths}: OddsQuestions,
): OddsAnswer => ({
  about: report.about,
  odds: odds(
    {
      ground,
      forecasters: oddsForecasters(ground, seed),
      record: recordSentence(report.forecast?.backtest),
      paths,
    },
    given,
    questions,
  ),
});
