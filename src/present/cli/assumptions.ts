/** `--assume name=value`: a reader's own assumptions on when open releases pay, each taken as exact. */
import {didYouMean} from "../../data/closest-name.ts";
import {InputError} from "../../errors.ts";
import type {KeepPaceAssumptions} from "../../forces/money/break-even.ts";
import {moneyMethod} from "../../forces/money/money-method.ts";

interface Assumption {
  readonly means: string;
  readonly least: number;
  readonly most: number;
  readonly of: (value: number) => KeepPaceAssumptions;
}

const {grossMargin, keepPaceGrowthPerYear, keepPaceShareOfFrontier} = moneyMethod;

const ASSUMPTIONS: Readonly<Record<string, Assumption>> = {
  "gross-margin": {
    means: `share of revenue left after serving it; default: as the lab states, else ${grossMargin.value.low} to ${grossMargin.value.high}`,
    least: 0.01,
    most: 0.99,
    of: (value) => ({grossMargin: {low: value, mode: value, high: value}}),
  },
  "revenue-growth": {
    means: "revenue times this in a year; default: the lab's own growth",
    least: 0.1,
    most: 50,
    of: (value) => ({revenueGrowthPerYear: {mean: Math.log(value), sd: 0}}),
  },
  "keep-pace-growth": {
    means: `cost of the frontier times this in a year; default: ${Math.exp(keepPaceGrowthPerYear.value.mean).toFixed(1)}`,
    least: 0.1,
    most: 50,
    of: (value) => ({keepPaceGrowthPerYear: {mean: Math.log(value), sd: 0}}),
  },
  "keep-pace-share": {
    means: `part of that growth a follower bears; default: ${keepPaceShareOfFrontier.value}`,
    least: 0,
    most: 1,
    of: (value) => ({keepPaceShareOfFrontier: value}),
  },
};

/** For --help: every name, what it means and its default. */
export const assumptionsHelp = Object.entries(ASSUMPTIONS)
  .map(([name, {means}]) => `${name}: ${means}`)
  .join("; ");

/** Between repeated values of one flag: no argument of a process can hold it. */
export const REPEATED = "\0";

/** @throws InputError for a name that is not known or given twice, or a value out of range */
export function assumptionsOf(flag: string): {assumptions: KeepPaceAssumptions; says: string} {
  const given = new Map<string, number>();
  let assumptions: KeepPaceAssumptions = {};
  for (const text of flag.split(REPEATED)) {
    const [, name = text, value = ""] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    const shown = JSON.stringify(name.slice(0, 80));
    const found = Object.hasOwn(ASSUMPTIONS, name) ? ASSUMPTIONS[name] : undefined;
    if (!found) {
      const names = Object.keys(ASSUMPTIONS);
      const hint = didYouMean(name, names).replace(/^,/, "") || ` one of ${names.join(", ")} was expected`;
      throw new InputError("unknown", `assumption: ${shown};${hint}`);
    }
    if (given.has(name))
      throw new InputError("duplicate", `--assume: ${shown}; each assumption was expected once`);
    const number = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= found.least && number <= found.most)) {
      throw new InputError(
        "invalid",
        `--assume ${name}: ${JSON.stringify(value.slice(0, 80))}; a number from ${found.least} to ${found.most} was expected`,
      );
    }
    given.set(name, number);
    assumptions = {...assumptions, ...found.of(number)};
  }
  return {assumptions, says: [...given].map(([name, number]) => `${name} ${number}`).join(", ")};
}
