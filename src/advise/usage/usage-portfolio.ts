/**
 * Workloads of a portfolio file from what was used: volumes, tokens per request and the model that runs today.
 *
 * A log knows requests, not tasks, quality or value: one request is taken for one task until the reader says otherwise,
 * and what has to be filled in is left as a comment.
 */
import type {WorkloadUsage} from "./workload-usage.ts";

const DAYS_PER_MONTH = 30.436875;

/** The portfolio as YAML, workloads in the order given. */
export function usagePortfolio(workloads: readonly WorkloadUsage[]): string {
  return [
    "# Workloads as logged. A request stands for a task: set requests_per_task where several make one, and divide",
    "# tasks_per_month by it. Fill in kind, success_now, value_of_success and cost_of_failure; lagline advise shows its defaults.",
    "name: From usage logs",
    "workloads:",
    ...workloads.flatMap(workloadLines),
    "",
  ].join("\n");
}

/** What a log says of a workload, as a portfolio says it. */
export interface UsageFields {
  readonly tasksPerMonth: number;
  /** Mean per request that states them; undefined when none does. */
  readonly tokens: {readonly input: number; readonly output: number; readonly cached: number} | undefined;
  /** Catalog id of the model with most requests, when its name is one of the catalog's. */
  readonly runsToday: string | undefined;
}

export function usageFields(usage: WorkloadUsage): UsageFields {
  const {days, requests, tokenRequests, models} = usage;
  const perRequest = (tokens: number) => Math.round(tokens / tokenRequests);
  return {
    tasksPerMonth: Math.max(1, Math.round((requests / days) * DAYS_PER_MONTH)),
    tokens:
      tokenRequests > 0
        ? {
            input: perRequest(usage.inputTokens),
            output: perRequest(usage.outputTokens),
            cached: perRequest(usage.cacheReadTokens),
          }
        : undefined,
    runsToday: models[0]?.catalogId ?? undefined,
  };
}

function workloadLines(usage: WorkloadUsage): string[] {
  const {workload, from, to, requests, errors, models} = usage;
  const {tasksPerMonth, tokens, runsToday} = usageFields(usage);
  const main = models[0];
  return [
    `  # ${from} to ${to}: ${requests} requests, ${errors} failed`,
    `  - name: ${JSON.stringify(workload)}`,
    `    tasks_per_month: ${tasksPerMonth}`,
    ...(tokens
      ? [`    tokens: {input: ${tokens.input}, output: ${tokens.output}, cached: ${tokens.cached}}`]
      : []),
    ...(main === undefined
      ? []
      : runsToday === undefined
        ? [`    # runs_today: ${JSON.stringify(main.model)} is no name in the catalog`]
        : [`    runs_today: {model: ${runsToday}}`]),
  ];
}
