import {readFileSync, statSync} from "node:fs";
import type {FactFile} from "../../../data/fact-files.ts";
import {factsMethod} from "../../../data/facts-method.ts";
import {InputError} from "../../../errors.ts";
import {printable} from "../../plain-text.ts";
import {adviceScreen} from "../../terminal/advice-screen.ts";
import type {Command} from "../answer.ts";

/** `lagline advise portfolio.yaml`: what to run for each workload, and what would change it. */
export const advise: Command = async ({pipeline, options, effects, args, flags}) => {
  const [path] = args;
  if (path === undefined) {
    throw new InputError(
      "missing",
      "portfolio: nothing; a file such as portfolios/support-automation.yaml was expected",
    );
  }
  const advice = await pipeline.adviceFor(options, portfolioFile(path), effects);
  return {
    json: () => advice,
    lines: (page) => adviceScreen(printable(advice), flags.all === true, page),
  };
};

/** @throws InputError when there is no such file, or it is too large to be a portfolio */
export function portfolioFile(path: string): FactFile {
  const found = statSync(path, {throwIfNoEntry: false});
  if (!found?.isFile()) {
    throw new InputError(found ? "invalid" : "missing", `portfolio: ${path}; a YAML file was expected`);
  }
  const most = factsMethod.largestRecord.value;
  if (found.size > most) {
    throw new InputError("unsupported", `portfolio: ${found.size} bytes; at most ${most} were expected`, {
      file: path,
    });
  }
  return {path, bytes: readFileSync(path)};
}
