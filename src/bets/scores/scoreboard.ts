/**
 * Who was how right: every forecaster over the settled questions, with what was not scored counted beside.
 *
 * Brier, log and CRPS are means over the days a forecaster held a position, then over questions. Baseline and peer scores
 * follow Metaculus: averaged over the planned days, so that days without a position count zero.
 */
import {dayOf} from "../../dates.ts";
import type {Position} from "../entry.ts";
import {isAfterTheFact} from "../question-state.ts";
import type {QuestionRecord} from "../recorded.ts";
import {type CalibrationBin, calibration} from "./calibration.ts";
import {difficultyAdjusted} from "./difficulty.ts";
import {type HeldSpan, heldSpans, type OpenPeriod, timeAverage} from "./held-spans.ts";
import {peerScores} from "./peer-score.ts";
import {baselineScore, brierIndex, brierScore, logScore} from "./probability-scores.ts";
import {
  bucketProbability,
  continuousBaselineScore,
  crps,
  type QuantileDistribution,
  quantileDistribution,
} from "./quantile-distribution.ts";

/** One forecaster on one settled question. */
export interface QuestionScore {
  readonly question: string;
  readonly forecaster: string;
  readonly type: "binary" | "numeric" | "date";
  /** Share of the planned days with a position. */
  readonly coverage: number;
  readonly brier: number | null;
  readonly log: number | null;
  /** Mean probability of yes while it was held. */
  readonly said: number | null;
  /** In the unit of the question: days for dates. */
  readonly crps: number | null;
  /** The same as a share of the question's range. */
  readonly crpsOfRange: number | null;
  readonly baseline: number;
  readonly peer: number;
}

export interface ForecasterScore {
  readonly forecaster: string;
  readonly questions: number;
  readonly binary: number;
  readonly brier: number | null;
  readonly brierIndex: number | null;
  readonly log: number | null;
  readonly crpsOfRange: number | null;
  /** Sums over questions, in points. */
  readonly baseline: number;
  readonly peer: number;
  /** Brier score it would have had over all questions of its linked group. */
  readonly adjustedBrier: number | null;
  readonly group: number | null;
  /** Questions still open or undecided on which it holds a scorable position. */
  readonly running: number;
  /** Its positions that say a direction and no number. */
  readonly directions: number;
}

export interface Scoreboard {
  readonly forecasters: readonly ForecasterScore[];
  readonly scores: readonly QuestionScore[];
  readonly calibration: readonly {readonly forecaster: string; readonly bins: readonly CalibrationBin[]}[];
  readonly counts: {
    readonly scored: number;
    readonly cannotTell: number;
    readonly void: number;
    readonly afterTheFact: number;
    readonly unresolved: number;
  };
}

export function scoreboard(questions: readonly QuestionRecord[]): Scoreboard {
  const scored = questions.filter((question) => isScored(question));
  const scores = scored.flatMap(questionScores);
  const forecasters = [
    ...new Set(questions.flatMap(({positions}) => positions.map(({entry}) => entry.forecaster))),
  ].sort();
  const adjusted = new Map(
    difficultyAdjusted(
      scores.flatMap(({forecaster, question, brier}) =>
        brier === null ? [] : [{forecaster, question, score: brier}],
      ),
    ).map((row) => [row.forecaster, row]),
  );
  return {
    forecasters: forecasters
      .map((forecaster): ForecasterScore => {
        const own = scores.filter((score) => score.forecaster === forecaster);
        const brier = mean(own.map((score) => score.brier));
        return {
          forecaster,
          questions: own.length,
          binary: own.filter(({type}) => type === "binary").length,
          brier,
          brierIndex: brier === null ? null : brierIndex(brier),
          log: mean(own.map((score) => score.log)),
          crpsOfRange: mean(own.map((score) => score.crpsOfRange)),
          baseline: sum(own.map((score) => score.baseline)),
          peer: sum(own.map((score) => score.peer)),
          adjustedBrier: adjusted.get(forecaster)?.adjusted ?? null,
          group: adjusted.get(forecaster)?.group ?? null,
          running: questions.filter(
            (question) => !question.resolution && !question.void && byForecaster(question).has(forecaster),
          ).length,
          directions: questions.reduce(
            (count, {positions}) =>
              count +
              positions.filter(({entry}) => entry.forecaster === forecaster && "direction" in entry.stand)
                .length,
            0,
          ),
        };
      })
      .sort(
        (a, b) =>
          b.peer - a.peer ||
          b.baseline - a.baseline ||
          b.running - a.running ||
          (a.forecaster < b.forecaster ? -1 : 1),
      ),
    scores,
    calibration: forecasters.flatMap((forecaster) => {
      const cases = scores.flatMap((score) =>
        score.forecaster === forecaster && score.said !== null
          ? [{p: score.said, isYes: outcomeOf(scored, score.question) === "yes"}]
          : [],
      );
      return cases.length === 0 ? [] : [{forecaster, bins: calibration(cases)}];
    }),
    counts: {
      scored: scored.length,
      cannotTell: questions.filter(({resolution}) => resolution?.entry.outcome === "cannot-tell").length,
      void: questions.filter((question) => question.void).length,
      afterTheFact: questions.filter(isAfterTheFact).length,
      unresolved: questions.filter((question) => !question.resolution && !question.void).length,
    },
  };
}

