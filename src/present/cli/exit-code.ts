/**
 * How a run ends when it fails: 2 the input was wrong, 3 a fit did not settle, 70 our bug. The first two are expected
 * and never show a stack; the last one does only when asked for.
 */
import {FitError, InputError, InputErrors} from "../../errors.ts";
import {plainText} from "../plain-text.ts";
import type {Environment} from "./world.ts";

export interface Failure {
  readonly code: 2 | 3 | 70;
  /** Full sentences without control characters, one per line. */
  readonly message: string;
}

export function failure(error: unknown, env: Environment): Failure {
  if (error instanceof InputErrors) {
    return {code: 2, message: error.errors.map((each) => sentence(each.message)).join("\n")};
  }
  if (error instanceof InputError) return {code: 2, message: sentence(error.message)};
  if (error instanceof FitError) {
    return {
      code: 3,
      message: `${sentence(error.message)}\nAnother --seed or more recent facts may help; nothing was printed.`,
    };
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = env.LAGLINE_DEBUG === "1" && error instanceof Error ? `\n${error.stack ?? ""}` : "";
  const shown = stack === "" ? "" : stack.split("\n").map(plainText).join("\n");
  return {
    code: 70,
    message: `This is a bug in lagline, not in what you typed: ${plainText(what)}.\nPlease report it with the command and \`lagline --version\`; LAGLINE_DEBUG=1 shows where it happened.${shown}`,
  };
}

/** With a capital and a full stop, one line. */
function sentence(message: string): string {
  const text = plainText(message).trim();
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!\]]$/.test(capital) ? capital : `${capital}.`;
}
