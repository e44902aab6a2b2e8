/**
 * The whole product on one page: start here.
 *
 *   facts in files -> Catalog as of a day -> abilities (joint draws) -> lags and gaps -> robustness -> one Report
 *
 * Everything between the files and the Report is a pure function of (facts, method, seed, as-of date); the effects
 * passed in only report progress, keep draws between runs and lend threads, and cannot change a byte of the answer.
 */
import {createHash} from "node:crypto";
import {fileURLToPath} from "node:url";
import type {Advice} from "./advice-report.ts";
import type {Chance} from "./bets/chance.ts";
import type {Ledger} from "./bets/ledger.ts";
import type {Sight} from "./bets/predicate/sight.ts";
import {cacheFolder, fileCache as cacheIn} from "./cache/file-cache.ts";
import {isoDay} from "./dates.ts";
import {dayWindow} from "./measure/lag/day-window.ts";
import {dailyLookBack} from "./measure/lag/daily-look-back.ts";
import type {LagInput} from "./measure/lag/estimate.ts";
import {lagMethod} from "./measure/lag/method.ts";
import {whyTheyDiffer} from "./measure/lag/why-they-differ.ts";
import {verticalGap} from "./measure/gap.ts";
import {robustnessMethod} from "./measure/robustness/robustness-method.ts";
import {robustness} from "./measure/robustness/robustness.ts";
import {sidesOf} from "./measure/sides.ts";
import {methodHash} from "./method.ts";
import type {Multiverse} from "./multiverse-report.ts";
import type {Cache, Effects, ReportOptions} from "./options.ts";
import {betsFor, keptChances} from "./pipeline/bets/bets-for.ts";
import {betsRun} from "./pipeline/bets/bets-run.ts";
import {sightOf} from "./pipeline/bets/bets-section.ts";
import type {AdviceAsk} from "./pipeline/advice/advice-answer.ts";
import type {FactFile} from "./data/fact-files.ts";
import {adviceFrom} from "./pipeline/advice/advice-from.ts";
import {catalogFor} from "./pipeline/catalog-for.ts";
import {catalogExclusions} from "./pipeline/catalog-exclusions.ts";
import {dailySeries} from "./pipeline/daily-series.ts";
import {decidingRecords} from "./pipeline/deciding-records.ts";
import {definitionsOf, rangeOver} from "./pipeline/definitions.ts";
import {forecastReport} from "./pipeline/forecast-report.ts";
import {forceFactsIn, forcesKnownTo, forcesReport} from "./pipeline/forces-report.ts";
import {frontierSteps} from "./pipeline/frontier-steps.ts";
import {groupSections} from "./pipeline/group-lags.ts";
import {headlineSentence} from "./pipeline/headline.ts";
import type {LaglineChoices} from "./pipeline/instrument-lagline.ts";
import {laglineUnder, measuredBy} from "./pipeline/instruments.ts";
import {lagQuantity} from "./pipeline/lag-quantity.ts";
import {multiverseOf} from "./pipeline/multiverse.ts";
import {modelAbilities} from "./pipeline/model-abilities.ts";
import {accessLags, accessLagsAlone, domainLags} from "./pipeline/part-lags.ts";
import {publishedRows} from "./pipeline/published-rows.ts";
import {recentChanges} from "./pipeline/recent-changes.ts";
import {robustnessAnchors, robustnessInput, robustnessReport} from "./pipeline/robustness-report.ts";
import {scaleAnchors, scaleNote} from "./pipeline/scale-anchors.ts";
import {measureRun, runKey} from "./pipeline/run-keys.ts";
import type {Report, ReportBase} from "./report.ts";
import {version} from "./version.ts";

export {backtestFor} from "./pipeline/backtest.ts";
import {
  forecastSource,
  oddsAnswer,
  type OddsQuestions,
  scenarioSource,
  type WhatIfAsked,
  whatIfAnswer,
} from "./pipeline/whatif-answers.ts";
import {whatIfReport} from "./pipeline/whatif-report.ts";

export {catalogFor} from "./pipeline/catalog-for.ts";
export {shippedMultiverse} from "./pipeline/multiverse-file.ts";
export {breakEvensFor, lawFor} from "./pipeline/forces/force-answers.ts";

export {adviceBacktestFor, pricedCatalogFor} from "./pipeline/advice/advice-from.ts";

/** The facts that ship with lagline, the newest day they cover, lagline's own index. */
export const defaultOptions: ReportOptions = {
  facts: fileURLToPath(new URL("../data", import.meta.url)),
  ledgers: {shipped: fileURLToPath(new URL("../data/bets/ledger.jsonl", import.meta.url))},
  dates: "weights",
  instrument: "lagline",
  seed: 1,
  draws: 500,
};

