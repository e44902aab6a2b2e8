/**
 * Money and conduct of one lab that lives on its own, month by month.
 *
 *   cash(t+1) = cash(t) − burn(t)/12 + rounds · (1 + funding)     burn grows at its rate; rounds come as they have (R33)
 *
 * With less than half a year of cash the lab is in trouble; after the response time this shows in its releases, until it has
 * been out of trouble as long. A lab whose cash is used up stops opening flagships for good, or is rescued with some months
 * of burn: cash is never below zero without one or the other.
 */
import {exp, log} from "../../numeric/elementary.ts";
import type {Random} from "../../numeric/random.ts";
import {forcesForecastMethod as method} from "./forces-forecast-method.ts";
import type {LabCash} from "./forces-ground.ts";

export interface LabBelief {
  readonly responseMonths: number;
  readonly exitWhenShort: number;
  readonly rescueMonths: number;
  readonly troubleEffort: number;
}

/** usual: as it has; trouble: funding trouble shows; gone: it opens nothing more. */
export const CONDUCT = {usual: 0, trouble: 1, gone: 2} as const;

/** One lab's rows, overwritten. */
export interface LabRun {
  /** [months], values of `CONDUCT`. */
  readonly conduct: Uint8Array;
  /** USD at each month's end, and 1 from when cash was used up [months + 1]. */
  readonly cash: Float64Array;
  readonly short: Float64Array;
}

/**
 * @returns whether the lab ever behaves otherwise than usual
 * @param draw - which of the lab's draws
 * @param funding - factor on rounds by month [months]
 * @param lostRevenue - USD a month lost, by month [months]
 * @param random - gives the same numbers whatever happens to the lab, so that two worlds can share them
 */
export function runLab(
  {cash, burn, growth, raising, roundLogMean, roundLogSd}: LabCash,
  {responseMonths, exitWhenShort, rescueMonths, troubleEffort}: LabBelief,
  draw: number,
  {funding, lostRevenue}: {readonly funding: Float64Array; readonly lostRevenue: Float64Array},
  random: Random,
  into: LabRun,
): boolean {
  const months = into.conduct.length;
  const of = (draws: readonly number[]) => draws[draw % draws.length];
  const troubled = method.troubleRunwayMonths.value;
  const grows = exp(of(growth) / 12);
  const perMonth = of(raising) / 12;
  const size = of(roundLogMean);
  const leaves = random.uniform() < exitWhenShort;
  let nextRound = waitFor(perMonth, random);
  let held = of(cash);
  let spending = of(burn) / 12;
  let pressure = 0;
  let gone = false;
  let short = 0;
  let unusual = false;
  into.cash[0] = held;
  into.short[0] = 0;
  for (let m = 0; m < months; m++) {
    const shows = pressure >= responseMonths;
    unusual ||= gone || shows;
    into.conduct[m] = gone ? CONDUCT.gone : shows ? CONDUCT.trouble : CONDUCT.usual;
    while (nextRound < m + 1) {
      const round = exp(size + roundLogSd * random.normal()) * funding[m];
      if (!gone) held += round;
      nextRound += waitFor(perMonth, random);
    }
    if (!gone) {
      // A lab that pays its way burns nothing, but lost revenue still has to come from somewhere.
      const need = (shows ? troubleEffort : 1) * spending + lostRevenue[m];
      held -= need;
      if (held < 0) {
        short = 1;
        gone = leaves;
        held = leaves ? 0 : rescueMonths * need;
        pressure = Math.max(pressure, responseMonths);
      } else if (held < troubled * need) pressure = Math.min(pressure + 1, 2 * responseMonths);
      else pressure = Math.max(0, pressure - 1);
      spending *= grows;
    }
    into.cash[m + 1] = held;
    into.short[m + 1] = short;
  }
  return unusual;
}

const waitFor = (perMonth: number, random: Random): number => -log(1 - random.uniform()) / perMonth;
