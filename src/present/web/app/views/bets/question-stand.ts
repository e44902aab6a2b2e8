/** Where a question stands in a phrase: its answer or its days, and the newest position of everybody. */
import type {BetQuestion} from "../../../../../bets-report.ts";
import {bearingText, newestPositions, outcomeText, standText, STATE_WORDS} from "../../../../bet-text.ts";

export function questionStand(question: BetQuestion): string {
  const {state, closes, resolution, unit, voided, afterTheFact} = question;
  if (voided) return "void";
  if (resolution) {
    return [
      outcomeText(resolution.outcome, unit),
      bearingText(question),
      afterTheFact ? "asked after the fact" : "",
    ]
      .filter(Boolean)
      .join(", ");
  }
  const when = state === "open" ? `open to ${closes}` : STATE_WORDS[state];
  return [when, ...saidBy(question)].join("; ");
}

/** `ada 30%`, one each; lagline's own chance is a number of its own and stands elsewhere where there is one. */
export const saidBy = (question: BetQuestion): string[] =>
  newestPositions(question)
    .filter(({forecaster}) => forecaster !== "lagline" || question.chance === null)
    .map((position) => `${position.forecaster} ${standText(position)}`);
