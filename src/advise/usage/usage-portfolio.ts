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

function workloadLines(usage: WorkloadUsage): string[] {
  const {workload, from, to, days, requests, errors, tokenRequests, models} = usage;
  const perRequest = (tokens: number) => Math.round(tokens / Math.max(1, tokenRequests));
  const main = models[0];
  const known = main?.catalogId;
  return [
    `  # ${from} to ${to}: ${requests} requests, ${errors} failed`,
    `  - name: ${JSON.stringify(workload)}`,
    `    tasks_per_month: ${Math.max(1, Math.round((requests / days) * DAYS_PER_MONTH))}`,
    ...(tokenRequests > 0
      ? [
          `    tokens: {input: ${perRequest(usage.inputTokens)}, output: ${perRequest(usage.outputTokens)}, cached: ${perRequest(usage.cacheReadTokens)}}`,
        ]
      : []),
    ...(main === undefined
      ? []
      : known === null
        ? [`    # runs_today: ${JSON.stringify(main.model)} is no name in the catalog`]
        : [`    runs_today: {model: ${known}}`]),
  ];
}
