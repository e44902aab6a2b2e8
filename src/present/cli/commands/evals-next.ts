import {homeFolder} from "../../../cache/home-folder.ts";
import {nextTestAnswer} from "../../../pipeline/own-evals-answers.ts";
import {keptAliases, keptEvals} from "../../../store/own-evals.ts";
import {printable} from "../../plain-text.ts";
import {evalsNextScreen} from "../../terminal/evals-next-screen.ts";
import type {Command} from "../answer.ts";
import {type Flags, positiveNumber, wholeNumber} from "../report-options.ts";

/** `lagline evals next`: the test that improves the choice most. */
export const evalsNext: Command = async ({args, flags, pipeline, options, effects, world}) => {
  const question = {
    eval: args[0],
    value: positiveNumber("--value", text(flags, "value")) ?? 1,
    tasks: wholeNumber("--tasks", text(flags, "tasks"), [1, 1_000_000_000], 10_000),
    inputTokens: wholeNumber("--input", text(flags, "input"), [0, 10_000_000], 3000),
    outputTokens: wholeNumber("--output", text(flags, "output"), [0, 1_000_000], 1000),
    budget: wholeNumber("--budget", text(flags, "budget"), [1, 10_000], 200),
  };
  const home = homeFolder(world.env);
  const {catalog} = await pipeline.catalogFor(options);
  const day = options.asOf ?? catalog.coveredTo;
  const input = {kept: keptEvals(home), aliases: keptAliases(home)};
  const answer = nextTestAnswer(catalog, input, question, {...options, day}, effects);
  return {json: () => answer, lines: (page) => evalsNextScreen(printable(answer), page)};
};

const text = (flags: Flags, name: string): string | undefined => {
  const flag = flags[name];
  return typeof flag === "string" ? flag : undefined;
};
