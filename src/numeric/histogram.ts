/**
 * Counts in equal bins: quantiles of any number of values in a fixed room.
 *
 * Counts are whole numbers, so histograms filled by several threads add up to the same bytes in any order. A quantile is
 * off by less than one bin width.
 */

export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** Several histograms with the same bins, one row each [rows x bins.count], and what fell outside them. */
export interface Histograms {
  readonly bins: Bins;
  readonly counts: Uint32Array;
  /** Values below, at or above the range, and not a number, by row. */
  readonly below: Uint32Array;
  readonly above: Uint32Array;
  readonly missing: Uint32Array;
}

export function histograms(bins: Bins, rows: number): Histograms {
  return {
    bins,
    counts: new Uint32Array(rows * bins.count),
    below: new Uint32Array(rows),
    above: new Uint32Array(rows),
    missing: new Uint32Array(rows),
  };
}

export function addValue(
  {bins, counts, below, above, missing}: Histograms,
  row: number,
  value: number,
): void {
  const bin = Math.floor((value - bins.from) / bins.width);
  if (bin >= 0 && bin < bins.count) counts[row * bins.count + bin]++;
  else if (bin < 0) below[row]++;
  else if (bin >= bins.count) above[row]++;
  else missing[row]++;
}

/** Adds one value to each row [rows]. */
export function addRow(into: Histograms, values: Float64Array): void {
  for (let row = 0; row < values.length; row++) addValue(into, row, values[row]);
}

/** Adds the counts of `other` to `into`. */
export function addHistograms(into: Histograms, other: Histograms): void {
  for (const key of ["counts", "below", "above", "missing"] as const)
    for (let i = 0; i < into[key].length; i++) into[key][i] += other[key][i];
}

/**
 * Quantile of a row's values, spread evenly within each bin.
 *
 * @returns ±Infinity where it lies outside the bins, NaN for a row without values
 */
export function histogramQuantile({bins, counts, below, above}: Histograms, row: number, p: number): number {
  const first = row * bins.count;
  let total = below[row] + above[row];
  for (let i = 0; i < bins.count; i++) total += counts[first + i];
  if (total === 0) return Number.NaN;
  const wanted = p * total;
  let passed = below[row];
  if (wanted < passed) return Number.NEGATIVE_INFINITY;
  for (let i = 0; i < bins.count; i++) {
    const here = counts[first + i];
    if (here > 0 && wanted <= passed + here) return bins.from + bins.width * (i + (wanted - passed) / here);
    passed += here;
  }
  return Number.POSITIVE_INFINITY;
}
