/** A condition's words, read one after the other; every complaint names the column where it stands. */
import {didYouMean} from "../../data/closest-name.ts";
import {InputError} from "../../errors.ts";

export interface Word {
  readonly text: string;
  /** From 1. */
  readonly column: number;
}

export interface WordCursor {
  /** The word at hand; undefined at the end. */
  readonly peek: () => Word | undefined;
  /** Takes the word at hand. @throws InputError at the end */
  readonly next: (expected: string) => Word;
  /** Takes the word at hand when it is one of these, whatever its case. */
  readonly accept: (...texts: readonly string[]) => Word | undefined;
  /** Takes one of these words. @throws InputError naming them */
  readonly expect: (...texts: readonly string[]) => Word;
  /** @throws InputError when words are left */
  readonly end: () => void;
}

const LONGEST = 300;
const WORD = /<=|>=|[<>]|[^\s<>=,]+|[=,]/gu;

/** @throws InputError for a text that is too long or holds control characters */
export function wordCursor(text: string): WordCursor {
  if (text.length > LONGEST)
    throw new InputError("invalid", `condition: ${text.length} characters; at most ${LONGEST} were expected`);
  if (/[\u0000-\u001f\u007f-\u009f]/.test(text))
    throw new InputError("invalid", "condition: it holds control characters; plain words were expected");
  const words = [...text.matchAll(WORD)].map(({0: word, index}): Word => ({text: word, column: index + 1}));
  let at = 0;
  const peek = (): Word | undefined => words[at];
  const next = (expected: string): Word => {
    const word = words[at++];
    if (!word)
      throw wrong("missing", {text: "", column: text.trimEnd().length + 1}, `${expected} was expected`);
    return word;
  };
  const accept = (...texts: readonly string[]): Word | undefined => {
    const word = words[at];
    if (!word || !texts.includes(word.text.toLowerCase())) return undefined;
    at++;
    return word;
  };
  const expect = (...texts: readonly string[]): Word => {
    const found = accept(...texts);
    if (found) return found;
    const word = next(oneOf(texts));
    throw wrong("invalid", word, `${oneOf(texts)} was expected${didYouMean(word.text, texts)}`);
  };
  const end = (): void => {
    const word = words[at];
    if (word) throw wrong("unsupported", word, "nothing more was expected");
  };
  return {peek, next, accept, expect, end};
}

/** `invalid condition, column 12: "coding2"; …` */
export const wrong = (
  fault: "invalid" | "missing" | "unknown" | "unsupported",
  {text, column}: Word,
  expected: string,
): InputError =>
  new InputError(
    fault,
    `condition, column ${column}: ${text === "" ? "the end" : JSON.stringify(text.slice(0, 80))}; ${expected}`,
  );

const oneOf = (texts: readonly string[]): string =>
  texts.length < 2
    ? `"${texts.join("")}"`
    : `${texts
        .slice(0, -1)
        .map((text) => `"${text}"`)
        .join(", ")} or "${texts.at(-1)}"`;
