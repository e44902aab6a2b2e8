/**
 * What plain `lagline` prints: the answer, its picture, who stands where, where the answer differs, what changed,
 * and what to type next.
 */
import type {FrontierStep, Quantity, Report} from "../../report.ts";
import {
  boundsText,
  counted,
  intervalText,
  measureText,
  numberText,
  reasonText,
  unitText,
  valueText,
} from "../quantity-text.ts";
import {displayWidth, padded, wrapped} from "./display-width.ts";
import {forcesPanel} from "./forces-panel.ts";
import {frontierPlot} from "./frontier-plot.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {quantityStrips} from "./quantity-strips.ts";
import {sparkline} from "./sparkline.ts";
import {type Cell, table} from "./table.ts";

const PLOT_HEIGHT = 14;
const NARROW_PLOT_HEIGHT = 11;
const LEGEND_WIDTH = 64;
const HOLDERS = 3;
const CHANGES = 4;
const SPARK_WIDTH = 24;
/** As many years as the picture below shows. */
const SPARK_YEARS = 3;

/** @returns lines for the terminal, none wider than the page */
export function firstScreen(report: Report, page: Page): string[] {
  return [
    ...headlineSentence(report, page),
    "",
    ...headlineRows(report, page),
    "",
    ...picture(report, page),
    "",
    ...holders(report, page),
    "",
    ...heading(page, "Lag by domain"),
    ...quantityStrips(page, report.domains),
    "",
    ...heading(page, "Lag by who has seen the test"),
    ...quantityStrips(page, report.access),
    "",
    ...heading(page, "Do open models hold up on unseen tests?"),
    ...paragraph(page, report.robustness.finding),
    "",
    ...changes(report, page),
    ...forces(report, page),
    ...betsLine(report, page),
    ...colophon(page, report),
    "",
    ...next(report, page),
  ];
}

/** The sentence with its first clause, the answer itself, in bold. */
function headlineSentence({headline}: Report, page: Page): string[] {
  const [answer = ""] = headline.sentence.split(";");
  let strong = answer.replace(/\s+/g, "").length;
  return wrapped(headline.sentence, page.width).map((line) => {
    let end = 0;
    while (end < line.length && strong > 0) if (line[end++] !== " ") strong -= 1;
    return `${page.ink.strong(line.slice(0, end))}${line.slice(end)}`;
  });
}

function headlineRows({headline, dailyLag, about, forecast}: Report, page: Page): string[] {
  const {lag, gap, trend, range} = headline;
  const rows = [
    {name: "lag", value: measureText(lag), about: aboutText(lag)},
    rangeRow(range),
    {name: "gap", value: measureText(gap), about: aboutText(gap)},
    {name: "trend", value: measureText(trend), about: aboutText(trend)},
    ...(forecast ? [aheadRow(forecast)] : []),
  ];
  const [names, values] = [5, Math.max(...rows.map(({value}) => displayWidth(value)))];
  const lines = rows.flatMap(({name, value, about}) => {
    const hanging = " ".repeat(names + values + 6);
    const [first, ...rest] = wrapped(about, page.width, hanging);
    const lead = `  ${page.ink.quiet(name.padEnd(names))}  ${page.ink.strong(padded(value, values))}  `;
    return [`${lead}${(first ?? "").slice(hanging.length)}`, ...rest];
  });
  const since = `${Number(about.asOf.slice(0, 4)) - SPARK_YEARS}${about.asOf.slice(4)}`;
  const recent = dailyLag.filter(({date}) => date >= since);
  const spark = sparkline(recent, SPARK_WIDTH);
  if (spark === "") return lines;
  const [from, to] = [recent[0]!, recent.at(-1)!];
  const ends = [from, to].map(({date, value}) => `${numberText(value, "months")} in ${date.slice(0, 7)}`);
  const caption = `  day by day  ${spark}  ${ends.join(" → ")}`;
  return displayWidth(caption) <= page.width ? [...lines, page.ink.quiet(caption)] : lines;
}

/** The lag a year on, with what the back-test says of such forecasts. */
function aheadRow({quantities, backtest, shown}: NonNullable<Report["forecast"]>) {
  const ahead = quantities.find(({id}) => id === "forecast.lag-year.12")!;
  const record = backtest.rows.find(
    (row) =>
      row.forecaster === shown && row.target === "lag-year" && row.horizon === 12 && row.period === "all",
  );
  const held = record?.coverage.find(({level}) => level === ahead.interval?.level)?.share;
  const past =
    record && held !== undefined
      ? `such intervals held ${Math.round(held * record.cases)} of ${record.cases} past cases`
      : "no such forecast has come due";
  return {name: "ahead", value: measureText(ahead), about: `a year on; ${aboutText(ahead)}; ${past}`};
}

function aboutText(quantity: Quantity): string {
  if (quantity.value === null) return reasonText(quantity);
  return quantity.interval ? intervalText(quantity.interval, quantity.unit) : "no interval";
}

