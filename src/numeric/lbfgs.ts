/**
 * Minimum of a smooth function by limited-memory BFGS with a strong-Wolfe line search.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, algorithms 7.4, 3.5 and 3.6
 */

/** Value at `x`; writes the gradient into `gradient`. May return Infinity where undefined. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface LbfgsOptions {
  readonly iterations: number;
  /** Settled when no entry of the gradient is larger. */
  readonly gradient: number;
  /** Also settled when a step lowers the value by less than this share of it; 0 to go on. */
  readonly decrease: number;
  /** Pairs of steps remembered. */
  readonly memory?: number;
}

export interface LbfgsMinimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly evaluations: number;
  /** Largest entry of the gradient at `x`. */
  readonly gradient: number;
  readonly settled: boolean;
}

const SUFFICIENT_DECREASE = 1e-4;
const CURVATURE = 0.9;
const LONGEST_SEARCH = 20;

/** @param start - not changed */
export function lbfgsMinimum(
  objective: Objective,
  start: Float64Array,
  {iterations, gradient: tolerance, decrease, memory = 10}: LbfgsOptions,
): LbfgsMinimum {
  let x: Float64Array = start.slice();
  let slope: Float64Array = new Float64Array(x.length);
  let value = objective(x, slope);
  let evaluations = 1;
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  let settled = largest(slope) <= tolerance;
  let iteration = 0;
  while (!settled && iteration < iterations) {
    const direction = descent(slope, steps, changes);
    const first = steps.length === 0 ? Math.min(1, 1 / norm(slope)) : 1;
    const found = lineSearch(objective, {x, value, slope, direction, first});
    evaluations += found.evaluations;
    if (found.value >= value) {
      // No progress along this direction: forget the curvature once, then give up.
      if (steps.length === 0) break;
      steps.length = changes.length = 0;
      continue;
    }
    iteration++;
    const step = found.x.map((entry, i) => entry - x[i]);
    const change = found.slope.map((entry, i) => entry - slope[i]);
    if (dot(step, change) > 1e-12 * dot(change, change)) {
      steps.push(step);
      changes.push(change);
      if (steps.length > memory) {
        steps.shift();
        changes.shift();
      }
    }
    settled = largest(found.slope) <= tolerance || value - found.value <= decrease * Math.abs(found.value);
    ({x, value, slope} = found);
  }
  return {x, value, iterations: iteration, evaluations, gradient: largest(slope), settled};
}

/** Minus the approximate inverse Hessian times the gradient: the two-loop recursion. */
function descent(
  slope: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): Float64Array {
  const direction = slope.map((entry) => -entry);
  const shares = new Float64Array(steps.length);
  for (let k = steps.length - 1; k >= 0; k--) {
    shares[k] = dot(steps[k], direction) / dot(steps[k], changes[k]);
    add(direction, -shares[k], changes[k]);
  }
  const last = steps.length - 1;
  if (last >= 0) {
    const scale = dot(steps[last], changes[last]) / dot(changes[last], changes[last]);
    for (let i = 0; i < direction.length; i++) direction[i] *= scale;
  }
  for (let k = 0; k < steps.length; k++) {
    const share = dot(changes[k], direction) / dot(steps[k], changes[k]);
    add(direction, shares[k] - share, steps[k]);
  }
  return direction;
}

interface SearchStart {
  readonly x: Float64Array;
  readonly value: number;
  readonly slope: Float64Array;
  readonly direction: Float64Array;
  readonly first: number;
}

function lineSearch(objective: Objective, {x, value, slope, direction, first}: SearchStart) {
  const initialSlope = dot(slope, direction);
  let evaluations = 0;
  let low = {length: 0, value, along: initialSlope};
  let high = Number.POSITIVE_INFINITY;
  let best = {x, value, slope};
  let length = first;
  while (evaluations < LONGEST_SEARCH) {
    const at = x.map((entry, i) => entry + length * direction[i]);
    const gradient = new Float64Array(x.length);
    const reached = objective(at, gradient);
    evaluations++;
    const along = dot(gradient, direction);
    const isHigher =
      !(reached <= value + SUFFICIENT_DECREASE * length * initialSlope) || reached >= low.value;
    if (!isHigher) {
      best = {x: at, value: reached, slope: gradient};
      if (Math.abs(along) <= -CURVATURE * initialSlope) break;
    }
    if (isHigher) high = length;
    else if (along > 0) {
      // Past the minimum: it lies between the last good length and this one.
      high = low.length;
      low = {length, value: reached, along};
    } else low = {length, value: reached, along};
    length = Number.isFinite(high) ? (low.length + high) / 2 : 2 * length;
    if (Number.isFinite(high) && Math.abs(high - low.length) < 1e-12 * Math.max(1, high)) break;
  }
  return {...best, evaluations};
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
};
const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));
const largest = (a: Float64Array): number => a.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
const add = (a: Float64Array, share: number, b: Float64Array): void => {
  for (let i = 0; i < a.length; i++) a[i] += share * b[i];
};
