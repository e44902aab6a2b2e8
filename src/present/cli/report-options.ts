/** What was typed, checked: flags become options of the pipeline, or one full sentence says what was expected. */
import {statSync} from "node:fs";
import {type FactsInUse, factsInUse} from "../../cache/facts-home.ts";
import {homeFolder} from "../../cache/home-folder.ts";
import type {DateConvention} from "../../data/catalog.ts";
import {didYouMean} from "../../data/closest-name.ts";
import {parseDay} from "../../dates.ts";
import {InputError, InputErrors} from "../../errors.ts";
import {keptFacts} from "../../monitor/facts-named.ts";
import type {InstrumentId, ReportOptions} from "../../options.ts";
import type {Day} from "../../units.ts";
import type {World} from "./world.ts";

/** Flags as commander leaves them: text, or undefined when not given. */
export interface Flags {
  readonly json?: boolean;
  readonly asOf?: string;
  readonly dates?: string;
  readonly facts?: string;
  readonly shipped?: boolean;
  readonly vintage?: string;
  readonly instrument?: string;
  readonly seed?: string;
  readonly draws?: string;
  readonly cache?: boolean;
  readonly color?: boolean;
  readonly [command: string]: string | boolean | undefined;
}

/** Bounds of what may be asked for. */
export const flagLimits = {
  draws: {
    value: [20, 20_000],
    reason: "fewer than 20 draws have no 90% interval; more than 20,000 gain nothing and cost gigabytes",
    alternatives: [],
  },
  seed: {value: [0, 4_294_967_295], reason: "a seed is one 32-bit word", alternatives: []},
} as const;

const DATES: readonly DateConvention[] = ["announced", "available", "weights"];
const INSTRUMENTS: readonly InstrumentId[] = ["lagline", "eci"];

/**
 * @param today - `YYYY-MM-DD`; an as-of date after it is refused
 * @throws InputErrors naming every wrong flag at once
 */
export function reportOptions(flags: Flags, defaults: ReportOptions, today: string): ReportOptions {
  const faults: InputError[] = [];
  const read = <Value>(value: () => Value, fallback: Value): Value => {
    try {
      return value();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      faults.push(error);
      return fallback;
    }
  };
  const asOf = flags.asOf;
  const options: ReportOptions = {
    facts: read(() => folder(flags.facts, defaults.facts), defaults.facts),
    ...(asOf === undefined
      ? defaults.asOf === undefined
        ? {}
        : {asOf: defaults.asOf}
      : {asOf: read(() => asOfDay(asOf, today), defaults.asOf as Day)}),
    dates: read(() => oneOf("--dates", flags.dates, DATES, defaults.dates), defaults.dates),
    instrument: read(
      () => oneOf("--instrument", flags.instrument, INSTRUMENTS, defaults.instrument),
      defaults.instrument,
    ),
    seed: read(() => wholeNumber("--seed", flags.seed, flagLimits.seed.value, defaults.seed), defaults.seed),
    draws: read(
      () => wholeNumber("--draws", flags.draws, flagLimits.draws.value, defaults.draws),
      defaults.draws,
    ),
  };
  if (faults.length > 0) throw new InputErrors(faults);
  return options;
}

/** A flag's value among a few words. */
export function oneOf<Word extends string>(
  flag: string,
  value: string | undefined,
  words: readonly Word[],
  fallback: Word,
): Word {
  if (value === undefined) return fallback;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const hint = didYouMean(value, words);
  throw new InputError("invalid", `${flag}: ${quoted(value)}; ${listed(words)} was expected${hint}`);
}

/** A whole number within bounds, written in digits. */
export function wholeNumber(
  flag: string,
  value: string | undefined,
  [least, most]: readonly [number, number],
  fallback: number,
): number {
  if (value === undefined) return fallback;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  const range = `${least.toLocaleString("en-US")} to ${most.toLocaleString("en-US")}`;
  throw new InputError("invalid", `${flag}: ${quoted(value)}; a whole number from ${range} was expected`);
}

/** A positive number that may have a fraction. */
export function positiveNumber(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : Number.NaN;
  if (number > 0) return number;
  throw new InputError(
    "invalid",
    `${flag}: ${quoted(value)}; a number above zero was expected, for instance 80`,
  );
}

/**
 * The facts to read when `--facts` names none: the newest synced ones, with `--shipped` those that came with lagline,
 * with `--vintage` a state that was kept.
 *
 * @throws InputError when two of the flags are given, or no such vintage is kept
 */
export function factsFor(flags: Flags, {env}: Pick<World, "env">, shipped: string): FactsInUse {
  const given = [
    flags.facts !== undefined && "--facts",
    flags.shipped && "--shipped",
    flags.vintage !== undefined && "--vintage",
  ];
  const names = given.filter((name) => typeof name === "string");
  if (names.length > 1)
    throw new InputError("conflicting", `flags: ${names.join(" and ")}; give one of them, or neither`);
  if (flags.vintage !== undefined) return {folder: keptFacts(flags.vintage, env)};
  if (names.length > 0) return {folder: shipped};
  return factsInUse(homeFolder(env), shipped);
}

function asOfDay(value: string, today: string): Day {
  const day = parseDay(value);
  if (day === undefined) {
    throw new InputError("invalid", `--as-of: ${quoted(value)}; a calendar day as YYYY-MM-DD was expected`);
  }
  if (value > today) {
    throw new InputError("invalid", `--as-of: ${value}; a day not after today, ${today}, was expected`);
  }
  return day;
}

function folder(value: string | undefined, fallback: string): string {
  if (value === undefined) return fallback;
  if (value.trim() === "" || value.includes("\0")) {
    throw new InputError("invalid", `--facts: ${quoted(value)}; the path of a folder of facts was expected`);
  }
  const found = statSync(value, {throwIfNoEntry: false});
  if (!found)
    throw new InputError("missing", `folder of facts: ${quoted(value)}; give --facts a folder that exists`);
  if (!found.isDirectory())
    throw new InputError("invalid", `--facts: ${quoted(value)}; a folder was expected, this is a file`);
  return value;
}

const LONGEST_SHOWN = 80;
const quoted = (value: string): string =>
  `"${value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value}"`;
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