function rangeRow({low, high, definitions, instruments}: Report["headline"]["range"]) {
  const missing = [low, high].find(({value}) => value === null);
  if (missing) return {name: "range", value: measureText(missing), about: reasonText(missing)};
  const value =
    low.value === high.value
      ? measureText(low)
      : `${valueText(low)} to ${valueText(high)} ${unitText(high.unit)}`;
  const about = `over ${counted(definitions, "definition")} × ${counted(instruments, "instrument")}`;
  return {name: "range", value, about};
}

function picture({frontiers, headline, about}: Report, page: Page): string[] {
  const {ink, width} = page;
  const legend = [
    ink.strong("Best model of each side"),
    ink.closed("⠤⠤⠤ closed"),
    ink.open("⠤ ⠤ open"),
    ink.quiet("index points"),
  ].join("   ");
  const plot = frontierPlot({
    ...frontiers,
    asOf: about.asOf,
    lag: headline.lag.value === null ? undefined : measureText(headline.lag),
    width: width - 2,
    height: width < 80 ? NARROW_PLOT_HEIGHT : PLOT_HEIGHT,
    ink,
  });
  return [
    page.width < LEGEND_WIDTH ? legend.replaceAll("   ", " ") : legend,
    ...plot.map((line) => ` ${line}`),
  ];
}

function holders({frontiers}: Report, page: Page): string[] {
  const rows = (["closed", "open"] as const).flatMap((side) =>
    latest(frontiers[side]).map((step, index) => row(side, step, index)),
  );
  if (rows.length === 0)
    return [...heading(page, "Latest records"), "  No record yet: no release has a measured ability."];
  function row(side: "closed" | "open", step: FrontierStep, index: number): (string | Cell)[] {
    return [
      {text: index === 0 ? side : "", ink: page.ink[side]},
      step.date,
      step.name,
      step.lab,
      {text: numberText(step.ability, "points"), ink: page.ink.strong},
      boundsText(step, "points"),
    ];
  }
  const columns = [
    {title: "side"},
    {title: "date"},
    {title: "model", min: 12},
    {title: "lab", min: 8, drop: 1},
    {title: "ability", align: "right" as const},
    {title: "interval", drop: 2},
  ];
  return [
    ...heading(page, "Latest records", "newest first; ability with its interval"),
    ...table(columns, rows, {width: page.width}).lines,
  ];
}

const latest = (steps: readonly FrontierStep[]): FrontierStep[] => steps.slice(-HOLDERS).reverse();

function changes(report: Report, page: Page): string[] {
  const recent = [...report.changes].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  if (recent.length === 0) return [];
  const hidden = recent.length - CHANGES;
  return [
    ...heading(
      page,
      "What changed lately",
      hidden > 0 ? `${counted(hidden, "earlier change")} in --json` : "",
    ),
    ...recent
      .slice(0, CHANGES)
      .flatMap(({date, sentence}) => wrapped(sentence, page.width, " ".repeat(14), `  ${date.padEnd(10)}  `)),
    "",
  ];
}

function forces({forces: section}: Report, page: Page): string[] {
  const lines = section ? forcesPanel(section, page) : [];
  return lines.length === 0 ? [] : [...lines, ""];
}

/** What closes next among the bets, and how many beliefs stand. */
function betsLine({bets}: Report, page: Page): string[] {
  const [next] = bets?.closingSoon ?? [];
  const question = bets?.questions.find(({id}) => id === next);
  if (!bets || !question) return [];
  const standing = (["holding", "weakening", "broken", "unmeasurable"] as const)
    .map((status) => ({status, count: bets.beliefs.filter((belief) => belief.status === status).length}))
    .filter(({count}) => count > 0)
    .map(({status, count}) => `${count} ${status}`);
  return [
    ...heading(page, "Bets", `beliefs: ${standing.join(", ")}; lagline bets`),
    ...wrapped(
      `${counted(bets.closingSoon.length, "question")} close soon, first ${question.id} on ${question.closes}: ${question.asks}`,
      page.width,
      "    ",
      "  ",
    ),
    "",
  ];
}

/** What to type next, as a person new to the tool would want it. */
function next({headline}: Report, page: Page): string[] {
  const rows = [
    ["lagline gap", "every definition at once"],
    [`lagline explain ${headline.lag.id}`, "rows, sources and rule"],
    ["lagline forecast", "where it is going, and how such forecasts did"],
    ["lagline models --open --fits 80", "open models for 80 GB"],
    ["lagline robustness", "what unseen tests show"],
    ["lagline labs", "who can pay, and who may let you down"],
    ["lagline --help", "everything else"],
  ];
  return [
    ...table(
      [{title: "command"}, {title: "what", min: 10}],
      rows.map(([command, what]) => [command!, {text: what!, ink: page.ink.quiet}]),
      {width: page.width},
    ).lines,
  ];
}
