/**
 * When a group first has a model of a size that none has had: records of size come as they have come.
 *
 * The log of the largest size so far rises by records, n of them with mean jump m in the T years watched: their rate is
 * Gamma(1/2 + n, T), their jumps exponential, one over their mean Gamma(1 + n, (1 + n) m).
 */
import {dayOf} from "../../dates.ts";
import {gammaDraw} from "../../numeric/random-variates.ts";
import {day, DAYS_PER_MONTH} from "../../units.ts";
import {betsMethod} from "../bets-method.ts";
import {inGroup, releasedOn} from "../predicate/model-tests.ts";
import type {ModelGroup} from "../predicate/predicate-schema.ts";
import type {Sight} from "../predicate/sight.ts";
import {answered, type Asked} from "./asked.ts";
import {YEAR} from "./event-record.ts";
import {fullDay} from "./row-chance.ts";

/** The day of the first model of at least so many parameters, as a fraction of a day. */
export function firstLargeModelDay(
  group: ModelGroup & {readonly minParametersB: number},
  sight: Sight,
): Asked<number> {
  const {minParametersB: wanted, from, to: _to, ...like} = group;
  const records = sizeRecords(like, sight);
  const largest = records.at(-1);
  if (records.length < 3 || !largest)
    return {why: "fewer than three records of size are known in this group"};
  if (largest.params >= wanted)
    return {why: "a model of that size is there already, so that the next is no record"};
  const start = sight.asOf - betsMethod.releasesWatchedMonths.value * DAYS_PER_MONTH;
  const years = (sight.asOf - start) / YEAR;
  const jumps = records.flatMap(({params, on}, i) =>
    i > 0 && on > start ? [Math.log(params / records[i - 1]!.params)] : [],
  );
  if (jumps.length === 0) return {why: "no record of size came in the months watched"};
  const mean = jumps.reduce((sum, jump) => sum + jump, 0) / jumps.length;
  const subject = `sizes ${JSON.stringify(like)}`;
  return answered(
    (path) => {
      const random = path.random(subject);
      const perDay = gammaDraw(random, betsMethod.ratePrior.value + jumps.length) / years / YEAR;
      const size = (mean * (1 + jumps.length)) / gammaDraw(random, 1 + jumps.length);
      // Whoever asks from a later day on knows that none had come before it.
      let on: number = Math.max(sight.asOf, from === undefined ? 0 : dayOf(from));
      for (let log = Math.log(largest.params); log < Math.log(wanted);) {
        on += -Math.log(1 - random.uniform()) / perDay;
        log += -size * Math.log(1 - random.uniform());
      }
      return on;
    },
    [
      `${jumps.length} records of size in ${years.toFixed(1)} years, ${(100 * (Math.exp(mean) - 1)).toFixed(0)}% each on average, the last ${largest.params} billion parameters`,
    ],
  );
}

/** Models of the group larger than every earlier one, oldest first. */
function sizeRecords(like: ModelGroup, {models, asOf}: Sight): {on: number; params: number}[] {
  const dated = models.flatMap((model) => {
    const on = releasedOn(model);
    return on === null || model.paramsB === null || !inGroup(model, like)
      ? []
      : [{on: day(dayOf(fullDay(on))), params: model.paramsB}];
  });
  const records: {on: number; params: number}[] = [];
  for (const one of dated.filter(({on}) => on <= asOf).sort((a, b) => a.on - b.on || b.params - a.params))
    if (one.params > (records.at(-1)?.params ?? 0)) records.push(one);
  return records;
}
