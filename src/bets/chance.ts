/**
 * lagline's own probability that a predicate comes out yes, or its distribution of a number: shares and quantiles over
 * many futures, each asked the very question.
 *
 * Only questions about the two frontiers can be asked of a future: the headline's lag, the best open model against the best
 * closed one of a day, or against a fixed ability. A part that is decided already counts as decided. Everything else has no
 * computed probability, and the reason is told: a number from the air would be worse than none.
 */
import {dayOf} from "../dates.ts";
import type {Forecaster, Future} from "../forecast/future.ts";
import {abilityOn, yearLagOn} from "../forecast/future-metrics.ts";
import {quantileSorted} from "../numeric/quantile.ts";
import {type Day, day, DAYS_PER_MONTH} from "../units.ts";
import type {ValueOf} from "./entry.ts";
import {holds} from "./predicate/compare.ts";
import {partsOf, type Predicate, type PredicateTest} from "./predicate/predicate-schema.ts";
import type {Sight} from "./predicate/sight.ts";
import {verdict} from "./predicate/verdict.ts";

/** A question that can be asked of one future, or the reason why not. */
type Asked<Answer> = {readonly of: (future: Future) => Answer} | {readonly why: string};

export interface Chance {
  /** Share of futures in which it comes out yes. */
  readonly probability: number | null;
  /** Level and value, ascending, of a number. */
  readonly quantiles: readonly (readonly [number, number])[];
  /** How it was computed, or why it was not. */
  readonly says: string;
}

/** What is asked: a predicate, or how a number is read off. */
export interface ChanceQuestion {
  readonly predicate?: Predicate;
  readonly value?: ValueOf;
}

/** Levels that a computed distribution is told by. */
export const LEVELS = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

/**
 * @param forecaster - undefined when none could be fitted: nothing is computed then
 * @returns one chance per question, in their order; every future is made once and asked all of them
 */
export function chances(
  questions: readonly ChanceQuestion[],
  sight: Sight,
  forecaster: Forecaster | undefined,
  paths: number,
): Chance[] {
  const none = (says: string): Chance => ({probability: null, quantiles: [], says});
  if (!forecaster) return questions.map(() => none("no forecaster could be fitted to these facts"));
  const horizon = day(forecaster.from + Math.floor(forecaster.months * DAYS_PER_MONTH));
  const asked = questions.map(({predicate, value}) => ({
    event: predicate && event(predicate, sight, horizon),
    number: value && number(value, sight, horizon),
  }));
  const yes = asked.map(() => 0);
  const values = asked.map(({number: one}) => new Float64Array(one && "of" in one ? paths : 0));
  if (asked.some(({event: one, number: other}) => (one && "of" in one) || (other && "of" in other))) {
    for (let path = 0; path < paths; path++) {
      const future = forecaster.future(path);
      for (const [index, {event: one, number: other}] of asked.entries()) {
        if (one && "of" in one && one.of(future)) yes[index]!++;
        if (other && "of" in other) values[index]![path] = other.of(future);
      }
    }
  }
  const by = `${paths.toLocaleString("en-US")} futures of the ${forecaster.id} forecaster`;
  return asked.map(({event: one, number: other}, index) => {
    const question = one ?? other;
    if (!question) return none("a person settles it, and no rule says what to ask of a future");
    if ("why" in question) return none(question.why);
    if (one) return {probability: yes[index]! / paths, quantiles: [], says: `share of ${by}`};
    const sorted = values[index]!.sort();
    return {
      probability: null,
      quantiles: LEVELS.map((level) => [level, quantileSorted(sorted, level)] as const),
      says: `quantiles over ${by}`,
    };
  });
}

function event(predicate: Predicate, sight: Sight, horizon: Day): Asked<boolean> {
  const known = verdict(predicate, sight).answer;
  if (known === "yes" || known === "no") return {of: () => known === "yes"};
  if ("test" in predicate) return test(predicate, horizon);
  const parts = partsOf(predicate).map((part) => event(part, sight, horizon));
  const stuck = parts.find((part) => "why" in part);
  if (stuck) return stuck;
  const ask = parts as {of: (future: Future) => boolean}[];
  const least =
    "all" in predicate ? ask.length : "any" in predicate ? 1 : "not" in predicate ? 1 : predicate.atLeast;
  const enough = (future: Future) => ask.filter((part) => part.of(future)).length >= least;
  return {of: "not" in predicate ? (future) => !enough(future) : enough};
}

function test(one: PredicateTest, horizon: Day): Asked<boolean> {
  switch (one.test) {
    case "number": {
      const on = dayOf(one.on);
      if (one.number !== "lag")
        return {
          why: `no future is asked for ${one.number}: only for the headline's lag and the two frontiers`,
        };
      if (on > horizon) return {why: `${one.on} lies beyond the forecast`};
      return {of: (future) => holds(yearLagOn(future, on), one.is, one.value)};
    }
    case "best-model": {
      const {of, than, instrument, is} = one;
      const on = dayOf(one.on);
      if (on > horizon) return {why: `${one.on} lies beyond the forecast`};
      const ours = side(of, on);
      const theirs = typeof than === "number" ? () => than : side(than, on);
      if (instrument !== "lagline" || !ours || !theirs) {
        return {
          why: "futures hold the best open and the best closed model of lagline's index, not this group",
        };
      }
      return {of: (future) => holds(ours(future), is, theirs(future))};
    }
    default:
      return {why: "futures hold the two frontiers, not rows, ranks or counts"};
  }
}

/** The ability a group has in a future: all open or all closed models, to a day if one is given. */
function side(
  group: Extract<PredicateTest, {test: "best-model"}>["of"],
  on: Day,
): ((future: Future) => number) | undefined {
  const {openness, to, ...others} = group;
  if (openness === undefined || Object.keys(others).length > 0) return undefined;
  const until = to === undefined ? on : (Math.min(on, dayOf(to)) as Day);
  return (future) => abilityOn(future[openness], until);
}

function number(value: ValueOf, {asOf}: Sight, horizon: Day): Asked<number> {
  if (!("number" in value) || value.number !== "lag")
    return {why: "futures are asked for the headline's lag alone"};
  const on = dayOf(value.on);
  if (on > horizon) return {why: `${value.on} lies beyond the forecast`};
  if (on <= asOf) return {why: "the facts have the number"};
  return {of: (future) => yearLagOn(future, on)};
}
