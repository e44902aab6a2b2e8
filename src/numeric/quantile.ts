/** Order statistics of plain numbers. */

/**
 * Quantile of sorted values by linear interpolation at `1 + (n - 1) p` (type 7 of Hyndman & Fan 1996, the default
 * of R and NumPy).
 *
 * @param sorted - ascending, at least one value
 * @param p - in [0, 1]
 */
export function quantileSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0)
    throw new RangeError("insufficient values for a quantile: 0; at least one was expected");
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  const low = sorted[below];
  // Equal neighbours are returned as they are: infinities (never matched) must not turn into NaN.
  return low === sorted[above] ? low : low + (position - below) * (sorted[above] - low);
}

/** The quantiles of unsorted values, one per `p`; the values are left as they are. */
export function quantiles(values: ArrayLike<number>, ps: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return ps.map((p) => quantileSorted(sorted, p));
}

export const median = (values: ArrayLike<number>): number => quantiles(values, [0.5])[0];

/** An equal-tailed interval that holds the middle `level` of the values. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

export function centralInterval(values: ArrayLike<number>, level: number): Interval {
  const [low, high] = quantiles(values, [(1 - level) / 2, (1 + level) / 2]);
  return {low, high, level};
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Sample standard deviation (divisor n - 1); 0 for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i] - centre) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}
