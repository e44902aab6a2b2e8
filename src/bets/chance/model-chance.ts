/** Chances of tests on models to come: best of a side, ranks, the gap of a published index. */
import {dayOf, isoDay} from "../../dates.ts";
import {abilityOn, gapOn} from "../../forecast/future-metrics.ts";
import {type Day, day, DAYS_PER_MONTH} from "../../units.ts";
import {betsMethod} from "../bets-method.ts";
import {holds} from "../predicate/compare.ts";
import {rankTest} from "../predicate/model-tests.ts";
import type {ModelGroup, PredicateTest} from "../predicate/predicate-schema.ts";
import type {Sight} from "../predicate/sight.ts";
import {answered, type Asked, type Forecasters, lastDayOf, type Maker, type Path} from "./asked.ts";

type Test<Name extends PredicateTest["test"]> = Extract<PredicateTest, {test: Name}>;

/** The best open model of a day against the best closed one of a day, or either against a fixed ability. */
export function bestModelChance(
  {of, than, instrument, is, on: date}: Test<"best-model">,
  forecasters: Forecasters,
): Asked<boolean> {
  const on = dayOf(date);
  const maker: Maker = instrument === "eci" ? "eci" : "shown";
  const side = (group: ModelGroup): ((path: Path) => number) | undefined => {
    const {to, ...rest} = group;
    const ours = sideAlone(rest);
    const until = to === undefined ? on : day(Math.min(on, dayOf(to)));
    return ours && (({future}) => abilityOn(future(maker)[ours], until));
  };
  const ours = side(of);
  const theirs = typeof than === "number" ? () => than : side(than);
  if (!ours || !theirs) return {why: NOT_THIS_GROUP};
  const forecaster = forecasters[maker];
  if (!forecaster) return {why: NO_INDEX};
  if (on > lastDayOf(forecaster)) return {why: `${date} lies beyond the forecast`};
  return answered((path) => holds(ours(path), is, theirs(path)), [], [maker]);
}

const NOT_THIS_GROUP = "futures hold the best open and the best closed model of an index, not this group";
const NO_INDEX = "no forecaster could be fitted to that index";

/**
 * A rank wanders by the monthly steps it has taken: up a step when another model comes in before it, down many when its group has a
 * release of its own.
 */
export function rankChance(one: Test<"rank">, sight: Sight): Asked<boolean> {
  const months = Math.round((dayOf(one.on) - sight.asOf) / DAYS_PER_MONTH);
  const past = rankHistory(one, sight);
  const now = past.at(-1);
  if (now === undefined || past.length <= betsMethod.rankMonths.value / 3)
    return {why: "too few months are known in which the group had a rank"};
  const steps = past.slice(1).map((rank, i) => rank - past[i]!);
  const subject = `rank ${JSON.stringify([one.best, one.among, one.instrument])}`;
  return answered(
    ({random}) => {
      const drawn = random(subject);
      let rank = now;
      for (let m = 0; m < months; m++) rank = Math.max(1, rank + steps[drawn.below(steps.length)]!);
      return holds(rank, one.is, one.value);
    },
    [`its rank of ${now} today and its steps in ${steps.length} months`],
  );
}

/** The rank at the end of each month watched, oldest first, by today's abilities. */
function rankHistory({best, among, instrument}: Test<"rank">, sight: Sight): number[] {
  return Array.from({length: betsMethod.rankMonths.value + 1}, (_, i) => {
    const on = isoDay(
      day(Math.round(sight.asOf - (betsMethod.rankMonths.value - i) * DAYS_PER_MONTH) as Day),
    );
    const until = (group: ModelGroup): ModelGroup => ({
      ...group,
      to: group.to !== undefined && group.to < on ? group.to : on,
    });
    const test = {
      test: "rank",
      best: until(best),
      among: until(among),
      instrument,
      on,
      is: "at-most",
      value: 1,
    } as const;
    return rankTest(test, sight).value;
  }).filter((rank) => rank !== null);
}

/** Futures of the compatibility mode stand in for the table to be published. */
export function publishedIndexChance(
  {on: date, of, minus, is, value}: Test<"published-index">,
  {eci}: Forecasters,
): Asked<boolean> {
  const sides = [of, minus].map(sideAlone);
  if (sides.includes(undefined) || sides[0] === sides[1]) return {why: NOT_THIS_GROUP};
  if (!eci) return {why: NO_INDEX};
  const on = dayOf(date);
  if (on > lastDayOf(eci)) return {why: `${date} lies beyond the forecast`};
  const sign = sides[0] === "closed" ? 1 : -1;
  return answered(
    ({future}) => holds(sign * gapOn(future("eci"), on), is, value),
    ["the compatibility mode in place of the table that Epoch will publish"],
    ["eci"],
  );
}

function sideAlone({openness, ...others}: ModelGroup): "open" | "closed" | undefined {
  return Object.keys(others).length === 0 ? openness : undefined;
}