/** No progress, nothing kept, one thread: the answer is the same. */
export const quietEffects: Effects = {progress: () => {}, cache: undefined, workers: 1};

/** The user's cache folder. */
export const fileCache = (env: Readonly<Record<string, string | undefined>>): Cache =>
  cacheIn(cacheFolder(env));

/** Today's answer. The Report itself is kept too, so that asking twice costs one reading of the facts' bytes. */
export async function reportFor(options: ReportOptions, effects: Effects): Promise<Report> {
  const base = await baseFor(options, effects);
  return {...base, bets: await betsFor(base, options, runOf(options, effects))};
}

/** Everything but the bets, which change with every record of a ledger. */
async function baseFor(options: ReportOptions, effects: Effects): Promise<ReportBase> {
  const key = `report ${runKey(options)}`;
  const kept = effects.cache?.read(key);
  if (kept) return JSON.parse(new TextDecoder().decode(kept)) as ReportBase;
  const report = await computedReport(options, effects);
  effects.cache?.write(key, new TextEncoder().encode(JSON.stringify(report)));
  return report;
}

async function computedReport(options: ReportOptions, effects: Effects): Promise<ReportBase> {
  effects.progress("reading the facts", 0, 1);
  const {catalog, excluded} = await catalogFor(options);
  const asOf = options.asOf ?? catalog.coveredTo;
  const instruments = await measuredBy(catalog, measureRun(options), effects);
  const measured = instruments[options.instrument];

  const sides = sidesOf(catalog, measured.abilities.models, options.dates);
  const input: LagInput = {abilities: measured.abilities, closed: sides.closed, open: sides.open, asOf};
  const look = dailyLookBack(input);
  const gap = verticalGap(input);
  const trend = look.kind === "estimate" ? look.also.find(({id}) => id === "trend") : undefined;
  const records = decidingRecords(input, dayWindow(asOf));
  const lag = lagQuantity(look, {id: "lag", label: "lag, mean over the days of the last 12 months", records});
  const first = Math.min(...sides.open.map(({date}) => date.earliest), asOf);
  const series = dailySeries(input, {from: first as typeof asOf, to: asOf});
  const frontiers = {
    closed: frontierSteps(catalog, measured.abilities, sides.closed, asOf),
    open: frontierSteps(catalog, measured.abilities, sides.open, asOf),
  };

  effects.progress("lags by every definition", 0, 1);
  const definitions = (["lagline", "eci"] as const).map((id) => {
    const {abilities, resultCounts} = instruments[id];
    const {closed, open} = sidesOf(catalog, abilities.models, options.dates);
    return definitionsOf({abilities, closed, open, asOf}, id, resultCounts);
  });
  const entries = definitions.flatMap((one) => one.entries);
  const shown = definitions[options.instrument === "lagline" ? 0 : 1].estimates;

  effects.progress("open models on held-out evidence", 0, 1);
  const anchors = scaleAnchors((id) => (measured.resultCounts.get(id) ?? 0) > 0);
  const held = robustness(
    robustnessInput(catalog, options.dates, asOf),
    {...robustnessMethod, anchors: {...robustnessMethod.anchors, value: robustnessAnchors(anchors)}},
    options.seed,
  );

  effects.progress("money, copying, law, use and prices", 0, 1);
  const facts = forceFactsIn(options.facts);
  const forces = facts
    ? forcesReport({
        facts,
        catalog,
        abilities: measured.abilities,
        asOf: options.asOf ?? forcesKnownTo(facts, catalog.coveredTo),
        seed: options.seed,
      })
    : null;

  effects.progress("forecasting", 0, 1);
  const forecast = forecastReport({
    measured: {...input, open: sides.open, catalog},
    facts,
    knownTo: options.asOf ?? (facts ? forcesKnownTo(facts, catalog.coveredTo) : asOf),
    options,
  });
  effects.progress("odds and scenarios", 0, 1);
  const robust = robustnessReport(held, catalog);
  const whatIf = await whatIfReport({
    measured: {...input, open: sides.open, catalog},
    facts,
    knownTo: options.asOf ?? (facts ? forcesKnownTo(facts, catalog.coveredTo) : asOf),
    seed: options.seed,
    heldOutRatio: robust.ratio,
    record: forecast?.backtest,
  });

  const numbers = {
    lag,
    gap: lagQuantity(gap, {
      id: "gap",
      label: "gap, mean over the days of the last 12 months",
      records,
      ...scaleNote(anchors),
    }),
    trend: lagQuantity(
      look,
      {id: "lag.trend", label: "trend of the daily lag over the last 12 months", quantities: ["lag"]},
      trend,
    ),
    range: rangeOver(entries, lag),
  };
  return {
    schema: "lagline-report/1",
    about: {
      product: "lagline",
      version,
      vintage: catalog.vintage,
      method: methodHash,
      asOf: isoDay(asOf),
      coveredTo: isoDay(catalog.coveredTo),
      dates: options.dates,
      instrument: options.instrument,
      seed: options.seed,
      draws: measured.abilities.drawCount,
      level: lagMethod.intervalLevel.value,
      models: measured.abilities.models.length,
      benchmarks: measured.benchmarks.length,
      results: [...measured.resultCounts.values()].reduce((a, b) => a + b, 0),
    },
    headline: {sentence: headlineSentence(numbers), ...numbers},
    frontiers,
    dailyLag: series.lag,
    dailyGap: series.gap,
    definitions: entries,
    whyTheyDiffer: whyTheyDiffer(shown).paragraph,
    published: publishedRows(catalog),
    domains: domainLags(measured, {catalog, dates: options.dates, asOf}),
    access: [
      ...accessLags(measured, {catalog, dates: options.dates, asOf}),
      ...(options.instrument === "lagline"
        ? accessLagsAlone(instruments.eci, {catalog, dates: options.dates, asOf})
        : []),
    ],
    groups: groupSections({abilities: measured.abilities, ...sides, asOf}),
    robustness: robust,
    forces,
    forecast,
    whatIf,
    changes: recentChanges({catalog, frontiers, dailyLag: series.lag, asOf}),
    models: modelAbilities(catalog, instruments, asOf),
    exclusions: [...catalogExclusions(excluded), ...measured.excluded, ...sides.excluded],
  };
}

