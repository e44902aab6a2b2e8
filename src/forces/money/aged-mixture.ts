/**
 * A figure as of a day, from figures of earlier days.
 *
 * Per draw: pick one of the newest stated figures, with a chance that halves with age and grows with its source; draw what it may
 * mean; carry it to the day by part of the lab's growth; add the wandering of the time between. Figures that disagree
 * stay a mixture with more than one hump instead of being averaged into a value nobody stated.
 */
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {moneyMethod} from "./money-method.ts";
import {type Observation, observedDraw} from "./observation.ts";
import type {Growth} from "./pooled-growth.ts";

export interface Ageing {
  readonly asOf: Day;
  readonly growth: Growth;
  readonly halfLifeMonths: number;
  /** Figures older than the newest by more than this are overtaken. */
  readonly currentMonths: number;
  readonly logSdPerRootMonth: number;
}

export interface AgedFigure {
  /** As of the day, USD or USD a year [drawCount]. */
  readonly draws: Float64Array;
  /** Chance of each observation being the one drawn, as given. */
  readonly shares: readonly number[];
}

/** @param seen - at least one, none later than the day */
export function agedMixture(
  seen: readonly Observation[],
  ageing: Ageing,
  drawCount: number,
  random: Random,
): AgedFigure {
  const shares = mixtureShares(seen, ageing);
  const newest = Math.max(...seen.map(({day}) => day));
  const draws = new Float64Array(drawCount);
  for (let draw = 0; draw < drawCount; draw++) {
    const chosen = seen[picked(shares, random.uniform())];
    draws[draw] = observedDraw(chosen, random) * agedFactor(chosen, newest, ageing, random);
  }
  return {draws, shares};
}

/** Overtaken figures have none; rows of one event share its weight, so that a much-repeated figure does not count twice. */
function mixtureShares(
  seen: readonly Observation[],
  {asOf, halfLifeMonths, currentMonths}: Ageing,
): number[] {
  // A figure without a page adds its voice but overtakes none that has one.
  const sourced = seen.filter(({fact}) => fact.tier !== "none");
  const newest = Math.max(...(sourced.length > 0 ? sourced : seen).map(({day}) => day));
  const current = newest - currentMonths * DAYS_PER_MONTH;
  const told = new Map<string, number>();
  for (const {fact} of seen) if (fact.event !== "") told.set(fact.event, (told.get(fact.event) ?? 0) + 1);
  const weights = seen.map(({day, weight, fact}) =>
    day < current
      ? 0
      : (weight * 2 ** (-(asOf - day) / DAYS_PER_MONTH / halfLifeMonths)) / (told.get(fact.event) ?? 1),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** All growth up to the newest figure, for that much was seen; part of it, fading, beyond. */
function agedFactor(
  {day}: Observation,
  newest: number,
  {asOf, growth, logSdPerRootMonth}: Ageing,
  random: Random,
): number {
  const seen = Math.max(0, (Math.min(newest, asOf) - day) / DAYS_PER_MONTH);
  const silent = Math.max(0, (asOf - newest) / DAYS_PER_MONTH);
  const perMonth = (growth.mean + growth.sd * random.normal()) / 12;
  return Math.exp(
    perMonth * (seen + carriedMonths(silent)) +
      logSdPerRootMonth * Math.sqrt(seen + silent) * random.normal(),
  );
}

/** Months of growth carried over `months` of silence: share × ∫ 2^(−t / half-life) dt. */
export function carriedMonths(months: number): number {
  const half = moneyMethod.extrapolationHalfLifeMonths.value;
  return (moneyMethod.extrapolatedGrowthShare.value * half * (1 - 2 ** (-months / half))) / Math.LN2;
}

export function picked(shares: readonly number[], at: number): number {
  let sum = 0;
  for (const [i, share] of shares.entries()) {
    sum += share;
    if (at < sum) return i;
  }
  return shares.length - 1;
}
