/** A terminal, an environment and a pipeline that exist only in the test. */
import {fileURLToPath} from "node:url";
import type {Multiverse} from "../../src/multiverse-report.ts";
import type {ReportOptions} from "../../src/options.ts";
import {main} from "../../src/present/cli/main.ts";
import type {Pipeline, World} from "../../src/present/cli/world.ts";
import type {Report} from "../../src/report.ts";
import {syntheticLaw} from "./synthetic-forces.ts";
import {syntheticAdvice} from "./synthetic-advice.ts";
import {syntheticCatalog} from "./synthetic-catalog.ts";
import {syntheticReport} from "./synthetic-report.ts";
import {syntheticEffect, syntheticScenarios} from "./synthetic-whatif.ts";

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Options of every computation asked for. */
  readonly asked: readonly ReportOptions[];
}

export interface Setting {
  readonly report?: Report;
  readonly columns?: number;
  readonly isTerminal?: boolean;
  readonly env?: World["env"];
  readonly pipeline?: Partial<Pipeline>;
  readonly progress?: boolean;
  /** Answers of a person on a terminal. */
  readonly prompt?: World["prompt"];
  /** Lines of an input that is no terminal. */
  readonly piped?: World["piped"];
  /** Milliseconds that pass at each look at the clock. */
  readonly tick?: number;
}

export const syntheticMultiverse: Multiverse = {
  schema: "lagline-multiverse/1",
  vintage: "v0123456789ab",
  asOf: "2026-08-31",
  base: {months: 5.9, low: 4.4, high: 8.1},
  choices: [
    {
      choice: "lag.windowMonths",
      reason: "A year smooths single releases and still is about now.",
      chosen: "12",
      alternatives: [
        {value: "6", months: 5.2, low: 3.1, high: 7.9, shift: -0.7, failed: null},
        {value: "24", months: null, low: null, high: null, shift: null, failed: "too few records"},
      ],
      moves: 0.7,
    },
    {
      choice: "index.minBenchmarks",
      reason: "Fewer than four results say little.",
      chosen: "4",
      alternatives: [{value: "2", months: 7.2, low: 4.9, high: null, shift: 1.3, failed: null}],
      moves: 1.3,
    },
  ],
  range: {low: 5.2, high: 7.2},
};

/** Runs the command line against a world made for it. */
export async function run(argv: readonly string[], setting: Setting = {}): Promise<Run> {
  const {report = syntheticReport(), columns, isTerminal = false, env = {}, tick = 0} = setting;
  const [out, err]: [string[], string[]] = [[], []];
  const asked: ReportOptions[] = [];
  const pipeline: Pipeline = {
    defaultOptions: {
      facts: fileURLToPath(new URL(".", import.meta.url)),
      dates: "weights",
      instrument: "lagline",
      seed: 1,
      draws: 400,
    },
    reportFor: async (options, {progress}) => {
      asked.push(options);
      if (setting.progress) for (let done = 1; done <= 3; done++) progress("drawing abilities", done, 3);
      return report;
    },
    catalogFor: async () => ({catalog: syntheticCatalog(report)}),
    multiverseFor: async (options) => {
      asked.push(options);
      return syntheticMultiverse;
    },
    shippedMultiverse: () => undefined,
    backtestFor: async (options) => {
      asked.push(options);
      return {record: report.forecast!.backtest, file: "{}\n"};
    },
    lawFor: async (options, deployment) => {
      asked.push(options);
      return syntheticLaw(deployment);
    },
    breakEvensFor: async (options) => {
      asked.push(options);
      return new Map();
    },
    whatIfFor: async (options) => {
      asked.push(options);
      return syntheticEffect;
    },
    scenarioSourceFor: async (options) => {
      asked.push(options);
      return syntheticScenarios();
    },
    oddsFor: async (options) => {
      asked.push(options);
      return {about: report.about, odds: report.whatIf!.odds};
    },
    adviceFor: () => Promise.reject(new Error("not asked for")),
    shippedAdviceFor: async () => syntheticAdvice,
    sightFor: async () => {
      throw new Error("no sight in this world");
    },
    chancesFor: async () => new Map(),
    pricedCatalogFor: async () => syntheticCatalog(report),
    adviceBacktestFor: () => Promise.reject(new Error("not asked for")),
    fileCache: () => undefined,
    ...setting.pipeline,
  };
  let clock = 0;
  const code = await main(argv, {
    pipeline: async () => pipeline,
    stdout: {write: (text) => out.push(text)},
    stderr: {write: (text) => err.push(text)},
    env,
    columns,
    isTerminal: {stdout: isTerminal, stderr: isTerminal},
    now: () => {
      clock += tick;
      return clock;
    },
    ...(setting.prompt ? {prompt: setting.prompt} : {}),
    ...(setting.piped ? {piped: setting.piped} : {}),
    today: "2026-09-15",
    workers: 1,
  });
  return {code, out: out.join(""), err: err.join(""), asked};
}
