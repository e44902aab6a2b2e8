/**
 * What one cell of a table or one scalar of a record may hold, as zod schemas over text.
 *
 * Tables and records give text only (a YAML `no` or `1.0` stays the text it is), so both share these. A blank cell
 * means "not known" and is allowed only in `optional` fields. The message of an issue is what was expected.
 */
import {z} from "zod";
import {type DateSpan, parseDateSpan, parseDay} from "../dates.ts";
import type {Day} from "../units.ts";
import {didYouMean} from "./closest-name.ts";
import {factsMethod} from "./facts-method.ts";

type Reader<T> = (text: string) => T | undefined;

interface Kind<T> {
  readonly expected: string | ((text: string) => string);
  readonly read: Reader<T>;
}

const expectation = <T>(kind: Kind<T>, text: string): string =>
  typeof kind.expected === "string" ? kind.expected : kind.expected(text);

export const required = <T>(kind: Kind<T>) =>
  z.string({error: () => expectation(kind, "")}).transform((text, ctx): T => {
    const value = text === "" ? undefined : kind.read(text);
    if (value !== undefined) return value;
    ctx.issues.push({code: "custom", input: text, message: expectation(kind, text)});
    return z.NEVER;
  });

export const optional = <T>(kind: Kind<T>) =>
  z
    .string({error: () => `${expectation(kind, "")} or nothing`})
    .optional()
    .transform((text, ctx): T | undefined => {
      if (text === undefined || text === "") return undefined;
      const value = kind.read(text);
      if (value === undefined) {
        ctx.issues.push({code: "custom", input: text, message: `${expectation(kind, text)}`});
        return z.NEVER;
      }
      return value;
    });

/** Like `optional`, blank for "not known": for catalog fields that are text. */
export const textOrBlank = z
  .string({error: "a text or nothing"})
  .optional()
  .transform((value, ctx): string => {
    if (value === undefined || value === "") return "";
    const checked = text.read(value);
    if (checked !== undefined) return checked;
    ctx.issues.push({code: "custom", input: value, message: text.expected as string});
    return z.NEVER;
  });

export const text: Kind<string> = {
  expected: `one line of at most ${factsMethod.longestCell.value} characters without blanks at either end`,
  read: (value) =>
    value.length <= factsMethod.longestCell.value && value.trim() === value && !/\p{Cc}/u.test(value)
      ? value
      : undefined,
};

/** No character that a file name cannot hold on some system. */
const ID = /^[a-z0-9][a-z0-9.+@_-]{0,119}$/;
export const id: Kind<string> = {
  expected: "an id of lower-case letters, digits and . + @ _ -",
  read: (value) => (ID.test(value) ? value : undefined),
};

const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;
/** A number within limits, both included. */
export function number({low, high, what}: {low?: number; high?: number; what: string}): Kind<number> {
  return {
    expected: what,
    read: (value) => {
      if (!NUMBER.test(value)) return undefined;
      const parsed = Number(value);
      return Number.isFinite(parsed) && parsed >= (low ?? -Infinity) && parsed <= (high ?? Infinity)
        ? parsed
        : undefined;
    },
  };
}

/** A whole number; `5745.0` counts as one. */
export function count(low: number): Kind<number> {
  const whole = number({low, high: Number.MAX_SAFE_INTEGER, what: ""});
  return {
    expected: `a whole number of at least ${low}`,
    read: (value) => {
      const parsed = whole.read(value);
      return Number.isInteger(parsed) ? parsed : undefined;
    },
  };
}

/** Tables repeat a few hundred days in tens of thousands of cells: what was read once is not read again. */
function remembered<T>(read: Reader<T>): Reader<T> {
  const known = new Map<string, T | undefined>();
  return (value) => {
    if (known.has(value)) return known.get(value);
    if (known.size > 10_000) known.clear();
    const result = read(value);
    known.set(value, result);
    return result;
  };
}

export const day: Kind<Day> = {expected: "a day as YYYY-MM-DD", read: remembered(parseDay)};
export const dateSpan: Kind<DateSpan> = {
  expected: "a day as YYYY-MM-DD, or a month as YYYY-MM",
  read: parseDateSpan,
};

export function oneOf<const T extends string>(values: readonly T[]): Kind<T> {
  const known = new Set<string>(values);
  return {
    expected: (value) =>
      `one of ${values.join(", ")}${value === "" ? "" : didYouMean(value, values)}`.replace(/\?$/, ""),
    read: (value) => (known.has(value) ? (value as T) : undefined),
  };
}

export const yesNo: Kind<boolean> = {
  expected: "yes or no",
  read: (value) => (value === "yes" ? true : value === "no" ? false : undefined),
};

const WEB = /^https?:\/\/[^\s"'<>]+$/;
export const webAddress: Kind<string> = {
  expected: "a web address beginning with https:// or http://",
  read: (value) => (value.length <= 2_000 && WEB.test(value) && URL.canParse(value) ? value : undefined),
};

/** Two capital letters. */
export const country: Kind<string> = {
  expected: "an ISO 3166 country code of two capital letters",
  read: (value) => (/^[A-Z]{2}$/.test(value) ? value : undefined),
};

/** The three columns every row and file carries. */
export const provenanceFields = {
  source: required(id),
  licence: required(text),
  retrieved: required(day),
};
