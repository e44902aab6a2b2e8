/** What the Report means for a reader's own workloads: the advice, in its own words, and what would change it. */
import type {Advice} from "../../advice-report.ts";
import {fromNumbers, fromRule, type Sentence} from "./sentence.ts";
import {chanceText} from "./uncertainty-words.ts";

const MOST_TRIGGERS = 3;
const RULE = "R74";

export function portfolioSentences({workloads, view}: Advice): Sentence[] {
  const triggers = workloads
    .flatMap((workload) => workload.triggers.map((trigger) => ({name: workload.name, trigger})))
    .filter(({trigger}) => trigger.probability.value !== null)
    .sort((a, b) => b.trigger.probability.value! - a.trigger.probability.value!)
    .slice(0, MOST_TRIGGERS);
  return [
    ...workloads.map(({name, sentence, ahead, primary}) => {
      const numbers = [...(ahead ? [ahead] : []), ...(primary ? [primary.cost] : [])];
      const text = `${name}: ${sentence}`;
      return numbers.length > 0 ? fromNumbers(text, ...numbers) : fromRule(text, RULE);
    }),
    ...(view ? [fromNumbers(view.says, view.cost, view.netValue)] : []),
    ...triggers.map(({name, trigger}) =>
      fromNumbers(
        `${name}: ${trigger.says.replace(/\.\s*$/, "")}: ${chanceText(trigger.probability.value!)} within the horizon; then ${trigger.then}`,
        trigger.probability,
      ),
    ),
  ];
}
