/**
 * Why the definitions of the lag give different numbers today, in words made from the numbers.
 *
 * Each sentence has a condition on the estimates and says only what the definitions make true: which rule counts
 * what, and which way that moved it. Numbers that print alike are called equal.
 */
import {isoDay} from "../../dates.ts";
import type {LagEstimate, LagFigure, LagRuleId} from "./estimate.ts";

export interface Explanation {
  /** All sentences in order, as one paragraph. */
  readonly paragraph: string;
  readonly sentences: readonly {readonly id: string; readonly text: string}[];
}

/** The same rule under another date convention, to show what dates alone do. */
export interface OtherDates {
  /** How the sentence names it, for instance "with o3 dated by availability". */
  readonly label: string;
  readonly estimate: LagEstimate;
}

type Sentence = {readonly id: string; readonly text: string};

/**
 * @param estimates - of any rules, on the same input; those in points are left aside
 * @param otherDates - estimates to be compared with the one of the same rule and variant
 */
export function whyTheyDiffer(
  estimates: readonly LagEstimate[],
  otherDates: readonly OtherDates[] = [],
): Explanation {
  const figures = estimates.filter(
    (estimate): estimate is LagFigure => estimate.kind === "estimate" && estimate.unit === "months",
  );
  const sentences = [
    rangeOf(figures),
    ...tests(figures),
    quietDays(figures),
    waiting(figures),
    history(figures),
    pace(figures),
    today(figures),
    ...dates(figures, otherDates),
    agreement(figures),
    missing(estimates),
  ].filter((sentence) => sentence !== undefined);
  return {paragraph: sentences.map(({text}) => text).join(" "), sentences};
}

/** One decimal, with a true minus; never "−0.0". */
function printed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return value < 0 && text !== "0.0" ? `−${text}` : text;
}

const printedMonths = ({value, censored}: {value: number; censored: "none" | "right"}): string =>
  `${censored === "right" ? "at least " : ""}${printed(value)} months`;

const alike = (a: number, b: number): boolean => printed(a) === printed(b);
const nameOf = ({label, variant}: LagFigure): string => `“${label}” (${variant})`;
const one = (figures: readonly LagFigure[], rule: LagRuleId, variant = ""): LagFigure | undefined =>
  figures.find((figure) => figure.rule === rule && figure.variant.startsWith(variant));

function rangeOf(figures: readonly LagFigure[]): Sentence | undefined {
  if (figures.length === 0)
    return {id: "range", text: "No rule could be computed, so there is nothing to compare."};
  // Of rules that print alike the one shown first is named, so that the headline speaks for its equals.
  const naming = (extreme: number) => figures.find(({value}) => alike(value, extreme)) as LagFigure;
  const values = figures.map(({value}) => value);
  const low = naming(Math.min(...values));
  const high = naming(Math.max(...values));
  if (figures.length === 1)
    return {id: "range", text: `One rule could be computed: ${nameOf(low)} gives ${printedMonths(low)}.`};
  if (alike(low.value, high.value) && figures.every(({censored}) => censored === "none"))
    return {id: "range", text: `All ${figures.length} rules give ${printedMonths(low)}.`};
  return {
    id: "range",
    text: `On the same abilities and dates, ${figures.length} rules give from ${printedMonths(low)}, ${nameOf(low)}, to ${printedMonths(high)}, ${nameOf(high)}.`,
  };
}

/** What the test for "clearly better" takes off, and what ignoring the correlation of errors does besides. */
function tests(figures: readonly LagFigure[]): (Sentence | undefined)[] {
  const strict = one(figures, "last-day-not-better", "strict");
  const paired = one(figures, "last-day-not-better", "paired");
  const unpaired = one(figures, "last-day-not-better", "unpaired");
  return [
    strict && paired
      ? {
          id: "tolerance",
          text: alike(strict.value, paired.value)
            ? `Asking whether closed is clearly better, rather than just better, changes nothing at this precision: ${printed(paired.value)} months both ways.`
            : `Asking whether closed is clearly better, rather than just better, ${turned(strict.value, paired.value)} the same rule from ${printed(strict.value)} to ${printed(paired.value)} months${paired.value < strict.value ? ": leads too small to be sure of count as none" : ""}.`,
        }
      : undefined,
    paired && unpaired
      ? {
          id: "pairing",
          text: alike(paired.value, unpaired.value)
            ? `Comparing models as if their errors were independent gives the same ${printed(unpaired.value)} months as comparing them within each draw.`
            : `Comparing models as if their errors were independent, instead of within each draw, ${turned(paired.value, unpaired.value)} it to ${printed(unpaired.value)}.`,
        }
      : undefined,
  ];
}

const turned = (from: number, to: number): string => (to < from ? "shortens" : "lengthens");

