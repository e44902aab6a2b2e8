/**
 * lagline's own probability that a predicate comes out yes, or its distribution of a number or a day: shares and quantiles over
 * many courses of things, each asked the very question.
 *
 * What the two frontiers decide is asked of futures; numbers, ranks, rows and releases of what their records say. A part that is
 * decided already counts as decided, and parts of one question are asked of one course. Where nothing is known that could say how
 * things go, there is no probability and the reason is told: a number from the air would be worse than none.
 */
import {dayOf} from "../dates.ts";
import type {Forecaster} from "../forecast/future.ts";
import {quantileSorted} from "../numeric/quantile.ts";
import {type Asked, answered, type Forecasters, pathsOf} from "./chance/asked.ts";
import {bestModelChance, publishedIndexChance, rankChance} from "./chance/model-chance.ts";
import {lagOverChance, numberChance, numberOn} from "./chance/number-chance.ts";
import {countModelsChance, firstModelDay, oneHappening, rowsChance} from "./chance/row-chance.ts";
import {firstLargeModelDay} from "./chance/size-record.ts";
import {type StandIn, standInChance} from "./chance/stand-in.ts";
import type {ValueOf} from "./entry.ts";
import {partsOf, type Predicate, type PredicateTest} from "./predicate/predicate-schema.ts";
import type {Sight} from "./predicate/sight.ts";
import {verdict} from "./predicate/verdict.ts";

export interface Chance {
  /** Of yes: 0 or 1 where that is decided, else Jeffreys' mean from the courses in which it comes out yes. */
  readonly probability: number | null;
  /** Level and value, ascending, of a number; of a day, days since 1970-01-01. */
  readonly quantiles: readonly (readonly [number, number])[];
  /** Numbers of the Report that it started from. */
  readonly numbers: readonly string[];
  /** How it was computed, or why it was not. */
  readonly says: string;
}

/** What is asked: a predicate, how a number is read off, or what stands in for a question that a person settles. */
export interface ChanceQuestion {
  readonly predicate?: Predicate;
  readonly value?: ValueOf;
  readonly standIn?: StandIn;
}

/** Levels that a computed distribution is told by. */
export const LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/**
 * @param forecasters - undefined when none could be fitted: nothing is computed then
 * @returns one chance per question, in their order; every course is made once and asked all of them
 */
export function chances(
  questions: readonly ChanceQuestion[],
  sight: Sight,
  forecasters: Forecasters | undefined,
  {paths, seed}: {readonly paths: number; readonly seed: number},
): Chance[] {
  if (!forecasters) return questions.map(() => none("no forecaster could be fitted to these facts"));
  const asked = questions.map((question) => askedOf(question, sight, forecasters));
  const pathOf = pathsOf(forecasters, seed);
  const answers = asked.map((one) => new Float64Array(one && "of" in one ? paths : 0));
  if (answers.some(({length}) => length > 0)) {
    for (let index = 0; index < paths; index++) {
      const path = pathOf(index);
      for (const [k, one] of asked.entries())
        if (one && "of" in one) answers[k]![index] = Number(one.of(path));
    }
  }
  return asked.map((one, k) => {
    if (!one) return none("a person settles it, and no rule says what to ask of a future");
    if ("why" in one) return none(one.why);
    const {value, predicate} = questions[k]!;
    const by = basisOf(one, forecasters, paths);
    const numbers = [...new Set([...(one.makers.length > 0 ? ["lag"] : []), ...one.numbers])];
    if (!value)
      return {
        probability:
          decided(predicate, sight) ??
          jeffreysMean(
            answers[k]!.reduce((sum, yes) => sum + yes, 0),
            paths,
          ),
        quantiles: [],
        numbers,
        says: `share of ${by}`,
      };
    const sorted = answers[k]!.sort();
    return {
      probability: null,
      quantiles: LEVELS.map((level) => [level, quantileSorted(sorted, level)] as const),
      numbers,
      says: `quantiles over ${by}`,
    };
  });
}

