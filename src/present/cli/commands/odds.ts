import {parseDay} from "../../../dates.ts";
import {InputError, InputErrors} from "../../../errors.ts";
import {questionNamed} from "../../../forecast/odds/question-named.ts";
import type {Asked, Parameter, Question} from "../../../forecast/odds/questions.ts";
import {QUESTIONS} from "../../../forecast/odds/questions.ts";
import {scenarioMethod} from "../../../forecast/scenario/scenario-method.ts";
import type {Day} from "../../../units.ts";
import {notTaken} from "../../not-taken.ts";
import {printable} from "../../plain-text.ts";
import {oddsScreen} from "../../terminal/odds-screen.ts";
import type {Command} from "../answer.ts";
import {type Flags, positiveNumber, wholeNumber} from "../report-options.ts";

const NUMBERS = ["months", "points", "ability", "price", "labs"] as const;

/** `lagline odds [question]`: how likely it is; without a question, the list. */
export const odds: Command = async ({pipeline, options, effects, args, flags}) => {
  const question = args.length === 0 ? undefined : questionNamed(args.join(" "));
  const given = parametersOf(flags);
  if (question) checkTaken(question, flags);
  const paths = wholeNumber(
    "--paths",
    typeof flags.paths === "string" ? flags.paths : undefined,
    [100, 1_000_000],
    scenarioMethod.oddsPaths.value.asked,
  );
  const by = typeof flags.by === "string" ? dayOfFlag(flags.by) : undefined;
  const view = await pipeline.oddsFor(options, effects, {
    questions: question ? [question] : QUESTIONS,
    given: {...given, ...(by === undefined ? {} : {by})},
    paths,
  });
  return {json: () => view, lines: (page) => oddsScreen(printable(view), question !== undefined, page)};
};

function dayOfFlag(text: string): Day {
  const day = parseDay(text);
  if (day !== undefined) return day;
  throw new InputError("invalid", `--by: "${text}"; a calendar day as YYYY-MM-DD was expected`);
}

function parametersOf(flags: Flags): Pick<Asked, Parameter> {
  const text = (name: Parameter) => (typeof flags[name] === "string" ? (flags[name] as string) : undefined);
  const numbers = NUMBERS.flatMap((name) => {
    const value = positiveNumber(`--${name}`, text(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  const lab = text("lab");
  return {...Object.fromEntries(numbers), ...(lab === undefined ? {} : {lab})};
}

/** A flag that the question does not take would be ignored in silence. */
function checkTaken(question: Question, flags: Flags): void {
  const given = [...NUMBERS, "lab" as const].filter((name) => flags[name] !== undefined);
  const faults = notTaken(question, given, (name) => `--${name}`);
  if (faults.length > 0) throw new InputErrors(faults);
}
