/**
 * Mean distance E|X − X'| between draws of two forecasts, in their unit: twice the energy that a mixture of both gains over
 * their average.
 *
 * @returns for one forecast against itself the mean over pairs of different draws
 */
export function meanDistance(a: Float64Array, b: Float64Array): number {
  const [x, y] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
  const lower = prefixSums(y);
  const total = lower[y.length];
  let sum = 0;
  let below = 0;
  for (const value of x) {
    while (below < y.length && y[below] <= value) below++;
    sum += value * below - lower[below] + (total - lower[below]) - value * (y.length - below);
  }
  const pairs = x.length * y.length - (a === b ? x.length : 0);
  return sum / pairs;
}

function prefixSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}
