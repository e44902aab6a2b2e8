import type {Interval} from "../../numeric/quantile.ts";

/**
 * Score of a central interval: its width, plus 2/α times the distance by which the outcome missed it; α = 1 − level. Smaller is
 * better: a wide interval and a missed one both cost.
 *
 * @returns in the unit of the outcome
 * @see Gneiting & Raftery (2007), JASA 102:359, equation 43
 */
export function intervalScore({low, high, level}: Interval, outcome: number): number {
  const missed = Math.max(0, low - outcome) + Math.max(0, outcome - high);
  return high - low + (2 / (1 - level)) * missed;
}

/** Whether the interval holds the outcome; its ends belong to it. */
export const covers = ({low, high}: Interval, outcome: number): boolean => outcome >= low && outcome <= high;
