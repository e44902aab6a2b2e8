import type {Entry, Outcome, RestsOn} from "../../../../bets/entry.ts";
import {fits} from "../../../../bets/question-record.ts";
import {settlements} from "../../../../bets/settlement.ts";
import {parseDay} from "../../../../dates.ts";
import {InputError} from "../../../../errors.ts";
import {writeRecords} from "../../../../pipeline/bets/ledger-writes.ts";
import {counted} from "../../../quantity-text.ts";
import type {Ask, Command} from "../../answer.ts";
import {authorName, ledgerWrite} from "../../ledger-choice.ts";
import {questionNamed} from "./question-named.ts";
import {writtenAnswer} from "./written-answer.ts";

/** `lagline bets settle [id]`: what the facts decide; with an id and --outcome, a person's answer with its evidence. */
export const betsSettle: Command = async (ask) => {
  const {args, flags} = ask;
  if (args[0] !== undefined) return settleByPerson(ask, args[0]);
  if (flags.outcome !== undefined) {
    throw new InputError(
      "missing",
      "question: nothing; the id of the question was expected beside --outcome",
    );
  }
  return settleByMachine(ask);
};

const MACHINE = "lagline";

async function settleByMachine(ask: Ask) {
  const {pipeline, options, effects} = ask;
  const {dates, instrument, seed, draws} = pipeline.defaultOptions;
  const sight = await pipeline.sightFor({...options, dates, instrument, seed, draws}, effects);
  const write = ledgerWrite(ask);
  let open = 0;
  const written = writeRecords(write, (ledger) => {
    const questions = [...ledger.questions.values()];
    open = questions.filter(({resolution, void: voided}) => !resolution && !voided).length;
    return settlements(questions, sight, {today: write.today, by: MACHINE});
  });
  const {entries} = written;
  return writtenAnswer(
    written,
    entries.length === 0
      ? `Nothing to settle: the facts decide none of ${counted(open, "open question")}.`
      : `${counted(entries.length, "question")} settled from the facts ${sight.vintage}.`,
    entries.map(({entry}) => settledLine(entry)),
  );
}

function settledLine(entry: Entry): string {
  if (entry.kind === "void") return `${entry.question}: void. ${entry.why}`;
  return entry.kind === "resolution" ? `${entry.question}: ${entry.outcome}. ${entry.why}` : "";
}

async function settleByPerson(ask: Ask, id: string) {
  const {flags, world} = ask;
  const by = authorName(flags, world.env);
  const written = writeRecords(ledgerWrite(ask), (ledger) => {
    const question = questionNamed(ledger, id);
    const {type, resolves} = question.entry;
    if (question.resolution)
      throw new InputError(
        "conflicting",
        `question: ${id}; it is settled, and an answer is corrected, not replaced: lagline bets correct ${question.resolution.hash.slice(0, 12)}`,
      );
    const outcome = outcomeOf(flags.outcome, type);
    const on = typeof flags.on === "string" ? flags.on : world.today;
    if (parseDay(on) === undefined || on > world.today)
      throw new InputError("invalid", `--on: ${on}; a day not after today, ${world.today}, was expected`);
    if (outcome === "no" && world.today < resolves && flags.early !== true) {
      throw new InputError(
        "conflicting",
        `outcome: no; ${id} is due on ${resolves}, and before that only --early says that nothing can come any more`,
      );
    }
    const urls = typeof flags.url === "string" ? flags.url.split(/\s+/) : [];
    if (urls.length === 0 || typeof flags.why !== "string") {
      throw new InputError(
        "missing",
        "evidence: nothing; a person's answer needs --url with where it can be read and --why with what it says",
      );
    }
    const evidence: RestsOn = {facts: [], numbers: [], models: [], urls};
    return [
      {
        kind: "resolution",
        at: world.today,
        by,
        question: question.entry.id,
        outcome,
        on,
        evidence,
        vintage: null,
        method: null,
        why: flags.why,
      },
    ];
  });
  return writtenAnswer(written, `${by} answers ${id}; it stands once a second person agrees.`, [
    `lagline bets confirm ${id} --by <second person> --why "<what they read>"`,
  ]);
}

function outcomeOf(given: string | boolean | undefined, type: "binary" | "numeric" | "date"): Outcome {
  const text = typeof given === "string" ? given.trim().toLowerCase().replace(" ", "-") : "";
  const outcome: Outcome = type === "numeric" && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  const isDay = type === "date" && parseDay(text) !== undefined;
  if (text === "cannot-tell" || (fits(outcome, type) && (type !== "date" || isDay))) return outcome;
  const wanted = {
    binary: "yes, no or cannot-tell",
    numeric: "a number or cannot-tell",
    date: "a day as YYYY-MM-DD or cannot-tell",
  };
  throw new InputError("invalid", `--outcome: ${text || "nothing"}; ${wanted[type]} was expected`);
}
