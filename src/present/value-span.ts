/**
 * The span an axis shares among several values with intervals: zero, every ordinary value, and interval ends as far
 * as they do not squeeze everything else. What lies beyond is drawn as an arrow; its number stands beside it.
 */

interface Spanned {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A value, or an interval's end, further from zero than this many medians of its fellows is extraordinary. */
const REACH = {value: 4, end: 2.5};
/** Among fewer values than this none is called extraordinary. */
const FEW = 4;

/** @returns ends of the axis before rounding to ticks; 0 to 1 when there is no value */
export function valueSpan(items: readonly Spanned[]): {low: number; high: number} {
  const valued = items.flatMap(({value, low, high}) => (value === null ? [] : [{value, low, high}]));
  const sizes = valued.map(({value}) => Math.abs(value)).sort((a, b) => a - b);
  const middle = sizes[sizes.length >> 1] ?? 0;
  const limit = sizes.length < FEW ? Number.POSITIVE_INFINITY : Math.max(1, middle * REACH.value);
  const ordinary = valued.filter(({value}) => Math.abs(value) <= limit);
  const values = ordinary.map(({value}) => value);
  const largest = Math.max(0, ...values);
  const smallest = Math.min(0, ...values);
  const ends = ordinary.flatMap(({low, high}) => [low, high]).filter((end) => end !== null);
  const sizesOfEnds = ends.map(Math.abs).sort((a, b) => a - b);
  const bound = (sizesOfEnds[sizesOfEnds.length >> 1] ?? 0) * REACH.end;
  const above = Math.max(largest, Math.min(Math.max(0, ...ends), bound));
  const below = Math.min(smallest, Math.max(Math.min(0, ...ends), -bound));
  return above > below ? {low: below, high: above} : {low: 0, high: 1};
}

/** The span of levels, whose scale has no zero that means anything: all values and ends, and a little room. */
export function levelSpan(items: readonly Spanned[]): {low: number; high: number} {
  const ends = items.flatMap(({value, low, high}) => [low, value, high]).filter((end) => end !== null);
  return ends.length > 0 ? {low: Math.min(...ends) - 1, high: Math.max(...ends) + 1} : {low: 0, high: 1};
}
