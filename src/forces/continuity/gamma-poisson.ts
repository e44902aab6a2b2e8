/**
 * Rates of rare events over several suppliers, with partial pooling.
 *
 * `n_i ~ Poisson(λ_i T_i)`, `λ_i ~ Gamma(k, mean m)`, `m ~ Gamma(shape, mean)`, `k` flat over a grid: suppliers with
 * little history lean on the others as far as the others are alike. The posterior of (m, k) is computed on a grid from
 * the negative binomial likelihood, so its uncertainty enters every rate; λ_i given (m, k) is
 * Gamma(k + n_i, k/m + T_i). Gelman et al., Bayesian Data Analysis, 3rd ed., section 2.6 and chapter 5.
 */
import type {Random} from "../../numeric/random.ts";
import {gammaDraw} from "../../numeric/random-variates.ts";

/** One supplier's history: events seen in `exposureYears` of watching. */
export interface RateHistory {
  readonly id: string;
  readonly events: number;
  readonly exposureYears: number;
}

export interface RatePrior {
  /** Events per supplier-year before any data. */
  readonly mean: number;
  /** 1 = could be anything from near zero to a few times the mean; larger = surer. */
  readonly shape: number;
}

export interface RateDraws {
  /** Ids as given, one row of `draws` each. */
  readonly ids: readonly string[];
  /** Events per supplier-year [suppliers x drawCount], row-major. */
  readonly draws: Float64Array;
  /** Rate of a supplier not watched yet [drawCount]. */
  readonly newcomer: Float64Array;
  /** Mean rate over suppliers [drawCount]. */
  readonly pooled: Float64Array;
  readonly drawCount: number;
  readonly events: number;
  readonly exposureYears: number;
}

const LIKENESS = [0.3, 0.6, 1.2, 2.5, 5, 10, 20] as const;
const MEANS = 80;
/** The grid of m spans this many times the larger of prior mean and crude rate, both ways. */
const SPAN = 300;

/**
 * @param histories - one per supplier; zero exposure is allowed and gives the newcomer's rate
 * @param random - one stream
 */
export function ratePosterior(
  histories: readonly RateHistory[],
  prior: RatePrior,
  drawCount: number,
  random: Random,
): RateDraws {
  const events = histories.reduce((sum, history) => sum + history.events, 0);
  const exposureYears = histories.reduce((sum, history) => sum + history.exposureYears, 0);
  const centre =
    exposureYears > 0 && events > 0 ? Math.sqrt(prior.mean * (events / exposureYears)) : prior.mean;
  const grid: {mean: number; likeness: number; weight: number}[] = [];
  for (let i = 0; i < MEANS; i++) {
    const mean = centre * SPAN ** ((2 * (i + 0.5)) / MEANS - 1);
    // Equal steps of log m: the density of m is multiplied by m.
    const logPrior = prior.shape * Math.log(mean) - (prior.shape / prior.mean) * mean;
    for (const likeness of LIKENESS) {
      let log = logPrior;
      for (const {events: n, exposureYears: years} of histories)
        log += logNegativeBinomial(n, years, mean, likeness);
      grid.push({mean, likeness, weight: log});
    }
  }
  const top = Math.max(...grid.map(({weight}) => weight));
  const cumulative: number[] = [];
  let total = 0;
  for (const point of grid) {
    total += Math.exp(point.weight - top);
    cumulative.push(total);
  }

  const draws = new Float64Array(histories.length * drawCount);
  const newcomer = new Float64Array(drawCount);
  const pooled = new Float64Array(drawCount);
  for (let draw = 0; draw < drawCount; draw++) {
    const {mean, likeness} = grid[indexAt(cumulative, random.uniform() * total)];
    pooled[draw] = mean;
    newcomer[draw] = (gammaDraw(random, likeness) * mean) / likeness;
    for (const [i, {events: n, exposureYears: years}] of histories.entries()) {
      draws[i * drawCount + draw] = gammaDraw(random, likeness + n) / (likeness / mean + years);
    }
  }
  return {ids: histories.map(({id}) => id), draws, newcomer, pooled, drawCount, events, exposureYears};
}

/** log P(n | exposure, m, k) up to a term without m and k. */
function logNegativeBinomial(n: number, years: number, mean: number, likeness: number): number {
  let rising = 0;
  for (let j = 0; j < n; j++) rising += Math.log(likeness + j);
  const rate = likeness / mean;
  return rising + likeness * Math.log(rate / (rate + years)) - n * Math.log(rate + years);
}

function indexAt(cumulative: readonly number[], at: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The draws of one supplier; the newcomer's where the id was not given. */
export function rateOf(rates: RateDraws, id: string): Float64Array {
  const at = rates.ids.indexOf(id);
  return at < 0 ? rates.newcomer : rates.draws.subarray(at * rates.drawCount, (at + 1) * rates.drawCount);
}
