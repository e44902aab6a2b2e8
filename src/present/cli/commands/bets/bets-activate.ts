import {parseDay} from "../../../../dates.ts";
import {InputError} from "../../../../errors.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import type {Command} from "../../answer.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {questionNamed} from "./question-named.ts";
import {reasonGiven} from "./reason-given.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets activate <id>`: the condition of a conditional question has come about. */
export const betsActivate: Command = async (ask) => {
  const {args, flags, world} = ask;
  const id = args[0]!;
  const on = typeof flags.on === "string" ? flags.on : world.today;
  if (parseDay(on) === undefined || on > world.today) {
    throw new InputError("invalid", `--on: ${on}; a day not after today, ${world.today}, was expected`);
  }
  const urls = typeof flags.url === "string" ? flags.url.split(/\s+/) : [];
  const written = writeRecords(ledgerWrite(ask), (ledger) => [
    {
      kind: "activation",
      at: world.today,
      by: authorName(flags, world.env),
      question: questionNamed(ledger, id).entry.id,
      on,
      evidence: {facts: [], numbers: [], models: [], urls},
      why: reasonGiven(flags.why),
    },
  ]);
  return writtenAnswer(written, `${id} is active since ${on}.`);
};
