/**
 * One decision of the past, judged by what the models turned out to do.
 *
 * Realised net value uses the score on the hidden test as success and the prices of the day; regret is what the best
 * option would have brought more, in points of success: USD over (value + loss), times 100.
 */
import {choiceOf, type Ranked} from "../decision/choice-of-option.ts";
import type {Contender, Stakes} from "../decision/contender.ts";
import type {Horizon} from "../decision/horizon.ts";
import {type Rival, rivalChoice, RIVALS} from "./rivals.ts";

export interface ScoredCase {
  readonly origin: string;
  readonly test: string;
  readonly family: string;
  readonly stake: string;
  /** Whether the success of what runs today was known. */
  readonly graded: boolean;
  readonly options: number;
  readonly chosen: string;
  readonly best: string;
  /** Points of success lost against the best option. */
  readonly regret: Readonly<Record<Rival | "advice" | "highest expected value", number>>;
  /** Stated chance that the chosen option is the best, and whether it was. */
  readonly stated: number;
  readonly wasBest: boolean;
  /** Stated chances of all options and whether each was the best, for calibration. */
  readonly chances: readonly (readonly [number, 0 | 1])[];
  /** Share of options whose score lay in the stated 90% interval. */
  readonly covered: number;
}

export interface PastDecision extends Pick<ScoredCase, "origin" | "test" | "family" | "stake" | "graded"> {
  readonly contenders: readonly Contender[];
  readonly stakes: Stakes;
  readonly horizon: Horizon;
  /** Score of each model on the hidden test, in [0, 1]. */
  readonly truth: (model: string) => number;
  readonly abilityOf: (model: string) => number;
}

export function scoredCase({
  contenders,
  stakes,
  horizon,
  truth,
  abilityOf,
  ...about
}: PastDecision): ScoredCase {
  const choice = choiceOf(contenders, stakes, horizon);
  const {valueOfSuccess, costOfFailure} = stakes;
  const unit = horizon.tasksPerYear * (valueOfSuccess + costOfFailure);
  const realised = ({contender, cost}: Ranked) => truth(contender.option.model) - cost / unit;
  const values = choice.ranking.map(realised);
  const most = Math.max(...values);
  const best = choice.ranking[values.indexOf(most)]!;
  const regret = (ranked: Ranked) => 100 * (most - realised(ranked));
  return {
    ...about,
    options: contenders.length,
    chosen: choice.primary.contender.option.id,
    best: best.contender.option.id,
    regret: {
      advice: regret(choice.primary),
      "highest expected value": regret(choice.insteadOf ?? choice.primary),
      ...(Object.fromEntries(
        RIVALS.map((rival) => [rival, regret(rivalChoice(rival, choice.ranking, abilityOf))]),
      ) as Record<Rival, number>),
    },
    stated: choice.primary.bestShare,
    wasBest: choice.primary === best,
    chances: choice.ranking.map((ranked) => [ranked.bestShare, ranked === best ? 1 : 0] as const),
    covered:
      choice.ranking.filter(({contender}) => {
        const sorted = Float64Array.from(contender.success).sort();
        const score = truth(contender.option.model);
        return (
          score >= sorted[Math.floor(0.05 * sorted.length)]! &&
          score <= sorted[Math.ceil(0.95 * sorted.length) - 1]!
        );
      }).length / choice.ranking.length,
  };
}
