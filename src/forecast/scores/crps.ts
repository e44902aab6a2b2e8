/**
 * Continuous ranked probability score of a forecast given as draws: how far the whole distribution was from what came, in the
 * unit of the outcome; 0 is best. Of a forecast without spread it is the absolute error.
 *
 *   CRPS = E|X − y| − ½ E|X − X'|
 *
 * The plain form takes the draws for the whole distribution and so punishes few draws; the fair one estimates what infinitely many
 * draws of the same forecaster would score, E|X − X'| over pairs of different draws (Ferro 2014). It can be below zero by chance.
 *
 * @see Gneiting & Raftery (2007), JASA 102:359; Ferro (2014), QJRMS 140:1917
 */
export function fairCrps(draws: ArrayLike<number>, outcome: number): number {
  const n = draws.length;
  if (n < 2) throw new RangeError(`insufficient draws for a fair score: ${n}; at least two were expected`);
  return distance(draws, outcome) - spread(draws) / (n - 1);
}

/** The plain form, for a forecast that is its draws, for instance a set of quantiles. */
export function crps(draws: ArrayLike<number>, outcome: number): number {
  if (draws.length === 0)
    throw new RangeError("insufficient draws for a score: 0; at least one was expected");
  return distance(draws, outcome) - spread(draws) / draws.length;
}

/** Mean of |x − y|. */
function distance(draws: ArrayLike<number>, outcome: number): number {
  let sum = 0;
  for (let i = 0; i < draws.length; i++) sum += Math.abs(draws[i] - outcome);
  return sum / draws.length;
}

/** Σ over pairs of |x − x'|, divided by n: with x sorted, Σ (2i − n − 1) x(i) / n. */
function spread(draws: ArrayLike<number>): number {
  const sorted = Float64Array.from(draws).sort();
  const n = sorted.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += (2 * i - n + 1) * sorted[i];
  return sum / n;
}
