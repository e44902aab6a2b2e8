/** A question asked field by field on a terminal: a wrong answer is explained and asked for again. */
import type {Question} from "../../../../bets/entry.ts";
import type {Sight} from "../../../../bets/predicate/sight.ts";
import {InputError} from "../../../../errors.ts";
import {type Author, checkedRecord} from "../../../../pipeline/bets/added-records.ts";
import type {Ask} from "../../answer.ts";

/** Field, what it should say, and what stands when only Enter is pressed. */
const FIELDS: readonly (readonly [path: string, prompt: string, fallback?: string])[] = [
  ["id", "A short name, such as my-lag-below-5"],
  ["belief", "Belief it belongs to, such as b02; empty for none", ""],
  ["asks", "The question, with a threshold and a day, ending in ?"],
  ["counts", "Does yes speak for or against the belief, or neither", "neither"],
  ["terms.metric", "What is measured, with its version"],
  ["terms.rule", "How it is measured: a METHOD rule or the source's own"],
  ["terms.cohort", "Over which models, labs or people"],
  ["terms.dates", "Which day counts, in which time zone", "calendar days, UTC"],
  ["source", "Where the answer is read"],
  ["fallback", "Where, when that source is gone", "none: it cannot be told then"],
  ["closes", "Last day a position counts, YYYY-MM-DD"],
  ["resolves", "Day the answer is due, YYYY-MM-DD"],
  ["ties", "What a tie means", "A value exactly at the threshold meets it."],
  ["revisions", "What later revisions of the source mean", "They reopen nothing."],
  ["voids", "When is it void", "If the source is gone and no fallback is found within 30 days."],
  ["why", "Why you ask it"],
];
const ATTEMPTS = 5;
/** Stands for the fields not asked yet, so that one field can be checked by itself. */
const LATER = "asked for below";
const unasked = ({at}: Author) => ({
  ...Object.fromEntries(FIELDS.filter(([path]) => !path.includes(".")).map(([path]) => [path, LATER])),
  id: "later",
  belief: null,
  asks: "Is it 1?",
  counts: "neither",
  terms: {metric: LATER, rule: LATER, cohort: LATER, dates: LATER},
  source: `source ${LATER}`,
  closes: at,
  resolves: "9999-12-31",
});

/** @throws InputError where nobody can be asked, or no answer will do */
export async function guidedQuestion({world}: Ask, author: Author, sight: Sight): Promise<Question> {
  const {prompt} = world;
  if (!prompt) {
    throw new InputError(
      "missing",
      "file: nothing; a YAML file of records was expected where nobody can be asked: lagline bets add <file>",
    );
  }
  const draft: Record<string, unknown> = {
    kind: "question",
    type: "binary",
    settledBy: "person",
    opens: author.at,
    terms: {},
  };
  world.stderr.write(
    "A question others can settle without asking you. Enter takes what stands in [brackets].\n",
  );
  for (const [path, says, fallback] of FIELDS) {
    for (let attempt = 1; ; attempt++) {
      const typed = await prompt(`${says}${fallback === undefined ? "" : ` [${fallback || "none"}]`}: `);
      if (typed === undefined)
        throw new InputError(
          "missing",
          `${path}: nothing; the answers ended before the question was whole, and nothing was written`,
        );
      const value = typed.trim() === "" ? fallback : typed.trim();
      place(draft, path, path === "belief" && value === "" ? null : value);
      const sofar = {
        ...unasked(author),
        ...draft,
        terms: {...unasked(author).terms, ...(draft.terms as object)},
      };
      const wrong = checkedRecord(sofar, author, sight).faults.filter((fault) => fault.path === path);
      if (wrong.length === 0) break;
      if (attempt === ATTEMPTS) throw new InputError("invalid", `${wrong[0]!.says}; nothing was written`);
      world.stderr.write(`${wrong.map((fault) => `  ${fault.says}`).join("\n")}\n`);
    }
  }
  const {entry, faults} = checkedRecord(draft, author, sight);
  if (!entry || faults.length > 0)
    throw new InputError("invalid", `${faults[0]?.says ?? "record"}; nothing was written`);
  return entry as Question;
}

function place(draft: Record<string, unknown>, path: string, value: unknown): void {
  const [first, second] = path.split(".") as [string, string | undefined];
  if (second === undefined) draft[first] = value;
  else (draft[first] as Record<string, unknown>)[second] = value;
}
