import {printable} from "../../../plain-text.ts";
import {betsScoreScreen} from "../../../terminal/bets-score-screen.ts";
import type {Command} from "../../answer.ts";
import {betsOf} from "./bets-of.ts";

/** `lagline bets score`: who was how right. */
export const betsScore: Command = async (ask) => {
  const {report, section} = await betsOf(ask);
  return {
    json: () => ({about: report.about, asOf: section.asOf, scoreboard: section.scoreboard}),
    lines: (page) => betsScoreScreen(printable(section), page),
  };
};
