import {standOf} from "../../../../pipeline/bets/position-text.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import type {Position} from "../../../../bets/entry.ts";
import type {Command} from "../../answer.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {questionNamed} from "./question-named.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets take <id> <position>`: a probability or a distribution, from today on. */
export const betsTake: Command = async (ask) => {
  const {args, flags, world} = ask;
  const [id, text] = args as [string, string];
  const by = authorName(flags, world.env);
  let stand: Position["stand"] | undefined;
  const written = writeRecords(ledgerWrite(ask), (ledger) => {
    const question = questionNamed(ledger, id);
    stand = standOf(text, question.entry);
    return [
      {
        kind: "position",
        at: world.today,
        by,
        question: question.entry.id,
        forecaster: by,
        stand,
        on: world.today,
        why: typeof flags.why === "string" ? flags.why : "no reason given",
      },
    ];
  });
  const isCertain = stand && "probability" in stand && (stand.probability === 0 || stand.probability === 1);
  return writtenAnswer(written, `${by} stands at ${text} on ${id} from ${world.today} on.`, [
    ...(isCertain ? ["Certainty is kept as given; log scores count it as 0.1% or 99.9%."] : []),
  ]);
};
