import type {Recorded} from "../../../../bets/recorded.ts";
import {InputError} from "../../../../errors.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import type {Command} from "../../answer.ts";
import {REPEATED} from "../../assumptions.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {reasonGiven} from "./reason-given.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets correct <hash>`: a later record that says what an earlier one should have said. */
export const betsCorrect: Command = async (ask) => {
  const {args, flags, world} = ask;
  const start = args[0]!.toLowerCase();
  const changes = changesOf(flags.set);
  const written = writeRecords(ledgerWrite(ask), (ledger) => {
    const records: readonly Recorded<unknown>[] = [
      ...ledger.beliefs.values(),
      ...ledger.evidence,
      ...[...ledger.questions.values()].flatMap((question) => [
        question,
        ...question.positions,
        ...[question.resolution, question.proposal, question.void].filter((one) => one !== undefined),
      ]),
    ];
    const found = records.filter(({hash}) => hash.startsWith(start));
    if (start.length < 8 || found.length !== 1) {
      throw new InputError(
        "unknown",
        `record: ${start}; eight or more digits of the hash of one record were expected, as lagline bet <id> shows them`,
      );
    }
    return [
      {
        kind: "correction",
        at: world.today,
        by: authorName(flags, world.env),
        of: found[0]!.hash,
        changes,
        why: reasonGiven(flags.why),
      },
    ];
  });
  return writtenAnswer(
    written,
    `Record ${start} is corrected: both stand in the ledger, and the later one counts.`,
  );
};

function changesOf(given: string | boolean | undefined): Record<string, string | number> {
  const pairs = typeof given === "string" ? given.split(REPEATED) : [];
  const changes = pairs.map((pair) => /^([a-zA-Z.]+)=(.*)$/s.exec(pair));
  if (changes.length === 0 || changes.some((match) => !match)) {
    throw new InputError("missing", "--set: nothing usable; one or more of field=value were expected");
  }
  return Object.fromEntries(
    changes.map((match) => [match![1]!, /^-?\d+(\.\d+)?$/.test(match![2]!) ? Number(match![2]) : match![2]!]),
  );
}
