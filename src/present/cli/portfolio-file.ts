/** A portfolio file as typed, with the user's own evals beside it. */
import {readFileSync, statSync} from "node:fs";
import {homeFolder} from "../../cache/home-folder.ts";
import type {FactFile} from "../../data/fact-files.ts";
import {factsMethod} from "../../data/facts-method.ts";
import {InputError} from "../../errors.ts";
import type {AdviceAsk} from "../../pipeline/advice/advice-answer.ts";
import {keptAliases, keptEvals} from "../../store/own-evals.ts";
import type {Environment} from "./world.ts";

/** @throws InputError as `portfolioFile`, and when no file is named */
export function adviceAsk(path: string | boolean | undefined, env: Environment): AdviceAsk {
  if (typeof path !== "string" || path === "") {
    throw new InputError(
      "missing",
      "portfolio: nothing; a file such as portfolios/support-automation.yaml was expected; `lagline advise --init` asks and writes one",
    );
  }
  return {file: portfolioFile(path), own: ownEvalsOf(env)};
}

/** A portfolio that was typed into the page. */
export const typedPortfolio = (bytes: Uint8Array, env: Environment): AdviceAsk => ({
  file: {path: "portfolio", bytes: Buffer.from(bytes)},
  own: ownEvalsOf(env),
});

function ownEvalsOf(env: Environment): AdviceAsk["own"] {
  const home = homeFolder(env);
  return () => ({kept: keptEvals(home), aliases: keptAliases(home)});
}

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
