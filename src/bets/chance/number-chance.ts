/** Chances of numbers of the Report to come: lag and gap read off a future, others from their interval today. */
import {dayOf} from "../../dates.ts";
import type {Future} from "../../forecast/future.ts";
import {gapOn, yearLagOn} from "../../forecast/future-metrics.ts";
import {lagPieces, meanLag} from "../../forecast/lag-pieces.ts";
import {lagMethod} from "../../measure/lag/method.ts";
import {normalQuantile} from "../../numeric/normal-quantile.ts";
import type {Quantity} from "../../quantity.ts";
import {type Day, day, DAYS_PER_MONTH} from "../../units.ts";
import {holds} from "../predicate/compare.ts";
import type {PredicateTest} from "../predicate/predicate-schema.ts";
import type {Sight} from "../predicate/sight.ts";
import {answered, type Asked, type Forecasters, lastDayOf, monthOf, type Path} from "./asked.ts";

type Test<Name extends PredicateTest["test"]> = Extract<PredicateTest, {test: Name}>;

export function numberChance(one: Test<"number">, sight: Sight, forecasters: Forecasters): Asked<boolean> {
  const asked = numberOn(one.number, one.on, sight, forecasters);
  if ("why" in asked) return asked;
  return {...asked, of: (path) => holds(asked.of(path), one.is, one.value)};
}

/**
 * A number as it will be published of a day to come.
 *
 * What the interval of today holds is what is still to be learned of a number that stays as it is: an estimate cannot be expected
 * to move by more (a posterior mean is a martingale). The lag of a part moves with the headline's lag besides.
 */
export function numberOn(
  number: string,
  date: string,
  sight: Sight,
  forecasters: Forecasters,
): Asked<number> {
  const on = dayOf(date);
  const {shown, forces} = forecasters;
  if (on > lastDayOf(shown)) return {why: `${date} lies beyond the forecast`};
  if (number === "lag") return answered(({future}) => yearLagOn(future("shown"), on), [], ["shown"]);
  if (number === "gap") {
    const from = day(on - Math.round(lagMethod.windowMonths.value * DAYS_PER_MONTH) + 1);
    return answered(({future}) => meanGap(future("shown"), from, on), [], ["shown"]);
  }
  const level = PRICE.exec(number)?.[1];
  if (level !== undefined) {
    const series = `price.${level}`;
    if (!forces?.future(0).series.has(series))
      return {why: `no forecaster follows the price of ability ${level}`};
    const month = monthOf(forces, on);
    return answered(({future}) => future("forces").series.get(series)![month]!, [], ["forces"], [number]);
  }
  const today = sight.numbers.get(number);
  const drawn = today && spread(number, today);
  if (!today || !drawn) return {why: `${number} has no value with an interval today to start from`};
  if (number.startsWith("lag.") && today.unit === "months") {
    return answered(
      (path) => {
        const future = path.future("shown");
        return drawn(path) + yearLagOn(future, on) - yearLagOn(future, sight.asOf);
      },
      [`the interval of ${number} today, moved as the headline's lag moves`],
      ["shown"],
      [number],
    );
  }
  if (STAYING.some((start) => number.startsWith(start)))
    return answered(
      drawn,
      [`the interval of ${number} today, as of something that stays as it is`],
      [],
      [number],
    );
  return {why: `no process is known that moves ${number}`};
}

/** R11's lag or R19's gap: mean over a span, read off a future whose past is the measured one. */
export function lagOverChance(
  {measure, over, is, value, than}: Test<"lag-over">,
  {shown}: Forecasters,
): Asked<boolean> {
  const last = than !== undefined && than.to > over.to ? than.to : over.to;
  if (dayOf(last) > lastDayOf(shown)) return {why: `${last} lies beyond the forecast`};
  const mean = measure === "lag" ? meanLagOver : meanGap;
  const of = (future: Future, span: {from: string; to: string}) =>
    mean(future, dayOf(span.from), dayOf(span.to));
  return answered(
    ({future}) => holds(of(future("shown"), over), is, value + (than ? of(future("shown"), than) : 0)),
    [],
    ["shown"],
  );
}

const PRICE = /^price\.ability\.(\d+)$/;

/** Numbers about what models are like, not about how far they have come. */
const STAYING = ["dif."];

/** Two halves of normals that meet at the median, as wide as the interval's sides. */
function spread(
  subject: string,
  {value, interval, censored}: Quantity,
): ((path: Path) => number) | undefined {
  if (value === null || censored !== "none" || !interval || interval.low === null || interval.high === null)
    return undefined;
  const z = normalQuantile((1 + interval.level) / 2);
  const [below, above] = [(value - interval.low) / z, (interval.high - value) / z];
  return (path) => {
    const normal = path.random(`number ${subject}`).normal();
    return value + normal * (normal < 0 ? below : above);
  };
}

const meanLagOver = (future: Future, from: Day, to: Day): number =>
  meanLag(lagPieces(future, {from, to}), from, to);

/** Mean of the gap over whole days: it is a step, so that every day counts alike. */
function meanGap(future: Future, from: Day, to: Day): number {
  let sum = 0;
  for (let on = from as number; on <= to; on++) sum += gapOn(future, on);
  return sum / (to - from + 1);
}
