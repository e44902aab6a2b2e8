/** Did what was called p happen in p of the cases? In bins, each share with Wilson's interval. */
import {betsMethod} from "../bets-method.ts";

export interface CalibrationBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean of the probabilities in the bin; null without any. */
  readonly said: number | null;
  readonly happened: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** @param cases - a probability for yes, and whether yes came */
export function calibration(
  cases: readonly {readonly p: number; readonly isYes: boolean}[],
): CalibrationBin[] {
  const count = betsMethod.calibrationBins.value;
  return Array.from({length: count}, (_, index) => {
    const inside = cases.filter(({p}) => Math.min(count - 1, Math.floor(p * count)) === index);
    const bounds = {from: index / count, to: (index + 1) / count, count: inside.length};
    if (inside.length === 0) return {...bounds, said: null, happened: null, low: null, high: null};
    const yes = inside.filter(({isYes}) => isYes).length;
    return {
      ...bounds,
      said: inside.reduce((sum, {p}) => sum + p, 0) / inside.length,
      happened: yes / inside.length,
      ...wilsonInterval(yes, inside.length, betsMethod.intervalZ.value),
    };
  });
}

/** Wilson's score interval of a share (Wilson 1927). */
export function wilsonInterval(successes: number, n: number, z: number): {low: number; high: number} {
  const share = successes / n;
  const centre = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {low: Math.max(0, (centre - half) / scale), high: Math.min(1, (centre + half) / scale)};
}
