/**
 * Holding, weakening, broken or unmeasurable: what the questions of a belief say about it, by rule.
 *
 * - A question came out for or against the belief when it is settled, as its `counts` says; one that counts neither way,
 *   is void or cannot be told says nothing.
 * - An open question leans by the chance of coming out for it: lagline's own computed probability, else the mean of the
 *   markets. Starting probabilities and people's opinions are no evidence.
 * - broken: a decisive question, which restates the belief itself, came out against it; or two did that were asked before
 *   their answers were known, and they are more than half of those. Questions asked after the fact chose their thresholds
 *   with the answer in hand, so they can weaken a belief and not break it.
 * - weakening: any came out against it, or its open questions lean against it on average.
 * - unmeasurable: none is settled and none leans.
 */
import {betsMethod} from "./bets-method.ts";

export type BeliefStatus = "holding" | "weakening" | "broken" | "unmeasurable";

/** One question as it bears on its belief. */
export interface Bearing {
  readonly question: string;
  /** true: came out for the belief; false: against; undefined: not settled, or says nothing. */
  readonly cameOutFor: boolean | undefined;
  /** Chance of coming out for the belief; undefined where nobody but people gives one, or it is settled. */
  readonly chanceFor: number | undefined;
  /** It restates the belief itself. */
  readonly decisive: boolean;
  readonly afterTheFact: boolean;
}

export interface BeliefReading {
  readonly status: BeliefStatus;
  /** The rule applied to these questions, in words. */
  readonly says: string;
  readonly settledFor: number;
  readonly settledAgainst: number;
  readonly leaning: number | null;
}

export function beliefStatus(bearings: readonly Bearing[]): BeliefReading {
  const against = bearings.filter(({cameOutFor}) => cameOutFor === false);
  const settledFor = bearings.filter(({cameOutFor}) => cameOutFor === true).length;
  const settled = settledFor + against.length;
  const chances = bearings.flatMap(({chanceFor}) => chanceFor ?? []);
  const leaning = chances.length === 0 ? null : chances.reduce((sum, p) => sum + p, 0) / chances.length;
  const counts = {settledFor, settledAgainst: against.length, leaning};
  const decisive = against.find((one) => one.decisive);
  const {settled: least, share} = betsMethod.breaking.value;
  if (decisive) {
    return {
      status: "broken",
      says: `${decisive.question}, which is decisive, came out against it.`,
      ...counts,
    };
  }
  const before = bearings.filter(({cameOutFor, afterTheFact}) => cameOutFor !== undefined && !afterTheFact);
  const lost = before.filter(({cameOutFor}) => cameOutFor === false).length;
  if (lost >= least && lost / before.length > share) {
    return {
      status: "broken",
      says: `${lost} of ${before.length} questions asked before their answers were known came out against it.`,
      ...counts,
    };
  }
  const tally =
    settled === 0 ? "No question is settled" : `Settled: ${settledFor} for it, ${against.length} against`;
  const open =
    leaning === null
      ? "no open question has a computed or a market's probability"
      : `${chances.length} open ${chances.length === 1 ? "question leans" : "questions lean"} ${Math.round(leaning * 100)}% its way`;
  const says = `${tally}; ${open}.`;
  if (settled === 0 && leaning === null) return {status: "unmeasurable", says, ...counts};
  const isWeak = against.length > 0 || (leaning !== null && leaning < betsMethod.leaning.value);
  return {status: isWeak ? "weakening" : "holding", says, ...counts};
}
