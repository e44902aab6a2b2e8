/** `lagline usage`: workloads with their volumes and costs, then the models behind each. */
import type {WorkloadUsage} from "../../advise/usage/workload-usage.ts";
import type {ImportedUsage} from "../../store/usage/import-usage.ts";
import {counted, countText, shareText} from "../quantity-text.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

const WORKLOADS: readonly Column[] = [
  {title: "workload", min: 14},
  {title: "requests", align: "right"},
  {title: "a day", align: "right", drop: 5},
  {title: "in", align: "right"},
  {title: "cached", align: "right", drop: 2},
  {title: "out", align: "right"},
  {title: "errors", align: "right", drop: 3},
  {title: "median", align: "right", drop: 6},
  {title: "95%", align: "right", drop: 4},
  {title: "peak", align: "right", drop: 7},
  {title: "cost", align: "right"},
];
const MODELS: readonly Column[] = [
  {title: "workload", min: 14},
  {title: "model", min: 16},
  {title: "requests", align: "right"},
  {title: "cost", align: "right"},
  {title: "in the catalog", min: 12, drop: 1},
];
const MODELS_SHOWN = 12;

export function usageScreen(
  workloads: readonly WorkloadUsage[],
  {by, isKept}: {readonly by: readonly string[]; readonly isKept: boolean},
  page: Page,
): string[] {
  if (workloads.length === 0) return paragraph(page, "No requests up to this day.", "");
  const from = workloads.map((one) => one.from).sort()[0]!;
  const to = workloads
    .map((one) => one.to)
    .sort()
    .at(-1)!;
  const {lines, dropped} = table(
    WORKLOADS,
    workloads.map((one) => {
      const mean = (tokens: number) =>
        one.tokenRequests === 0 ? "–" : countText(Math.round(tokens / one.tokenRequests));
      return [
        one.workload,
        countText(one.requests),
        countText(Math.round(one.requests / one.days)),
        mean(one.inputTokens),
        one.inputTokens === 0 ? "–" : shareText(one.cacheReadTokens / one.inputTokens),
        mean(one.outputTokens),
        shareText(one.errors / one.requests),
        one.latencyMedianMs === null ? "–" : seconds(one.latencyMedianMs),
        one.latencyP95Ms === null ? "–" : seconds(one.latencyP95Ms),
        `${one.peakToMean.toFixed(1)}×`,
        one.costedRequests === 0 ? "–" : usd(one.costUsd),
      ];
    }),
    {width: page.width, head: page.ink.quiet},
  );
  const models = workloads.flatMap(({workload, models: own}) => own.map((model) => ({workload, ...model})));
  const uncosted = workloads.filter(({requests, costedRequests}) => costedRequests < requests);
  return [
    ...heading(
      page,
      counted(workloads.length, "workload"),
      `${from} to ${to}, named by ${by.join(", then ")}${isKept ? ", as you last asked" : ""}`,
    ),
    ...lines,
    ...(dropped.length > 0
      ? paragraph(page, `Not shown at this width: ${dropped.join(", ")}.`).map(page.ink.quiet)
      : []),
    "",
    ...heading(
      page,
      "Models behind them",
      models.length > MODELS_SHOWN ? `${MODELS_SHOWN} of ${models.length} by requests` : "",
    ),
    ...table(
      MODELS,
      [...models]
        .sort((a, b) => b.requests - a.requests)
        .slice(0, MODELS_SHOWN)
        .map(({workload, model, requests, costUsd, catalogId}) => [
          workload,
          model,
          countText(requests),
          costUsd === null ? "–" : usd(costUsd),
          catalogId ?? {text: "no such name", ink: page.ink.quiet},
        ]),
      {width: page.width, head: page.ink.quiet},
    ).lines,
    "",
    ...paragraph(
      page,
      "In and out: mean tokens per request that states them, cached ones within. Median and 95%: latency. Peak: the busiest hour over the mean hour. Cost as the logs report it.",
      "",
    ).map(page.ink.quiet),
    ...(uncosted.length > 0
      ? paragraph(
          page,
          `Without a cost in the logs: ${uncosted
            .map(
              ({workload, requests, costedRequests}) =>
                `${workload} ${shareText(1 - costedRequests / requests)}`,
            )
            .slice(0, 6)
            .join(", ")} of requests.`,
          "",
        ).map(page.ink.quiet)
      : []),
    ...(isKept
      ? paragraph(page, "The rule is kept for the next time: lagline usage --by default forgets it.", "").map(
          page.ink.quiet,
        )
      : []),
    ...paragraph(page, "lagline usage --portfolio portfolio.yaml writes them for lagline advise.", "").map(
      page.ink.quiet,
    ),
  ];
}

export function usageImportScreen(imported: readonly ImportedUsage[], page: Page): string[] {
  return [
    ...imported.flatMap(({file, title, rows, added, leftOut, wasKnown}) =>
      paragraph(
        page,
        wasKnown
          ? `${file}: imported before, nothing to add`
          : `${file}: ${title}, ${counted(rows, "request")}, ${countText(added)} of them new${leftOut > 0 ? `; ${counted(leftOut, "row")} left out for want of a time, a model or possible counts` : ""}`,
        "",
      ),
    ),
    ...paragraph(page, "lagline usage shows them by workload.", "").map(page.ink.quiet),
  ];
}

const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
const usd = (amount: number): string =>
  `$${amount.toLocaleString("en-US", {minimumFractionDigits: amount < 100 ? 2 : 0, maximumFractionDigits: amount < 100 ? 2 : 0})}`;