/**
 * Mean of a probability under Jeffreys' prior Beta(1/2, 1/2) after k times yes in n courses, (k + 1/2)/(n + 1): what none of them
 * held may still come. Opposites add up to one, and more courses of yes are never less likely.
 */
const jeffreysMean = (k: number, n: number): number => (k + 1 / 2) / (n + 1);

function decided(predicate: Predicate | undefined, sight: Sight): 0 | 1 | undefined {
  const known = predicate && verdict(predicate, sight).answer;
  return known === "yes" ? 1 : known === "no" ? 0 : undefined;
}

const none = (says: string): Chance => ({probability: null, quantiles: [], numbers: [], says});

function askedOf(
  {predicate, value, standIn}: ChanceQuestion,
  sight: Sight,
  forecasters: Forecasters,
): Asked<boolean> | Asked<number> | undefined {
  if (predicate) return event(predicate, sight, forecasters);
  if (value) return valueOf(value, sight, forecasters);
  return standIn && standInChance(standIn, sight, forecasters, (other) => event(other, sight, forecasters));
}

/** `10,000 futures of the trend forecaster; the interval of … today`. */
function basisOf(
  {makers, basis}: Extract<Asked<unknown>, {of: unknown}>,
  forecasters: Forecasters,
  paths: number,
): string {
  const count = paths.toLocaleString("en-US");
  const futures = [...new Set(makers)].map((maker) => madeBy(maker, forecasters[maker]!));
  const of = futures.length > 0 ? `futures of ${futures.join(" and ")}` : "draws";
  return [`${count} ${of}`, ...new Set(basis)].join("; ");
}

const madeBy = (maker: keyof Forecasters, {id}: Forecaster): string =>
  `the ${id} forecaster${maker === "eci" ? " on the ECI scale" : ""}`;

function event(predicate: Predicate, sight: Sight, forecasters: Forecasters): Asked<boolean> {
  const known = decided(predicate, sight);
  if (known !== undefined) return answered(() => known === 1, []);
  if ("test" in predicate) return test(predicate, sight, forecasters);
  const inner = partsOf(predicate);
  const tests = inner.filter((part): part is PredicateTest => "test" in part);
  if ("any" in predicate && tests.length === inner.length && oneHappening(tests))
    return rowsChance(tests, sight);
  const parts = inner.map((part) => event(part, sight, forecasters));
  const stuck = parts.find((part) => "why" in part);
  if (stuck) return stuck;
  const ask = parts as Extract<Asked<boolean>, {of: unknown}>[];
  const least =
    "all" in predicate ? ask.length : "any" in predicate ? 1 : "not" in predicate ? 1 : predicate.atLeast;
  return answered(
    (path) => {
      const yes = ask.filter((part) => part.of(path)).length >= least;
      return "not" in predicate ? !yes : yes;
    },
    ask.flatMap(({basis}) => basis),
    ask.flatMap(({makers}) => makers),
    ask.flatMap(({numbers}) => numbers),
  );
}

function test(one: PredicateTest, sight: Sight, forecasters: Forecasters): Asked<boolean> {
  switch (one.test) {
    case "number":
      return numberChance(one, sight, forecasters);
    case "lag-over":
      return lagOverChance(one, forecasters);
    case "best-model":
      return bestModelChance(one, forecasters);
    case "rank":
      return rankChance(one, sight);
    case "published-index":
      return publishedIndexChance(one, forecasters);
    case "count-models":
      return countModelsChance(one, sight);
    case "rows":
      return rowsChance([one], sight);
    case "newest-figure":
      return {why: "no process is known that moves a single figure of the tables"};
  }
}

function valueOf(value: ValueOf, sight: Sight, forecasters: Forecasters): Asked<number> {
  if ("firstModel" in value) {
    const {minParametersB} = value.firstModel;
    return minParametersB === undefined
      ? firstModelDay(value.firstModel, sight)
      : firstLargeModelDay({...value.firstModel, minParametersB}, sight);
  }
  if (!("number" in value)) return {why: "the first row of a table is not forecast, only whether one comes"};
  if (dayOf(value.on) <= sight.asOf) return {why: "the facts have the number"};
  return numberOn(value.number, value.on, sight, forecasters);
}
