import {InputError} from "../../../../errors.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import type {Command} from "../../answer.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {questionNamed} from "./question-named.ts";
import {reasonGiven} from "./reason-given.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets confirm <id>`: a second person agrees with an answer, or does not. */
export const betsConfirm: Command = async (ask) => {
  const {args, flags, world} = ask;
  const id = args[0]!;
  const by = authorName(flags, world.env);
  const agrees = flags.disagree !== true;
  const written = writeRecords(ledgerWrite(ask), (ledger) => {
    const {proposal} = questionNamed(ledger, id);
    if (!proposal)
      throw new InputError(
        "missing",
        `answer: none on ${id}; a person's answer that waits for a second one was expected`,
      );
    return [
      {kind: "confirmation", at: world.today, by, of: proposal.hash, agrees, why: reasonGiven(flags.why)},
    ];
  });
  return writtenAnswer(
    written,
    agrees ? `${by} agrees: ${id} is settled.` : `${by} does not agree: ${id} stays open, disputed.`,
  );
};
