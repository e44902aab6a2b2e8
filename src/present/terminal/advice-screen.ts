/** `lagline advise`: what to run for each workload, why, and what would change it: a page to defend in a meeting. */
import type {Advice, OptionRow, WorkloadAdvice} from "../../advice-report.ts";
import {
  adviceBasis,
  adviceGround,
  adviceTitle,
  assumedText,
  fallbackText,
  ownMachinesText,
  placeText,
  roleOf,
  ruleOfThumbText,
  seenText,
  triggerText,
  workloadKind,
} from "../advice-text.ts";
import {boundsText, countText, numberText} from "../quantity-text.ts";
import {adviceViewLines} from "./advice-view-lines.ts";
import {driverLines, sensitivityLines} from "./advice-tornado.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

const SHOWN_OPTIONS = 4;
const SHOWN_FLIPS = 2;
const MARKS = {primary: "▸", fallback: "↩", "runs today": "•", "": ""} as const;

/** @param all - every option, sensitivity and driver instead of the page that decides */
export function adviceScreen(advice: Advice, all: boolean, page: Page): string[] {
  const {workloads, view, caveats, record} = advice;
  return [
    ...wrapped(adviceTitle(advice), page.width).map(page.ink.strong),
    ...paragraph(page, adviceBasis(advice), "").map(page.ink.quiet),
    "",
    ...workloads.flatMap((workload, at) => [...workloadLines(workload, at + 1, all, page), ""]),
    ...(view && workloads.length > 0 ? [...adviceViewLines(view, all, page), ""] : []),
    ...(record.length > 0
      ? [
          ...heading(page, "How such advice did in the past"),
          ...record.flatMap((line) => bullet(page, line)),
          "",
        ]
      : []),
    ...heading(page, "Read with care"),
    ...caveats.flatMap((line) => bullet(page, line).map(page.ink.quiet)),
    ...paragraph(page, adviceGround(advice).join(" · "), "").map(page.ink.quiet),
  ];
}

function workloadLines(workload: WorkloadAdvice, number: number, all: boolean, page: Page): string[] {
  const {name, sentence, options, primary, fallback, route, why, flips, triggers} = workload;
  const inReserve = fallbackText(workload);
  const label = (text: string, body: string) =>
    wrapped(body, page.width, " ".repeat(12), `  ${text.padEnd(10)}`);
  return [
    ...heading(page, `${number}. ${name}`, workloadKind(workload)),
    ...wrapped(sentence, page.width, "  ").map(page.ink.strong),
    ...optionTable(workload, all ? options : shown(options, primary, fallback), page),
    ...(inReserve === undefined ? [] : label("fallback", inReserve)),
    ...(route ? label("route", route.says) : []),
    ...listed("why", why, page),
    ...listed("flips", all ? flips : flips.slice(0, SHOWN_FLIPS), page),
    ...(primary ? label("rule", ruleOfThumbText(workload)) : []),
    ...(workload.selfHost ? label("own GPUs", ownMachinesText(workload.selfHost)) : []),
    ...(workload.overTime ? label("over time", workload.overTime.says) : []),
    ...listed("switch if", triggers.map(triggerText), page),
    ...(workload.evidence ? label("evidence", `${workload.evidence}.`).map(page.ink.quiet) : []),
    ...(all
      ? [
          ...sensitivityLines(workload, page),
          ...driverLines(workload, page),
          ...ruledOutLines(workload, page),
        ]
      : []),
    ...(workload.assumed.length > 0
      ? label("assumed", assumedText(workload.assumed)).map(page.ink.quiet)
      : []),
  ];
}

function optionTable(
  {primary, fallback, id}: WorkloadAdvice,
  rows: readonly OptionRow[],
  page: Page,
): string[] {
  if (rows.length === 0) return [];
  const columns: Column[] = [
    {title: "", min: 1},
    {title: "option", min: 20},
    {title: "weights", drop: 3},
    {title: "host", min: 8, drop: 1},
    {title: "right", align: "right"},
    {title: "cost", align: "right"},
    {title: "worth", align: "right"},
    {title: "90%", align: "right", drop: 2},
    {title: "best", align: "right"},
  ];
  const made = table(
    columns,
    rows.map((row) => {
      const ink = row.openness === "open" ? page.ink.open : page.ink.closed;
      return [
        MARKS[roleOf({primary, fallback}, row)],
        {text: row.name, ink},
        row.openness,
        placeText(row),
        numberText(row.success.value!, "share"),
        numberText(row.cost.value!, "USD"),
        {text: numberText(row.netValue.value!, "USD"), ink: page.ink.strong},
        boundsText(row.netValue.interval!, "USD"),
        numberText(row.best.value!, "probability"),
      ];
    }),
    {width: page.width, head: page.ink.quiet},
  );
  const marks = `▸ primary, ↩ fallback${rows.some(({runsToday}) => runsToday) ? ", • runs today" : ""}; \`lagline explain advice.${id}.<option>.net-value\``;
  return [
    ...made.lines,
    ...(made.dropped.length > 0 ? [`not shown for want of room: ${made.dropped.join(", ")}`] : [])
      .flatMap((line) => paragraph(page, line))
      .map(page.ink.quiet),
    ...paragraph(page, marks).map(page.ink.quiet),
  ];
}

/** The best few, and whatever else the page speaks of: the primary, the fallback and what runs today. */
function shown(
  options: readonly OptionRow[],
  primary: OptionRow | null,
  fallback: OptionRow | null,
): OptionRow[] {
  const top = options.slice(0, SHOWN_OPTIONS);
  const named = options.filter((row) => row.id === primary?.id || row.id === fallback?.id || row.runsToday);
  return [...new Map([...top, ...named].map((row) => [row.id, row])).values()];
}

function ruledOutLines(workload: WorkloadAdvice, page: Page): string[] {
  return [
    ...wrapped(`${seenText(workload)}:`, page.width, "    ", "  ").map(page.ink.quiet),
    ...workload.seen.ruledOut.flatMap(({why, count, examples}) =>
      wrapped(
        `${countText(count)} by ${why} (${examples.join(", ")}${count > examples.length ? ", …" : ""})`,
        page.width,
        "      ",
        "    ",
      ).map(page.ink.quiet),
    ),
  ];
}

const bullet = (page: Page, text: string): string[] => wrapped(`– ${text}`, page.width, "    ", "  ");

const listed = (label: string, lines: readonly string[], page: Page): string[] =>
  lines.flatMap((line, at) =>
    wrapped(
      line,
      page.width,
      " ".repeat(14),
      `  ${(at === 0 ? label : "").padEnd(10)}${lines.length > 1 ? "– " : "  "}`,
    ),
  );
