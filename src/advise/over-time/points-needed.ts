/** How much abler a model has to become for a switch to it. */
import {mean} from "../../numeric/quantile.ts";
import type {Choice, Ranked} from "../decision/choice-of-option.ts";
import {netValue} from "../decision/contender.ts";
import type {Horizon} from "../decision/horizon.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {logistic, logit} from "../quality/response.ts";
import {paybackAt} from "./crossings.ts";
import type {Outlook} from "./outlook.ts";

/** No frontier is expected to rise further than this within a horizon, index points. */
const MOST_POINTS = 64;
const HALVINGS = 14;

interface Asked {
  readonly workload: Workload;
  readonly horizon: Horizon;
  readonly choice: Choice;
  /** Logits per index point [draws]. */
  readonly slope: Float64Array;
  readonly outlook: Outlook;
}

/**
 * Points that an option's model has to gain for a switch to it at the end of a step, in expectation over the draws:
 * tasks x (value + loss) x (success with the gain - success) = what the primary is worth more + what the switch costs a year.
 *
 * @returns points by step; undefined where no gain up to `MOST_POINTS` is enough
 */
export function pointsNeeded(
  {choice, workload, horizon, slope, outlook}: Asked,
  {contender}: Ranked,
): (step: number) => number | undefined {
  const stake = horizon.tasksPerYear * (workload.valueOfSuccess + workload.costOfFailure);
  const settled = {...workload, switchingCost: 0};
  const behind =
    mean(netValue(choice.primary.contender, settled, horizon)) - mean(netValue(contender, settled, horizon));
  const {success} = contender;
  const now = mean(success);
  const logits = success.map(logit);
  const gained = (points: number) => {
    let sum = 0;
    for (let d = 0; d < logits.length; d++) sum += logistic(logits[d]! + slope[d]! * points);
    return stake * (sum / logits.length - now);
  };
  const known = new Map<number, number | undefined>();
  return (step) => {
    const years = paybackAt(outlook, step);
    if (!known.has(years)) {
      const wanted = behind + workload.switchingCost / years;
      let [low, high] = [0, MOST_POINTS];
      const isReached = years > 0 && gained(MOST_POINTS) >= wanted;
      for (let i = 0; isReached && i < HALVINGS; i++) {
        const middle = (low + high) / 2;
        if (gained(middle) >= wanted) high = middle;
        else low = middle;
      }
      known.set(years, isReached ? high : undefined);
    }
    return known.get(years);
  };
}
