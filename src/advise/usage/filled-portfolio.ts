/**
 * A portfolio with what was used filled in: volumes and tokens of the workloads it names, and those it lacks at its end.
 *
 * Everything else of the file stays as it was written, comments too. A workload is the same when its name is, case apart.
 */
import {type Document, isMap, isSeq, parseDocument, type YAMLMap} from "yaml";
import {InputError} from "../../errors.ts";
import {usageFields, usagePortfolio} from "./usage-portfolio.ts";
import type {WorkloadUsage} from "./workload-usage.ts";

export interface FilledPortfolio {
  readonly text: string;
  /** Names of workloads whose numbers were set, and of those that were added. */
  readonly filled: readonly string[];
  readonly added: readonly string[];
}

/**
 * @param text - YAML; nothing but blanks and comments is taken for no portfolio yet
 * @throws InputError when it is no YAML with workloads
 */
export function filledPortfolio(text: string, workloads: readonly WorkloadUsage[]): FilledPortfolio {
  const document = parseDocument(text, {prettyErrors: false});
  if (document.errors.length === 0 && document.contents === null)
    return {text: usagePortfolio(workloads), filled: [], added: workloads.map(({workload}) => workload)};
  const list = isMap(document.contents) ? document.get("workloads") : undefined;
  if (document.errors.length > 0 || !isSeq(list)) {
    throw new InputError(
      "invalid",
      "portfolio: no YAML with a list of workloads; repair it, or empty the text to start from usage alone",
    );
  }
  const named = new Map(
    list.items.flatMap((item) =>
      isMap(item) ? [[String(item.get("name") ?? "").toLowerCase(), item] as const] : [],
    ),
  );
  const [filled, added]: [string[], string[]] = [[], []];
  for (const usage of workloads) {
    const standing = named.get(usage.workload.toLowerCase());
    if (standing) {
      fill(document, standing, usage);
      filled.push(usage.workload);
    } else {
      const {tasksPerMonth, tokens, runsToday} = usageFields(usage);
      list.add(
        document.createNode({
          name: usage.workload,
          tasks_per_month: tasksPerMonth,
          ...(tokens ? {tokens: onOneLine(document, tokens)} : {}),
          ...(runsToday ? {runs_today: onOneLine(document, {model: runsToday})} : {}),
        }),
      );
      added.push(usage.workload);
    }
  }
  return {text: document.toString({lineWidth: 0, flowCollectionPadding: false}), filled, added};
}

/** A log counts requests: where the portfolio says how many make a task, that many are one. */
function fill(document: Document, workload: YAMLMap, usage: WorkloadUsage): void {
  const {tasksPerMonth, tokens, runsToday} = usageFields(usage);
  const perTask = Number(workload.get("requests_per_task") ?? 1);
  workload.set(
    "tasks_per_month",
    perTask > 0 ? Math.max(1, Math.round(tasksPerMonth / perTask)) : tasksPerMonth,
  );
  if (tokens && !isMap(workload.get("tokens"))) workload.set("tokens", onOneLine(document, tokens));
  else for (const [name, count] of Object.entries(tokens ?? {})) workload.setIn(["tokens", name], count);
  if (runsToday && !workload.has("runs_today"))
    workload.set("runs_today", onOneLine(document, {model: runsToday}));
}

/** `{input: 1000, output: 50}`. */
const onOneLine = (document: Document, fields: object): YAMLMap =>
  document.createNode(fields, {flow: true}) as YAMLMap;
