/** The outside world a command may touch, as one argument: tests hand in their own. */
import {availableParallelism} from "node:os";
import {type PipedAnswers, pipedAnswers} from "./piped-answers.ts";
import {terminalPrompt} from "./terminal-prompt.ts";
import type {Advice, AdviceBacktest} from "../../advice-report.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {FactFile} from "../../data/fact-files.ts";
import type {AdviceAsk} from "../../pipeline/advice/advice-answer.ts";
import type {Deployment} from "../../forces/law/deployment.ts";
import type {KeepPaceAssumptions} from "../../forces/money/break-even.ts";
import type {TrackRecordReport} from "../../forecast-report.ts";
import type {Multiverse} from "../../multiverse-report.ts";
import type {Cache, Effects, ReportOptions} from "../../options.ts";
import type {BreakEvenAnswer} from "../../pipeline/forces/break-evens.ts";
import type {OddsAnswer, OddsQuestions, ScenarioSource, WhatIfAsked} from "../../pipeline/whatif-answers.ts";
import type {LawAnswer} from "../../pipeline/forces/law.ts";
import type {Chance} from "../../bets/chance.ts";
import type {Ledger} from "../../bets/ledger.ts";
import type {Sight} from "../../bets/predicate/sight.ts";
import type {Report} from "../../report.ts";
import type {ScenarioEffect} from "../../whatif-report.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** The computations a surface may ask for; `src/pipeline.ts` has them. */
export interface Pipeline {
  readonly defaultOptions: ReportOptions;
  reportFor(options: ReportOptions, effects: Effects): Promise<Report>;
  /** The facts as they were known on the as-of date. */
  catalogFor(options: ReportOptions): Promise<{readonly catalog: Catalog}>;
  multiverseFor(options: ReportOptions, effects: Effects): Promise<Multiverse>;
  shippedMultiverse(report: Report): Multiverse | undefined;
  /** The back-test made anew: its record, and the file with every case. */
  backtestFor(
    options: ReportOptions,
    effects: Effects,
  ): Promise<{readonly record: TrackRecordReport; readonly file: string}>;
  /** The measures known on the as-of date; with a deployment, those that touch it. */
  lawFor(options: ReportOptions, deployment: Deployment | undefined): Promise<LawAnswer>;
  /** Break-even of open labs under a reader's assumptions, by lab id. */
  breakEvensFor(options: ReportOptions, assumptions: KeepPaceAssumptions): Promise<BreakEvenAnswer>;
  /** What predicates of questions are evaluated on. */
  sightFor(options: ReportOptions, effects: Effects): Promise<Sight>;
  /** lagline's own chance of each open question, by id. */
  chancesFor(
    ledger: Pick<Ledger, "questions">,
    sight: Sight,
    options: ReportOptions,
    effects: Effects,
  ): Promise<ReadonlyMap<string, Chance>>;
  /** What to run for each workload of a portfolio file. */
  adviceFor(options: ReportOptions, ask: AdviceAsk, effects: Effects): Promise<Advice>;
  /** The same for a portfolio that ships; its answer is kept. */
  shippedAdviceFor(options: ReportOptions, file: FactFile, effects: Effects): Promise<Advice>;
  /** The facts as of the day of the prices: what names in a portfolio are matched to. */
  pricedCatalogFor(options: ReportOptions): Promise<Catalog>;
  /** The advice on past days, judged on tests hidden from it. */
  adviceBacktestFor(options: ReportOptions, effects: Effects): Promise<AdviceBacktest>;
  /** What a scenario would change. */
  whatIfFor(options: ReportOptions, effects: Effects, asked: WhatIfAsked): Promise<ScenarioEffect>;
  /** What answers such questions, as data. */
  scenarioSourceFor(options: ReportOptions, effects: Effects): Promise<ScenarioSource>;
  /** How likely things are. */
  oddsFor(options: ReportOptions, effects: Effects, asked: OddsQuestions): Promise<OddsAnswer>;
  fileCache(env: Environment): Cache | undefined;
}

export interface Output {
  write(text: string): unknown;
}

export interface World {
  /** Loaded only by commands that compute something. */
  readonly pipeline: () => Promise<Pipeline>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Environment;
  /** Width of the terminal; undefined when output goes elsewhere. */
  readonly columns: number | undefined;
  readonly isTerminal: {readonly stdout: boolean; readonly stderr: boolean};
  /** Asks a person for one line; undefined at the end of the input. Left out where nobody can be asked. */
  readonly prompt?: (question: string) => Promise<string | undefined>;
  /** Lines of an input that is no terminal, for commands whose questions may be answered by a script. */
  readonly piped?: PipedAnswers;
  /** Milliseconds on a clock that only moves forward. */
  readonly now: () => number;
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string;
  readonly workers: number;
}

/** More threads than this only cost memory: draws are split evenly and the slowest part is serial. */
const MOST_WORKERS = 4;
const INTERRUPTED = 130;

/**
 * The world of this process. A reader that goes away (`lagline | head`) ends it quietly, and Ctrl-C ends it with the
 * code shells expect.
 */
export function processWorld(): World {
  const {stdout, stderr, env} = process;
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0);
      throw error;
    });
  }
  process.once("SIGINT", () => process.exit(INTERRUPTED));
  return {
    pipeline: () => import("../../pipeline.ts"),
    stdout,
    stderr,
    env,
    columns: stdout.columns ?? positive(env.COLUMNS),
    isTerminal: {stdout: stdout.isTTY === true, stderr: stderr.isTTY === true},
    ...(process.stdin.isTTY === true
      ? {prompt: terminalPrompt(process.stdin, stderr)}
      : {piped: pipedAnswers(process.stdin)}),
    now: () => performance.now(),
    today: new Date().toISOString().slice(0, 10),
    workers: Math.min(MOST_WORKERS, availableParallelism()),
  };
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
