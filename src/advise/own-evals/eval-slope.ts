/**
 * How steeply success on an own eval rises with ability, world by world: what a better model of the future would gain there.
 *
 *   success of m = logistic(level + slope · (ability m − mean ability)),   one curve per joint draw over all models
 *
 * by quasi-likelihood for shares (Papke & Wooldridge 1996, fractional logit), so that models which solve all or nothing say
 * little. Abilities and success of one draw belong to one world, so neither is seen with error. The slope has a normal
 * prior around that of a usual test, three times as wide as it is large: an eval that nobody solves must not make it run away.
 */
import type {AbilityDraws} from "../../measure/instrument.ts";
import {logistic} from "../quality/response.ts";

type Draws = Pick<AbilityDraws, "models" | "draws" | "drawCount">;

const ROUNDS = 30;
const SETTLED = 1e-8;
const LONGEST_STEP = 2;

/**
 * @param success - shares on the eval [draws x models]
 * @param abilities - of the same worlds, index points; models of one side alone take no part
 * @param usual - slope of a usual test, logits per index point, above zero
 * @returns logits per index point [drawCount of the eval]
 */
export function evalSlopes(success: Draws, abilities: Draws, usual: number): Float64Array {
  const column = new Map(abilities.models.map((id, at) => [id, at]));
  const both = success.models.flatMap((id, at) => (column.has(id) ? [{at, of: column.get(id)!}] : []));
  const x = new Float64Array(both.length);
  const y = new Float64Array(both.length);
  return Float64Array.from({length: success.drawCount}, (_, d) => {
    const [own, other] = [d * success.models.length, (d % abilities.drawCount) * abilities.models.length];
    let centre = 0;
    for (const [i, {at, of}] of both.entries()) {
      x[i] = abilities.draws[other + of]!;
      y[i] = success.draws[own + at]!;
      centre += x[i]! / both.length;
    }
    for (let i = 0; i < x.length; i++) x[i]! -= centre;
    return curveSlope(x, y, usual);
  });
}

/** Newton's steps, none longer than two logits at one standard deviation of ability or of the level. */
function curveSlope(x: Float64Array, y: Float64Array, usual: number): number {
  const prior = 1 / (3 * usual) ** 2;
  const spread = Math.sqrt(x.reduce((sum, value) => sum + value * value, 0) / Math.max(1, x.length)) || 1;
  let level = 0;
  let slope = usual;
  for (let round = 0; round < ROUNDS; round++) {
    let gradLevel = 0;
    let gradSlope = -prior * (slope - usual);
    // A trace of a prior on the level, for evals that every model or none solves.
    let ll = 1e-6;
    let ls = 0;
    let ss = prior;
    for (let i = 0; i < x.length; i++) {
      const p = logistic(level + slope * x[i]!);
      const weight = p * (1 - p);
      gradLevel += y[i]! - p;
      gradSlope += (y[i]! - p) * x[i]!;
      ll += weight;
      ls += weight * x[i]!;
      ss += weight * x[i]! * x[i]!;
    }
    const determinant = ll * ss - ls * ls;
    const [up, steeper] = [
      (ss * gradLevel - ls * gradSlope) / determinant,
      (ll * gradSlope - ls * gradLevel) / determinant,
    ];
    const size = Math.max(Math.abs(up), Math.abs(steeper) * spread);
    const share = size > LONGEST_STEP ? LONGEST_STEP / size : 1;
    level += share * up;
    slope += share * steeper;
    if (size < SETTLED) break;
  }
  return slope;
}
