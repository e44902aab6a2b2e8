/**
 * What a scenario changes: each target with and without it, the force by which the change came and when, and the parameter
 * that, if known better, would narrow the answer most.
 *
 * @see METHOD R58
 */
import {exp} from "../../numeric/elementary.ts";
import {type Histograms, histogramQuantile} from "../../numeric/histogram.ts";
import type {ForcePart, HangsOn, ScenarioTarget} from "../../whatif-report.ts";
import {CHANNELS} from "../forces/channel.ts";
import type {Lever} from "../forces/lever.ts";
import {PARAMETER_NAMES, PARAMETERS} from "../forces/parameters.ts";
import {ASKED, type EffectSums, HORIZONS, QUARTERS, TRACED} from "./effect-sums.ts";
import {BINS, uncertainLevers} from "./parameter-bins.ts";
import {scenarioMethod} from "./scenario-method.ts";
import {type Target, TARGETS} from "./target.ts";

export interface Effect {
  readonly targets: readonly ScenarioTarget[];
  readonly path: readonly ForcePart[];
  readonly hangsOn: readonly HangsOn[];
}

export const effectOf = (sums: EffectSums, levers: readonly Lever[]): Effect => ({
  targets: TARGETS.map((target, t) => targetEffect(sums, target, t)),
  path: forceParts(sums),
  hangsOn: hangsOn(sums, levers),
});

function targetEffect(
  {histograms, sums, paths}: EffectSums,
  {id, label, unit, as}: Target,
  t: number,
): ScenarioTarget {
  const count = HORIZONS.length;
  const means = (view: number, h: number) => sums[(3 * t + view) * count + h] / paths;
  const level = scenarioMethod.intervalLevel.value;
  const quantilesOf = (of: Histograms, row: number) =>
    [(1 - level) / 2, 0.5, (1 + level) / 2].map((p) => quantileOf(of, row, p, as));
  const state = (view: 0 | 1, h: number) => {
    const [low, middle, high] = quantilesOf(histograms[2 * t], view * count + h);
    return {value: as === "count" ? means(view, h) : middle, low, high};
  };
  const change = (h: number) => {
    const [low, , high] = quantilesOf(histograms[2 * t + 1], h);
    const mean = means(2, h);
    return {value: !Number.isFinite(mean) ? null : as === "ratio" ? exp(mean) : mean, low, high};
  };
  return {
    id,
    label,
    unit,
    as,
    horizons: HORIZONS.map((months, h) => ({
      months,
      without: state(0, h),
      with: state(1, h),
      change: change(h),
    })),
  };
}

/** Outside the bins there is no number; within half a bin of nothing is nothing; a logarithm becomes what it is of. */
function quantileOf(of: Histograms, row: number, p: number, as: Target["as"]): number | null {
  const found = histogramQuantile(of, row, p);
  if (!Number.isFinite(found)) return null;
  const value = Math.abs(found) <= of.bins.width / 2 ? 0 : found;
  return as === "ratio" ? exp(value) : as === "count" ? Math.round(value) : value;
}

/** What switching on each force adds to the mean of a target, quarter by quarter. */
function forceParts({traced, channels, paths}: EffectSums): ForcePart[] {
  const mean = (state: number, k: number, q: number) =>
    traced[(state * TRACED.length + k) * QUARTERS + q] / paths;
  return channels.flatMap((force, c) =>
    TRACED.map((target, k): ForcePart => {
      const byQuarter = Array.from({length: QUARTERS}, (_, q) => mean(c + 1, k, q) - mean(c, k, q));
      const largest = Math.max(...byQuarter.map(Math.abs));
      const first = byQuarter.findIndex((part) => largest > 0 && Math.abs(part) >= largest / 2);
      return {force, label: CHANNELS[force], target, byQuarter, halfBy: first < 0 ? null : 3 * first};
    }),
  );
}

/**
 * Share of the variance of a change that each parameter explains by itself: variance of the means over its eighths, less
 * what chance alone would put there.
 */
function hangsOn({binned}: EffectSums, levers: readonly Lever[]): HangsOn[] {
  const names = [
    ...PARAMETER_NAMES.map((name) => PARAMETERS[name]),
    ...uncertainLevers(levers).map((i) => `the scenario's own amount of ${levers[i].kind.replace("-", " ")}`),
  ];
  return ASKED.flatMap(({target, months}, a) => {
    const shares = names.map((what, f) => ({
      target,
      months,
      what,
      share: explained(binned, (f * ASKED.length + a) * BINS),
    }));
    return shares
      .filter(({share}) => share >= scenarioMethod.leastShare.value)
      .sort((one, other) => other.share - one.share)
      .slice(0, scenarioMethod.namedFactors.value);
  });
}

function explained(binned: Float64Array, first: number): number {
  let [n, sum, squares, between, bins] = [0, 0, 0, 0, 0];
  for (let b = 0; b < BINS; b++) {
    const [count, total, square] = binned.subarray(3 * (first + b), 3 * (first + b) + 3);
    if (count === 0) continue;
    n += count;
    sum += total;
    squares += square;
    between += (total * total) / count;
    bins++;
  }
  const all = squares - (sum * sum) / n;
  const explainedSquares = between - (sum * sum) / n;
  if (!(all > 0) || n <= bins) return 0;
  const noise = (all - explainedSquares) / (n - bins);
  return Math.max(0, (explainedSquares - (bins - 1) * noise) / all);
}
