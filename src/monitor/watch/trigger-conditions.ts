/** What an advice says would make one switch, as conditions to watch. */
import type {Advice, Trigger} from "../../advice-report.ts";
import {type Condition, conditionText} from "./condition.ts";

export interface TriggerConditions {
  /** Each once, however many workloads share it. */
  readonly conditions: readonly Condition[];
  /** Triggers that no condition covers, in words, and why. */
  readonly left: readonly {readonly says: string; readonly why: string}[];
}

/** @param labs - ids whose events the facts follow */
export function triggerConditions(
  {workloads}: Pick<Advice, "workloads">,
  labs: readonly string[],
): TriggerConditions {
  const conditions = new Map<string, Condition>();
  const left: {says: string; why: string}[] = [];
  for (const trigger of workloads.flatMap((workload) => workload.triggers)) {
    const found = conditionOf(trigger, labs);
    if (typeof found === "string") left.push({says: `${trigger.workload}: ${trigger.says}`, why: found});
    else conditions.set(conditionText(found), found);
  }
  return {conditions: [...conditions.values()], left};
}

function conditionOf(
  {measure, subject, threshold, domain}: Trigger,
  labs: readonly string[],
): Condition | string {
  const side = /^best (open|closed) model$/.exec(subject)?.[1] as "open" | "closed" | undefined;
  switch (measure) {
    case "ability":
      if (side === undefined || threshold === null) return "only the best open or closed model is watched";
      if (domain !== "general")
        return `its threshold is of ability in ${domain}, and the frontier watched is the general one`;
      return {kind: "frontier", side, points: Number(threshold.toFixed(1))};
    case "event":
    case "licence":
      // A licence tightened is one of the events kept of a lab.
      return labs.includes(subject)
        ? {kind: "supplier-event", lab: subject}
        : `no events of ${subject} are kept`;
    case "price":
      return "a price per task depends on the workload: `lagline advise` says when it is reached";
    case "own-eval":
      return "your own evals come when you run them: `lagline advise` reads them";
  }
}
