/**
 * Gibbs sampling of a mixed model whose random effects pass through a line of their own per item:
 *
 *   response[i] = intercept[t] + slope[t] * L[i] + error[i],  t = item[i]
 *   L[i] = sum over effects k of z_k[i] * x_k[group_k[i]]
 *   x_k[g] ~ N(mean_k[g], variance_k)
 *   error[i] ~ Student t(tail) with squared scale variance[t] * relativeVariance[i]
 *
 * A censored response is known only to lie below or above its value (Tobit) and is drawn afresh in every sweep. Each
 * function draws one block given all others from its full conditional, which is conjugate throughout; t errors are a
 * gamma mixture of normals. `drawShift` moves a parent and its children together (Liu & Sabatti 2000, Biometrika
 * 87:353), without which the mean of a group and the group's members would crawl.
 */
import type {Random} from "./random.ts";
import {gammaDraw, inverseGammaDraw, normalAbove} from "./random-variates.ts";

/** One batch of exchangeable coefficients and the observations each acts on. */
export interface Effect {
  readonly values: Float64Array;
  readonly mean: Float64Array;
  variance: number;
  /** Observations that carry the effect, with the coefficient's index and its covariate. */
  readonly at: Int32Array;
  readonly group: Int32Array;
  readonly z: Float64Array;
}

export interface BilinearState {
  readonly item: Int32Array;
  /** Latent responses: equal to the observed ones except where censored. */
  readonly response: Float64Array;
  /** Bound of censored responses, and on which side of it the truth lies (-1 below, 1 above, 0 observed). */
  readonly bound: Float64Array;
  readonly censored: Int8Array;
  readonly relativeVariance: Float64Array;
  readonly intercept: Float64Array;
  readonly slope: Float64Array;
  readonly errorVariance: Float64Array;
  /** Kept up to date by every draw, per observation: error, slope of its item, and precision of its error. */
  readonly residual: Float64Array;
  readonly slopeAt: Float64Array;
  readonly precision: Float64Array;
}

/** The state in which every effect is 0, slopes are 1 and items sit at `intercept`. */
export function startState(
  observed: Pick<BilinearState, "item" | "response" | "censored" | "relativeVariance" | "intercept">,
  errorVariance: number,
): BilinearState {
  const {item, response, relativeVariance, intercept} = observed;
  return {
    ...observed,
    response: response.slice(),
    bound: response.slice(),
    slope: new Float64Array(intercept.length).fill(1),
    errorVariance: new Float64Array(intercept.length).fill(errorVariance),
    residual: response.map((value, i) => value - intercept[item[i]]),
    slopeAt: new Float64Array(item.length).fill(1),
    precision: relativeVariance.map((relative) => 1 / (errorVariance * relative)),
  };
}

export function effect(
  groupCount: number,
  members: readonly {readonly at: number; readonly group: number; readonly z: number}[],
  variance: number,
): Effect {
  return {
    values: new Float64Array(groupCount),
    mean: new Float64Array(groupCount),
    variance,
    at: Int32Array.from(members, ({at}) => at),
    group: Int32Array.from(members, ({group}) => group),
    z: Float64Array.from(members, ({z}) => z),
  };
}

/** Draws all coefficients of one effect; they are independent given the rest. */
export function drawEffect(state: BilinearState, batch: Effect, random: Random): void {
  const {values, mean, variance, at, group, z} = batch;
  const {residual, slopeAt, precision} = state;
  const total = new Float64Array(values.length).fill(1 / variance);
  const step = new Float64Array(values.length);
  for (let g = 0; g < values.length; g++) step[g] = (mean[g] - values[g]) / variance;
  for (let k = 0; k < at.length; k++) {
    const i = at[k];
    const lever = slopeAt[i] * z[k];
    const weighted = lever * precision[i];
    total[group[k]] += weighted * lever;
    step[group[k]] += weighted * residual[i];
  }
  for (let g = 0; g < values.length; g++) {
    step[g] = step[g] / total[g] + random.normal() / Math.sqrt(total[g]);
    values[g] += step[g];
  }
  for (let k = 0; k < at.length; k++) residual[at[k]] -= slopeAt[at[k]] * z[k] * step[group[k]];
}

/** Draws the variance of an effect; prior inverse-gamma(shape, scale). */
export function drawVariance(batch: Effect, prior: {shape: number; scale: number}, random: Random): void {
  let sum = 0;
  for (let g = 0; g < batch.values.length; g++) sum += (batch.values[g] - batch.mean[g]) ** 2;
  batch.variance = inverseGammaDraw(random, prior.shape + batch.values.length / 2, prior.scale + sum / 2);
}

