import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import type {Command} from "../../answer.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {questionNamed} from "./question-named.ts";
import {reasonGiven} from "./reason-given.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets void <id>`: a question nobody can answer any more. */
export const betsVoid: Command = async (ask) => {
  const {args, flags, world} = ask;
  const id = args[0]!;
  const urls = typeof flags.url === "string" ? flags.url.split(/\s+/) : [];
  const written = writeRecords(ledgerWrite(ask), (ledger) => [
    {
      kind: "void",
      at: world.today,
      by: authorName(flags, world.env),
      question: questionNamed(ledger, id).entry.id,
      evidence: {facts: [], numbers: [], models: [], urls},
      why: reasonGiven(flags.why),
    },
  ]);
  return writtenAnswer(written, `${id} is void: it scores nobody and says nothing about its belief.`);
};
