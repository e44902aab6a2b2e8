/** `lagline advise`: what to run for each workload, why, and what would change it: a page to defend in a meeting. */
import type {Advice, OptionRow, WorkloadAdvice} from "../../advice-report.ts";
import {boundsText, counted, countText, measureText, numberText, valueText} from "../quantity-text.ts";
import {adviceViewLines} from "./advice-view-lines.ts";
import {driverLines, sensitivityLines} from "./advice-tornado.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

const SHOWN_OPTIONS = 4;
const SHOWN_FLIPS = 2;

/** @param all - every option, sensitivity and driver instead of the page that decides */
export function adviceScreen(advice: Advice, all: boolean, page: Page): string[] {
  const {portfolio, workloads, view, caveats, record, about} = advice;
  return [
    ...wrapped(
      `Advice for ${portfolio.name}: ${counted(workloads.length, "workload")}, ${portfolio.horizonMonths} months at ${numberText(portfolio.discountRate, "share")} a year`,
      page.width,
    ).map(page.ink.strong),
    ...paragraph(
      page,
      `${countText(about.optionsPriced)} options at the prices of ${about.pricesAsOf}; USD per year over the horizon, mean and 90% interval.`,
      "",
    ).map(page.ink.quiet),
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
    ...foot(advice, page),
  ];
}

function workloadLines(workload: WorkloadAdvice, number: number, all: boolean, page: Page): string[] {
  const {
    name,
    kind,
    style,
    tasksPerYear,
    sentence,
    options,
    primary,
    fallback,
    fallbackNote,
    route,
    why,
    flips,
    triggers,
  } = workload;
  const label = (text: string, body: string) =>
    wrapped(body, page.width, " ".repeat(12), `  ${text.padEnd(10)}`);
  return [
    ...heading(
      page,
      `${number}. ${name}`,
      `${kind}, ${style}, ${countText(Math.round(tasksPerYear))} tasks a year`,
    ),
    ...wrapped(sentence, page.width, "  ").map(page.ink.strong),
    ...optionTable(workload, all ? options : shown(options, primary, fallback), page),
    ...(fallback
      ? label(
          "fallback",
          `${fallback.name} at ${fallback.host}: ${fallbackNote}; worth ${measureText(fallback.netValue)}.`,
        )
      : primary
        ? label("fallback", `none: ${fallbackNote}.`)
        : []),
    ...(route ? label("route", route.says) : []),
    ...listed("why", why, page),
    ...listed("flips", all ? flips : flips.slice(0, SHOWN_FLIPS), page),
    ...(primary ? label("rule", `${ruleText(workload)}.`) : []),
    ...(workload.selfHost ? label("own GPUs", ownText(workload.selfHost)) : []),
    ...(workload.overTime ? label("over time", workload.overTime.says) : []),
    ...listed(
      "switch if",
      triggers.map(
        ({measure, says, then, probability}) =>
          `${says} (${valueText(probability)} ${measure === "own-eval" ? "likely" : "within the horizon"}): ${then}`,
      ),
      page,
    ),
    ...(workload.evidence ? label("evidence", `${workload.evidence}.`).map(page.ink.quiet) : []),
    ...(all
      ? [
          ...sensitivityLines(workload, page),
          ...driverLines(workload, page),
          ...ruledOutLines(workload, page),
        ]
      : []),
    ...(workload.assumed.length > 0
      ? label("assumed", workload.assumed.map(({field, value}) => `${field} ${value}`).join(", ")).map(
          page.ink.quiet,
        )
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
    {title: "option", min: 16},
    {title: "weights", drop: 3},
    {title: "host", min: 8, drop: 2},
    {title: "right", align: "right"},
    {title: "cost", align: "right"},
    {title: "net value", align: "right"},
    {title: "90%", align: "right", drop: 1},
    {title: "best", align: "right"},
  ];
  const mark = (row: OptionRow) =>
    row.id === primary?.id ? "▸" : row.id === fallback?.id ? "↩" : row.runsToday ? "•" : "";
  const made = table(
    columns,
    rows.map((row) => {
      const ink = row.openness === "open" ? page.ink.open : page.ink.closed;
      return [
        mark(row),
        {text: row.name, ink},
        row.openness,
        row.continuity === "own machines"
          ? row.runs.replace("own machines: copies of ", "own ").replace(" at ", ", ")
          : row.host,
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

const ruleText = ({ruleOfThumb: {verdict, says}}: WorkloadAdvice): string =>
  `${{held: "the rule of thumb held", "did not hold": "the rule of thumb did not hold", "cannot be told": "whether the rule of thumb holds cannot be told"}[verdict]}: ${says}`;

function ownText({
  name,
  runs,
  cost,
  breakEven,
  comparedWith,
  utilisation,
  people,
}: NonNullable<WorkloadAdvice["selfHost"]>): string {
  const pays =
    breakEven.value === null
      ? `never cheaper than ${comparedWith} (${breakEven.insufficient})`
      : `cheaper than ${comparedWith} from ${measureText(breakEven)} (${boundsText(breakEven.interval!, breakEven.unit).replace("or more", "or never")})`;
  return `${name} on ${runs.replace("own machines: ", "")}: ${measureText(cost)}, ${valueText(utilisation)} used, ${valueText(people)} of it people; ${pays}.`;
}

function ruledOutLines({seen}: WorkloadAdvice, page: Page): string[] {
  const {options, compared, dearer, ruledOut} = seen;
  return [
    ...wrapped(
      `${countText(options)} options: ${countText(compared)} compared, ${countText(dearer)} dearer than the same model run alike, the rest ruled out:`,
      page.width,
      "    ",
      "  ",
    ).map(page.ink.quiet),
    ...ruledOut.flatMap(({why, count, examples}) =>
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

function foot({about}: Advice, page: Page): string[] {
  return paragraph(
    page,
    [
      `prices as of ${about.pricesAsOf}, abilities as of ${about.abilitiesAsOf}`,
      `facts ${about.vintage}`,
      `method ${about.method}`,
      `${countText(about.draws)} draws over ${countText(about.abilityDraws)} joint ability draws, seed ${about.seed}`,
      `${countText(about.unmeasured)} prices of models without a measured ability left out`,
    ].join(" · "),
    "",
  ).map(page.ink.quiet);
}
