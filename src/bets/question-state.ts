/** Where a question stands on a day. */
import {dayOf} from "../dates.ts";
import type {Day} from "../units.ts";
import type {QuestionRecord} from "./recorded.ts";

export type QuestionState =
  /** Positions do not count yet. */
  | "not-open-yet"
  | "open"
  /** Its condition has not come about. */
  | "waiting"
  /** Past its closing day, its answer not yet due. */
  | "closed"
  /** Its answer is due and not there. */
  | "due"
  /** A person answered, a second person has not agreed yet. */
  | "proposed"
  /** A second person did not agree. */
  | "disputed"
  | "settled"
  | "void";

/** @param isActive - whether its condition has come about; true without one */
export function questionState(question: QuestionRecord, asOf: Day, isActive: boolean): QuestionState {
  const {opens, closes, resolves} = question.entry;
  if (question.void) return "void";
  if (question.resolution) return "settled";
  if (question.isDisputed) return "disputed";
  if (question.proposal) return "proposed";
  if (asOf < dayOf(opens)) return "not-open-yet";
  if (!isActive && asOf <= dayOf(resolves)) return "waiting";
  if (asOf <= dayOf(closes)) return "open";
  return asOf < dayOf(resolves) ? "closed" : "due";
}

/** Asked when its answer could already be known: it counts for a belief and scores nobody. */
export const isAfterTheFact = ({entry, resolution}: QuestionRecord): boolean =>
  resolution !== undefined && resolution.entry.on <= entry.opens;
