/**
 * A distribution told by a few quantiles, and its scores.
 *
 * Between two quantiles probability is spread evenly; each tail goes on with the density next to it until its probability
 * is used up. The distribution function is then a polyline, and its CRPS an exact sum.
 */
import {betsMethod} from "../bets-method.ts";

/** The polyline: values ascending with the probability below each, from 0 to 1. */
export interface QuantileDistribution {
  readonly values: readonly number[];
  readonly below: readonly number[];
}

/** @param quantiles - pairs of level in (0, 1) and value, both strictly ascending; at least two */
export function quantileDistribution(
  quantiles: readonly (readonly [number, number])[],
): QuantileDistribution {
  const [[l1, v1], [l2, v2]] = [quantiles[0]!, quantiles[1]!];
  const [[k1, w1], [k2, w2]] = [quantiles.at(-2)!, quantiles.at(-1)!];
  const lowest = v1 - (l1 * (v2 - v1)) / (l2 - l1);
  const highest = w2 + ((1 - k2) * (w2 - w1)) / (k2 - k1);
  return {
    values: [lowest, ...quantiles.map(([, value]) => value), highest],
    below: [0, ...quantiles.map(([level]) => level), 1],
  };
}

/** Probability of at most x. */
export function probabilityBelow({values, below}: QuantileDistribution, x: number): number {
  if (x <= values[0]!) return 0;
  const after = values.findIndex((value) => value > x);
  if (after < 0) return 1;
  const [low, high] = [values[after - 1]!, values[after]!];
  return below[after - 1]! + ((below[after]! - below[after - 1]!) * (x - low)) / (high - low);
}

/**
 * Continuous ranked probability score: the integral of (F(x) - [x >= y])^2, in the unit of the answer; lower is better.
 * Over a piece in which F - [x >= y] runs linearly from a to b the square integrates to width (a^2 + a b + b^2) / 3.
 *
 * @see Gneiting and Raftery 2007, equation 20
 */
export function crps({values, below}: QuantileDistribution, y: number): number {
  const [first, last] = [values[0]!, values.at(-1)!];
  let sum = Math.max(0, first - y) + Math.max(0, y - last);
  for (let i = 1; i < values.length; i++) {
    const [x1, x2, f1, f2] = [values[i - 1]!, values[i]!, below[i - 1]!, below[i]!];
    if (x2 <= y) sum += square(x2 - x1, f1, f2);
    else if (x1 >= y) sum += square(x2 - x1, f1 - 1, f2 - 1);
    else {
      const fy = f1 + ((f2 - f1) * (y - x1)) / (x2 - x1);
      sum += square(y - x1, f1, fy) + square(x2 - y, fy - 1, f2 - 1);
    }
  }
  return sum;
}

const square = (width: number, a: number, b: number): number => (width * (a * a + a * b + b * b)) / 3;

/** Probability of the bucket of the question's range that holds the answer, or of the side beyond it, with the uniform share. */
export function bucketProbability(
  distribution: QuantileDistribution,
  {low, high}: {readonly low: number; readonly high: number},
  answer: number,
): number {
  const uniform = betsMethod.uniformShare.value;
  const [from, to] = bucketOf({low, high}, answer);
  const mass =
    (to === Infinity ? 1 : probabilityBelow(distribution, to)) -
    (from === -Infinity ? 0 : probabilityBelow(distribution, from));
  return (1 - uniform) * mass + uniform * baselineProbability({low, high}, answer);
}

/** What the baseline gives the same bucket: evenly spread inside, a fixed share beyond each end. */
export function baselineProbability(
  {low, high}: {readonly low: number; readonly high: number},
  answer: number,
): number {
  const beyond = betsMethod.openBoundShare.value;
  return answer < low || answer > high ? beyond : (1 - 2 * beyond) / betsMethod.continuousBuckets.value;
}

/** Metaculus's baseline score of a continuous question: 100 ln(bucket / baseline) / 2. */
export const continuousBaselineScore = (
  distribution: QuantileDistribution,
  range: {readonly low: number; readonly high: number},
  answer: number,
): number =>
  50 * Math.log(bucketProbability(distribution, range, answer) / baselineProbability(range, answer));

function bucketOf({low, high}: {low: number; high: number}, answer: number): [number, number] {
  if (answer < low) return [-Infinity, low];
  if (answer > high) return [high, Infinity];
  const count = betsMethod.continuousBuckets.value;
  const width = (high - low) / count;
  const bucket = Math.min(count - 1, Math.floor((answer - low) / width));
  return [low + bucket * width, low + (bucket + 1) * width];
}
