/**
 * Skill of a forecaster against another on the same cases: 1 − mean score / mean score of the other. Above 0 it was better;
 * 1 would be perfect, −1 twice as bad.
 *
 * The interval resamples blocks of neighbouring cases, the same for both (paired, moving blocks): forecasts made three months
 * apart for a year ahead share most of what happens, so single cases would pretend to know too much.
 *
 * @see Künsch (1989), Annals of Statistics 17:1217 (moving blocks)
 */
import {centralInterval, type Interval, mean} from "../../numeric/quantile.ts";
import type {Random} from "../../numeric/random.ts";

export interface Skill {
  readonly value: number;
  /** Nothing with fewer blocks than asked for: resampling two blocks shows no spread that means anything. */
  readonly interval: Interval | undefined;
  /** Cases over block length: about how many independent cases there are. */
  readonly blocks: number;
}

export interface SkillOptions {
  /** Neighbouring cases resampled together: how many forecasts overlap. */
  readonly block: number;
  readonly leastBlocks: number;
  readonly draws: number;
  readonly level: number;
  readonly random: Random;
}

/**
 * @param scores - of the forecaster, oldest case first; smaller is better
 * @param others - of the other on the same cases
 */
export function skill(
  scores: readonly number[],
  others: readonly number[],
  {block, leastBlocks, draws, level, random}: SkillOptions,
): Skill {
  if (scores.length !== others.length || scores.length === 0)
    throw new RangeError(
      `conflicting cases: ${scores.length} and ${others.length}; the same ones were expected`,
    );
  const n = scores.length;
  const length = Math.min(block, n);
  const value = ratioSkill(mean(scores), mean(others));
  const blocks = n / length;
  if (blocks < leastBlocks) return {value, interval: undefined, blocks};
  const resampled = Array.from({length: draws}, () => {
    let [ours, theirs] = [0, 0];
    for (let filled = 0; filled < n;) {
      const start = random.below(n - length + 1);
      for (let k = 0; k < length && filled < n; k++, filled++) {
        ours += scores[start + k];
        theirs += others[start + k];
      }
    }
    return ratioSkill(ours, theirs);
  });
  return {value, interval: centralInterval(resampled, level), blocks};
}

/** Both perfect is no skill of one over the other. */
const ratioSkill = (ours: number, theirs: number): number =>
  ours === theirs ? 0 : theirs === 0 ? Number.NEGATIVE_INFINITY : 1 - ours / theirs;
