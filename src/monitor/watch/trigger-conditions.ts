/** What an advice says would make one switch, as conditions to watch. */
import type {Advice, Trigger} from "../../advice-report.ts";
import type {Workload} from "../../advise/portfolio/portfolio.ts";
import {type Condition, conditionText} from "./condition.ts";

export interface TriggerConditions {
  /** Each once, however many workloads share it. */
  readonly conditions: readonly Condition[];
  /** Triggers that no condition covers, in words, and why. */
  readonly left: readonly {readonly says: string; readonly why: string}[];
}

/**
 * @param asked - the workloads of the portfolio, whose tokens and limits a price per task depends on
 * @param labs - ids whose events the facts follow
 */
export function triggerConditions(
  {workloads}: Pick<Advice, "workloads">,
  asked: readonly Workload[],
  labs: readonly string[],
): TriggerConditions {
  const byId = new Map(asked.map((workload) => [workload.id, workload]));
  const conditions = new Map<string, Condition>();
  const left: {says: string; why: string}[] = [];
  for (const trigger of workloads.flatMap((workload) => workload.triggers)) {
    const found = conditionOf(trigger, byId.get(trigger.workload), labs);
    if (typeof found === "string") left.push({says: `${trigger.workload}: ${trigger.says}`, why: found});
    else conditions.set(conditionText(found), found);
  }
  return {conditions: [...conditions.values()], left};
}

function conditionOf(
  {measure, subject, threshold, domain}: Trigger,
  workload: Workload | undefined,
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
      if (!workload || threshold === null) return "the workload it is about is not in the portfolio";
      return {
        kind: "task-price",
        models: "*",
        asAbleAs: subject,
        load: loadOf(workload),
        compare: "<",
        usd: Number(threshold.toPrecision(4)),
        within: {workload: workload.name, limits: limitsOf(workload)},
      };
    case "own-eval":
      if (workload?.quality.ownEval === undefined || threshold === null)
        return "the portfolio names no own_eval for it, so that it is not known which of your evals is meant";
      return {
        kind: "own-eval",
        eval: workload.quality.ownEval,
        model: subject,
        compare: "<",
        share: Number(threshold.toFixed(3)),
      };
  }
}

const loadOf = ({tokens, requestsPerTask, latency}: Workload) => ({
  tokens: {...tokens},
  requestsPerTask,
  latency,
});

const limitsOf = ({limits}: Workload) => ({
  ...limits,
  licences: [...limits.licences],
  excludedOrigins: [...limits.excludedOrigins],
  originsNotAtHome: [...limits.originsNotAtHome],
  excluded: [...limits.excluded],
});
