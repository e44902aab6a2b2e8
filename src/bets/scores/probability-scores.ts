/** Scores of one probability for one outcome. Brier: lower is better; the others: higher is better. */
import {betsMethod} from "../bets-method.ts";

/** (p - o)^2, in [0, 1] (Brier 1950, for one of two outcomes). */
export const brierScore = (p: number, isYes: boolean): number => (p - (isYes ? 1 : 0)) ** 2;

/** ln of the probability given to what happened, at least that of the floor. */
export const logScore = (p: number, isYes: boolean): number => Math.log(given(p, isYes));

/** Metaculus's baseline score: 100 (1 + log2 p) with p the probability given to what happened. */
export const baselineScore = (p: number, isYes: boolean): number => 100 * (1 + Math.log2(given(p, isYes)));

/** ForecastBench's Brier index of a mean Brier score: 100 (1 - sqrt(Brier)); 50 is what always saying 50% gets. */
export const brierIndex = (meanBrier: number): number => 100 * (1 - Math.sqrt(meanBrier));

function given(p: number, isYes: boolean): number {
  const floor = betsMethod.logFloor.value;
  const held = Math.min(1 - floor, Math.max(floor, p));
  return isYes ? held : 1 - held;
}
