/** What the success of the models on a workload rests on, in one sentence. */
import type {Field} from "../decision/contenders.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import type {OwnStanding} from "../quality/own-eval-success.ts";
import {doubtOf} from "../quality/success-draws.ts";
import {countText, shareText} from "./words.ts";

export function evidenceText(
  {success, contenders, ruledOut}: Field,
  {kind, quality}: Pick<Workload, "kind" | "quality">,
): string {
  const {anchor, tests, own} = success!;
  const names = new Map([...ruledOut, ...contenders].map(({option}) => [option.model, option.name]));
  const nameOf = (model: string) => names.get(model) ?? model;
  if (own) return ownEvidence(own, quality.ownEval!, nameOf);
  const share = shareText(anchor.share);
  const spread = `other models follow from their abilities (${quality.domain === "general" ? "general index" : quality.domain})`;
  if (anchor.basis === "stated") {
    return `${nameOf(anchor.model)} does ${share} right today by your account (${countText(quality.gradedTasks)} tasks graded); ${spread}`;
  }
  if (anchor.basis === "tests")
    return `measured and predicted results on ${tests.join(", ")}, taken as the task itself`;
  return `nothing is measured on this work yet: the ablest model (${nameOf(anchor.model)}) is taken to do ${share} right, give or take ${doubtOf(kind)} logits; ${spread}. One graded sample of what runs today would replace this`;
}

/** A prediction is never told as if it had been measured. */
function ownEvidence(
  {measured, bestMeasured, bestPredicted}: OwnStanding,
  name: string,
  nameOf: (model: string) => string,
): string {
  const models = `your own eval ${name} measured ${measured === 1 ? "one model" : `${measured} models`}`;
  const best = bestMeasured
    ? ` (best of those on sale: ${nameOf(bestMeasured.model)}, ${shareText(bestMeasured.share)} right)`
    : " (none of them on sale)";
  const others = bestPredicted
    ? `; all others are predicted, not measured (best: ${nameOf(bestPredicted.model)}, ${shareText(bestPredicted.share)})`
    : "";
  return `${models}${best}${others}`;
}
