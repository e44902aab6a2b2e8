import {closestName} from "../../../../data/closest-name.ts";
import {InputError} from "../../../../errors.ts";
import {printable} from "../../../plain-text.ts";
import {betScreen} from "../../../terminal/bet-screen.ts";
import type {Command} from "../../answer.ts";
import {betsOf} from "./bets-of.ts";

/** `lagline bet <id>`: one question in full. */
export const bet: Command = async (ask) => {
  const id = ask.args[0]!;
  const {report, section} = await betsOf(ask);
  const question = section.questions.find((one) => one.id === id || one.id === id.toLowerCase());
  if (!question) {
    const closest = closestName(
      id,
      section.questions.map((one) => one.id),
    );
    throw new InputError(
      "unknown",
      `question: ${id}; ${closest ? `did you mean ${closest}? ` : ""}\`lagline bets --all\` lists them`,
    );
  }
  return {
    json: () => ({about: report.about, asOf: section.asOf, question}),
    lines: (page) => betScreen(printable(question), printable(section), page),
  };
};