function quietDays(figures: readonly LagFigure[]): Sentence | undefined {
  const daily = one(figures, "daily-look-back");
  const records = one(figures, "record-look-back");
  if (!daily || !records) return undefined;
  const by = Math.abs(daily.value - records.value);
  const outcome = alike(daily.value, records.value)
    ? `today both give ${printed(daily.value)} months`
    : `today that makes it ${daily.value > records.value ? "longer" : "shorter"} by ${printed(by)} months (${printed(daily.value)} and ${printed(records.value)})`;
  return {
    id: "quiet-days",
    text: `The daily look-back lag counts every day, the ones between releases too, while the record lag counts only the days on which open set a record; ${outcome}.`,
  };
}

function waiting(figures: readonly LagFigure[]): Sentence | undefined {
  const wait = one(figures, "catch-up");
  if (!wait) return undefined;
  const usual = wait.records.filter(({recordShare}) => recordShare > 0.5);
  const standing = usual.filter(({censored}) => censored === "right").length;
  const state =
    usual.length === 0
      ? "none of them is one in most draws"
      : standing === 0
        ? "all of them have been matched"
        : `${standing} of them ${standing === 1 ? "has" : "have"} not been matched yet and ${standing === 1 ? "counts" : "count"} as still waiting, not as missing`;
  return {
    id: "waiting",
    text: `Catch-up time looks forward from ${usual.length === 0 ? "" : `${usual.length} `}closed ${usual.length === 1 ? "record" : "records"} instead of back from open ones; ${state}; its median is ${printedMonths(wait)}.`,
  };
}

function history(figures: readonly LagFigure[]): Sentence | undefined {
  const levels = one(figures, "level-crossing", "strict");
  const daily = one(figures, "daily-look-back");
  if (!levels || !daily || levels.window.from >= daily.window.from) return undefined;
  const outcome = alike(levels.value, daily.value)
    ? "and gives the same"
    : `and gives ${printed(Math.abs(levels.value - daily.value))} months ${levels.value < daily.value ? "less" : "more"} than the daily lag of its shorter window`;
  return {
    id: "history",
    text: `Level crossing averages over all levels since ${isoDay(levels.window.from).slice(0, 7)}, leaves out what open has not reached, ${outcome} (${printed(levels.value)} months).`,
  };
}

function pace(figures: readonly LagFigure[]): Sentence | undefined {
  const trend = one(figures, "trend-line");
  const slope = trend?.also.find(({id}) => id === "slope");
  return trend && slope
    ? {
        id: "pace",
        text: `The trend rule does not ask when open reached anything: it divides today's gap by the closed pace of ${printed(slope.value)} points a year, which gives ${printed(trend.value)} months.`,
      }
    : undefined;
}

function today(figures: readonly LagFigure[]): Sentence | undefined {
  const daily = one(figures, "daily-look-back");
  const last = daily?.also.find(({id}) => id === "last-day");
  if (!daily || !last) return undefined;
  const outcome = alike(last.value, daily.value)
    ? `the same as the mean of its window`
    : `${last.value < daily.value ? "less" : "more"} than the ${printed(daily.value)} of its window's mean`;
  const lead = last.value < 0 && !alike(last.value, 0) ? " (open leads)" : "";
  return {
    id: "today",
    text: `A window is not a day: on its last day the daily lag is ${printed(last.value)} months${lead}, ${outcome}.`,
  };
}

function dates(figures: readonly LagFigure[], others: readonly OtherDates[]): (Sentence | undefined)[] {
  return others.map(({label, estimate}) => {
    const same = one(figures, estimate.rule, estimate.variant);
    if (!same || estimate.kind !== "estimate" || same.unit !== estimate.unit) return undefined;
    return {
      id: "dates",
      text: alike(same.value, estimate.value)
        ? `Dates change nothing here: ${label}, ${nameOf(same)} still gives ${printed(estimate.value)} months.`
        : `Dates alone move it: ${label}, ${nameOf(same)} gives ${printed(estimate.value)} months instead of ${printed(same.value)}.`,
    };
  });
}

function agreement(figures: readonly LagFigure[]): Sentence | undefined {
  if (figures.length < 2) return undefined;
  const lowest = figures.reduce((a, b) => (b.interval.high < a.interval.high ? b : a));
  const highest = figures.reduce((a, b) => (b.interval.low > a.interval.low ? b : a));
  const level = Math.round(100 * figures[0].interval.level);
  return {
    id: "agreement",
    text:
      lowest.interval.high < highest.interval.low && lowest.interval.censored === "none"
        ? `The ${level}% intervals do not all overlap: ${nameOf(lowest)} ends at ${printed(lowest.interval.high)} and ${nameOf(highest)} begins at ${printed(highest.interval.low)}, so noise in the abilities does not explain the difference: the rules ask different questions.`
        : `All ${level}% intervals overlap: read as separate figures, none contradicts another.`,
  };
}

function missing(estimates: readonly LagEstimate[]): Sentence | undefined {
  const absent = estimates.filter((estimate) => estimate.kind === "insufficient");
  return absent.length === 0
    ? undefined
    : {
        id: "missing",
        text: `Not computed: ${absent.map(({label, insufficient}) => `“${label}”, because ${insufficient}`).join("; ")}.`,
      };
}