export interface LinePrior {
  readonly interceptMean: number;
  readonly interceptSd: number;
  readonly slopeMean: number;
  readonly slopeSd: number;
  /** Slopes at or below this are refused. */
  readonly slopeFloor: number;
}

/** A common move of many coefficients: `values[groups[k]] += by[k] * t` for one t. */
export interface Move {
  readonly effect: Pick<Effect, "values" | "mean" | "variance">;
  readonly groups: readonly number[];
  readonly by: readonly number[];
  /** How far the prior means of the same coefficients move along, where they are free; not at all when left out. */
  readonly meanBy?: readonly number[];
}

export interface Shift {
  readonly moves: readonly Move[];
  /** Items whose intercepts move so that their L changes by `by` per unit of t. */
  readonly items: readonly {readonly item: number; readonly by: number}[];
  /** Observations whose L changes in all by `by[k]` per unit of t; most shifts cancel everywhere. */
  readonly at: Int32Array;
  readonly by: Float64Array;
}

/** Draws t of a shift from its full conditional and applies it. */
export function drawShift(
  state: BilinearState,
  shift: Shift,
  priors: readonly LinePrior[],
  random: Random,
): void {
  let precision = 0;
  let pull = 0;
  for (const {effect: batch, groups, by, meanBy} of shift.moves) {
    for (let k = 0; k < groups.length; k++) {
      const g = groups[k];
      const net = meanBy ? by[k] - meanBy[k] : by[k];
      pull -= (net * (batch.values[g] - batch.mean[g])) / batch.variance;
      precision += (net * net) / batch.variance;
    }
  }
  for (const {item, by} of shift.items) {
    const {interceptMean, interceptSd} = priors[item];
    const step = state.slope[item] * by;
    pull -= (step * (state.intercept[item] - interceptMean)) / interceptSd ** 2;
    precision += (step / interceptSd) ** 2;
  }
  const {at, by} = shift;
  const {residual, slopeAt, precision: weight} = state;
  for (let k = 0; k < at.length; k++) {
    const i = at[k];
    const lever = slopeAt[i] * by[k];
    const weighted = lever * weight[i];
    precision += weighted * lever;
    pull += weighted * residual[i];
  }
  if (precision === 0) return;
  const t = pull / precision + random.normal() / Math.sqrt(precision);
  for (const {effect: batch, groups, by, meanBy} of shift.moves) {
    for (let k = 0; k < groups.length; k++) {
      batch.values[groups[k]] += by[k] * t;
      if (meanBy) batch.mean[groups[k]] += meanBy[k] * t;
    }
  }
  for (const {item, by} of shift.items) state.intercept[item] += state.slope[item] * by * t;
  for (let k = 0; k < at.length; k++) residual[at[k]] -= slopeAt[at[k]] * by[k] * t;
}

/** Draws intercept and slope of every item jointly; a refused slope leaves the item's line as it was. */
export function drawLines(state: BilinearState, priors: readonly LinePrior[], random: Random): void {
  const {item, response, intercept, slope, residual, slopeAt, precision} = state;
  const sums = new Float64Array(intercept.length * 5);
  const linear = new Float64Array(item.length);
  for (let i = 0; i < item.length; i++) {
    const p = precision[i];
    const at = item[i] * 5;
    const x = (response[i] - residual[i] - intercept[item[i]]) / slopeAt[i];
    linear[i] = x;
    sums[at] += p;
    sums[at + 1] += p * x;
    sums[at + 2] += p * x * x;
    sums[at + 3] += p * response[i];
    sums[at + 4] += p * x * response[i];
  }
  for (let t = 0; t < intercept.length; t++) {
    const prior = priors[t];
    const at = t * 5;
    const a = sums[at] + 1 / prior.interceptSd ** 2;
    const c = sums[at + 2] + 1 / prior.slopeSd ** 2;
    const u = sums[at + 3] + prior.interceptMean / prior.interceptSd ** 2;
    const v = sums[at + 4] + prior.slopeMean / prior.slopeSd ** 2;
    // Slope from its marginal, then the intercept given the slope.
    const marginal = c - sums[at + 1] ** 2 / a;
    const drawn = (v - (sums[at + 1] * u) / a) / marginal + random.normal() / Math.sqrt(marginal);
    const noise = random.normal();
    if (drawn <= prior.slopeFloor) continue;
    slope[t] = drawn;
    intercept[t] = (u - sums[at + 1] * drawn) / a + noise / Math.sqrt(a);
  }
  for (let i = 0; i < item.length; i++) {
    slopeAt[i] = slope[item[i]];
    residual[i] = response[i] - intercept[item[i]] - slopeAt[i] * linear[i];
  }
}

