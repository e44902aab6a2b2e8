/** How well a model does on one of the user's own evals, and how likely its rate of success is on a side of a share. */
import {normalCdf} from "../../numeric/normal-cdf.ts";
import type {Condition} from "./condition.ts";
import type {Look, Sight} from "./sight.ts";

/**
 * With k of n tasks done right the rate is Beta(k + 1/2, n − k + 1/2) (Jeffreys), its log odds taken as normal with the mean and
 * variance they have there: ψ(a) − ψ(b) and ψ'(a) + ψ'(b). A score without a number of tasks is taken as it stands.
 */
export function lookAtOwnEval(
  {eval: name, model, compare, share}: Extract<Condition, {kind: "own-eval"}>,
  {evals}: Pick<Sight, "evals">,
): Look {
  const run = evals.find(({id}) => id === name)?.results.find((result) => result.model === model);
  if (!run) return {kind: "level", chance: undefined, says: `no run of ${model} on ${name} is imported`};
  const {score, items} = run;
  const below =
    items === undefined
      ? Number(compare === "<=" ? score <= share : score < share)
      : chanceBelow(score, items, share);
  const isBelow = compare === "<" || compare === "<=";
  const percent = Number((100 * score).toFixed(1));
  return {
    kind: "level",
    chance: isBelow ? below : 1 - below,
    says: `${model} did ${percent}% of ${items === undefined ? "an unknown number of" : items} tasks of ${name} right`,
  };
}

function chanceBelow(score: number, items: number, share: number): number {
  if (share === 0 || share === 1) return share;
  const [right, wrong] = [score * items + 0.5, (1 - score) * items + 0.5];
  const middle = digamma(right) - digamma(wrong);
  const sd = Math.sqrt(trigamma(right) + trigamma(wrong));
  return normalCdf((Math.log(share / (1 - share)) - middle) / sd);
}

/** Two terms of each series after a step up: enough for a chance. */
const digamma = (x: number): number => Math.log(x + 1) - 1 / (2 * (x + 1)) - 1 / x;
const trigamma = (x: number): number => 1 / (x + 1) + 1 / (2 * (x + 1) ** 2) + 1 / x ** 2;
