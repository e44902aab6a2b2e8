import {readPortfolio} from "../../../advise/portfolio/read-portfolio.ts";
import type {Portfolio} from "../../../advise/portfolio/portfolio.ts";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError} from "../../../errors.ts";
import {forceFactsIn, forcesKnownTo} from "../../../pipeline/forces-report.ts";
import {nextTestAnswer} from "../../../pipeline/own-evals-answers.ts";
import {keptAliases, keptEvals} from "../../../store/own-evals.ts";
import {printable} from "../../plain-text.ts";
import {evalsNextScreen} from "../../terminal/evals-next-screen.ts";
import type {Command} from "../answer.ts";
import {portfolioFile} from "../portfolio-file.ts";
import {type Flags, positiveNumber, wholeNumber} from "../report-options.ts";

/** `lagline evals next`: the test that improves the choice most, for given tasks or for a workload of a portfolio. */
export const evalsNext: Command = async ({args, flags, pipeline, options, effects, world}) => {
  const budget = wholeNumber("--budget", text(flags, "budget"), [1, 10_000], 200);
  const given = {
    value: positiveNumber("--value", text(flags, "value")) ?? 1,
    tasks: wholeNumber("--tasks", text(flags, "tasks"), [1, 1_000_000_000], 10_000),
    inputTokens: wholeNumber("--input", text(flags, "input"), [0, 10_000_000], 3000),
    outputTokens: wholeNumber("--output", text(flags, "output"), [0, 1_000_000], 1000),
  };
  const home = homeFolder(world.env);
  const {catalog} = await pipeline.catalogFor(options);
  const priced = await pipeline.pricedCatalogFor(options);
  const facts = forceFactsIn(options.facts);
  const day = options.asOf ?? (facts ? forcesKnownTo(facts, catalog.coveredTo) : catalog.coveredTo);
  const input = {kept: keptEvals(home), aliases: keptAliases(home)};
  const file = text(flags, "portfolio");
  const question =
    file === undefined
      ? {eval: args[0], ...given, budget}
      : {eval: args[0], ...workloadOf(readPortfolio(portfolioFile(file), priced), flags, args[0]), budget};
  const answer = nextTestAnswer(
    catalog,
    input,
    question,
    {...options, priced, day, selfhost: facts?.selfhost ?? []},
    effects,
  );
  return {json: () => answer, lines: (page) => evalsNextScreen(printable(answer), page)};
};

/** The workload named, else the only one judged by this eval, else the only one. */
function workloadOf({workloads, horizonMonths}: Portfolio, flags: Flags, evalName: string | undefined) {
  const contrary = ["value", "tasks", "input", "output"].filter((flag) => flags[flag] !== undefined);
  if (contrary.length > 0) {
    throw new InputError(
      "conflicting",
      `flags: --portfolio and --${contrary[0]}; the portfolio says that, give one of them`,
    );
  }
  const wanted = text(flags, "workload");
  const names = workloads.map(({name}) => name);
  const judged = workloads.filter(({quality: {ownEval}}) =>
    evalName === undefined ? ownEval !== undefined : ownEval === evalName,
  );
  const [only] = judged.length === 1 ? judged : workloads.length === 1 ? workloads : [];
  const found =
    wanted === undefined ? only : workloads.find(({name, id}) => name === wanted || id === wanted);
  if (found) return {workload: found, horizonMonths};
  throw new InputError(
    wanted === undefined ? "missing" : "unknown",
    `workload: ${wanted ?? "nothing"}; --workload with one of ${names.join(", ")} was expected`,
  );
}

const text = (flags: Flags, name: string): string | undefined => {
  const flag = flags[name];
  return typeof flag === "string" ? flag : undefined;
};
