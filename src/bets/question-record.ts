/**
 * What may be recorded about a question, in the order it was: what does not fit is refused with a reason, and the first
 * answer stands. Settling again with the same answer changes nothing.
 */
import type {
  Activation,
  Confirmation,
  Entry,
  Outcome,
  Position,
  Question,
  Resolution,
  Void,
} from "./entry.ts";
import type {QuestionRecord, Recorded} from "./recorded.ts";

/** A question whose records are still being read. */
export type OpenRecord = {-readonly [Field in keyof QuestionRecord]: QuestionRecord[Field]} & {
  readonly positions: Recorded<Position>[];
};

export const newQuestion = (record: Recorded<Question>): OpenRecord => ({
  ...record,
  positions: [],
  resolution: undefined,
  proposal: undefined,
  isDisputed: false,
  void: undefined,
  activation: undefined,
});

/** @returns what is wrong with the record, or undefined when it was taken */
export function take(question: OpenRecord, record: Recorded<Entry>): string | undefined {
  switch (record.entry.kind) {
    case "position": {
      const wrong = misplaced(question, record.entry);
      if (wrong === undefined) question.positions.push(record as Recorded<Position>);
      return wrong;
    }
    case "resolution":
      return settle(question, record as Recorded<Resolution>);
    case "void":
      if (question.resolution)
        return "voids a question that is settled; a correction of the answer was expected";
      question.void ??= record as Recorded<Void>;
      return undefined;
    case "activation":
      if (question.entry.condition === null) return "activates a question without a condition";
      question.activation ??= record as Recorded<Activation>;
      return undefined;
    default:
      return undefined;
  }
}

/** Why a position cannot be taken on a question; undefined when it can. */
export function misplaced(
  {entry: question, resolution, void: voided}: Pick<QuestionRecord, "entry" | "resolution" | "void">,
  {on, at, stand}: Pick<Position, "on" | "at" | "stand">,
): string | undefined {
  const {type, closes} = question;
  if (on > at) return `is a position held on ${on}, after the day it was written down`;
  if (on > closes) return `is a position of ${on}, after the question closed on ${closes}`;
  if (voided) return `is a position on a question that is void since ${voided.entry.at}`;
  if (resolution && on >= resolution.entry.on)
    return `is a position of ${on}, when the answer could be known`;
  if ("probability" in stand && type !== "binary")
    return `gives a probability for a ${type} question; quantiles were expected`;
  if (!("quantiles" in stand)) return undefined;
  if (type === "binary") return "gives quantiles for a yes-or-no question; a probability was expected";
  const wanted = type === "date" ? "string" : "number";
  return Object.values(stand.quantiles).some((value) => typeof value !== wanted)
    ? `gives ${type === "date" ? "numbers where days were" : "days where numbers were"} expected`
    : undefined;
}

function settle(question: OpenRecord, record: Recorded<Resolution>): string | undefined {
  const {outcome, vintage} = record.entry;
  if (question.void) return "settles a question that is void";
  if (!fits(outcome, question.entry.type))
    return `settles a ${question.entry.type} question with ${JSON.stringify(outcome)}`;
  if (question.resolution) {
    const standing = question.resolution.entry.outcome;
    return standing === outcome
      ? undefined
      : `settles ${question.entry.id} as ${outcome}, which stands as ${standing}; a correction was expected`;
  }
  if (question.entry.settledBy === "machine" && vintage !== null) question.resolution = record;
  else question.proposal ??= record;
  return undefined;
}

export function fits(outcome: Outcome, type: Question["type"]): boolean {
  if (outcome === "cannot-tell") return true;
  const isAnswer = outcome === "yes" || outcome === "no";
  return type === "binary"
    ? isAnswer
    : type === "numeric"
      ? typeof outcome === "number"
      : typeof outcome === "string" && !isAnswer;
}

export const isAnsweredBy = ({proposal, resolution}: OpenRecord, hash: string): boolean =>
  proposal?.hash === hash || resolution?.hash === hash;

/** Somebody else agrees with a person's answer, which settles it, or does not, which keeps it open. */
export function confirm(question: OpenRecord, {by, agrees}: Confirmation): string | undefined {
  if (!question.proposal) return "confirms an answer that stands already";
  if (by === question.proposal.entry.by)
    return `confirms the answer of the same person, ${by}; a second one was expected`;
  if (!agrees) question.isDisputed = true;
  else if (!question.isDisputed) {
    question.resolution = question.proposal;
    question.proposal = undefined;
  }
  return undefined;
}

/** With its positions in the order of their day. */
export const finished = (question: OpenRecord): QuestionRecord => ({
  ...question,
  positions: [...question.positions].sort((a, b) =>
    a.entry.on < b.entry.on ? -1 : a.entry.on > b.entry.on ? 1 : 0,
  ),
});
