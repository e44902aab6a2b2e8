/**
 * The one ability that fits a few results best when the benchmarks' parameters are known: the x with the least
 * Σ (σ(slope (x - difficulty)) - performance)².
 *
 * The sum can have several minima, so the whole range is scanned first. On equal steps exp(-slope (x - difficulty)) is a geometric
 * series, which makes the scan cheap; a safeguarded Gauss-Newton search then finishes within the best step.
 */

/** One entry per result; only the first few may be in use. */
export interface SubsetItems {
  readonly performance: Float64Array;
  /** Per index point. */
  readonly slope: Float64Array;
  /** Index points. */
  readonly difficulty: Float64Array;
}

/** Index points between the places where a minimum is looked for; response curves are several times wider. */
const SCAN_STEP = 5;
/** Index points: far below the second decimal in which the index is published. */
const TOLERANCE = 1e-6;
/** Larger exponents would overflow in the series; such a curve is a step within every scan step. */
const STEEPEST = 600;

/**
 * @param count - how many of the items are in use, at least one
 * @param range - index points between which the ability is searched; an end is returned when the sum still falls there
 */
export function bestAbility(
  items: SubsetItems,
  count: number,
  [low, high]: readonly [number, number],
): number {
  const steps = Math.ceil((high - low) / SCAN_STEP);
  const step = (high - low) / steps;
  const squares = new Float64Array(steps + 1);
  for (let i = 0; i < count; i++) addScan(squares, low, step, items, i);
  let best = 0;
  for (let s = 1; s <= steps; s++) if (squares[s] < squares[best]) best = s;

  let left = Math.max(low, low + (best - 1) * step);
  let right = Math.min(high, low + (best + 1) * step);
  let x = low + best * step;
  while (right - left > TOLERANCE) {
    let gradient = 0;
    let bend = 0;
    for (let i = 0; i < count; i++) {
      const fitted = 1 / (1 + Math.exp(-items.slope[i] * (x - items.difficulty[i])));
      const rise = items.slope[i] * fitted * (1 - fitted);
      gradient += (fitted - items.performance[i]) * rise;
      bend += rise * rise;
    }
    if (gradient === 0) return x;
    if (gradient > 0) right = x;
    else left = x;
    const next = x - gradient / bend;
    const inside = next > left && next < right;
    const moved = inside ? next : (left + right) / 2;
    if (Math.abs(moved - x) < TOLERANCE) return moved;
    x = moved;
  }
  return x;
}

function addScan(squares: Float64Array, low: number, step: number, items: SubsetItems, i: number): void {
  const slope = items.slope[i];
  const performance = items.performance[i];
  const start = -slope * (low - items.difficulty[i]);
  if (Math.abs(start) + slope * step * squares.length > STEEPEST) {
    for (let s = 0; s < squares.length; s++) {
      squares[s] += (1 / (1 + Math.exp(start - slope * step * s)) - performance) ** 2;
    }
    return;
  }
  const ratio = Math.exp(-slope * step);
  let term = Math.exp(start);
  for (let s = 0; s < squares.length; s++) {
    const residual = 1 / (1 + term) - performance;
    squares[s] += residual * residual;
    term *= ratio;
  }
}
