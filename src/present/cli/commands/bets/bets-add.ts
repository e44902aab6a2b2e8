import {readFileSync} from "node:fs";
import {InputError} from "../../../../errors.ts";
import {recordsIn} from "../../../../pipeline/bets/added-records.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import {counted} from "../../../quantity-text.ts";
import type {Command} from "../../answer.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {guidedQuestion} from "./guided-question.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets add [file]`: records from a file, or a question asked field by field. */
export const betsAdd: Command = async (ask) => {
  const {args, flags, world, pipeline, options, effects} = ask;
  const write = ledgerWrite(ask);
  const author = {at: world.today, by: authorName(flags, world.env)};
  const sight = await pipeline.sightFor(options, effects);
  const [file] = args;
  const entries =
    file === undefined
      ? [await guidedQuestion(ask, author, sight)]
      : recordsIn(textOf(file), file, author, sight);
  const written = writeRecords(write, () => entries);
  const names = entries.flatMap((entry) => ("id" in entry ? [entry.id] : []));
  return writtenAnswer(
    written,
    `${counted(entries.length, "record")} added${names.length > 0 && names.length <= 6 ? `: ${names.join(", ")}` : ""}.`,
    names.length === 1
      ? [`lagline bet ${names[0]} shows it; lagline bets take ${names[0]} 0.5 takes a position.`]
      : [],
  );
};

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new InputError(
      "missing",
      `file: ${file}; a YAML or JSON file of records that can be read was expected`,
      {file},
    );
  }
}