/** What to run for each workload of a portfolio file, at the prices of the newest day the facts know. */
export const adviceFor = async (options: ReportOptions, ask: AdviceAsk, effects: Effects): Promise<Advice> =>
  adviceFrom(await reportFor(options, effects), options, measureRun(options), ask, effects);

/** The same for a portfolio that ships, which names no eval of the user's: kept like the Report. */
export async function shippedAdviceFor(
  options: ReportOptions,
  file: FactFile,
  effects: Effects,
): Promise<Advice> {
  const key = `advice ${runKey(options)} ${createHash("sha256").update(file.bytes).digest("hex")}`;
  const kept = effects.cache?.read(key);
  if (kept) return JSON.parse(new TextDecoder().decode(kept)) as Advice;
  const advice = await adviceFor(options, {file, own: () => ({kept: [], aliases: new Map()})}, effects);
  effects.cache?.write(key, new TextEncoder().encode(JSON.stringify(advice)));
  return advice;
}

/** The headline under every arguable choice, one changed at a time. */
export async function multiverseFor(options: ReportOptions, effects: Effects): Promise<Multiverse> {
  effects.progress("reading the facts", 0, 1);
  const {catalog} = await catalogFor(options);
  const asOf = options.asOf ?? catalog.coveredTo;
  const run = measureRun(options);
  const source = {
    catalog,
    asOf,
    dates: options.dates,
    instruments: await measuredBy(catalog, run, effects),
    measuredUnder: (choices: LaglineChoices) => laglineUnder(catalog, run, effects, choices),
  };
  return multiverseOf(source, effects.progress);
}

/** What predicates of questions are evaluated on: the numbers of a run and the rows known on its days. */
export async function sightFor(options: ReportOptions, effects: Effects): Promise<Sight> {
  return sightOf(await baseFor(options, effects), await runOf(options, effects).ground());
}

/** lagline's own chance of each open question, by id. */
export async function chancesFor(
  ledger: Pick<Ledger, "questions">,
  sight: Sight,
  options: ReportOptions,
  effects: Effects,
): Promise<ReadonlyMap<string, Chance>> {
  return keptChances(ledger, sight, runOf(options, effects));
}

const runOf = (options: ReportOptions, effects: Effects) =>
  betsRun(options, effects, {catalogFor, run: measureRun(options), key: runKey(options)});

/** What a scenario would change, on the forces forecast of the Report. */
export const whatIfFor = async (options: ReportOptions, effects: Effects, asked: WhatIfAsked) =>
  whatIfAnswer(await sourceFor(options, effects), asked, effects);

/** What answers such questions, as data: for a page that answers them itself. */
export const scenarioSourceFor = async (options: ReportOptions, effects: Effects) =>
  scenarioSource(await sourceFor(options, effects));

/** How likely things are, by each forecaster. */
export const oddsFor = async (options: ReportOptions, effects: Effects, asked: OddsQuestions) =>
  oddsAnswer(await sourceFor(options, effects), asked);

const sourceFor = async (options: ReportOptions, effects: Effects) =>
  forecastSource(options, effects, {
    report: await baseFor(options, effects),
    catalog: async () => (await catalogFor(options)).catalog,
    run: measureRun(options),
    key: runKey(options),
  });
