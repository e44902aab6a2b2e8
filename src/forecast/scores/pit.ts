/**
 * Probability integral transform of an outcome: the forecast's probability of less. Over calibrated forecasts it is uniform;
 * heaped at the ends the intervals are too narrow, heaped in the middle too wide.
 *
 * Draws equal to the outcome count half, so that a forecast with steps is not taken for a biased one.
 *
 * @returns in [0, 1]
 * @see Dawid (1984), JRSS A 147:278; Czado, Gneiting & Held (2009), Biometrics 65:1254 (counts)
 */
export function pit(draws: ArrayLike<number>, outcome: number): number {
  let below = 0;
  for (let i = 0; i < draws.length; i++) below += draws[i] < outcome ? 1 : draws[i] === outcome ? 0.5 : 0;
  return below / draws.length;
}

/** How many values fall in each of equal bins over [0, 1] [bins]; 1 belongs to the last. */
export function pitHistogram(values: readonly number[], bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) counts[Math.min(bins - 1, Math.floor(value * bins))]++;
  return counts;
}