const isScored = (question: QuestionRecord): boolean =>
  question.resolution !== undefined &&
  !question.void &&
  question.resolution.entry.outcome !== "cannot-tell" &&
  !isAfterTheFact(question);

/** All forecasters with a scorable position on one settled question. */
export function questionScores(question: QuestionRecord): QuestionScore[] {
  const {entry, resolution} = question;
  const period: OpenPeriod = {
    opens: dayOf(entry.opens),
    closes: dayOf(entry.closes),
    known: dayOf(resolution!.entry.on),
  };
  const held = [...byForecaster(question)].flatMap(([forecaster, positions]) => {
    const spans = heldSpans(positions, period);
    return spans.length === 0 ? [] : [{forecaster, spans}];
  });
  const base = (forecaster: string, coverage: number) => ({
    question: entry.id,
    forecaster,
    type: entry.type,
    coverage,
    brier: null,
    log: null,
    said: null,
    crps: null,
    crpsOfRange: null,
  });
  if (entry.type === "binary") {
    const isYes = resolution!.entry.outcome === "yes";
    const spans = held.map(({spans: own}) => own as HeldSpan<number>[]);
    const peer = peerScores(spans, period, (p) => logScore(p, isYes));
    return held.map(({forecaster}, i) => {
      const over = (score: (p: number) => number) => timeAverage(spans[i]!, period, score)!;
      const {coverage} = over(() => 0);
      return {
        ...base(forecaster, coverage),
        brier: over((p) => brierScore(p, isYes)).mean,
        log: over((p) => logScore(p, isYes)).mean,
        said: over((p) => p).mean,
        baseline: over((p) => baselineScore(p, isYes)).mean * coverage,
        peer: peer[i]!,
      };
    });
  }
  const answer = numberOf(resolution!.entry.outcome as number | string);
  const range = {low: numberOf(entry.range.low), high: numberOf(entry.range.high)};
  const spans = held.map(({spans: own}) => own as HeldSpan<QuantileDistribution>[]);
  const peer = peerScores(spans, period, (one) => Math.log(bucketProbability(one, range, answer)), 0.5);
  return held.map(({forecaster}, i) => {
    const over = (score: (one: QuantileDistribution) => number) => timeAverage(spans[i]!, period, score)!;
    const {mean: error, coverage} = over((one) => crps(one, answer));
    return {
      ...base(forecaster, coverage),
      crps: error,
      crpsOfRange: error / (range.high - range.low),
      baseline: over((one) => continuousBaselineScore(one, range, answer)).mean * coverage,
      peer: peer[i]!,
    };
  });
}

/** Scorable positions by forecaster, oldest first: probabilities, or distributions. */
function byForecaster({positions}: QuestionRecord) {
  const held = new Map<string, {on: number; stand: number | QuantileDistribution}[]>();
  for (const {entry} of positions) {
    const stand = scorable(entry);
    if (stand === undefined) continue;
    const own = held.get(entry.forecaster) ?? [];
    own.push({on: dayOf(entry.on), stand});
    held.set(entry.forecaster, own);
  }
  return held;
}

function scorable({stand}: Position): number | QuantileDistribution | undefined {
  if ("probability" in stand) return stand.probability;
  if (!("quantiles" in stand)) return undefined;
  const pairs = Object.entries(stand.quantiles)
    .map(([level, value]) => [Number(level), numberOf(value)] as const)
    .sort(([a], [b]) => a - b);
  return quantileDistribution(pairs);
}

/** Days as numbers, numbers as they are. */
const numberOf = (value: number | string): number => (typeof value === "number" ? value : dayOf(value));

const outcomeOf = (questions: readonly QuestionRecord[], id: string) =>
  questions.find(({entry}) => entry.id === id)?.resolution?.entry.outcome;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}
