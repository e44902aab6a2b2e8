/**
 * Running short when the lab goes on raising money as it has.
 *
 * Rounds arrive as a Poisson process whose rate is learned from all independent labs with partial pooling; their sizes
 * are lognormal around the lab's own past, shrunk towards somewhat more than a year of burn. It is the record carried
 * on: a market that closes, or an investor's last word, is not in it.
 */
import {dayOf} from "../../dates.ts";
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {type RateDraws, type RateHistory, rateOf, ratePosterior} from "../continuity/gamma-poisson.ts";
import type {BurnDraws} from "./burn-draws.ts";
import type {FundingRound} from "./funding-rounds.ts";
import {hasParent, type MoneyGround} from "./money-ground.ts";
import {moneyMethod} from "./money-method.ts";
import {cappedRunwayMonths} from "./runway.ts";

const YEAR_DAYS = 12 * DAYS_PER_MONTH;

/**
 * Rounds seen per independent lab since rounds are collected. A lab of which no round at all is known is one nobody
 * wrote about, not one that raised nothing: it is not watched and gets the rate of a newcomer.
 */
export function raisingHistories({asOf, labs, rounds}: MoneyGround): RateHistory[] {
  const from = dayOf(moneyMethod.raisingFrom.value);
  return labs
    .filter((lab) => !hasParent(lab, asOf))
    .map(({id}) => ({
      id,
      events: closedSince(rounds.get(id) ?? [], from).length,
      exposureYears: (rounds.get(id) ?? []).length === 0 ? 0 : Math.max(0, (asOf - from) / YEAR_DAYS),
    }));
}

const closedSince = (rounds: readonly FundingRound[], from: Day): readonly FundingRound[] =>
  rounds.filter(({closed, day}) => closed && day >= from);

export const raisingRates = (ground: MoneyGround, drawCount: number, random: Random): RateDraws =>
  ratePosterior(raisingHistories(ground), moneyMethod.raisingRatePrior.value, drawCount, random);

/**
 * Months until the lab runs short although it goes on raising, one per draw, cut at the longest horizon.
 *
 * @param rates - rounds a year, from `raisingRates`
 */
export function runwayWithRaising(
  {rounds}: MoneyGround,
  lab: string,
  {cash, burn, rates}: {cash: Float64Array; burn: BurnDraws; rates: RateDraws},
  random: Random,
): Float64Array {
  const horizon = Math.max(...moneyMethod.horizonsMonths.value);
  const {logSd} = moneyMethod.roundSize.value;
  const rate = rateOf(rates, lab);

  return Float64Array.from({length: cash.length}, (_, i) => {
    if (burn.draws[i] <= 0) return horizon;
    const size = roundLogMean(rounds.get(lab) ?? [], burn.draws[i], random);
    const growth = burn.growth[i];
    let [held, now] = [cash[i], 0];
    for (;;) {
      const spending = burn.draws[i] * Math.exp((growth * now) / 12);
      const lasts = now + cappedRunwayMonths({cash: held, burn: spending, growth});
      const next = now + (12 * -Math.log(1 - random.uniform())) / rate[i % rate.length];
      if (lasts >= horizon) return horizon;
      if (next >= lasts) return lasts;
      held += Math.exp(size + logSd * random.normal()) - spent(spending, growth, next - now);
      now = next;
    }
  });
}

/**
 * Centre of the log of a lab's round sizes, one draw: its own past, shrunk towards somewhat more than a year of burn.
 *
 * @param burn - USD a year, above zero
 */
export function roundLogMean(rounds: readonly FundingRound[], burn: number, random: Random): number {
  const {yearsOfBurn, priorLogSd, logSd} = moneyMethod.roundSize.value;
  const sizes = rounds.filter(({closed}) => closed).map(({mid}) => Math.log(mid));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  const own = sizes.length / logSd ** 2;
  const precision = own + 1 / priorLogSd ** 2;
  const prior = Math.log(yearsOfBurn * burn);
  return (mean * own + prior / priorLogSd ** 2) / precision + random.normal() / Math.sqrt(precision);
}

/** USD spent over some months from a yearly rate that grows. */
function spent(burn: number, growth: number, months: number): number {
  const years = months / 12;
  return Math.abs(growth) < 1e-6 ? burn * years : (burn * Math.expm1(growth * years)) / growth;
}
