/** Answers to `lagline whatif` and `lagline odds`, on the ground of the Report. */
import type {Catalog} from "../data/catalog.ts";
import {forcesGround} from "../forecast/forces/forces-ground.ts";
import type {Ground} from "../forecast/ground.ts";
import type {Question} from "../forecast/odds/questions.ts";
import {fieldChoices} from "../forecast/scenario/field-choices.ts";
import type {Setting} from "../forecast/scenario/settings.ts";
import type {NamedLab} from "../forecast/scenario/scenario-labs.ts";
import {dayOf} from "../dates.ts";
import {InputError} from "../errors.ts";
import {sidesOf} from "../measure/sides.ts";
import type {Effects, ReportOptions} from "../options.ts";
import {workerPool} from "../pool/worker-pool.ts";
import type {About, ReportBase} from "../report.ts";
import type {OddsRow, ScenarioEffect} from "../whatif-report.ts";
import {forceFactsIn, forcesKnownTo} from "./forces-report.ts";
import {measuredBy} from "./instruments.ts";
import {odds, type OddsAsked} from "./odds.ts";
import {scenarioNamed, shippedScenarios} from "./scenario-files.ts";
import {labsNamed, scenarioEffect, type ShippedScenario, whatIfWorld} from "./whatif.ts";
import {oddsForecasters, recordSentence, whatIfGround} from "./whatif-report.ts";

export interface ForecastSource {
  readonly report: ReportBase;
  readonly ground: Ground;
  /** Every lab that a scenario may name. */
  readonly labs: readonly NamedLab[];
  readonly seed: number;
}

/** Everything that answers what-if questions, as plain data: a page carries it and answers by itself. */
export interface ScenarioSource extends Omit<ForecastSource, "report"> {
  readonly scenarios: readonly ShippedScenario[];
  /** What a field that names something may say, by kind and field. */
  readonly choices: ReturnType<typeof fieldChoices>;
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

/** What a run is made of, where it is needed. */
export interface SourceParts {
  readonly report: ReportBase;
  readonly catalog: () => Promise<Catalog>;
  readonly run: Parameters<typeof measuredBy>[1];
  /** Names everything the ground depends on. */
  readonly key: string;
}

/**
 * The ground of the Report's own forecasts, kept between runs.
 *
 * @throws InputError where there are no records of both sides to carry on
 */
export async function forecastSource(
  options: ReportOptions,
  effects: Effects,
  parts: SourceParts,
): Promise<ForecastSource> {
  const {report} = parts;
  const key = `what-if ground ${parts.key}`;
  const kept = effects.cache?.read(key);
  const source = kept
    ? (JSON.parse(new TextDecoder().decode(kept)) as Pick<ForecastSource, "ground" | "labs">)
    : await computedSource(options, effects, parts);
  if (source.ground.worlds.length === 0)
    throw new InputError("insufficient", "records: none on one side; a forecast needs records of both");
  if (!kept) effects.cache?.write(key, new TextEncoder().encode(JSON.stringify(source)));
  return {report, seed: options.seed, ...source};
}

async function computedSource(
  {facts: folder, asOf: asked, dates, instrument, seed}: ReportOptions,
  effects: Effects,
  {report, catalog: read, run}: SourceParts,
): Promise<Pick<ForecastSource, "ground" | "labs">> {
  effects.progress("the ground of the forecast", 0, 1);
  const catalog = await read();
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
  return {ground, labs: labsNamed(facts)};
}

export function scenarioSource({ground, labs, seed}: ForecastSource): ScenarioSource {
  const followed = forcesGround(ground).labs;
  return {ground, labs, seed, scenarios: shippedScenarios(), choices: fieldChoices({followed, all: labs})};
}

export async function whatIfAnswer(
  {ground, labs, seed}: ForecastSource,
  {name, settings, paths}: WhatIfAsked,
  {progress, workers}: Effects,
): Promise<ScenarioEffect> {
  progress("parameters from the record", 0, 1);
  const world = whatIfWorld(ground, labs, seed);
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