/**
 * Draws the error variances of all items, the mixture weights of the t errors and the censored responses.
 *
 * Item variances share an inverse-gamma(shape, shape * typical) prior; `typical` is drawn too, so items with few
 * observations borrow the others' noise.
 *
 * @param tail - degrees of freedom of the errors
 * @returns the new `typical`
 */
export function drawErrors(
  state: BilinearState,
  {shape, typical, tail}: {shape: number; typical: number; tail: number},
  random: Random,
): number {
  const {item, response, bound, censored, relativeVariance, errorVariance, residual, precision} = state;
  const count = errorVariance.length;
  const scale = new Float64Array(count).fill(shape * typical);
  const half = new Float64Array(count).fill(shape);
  const weight = new Float64Array(item.length);
  for (let i = 0; i < item.length; i++) {
    const t = item[i];
    const side = censored[i];
    if (side !== 0) {
      const sd = 1 / Math.sqrt(precision[i]);
      const centre = response[i] - residual[i];
      residual[i] = side * sd * normalAbove(random, (side * (bound[i] - centre)) / sd);
      response[i] = centre + residual[i];
    }
    const e2 = (residual[i] * residual[i]) / relativeVariance[i];
    weight[i] = gammaDraw(random, (tail + 1) / 2) / ((tail + e2 / errorVariance[t]) / 2);
    scale[t] += (weight[i] * e2) / 2;
    half[t] += 0.5;
  }
  let precisions = 0;
  for (let t = 0; t < count; t++) {
    errorVariance[t] = inverseGammaDraw(random, half[t], scale[t]);
    precisions += 1 / errorVariance[t];
  }
  for (let i = 0; i < item.length; i++)
    precision[i] = weight[i] / (errorVariance[item[i]] * relativeVariance[i]);
  // Gamma(1, 1) prior on `typical`: conjugate, and weak beside dozens of items.
  return gammaDraw(random, 1 + count * shape) / (1 + shape * precisions);
}

/**
 * Scales all effects by s and all slopes by 1 / s, accepted by Metropolis-Hastings; no prediction changes.
 *
 * Only the priors fix the scale of L, so without this move it wanders thousands of sweeps. Proposal log s ~
 * N(0, step^2). Jacobian: s for each effect of fixed variance, s^2 for each drawn variance, s for each free
 * coefficient of a prior mean, 1/s for each slope; effects with a drawn variance cancel against their density.
 */
export function drawScale(
  state: BilinearState,
  batches: {
    readonly fixed: readonly Effect[];
    readonly pooled: readonly Effect[];
    /** Coefficients behind the means of pooled effects, under a flat prior. */
    readonly meanCoefficients: number;
  },
  priors: {
    readonly lines: readonly LinePrior[];
    readonly variance: {shape: number; scale: number};
    readonly step: number;
  },
  random: Random,
): void {
  const logS = priors.step * random.normal();
  const chance = random.uniform();
  const s = Math.exp(logS);
  let ratio = (batches.meanCoefficients - state.slope.length) * logS;
  for (const [t, {slopeMean, slopeSd, slopeFloor}] of priors.lines.entries()) {
    if (state.slope[t] / s <= slopeFloor) return;
    ratio += ((state.slope[t] - slopeMean) ** 2 - (state.slope[t] / s - slopeMean) ** 2) / (2 * slopeSd ** 2);
  }
  for (const {values, variance} of batches.fixed)
    for (const value of values) ratio += logS - (value * value * (s * s - 1)) / (2 * variance);
  // Inverse-gamma density of s^2 V over that of V, times the Jacobian s^2.
  const {shape, scale} = priors.variance;
  for (const {variance} of batches.pooled) ratio -= 2 * shape * logS + (scale / variance) * (1 / (s * s) - 1);
  if (Math.log(chance) >= ratio) return;
  for (const {values, mean} of [...batches.fixed, ...batches.pooled]) {
    for (let g = 0; g < values.length; g++) {
      values[g] *= s;
      mean[g] *= s;
    }
  }
  for (const batch of batches.pooled) batch.variance *= s * s;
  for (let t = 0; t < state.slope.length; t++) state.slope[t] /= s;
  for (let i = 0; i < state.slopeAt.length; i++) state.slopeAt[i] /= s;
}
