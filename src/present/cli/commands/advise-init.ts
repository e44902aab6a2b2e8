import {portfolioText} from "../../../advise/portfolio/portfolio-text.ts";
import {type PortfolioNames, readPortfolio} from "../../../advise/portfolio/read-portfolio.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {formatPlace, InputError, InputErrors} from "../../../errors.ts";
import {matchedEvals} from "../../../pipeline/own-evals.ts";
import {keptAliases, keptEvals} from "../../../store/own-evals.ts";
import {plainText} from "../../plain-text.ts";
import {counted} from "../../quantity-text.ts";
import {wrapped} from "../../terminal/display-width.ts";
import type {Ask, Command} from "../answer.ts";
import {outFile, writeWhole} from "../out-file.ts";
import {PORTFOLIO_QUESTIONS, type PortfolioQuestion, workloadQuestion} from "../portfolio-questions.ts";
import type {World} from "../world.ts";

const FILE = "portfolio.yaml";
/** How a person gives the path, for what is said of it. */
const NAMED = "the file";
const ATTEMPTS = 5;
const MOST = 50;

type Answers = Map<string, string>;

/** `lagline advise --init [file]`: asks what the advice cannot guess, and writes the portfolio file. */
export const adviseInit: Command = async ({args, flags, pipeline, options, world}: Ask) => {
  const file = outFile(args[0] ?? FILE, flags.force === true, NAMED);
  const catalog = await pipeline.pricedCatalogFor(options);
  const home = homeFolder(world.env);
  const own = {kept: keptEvals(home), aliases: keptAliases(home)};
  const evals = matchedEvals(catalog, own, options.asOf).evals.map(({id}) => id);
  world.stderr.write(
    `A portfolio for \`lagline advise\`, written to ${plainText(file)}. An empty answer takes what stands in [brackets].\n`,
  );
  const whole: Answers = new Map();
  const workloads: Answers[] = [];
  try {
    for (const question of PORTFOLIO_QUESTIONS)
      await answer(world, question, whole, () => checked({whole, workloads: [STAND_IN]}, catalog));
    do {
      const now: Answers = new Map();
      const asked = new Set<string>();
      for (let next; (next = workloadQuestion(now, asked, evals)); asked.add(next.path))
        await answer(world, next, now, () =>
          checked({whole, workloads: [...workloads, new Map([...STAND_IN, ...now])]}, catalog),
        );
      workloads.push(now);
    } while (workloads.length < MOST && (await wantsAnother(world)));
  } finally {
    world.piped?.close();
  }
  writeWhole(file, portfolioText(checked({whole, workloads}, catalog)), NAMED);
  const names = workloads.map((one) => one.get("name")!);
  const next = `lagline advise ${/^[\w./-]+$/.test(file) ? file : JSON.stringify(file)}`;
  const says = [
    `Wrote ${file}: ${counted(names.length, "workload")} (${names.join(", ")}). Defaults in use stand in it as comments.`,
    `Next: ${next}`,
  ];
  return {
    json: () => ({file, workloads: names, next}),
    lines: (page) => says.flatMap((line) => wrapped(plainText(line), page.width)),
  };
};

/** A workload before its first answer, so that each answer can be checked by itself. */
const STAND_IN: ReadonlyMap<string, string> = new Map([
  ["name", "asked for below"],
  ["tasks_per_month", "1"],
]);

interface Draft {
  readonly whole: Answers;
  readonly workloads: readonly ReadonlyMap<string, string>[];
}

/** The draft with its defaults, as the reader of the file sees it. */
function checked({whole, workloads}: Draft, catalog: PortfolioNames) {
  const bare = {
    answers: whole,
    assumed: [],
    workloads: workloads.map((answers) => ({answers, assumed: []})),
  };
  const read = readPortfolio({path: FILE, bytes: Buffer.from(portfolioText(bare))}, catalog);
  return {
    answers: whole,
    assumed: read.assumed,
    workloads: workloads.map((answers, at) => ({answers, assumed: read.workloads[at]!.assumed})),
  };
}

/** Asks until the answer will do; a script has one try, because its next line answers the next question. */
async function answer(world: World, question: PortfolioQuestion, answers: Answers, check: () => unknown) {
  const {path, asks, usual, words} = question;
  const brackets = usual === undefined ? "" : ` [${usual === "" ? "none" : usual}]`;
  for (let attempt = 1; ; attempt++) {
    const typed = await line(world, `${asks}${brackets}: `);
    if (typed === undefined && (usual === undefined || world.prompt))
      throw new InputError(
        "missing",
        `${path}: nothing; the answers ended before the portfolio was whole, and nothing was written`,
      );
    const text = plainText(typed ?? "").trim();
    if (text === "" && usual !== undefined) return;
    const wrong = fault(text);
    if (wrong === undefined) return;
    if (!world.prompt || attempt === ATTEMPTS)
      throw new InputError("invalid", `answer: ${wrong}; nothing was written`);
    world.stderr.write(`  ${wrong}\n`);
  }

  function fault(text: string): string | undefined {
    if (text === "") return `${path}: nothing; an answer was expected`;
    const word = words && wordMeant(text, Object.keys(words));
    if (words && word === undefined)
      return `${path}: ${JSON.stringify(text)}; one of ${Object.keys(words).join(", ")} was expected`;
    const field = words && word !== undefined ? words[word] : {path, value: text};
    if (!field) return undefined;
    answers.set(field.path, field.value);
    try {
      check();
      return undefined;
    } catch (error) {
      answers.delete(field.path);
      if (error instanceof InputErrors) return error.errors.map(withoutPlace).join("; ");
      if (error instanceof InputError) return withoutPlace(error);
      throw error;
    }
  }
}

/** In capitals or small letters, and as short as tells it from the others: `N` is no. */
function wordMeant(typed: string, words: readonly string[]): string | undefined {
  const text = typed.toLowerCase();
  if (words.includes(text)) return text;
  const begun = words.filter((word) => word.startsWith(text));
  return begun.length === 1 ? begun[0] : undefined;
}

async function wantsAnother(world: World): Promise<boolean> {
  const typed = await line(world, "Another workload: yes or no [no]: ");
  return /^y(es)?$/i.test((typed ?? "").trim());
}

/** One line from whoever answers; what a script answered is shown behind its question. */
async function line({prompt, piped, stderr}: World, question: string): Promise<string | undefined> {
  if (prompt) return prompt(question);
  if (!piped)
    throw new InputError(
      "missing",
      "answers: none; a terminal or an input with one answer a line was expected",
    );
  stderr.write(question);
  const typed = await piped.next();
  stderr.write(`${plainText(typed ?? "")}\n`);
  return typed;
}

/** The place is in a file that is not written yet. */
const withoutPlace = ({message, place}: InputError): string =>
  place ? message.replace(` [${formatPlace(place)}]`, "") : message;
