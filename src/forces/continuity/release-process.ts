/**
 * Releases of labs that may fall silent for good.
 *
 * While active, lab i releases at rate λ_i and stops for good at rate μ_i: of a long silence the model asks whether the
 * lab is slow or gone. With n releases after the first, the last of them t years into T years of watching,
 *
 *   L(λ, μ) = λⁿ/(λ+μ) · (λ e^(−(λ+μ)T) + μ e^(−(λ+μ)t)),
 *
 * the Pareto/NBD model (Schmittlein, Morrison & Colombo 1987, Management Science 33:1, "Counting your customers"). Both
 * rates are gamma-distributed over labs; means and likenesses get a posterior on a grid, so labs with little history
 * lean on the others, and one-off projects do not make steady labs look about to stop.
 */
import type {Random} from "../../numeric/random.ts";
import type {RatePrior} from "./gamma-poisson.ts";

export interface ReleaseHistory {
  readonly id: string;
  /** Releases after the one that opened the watch. */
  readonly releases: number;
  /** Years from the opening to the last release; 0 without any. */
  readonly lastYears: number;
  readonly watchedYears: number;
}

export interface ReleaseDraws {
  /** Ids as given, one row each. */
  readonly ids: readonly string[];
  /** Releases a year while active [labs x drawCount], row-major. */
  readonly rate: Float64Array;
  /** Chance that the lab is still active, given the draw [labs x drawCount]. */
  readonly active: Float64Array;
  /** Chance of no release within the horizon, given the draw [labs x drawCount]. */
  readonly noneWithin: Float64Array;
  /** Mean over labs of the rate at which they stop for good, a year [drawCount]. */
  readonly stopping: Float64Array;
  readonly drawCount: number;
}

const RATES = Array.from({length: 40}, (_, i) => 0.02 * 600 ** (i / 39));
const STOPS = Array.from({length: 14}, (_, i) => 0.004 * 500 ** (i / 13));
const MEAN_RATES = Array.from({length: 20}, (_, i) => 0.08 * 80 ** (i / 19));
const MEAN_STOPS = Array.from({length: 9}, (_, i) => 0.03 * 40 ** (i / 8));
const LIKENESS = [0.3, 0.7, 1.5, 3, 6] as const;

/**
 * @param prior - mean and shape of the mean release rate over labs
 * @param stoppingPrior - likewise of the mean stopping rate
 */
export function releasePosterior(
  histories: readonly ReleaseHistory[],
  {
    prior,
    stoppingPrior,
    horizonYears,
    drawCount,
  }: {prior: RatePrior; stoppingPrior: RatePrior; horizonYears: number; drawCount: number},
  random: Random,
): ReleaseDraws {
  const likelihood = histories.map((history) =>
    RATES.map((rate) => Float64Array.from(STOPS, (stop) => likelihoodOf(history, rate, stop))),
  );
  const releasing = MEAN_RATES.flatMap((mean) =>
    LIKENESS.map((likeness) => ({shape: gammaWeights(RATES, mean, likeness), log: logGamma(mean, prior)})),
  );
  const ending = MEAN_STOPS.flatMap((mean) =>
    LIKENESS.map((likeness) => ({
      mean,
      shape: gammaWeights(STOPS, mean, likeness),
      log: logGamma(mean, stoppingPrior),
    })),
  );
  const points: {release: number; end: number; log: number}[] = [];
  for (const [e, end] of ending.entries()) {
    const overStops = likelihood.map((perRate) => perRate.map((perStop) => dot(end.shape, perStop)));
    for (const [r, release] of releasing.entries()) {
      let log = release.log + end.log;
      for (const perRate of overStops) log += Math.log(dot(release.shape, perRate) + Number.MIN_VALUE);
      points.push({release: r, end: e, log});
    }
  }
  const top = Math.max(...points.map(({log}) => log));
  const weights = points.map(({log}) => Math.exp(log - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const labs = histories.length;
  const rate = new Float64Array(labs * drawCount);
  const active = new Float64Array(labs * drawCount);
  const noneWithin = new Float64Array(labs * drawCount);
  const stopping = new Float64Array(drawCount);
  for (let draw = 0; draw < drawCount; draw++) {
    const point = points[indexAt(weights, random.uniform() * total)];
    const release = releasing[point.release].shape;
    const end = ending[point.end];
    stopping[draw] = end.mean;
    for (const [i, {releases, watchedYears}] of histories.entries()) {
      const byRate = RATES.map((_, r) => release[r] * dot(end.shape, likelihood[i][r]));
      const r = indexAt(byRate, random.uniform() * sumOf(byRate));
      const byStop = STOPS.map((_, s) => end.shape[s] * likelihood[i][r][s]);
      const s = indexAt(byStop, random.uniform() * sumOf(byStop));
      const both = RATES[r] + STOPS[s];
      const alive = (RATES[r] ** (releases + 1) / both) * Math.exp(-both * watchedYears);
      const chance = Math.min(1, alive / likelihood[i][r][s]);
      rate[i * drawCount + draw] = RATES[r];
      active[i * drawCount + draw] = chance;
      noneWithin[i * drawCount + draw] = 1 + (chance * RATES[r] * Math.expm1(-both * horizonYears)) / both;
    }
  }
  return {ids: histories.map(({id}) => id), rate, active, noneWithin, stopping, drawCount};
}

function likelihoodOf(
  {releases, lastYears, watchedYears}: ReleaseHistory,
  rate: number,
  stop: number,
): number {
  const both = rate + stop;
  return (
    (rate ** releases / both) * (rate * Math.exp(-both * watchedYears) + stop * Math.exp(-both * lastYears))
  );
}

/** Gamma density with the mean, on a grid of equal log steps, summing to one. */
function gammaWeights(grid: readonly number[], mean: number, likeness: number): number[] {
  const logs = grid.map((rate) => likeness * Math.log(rate) - (likeness * rate) / mean);
  const top = Math.max(...logs);
  const values = logs.map((log) => Math.exp(log - top));
  const total = sumOf(values);
  return values.map((value) => value / total);
}

/** Log density of a mean on a grid of equal log steps: the density times the value. */
const logGamma = (value: number, {mean, shape}: RatePrior): number =>
  shape * Math.log(value) - (shape / mean) * value;

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Index of the entry in whose share of the running sum `at` falls. */
function indexAt(weights: readonly number[], at: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i];
    if (at < sum) return i;
  }
  return weights.length - 1;
}
