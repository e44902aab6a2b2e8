/** `lagline labs`: who can pay, and who may let a customer down, one lab a row. */
import type {Backtest, ForceLabReport, ForcesReport} from "../../forces-report.ts";
import {boundsText, counted, numberText, valueText} from "../quantity-text.ts";
import {type Footing, footing} from "./fact-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";

/** Chance that stands for "short": the horizon people sign contracts for, and the one after. */
const SHORT = [12, 24] as const;

const OWN: readonly Column[] = [
  {title: "lab"},
  {title: "runway", align: "right"},
  {title: "90%"},
  {title: "short 12 m", align: "right"},
  {title: "24 m", align: "right", drop: 2},
  {title: "raising", align: "right", drop: 5},
  {title: "revenue", align: "right", drop: 1},
  {title: "last open", drop: 4},
  {title: "likeliest harm", drop: 3},
];
const PARENTS: readonly Column[] = [
  {title: "lab"},
  {title: "paid for by", min: 8},
  {title: "revenue", align: "right", drop: 2},
  {title: "last open"},
  {title: "likeliest harm", min: 14, drop: 1},
];

export function labsScreen(
  foot: Footing,
  {labs, backtests}: Pick<ForcesReport, "labs" | "backtests">,
  page: Page,
): string[] {
  const independent = labs.filter(({parent}) => parent === null).sort(byShort);
  const own = independent.filter(({money}) => money.runway.prior !== "wholly");
  const silent = independent.filter(({money}) => money.runway.prior === "wholly");
  const paid = labs.filter(({parent}) => parent !== null);
  const rows = (some: readonly ForceLabReport[]) =>
    table(
      OWN,
      some.map((lab) => ownRow(lab, page)),
      {width: page.width, head: page.ink.quiet},
    );
  const first = rows(own);
  const second = table(
    PARENTS,
    paid.map((lab) => [
      lab.id,
      lab.parent!,
      moneyCell(lab, page),
      lab.continuity.weights.lastFlagship?.date ?? "–",
      hazardText(lab),
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  const dropped = [...new Set([...first.dropped, ...second.dropped])];
  return [
    ...heading(
      page,
      `${counted(own.length, "lab")} that live on their own money`,
      "likeliest to run short first",
    ),
    ...(own.length === 0 ? ["  None in the facts."] : first.lines),
    "",
    ...(silent.length === 0
      ? []
      : [
          ...heading(
            page,
            `${counted(silent.length, "lab")} of which neither burn nor cash is known`,
            "the prior alone speaks: alike for all",
          ),
          ...rows(silent).lines,
          "",
        ]),
    ...heading(
      page,
      `${counted(paid.length, "lab")} whose runway is the will of a parent`,
      "no number is made up",
    ),
    ...(paid.length === 0 ? ["  None in the facts."] : second.lines),
    "",
    ...paragraph(
      page,
      "Runway: months of cash at the burn of the day, without new money; short: the chance that it runs out within 12 and 24 months; raising: within 24 months with rounds coming as they have. Revenue: run-rate, net of cloud partners' part. Last open: the last open release that moved the lab's own open frontier. Likeliest harm: what most often hurts customers of its service, chance within 12 months. * a prior speaks with or instead of facts.",
      "",
    ).map(page.ink.quiet),
    ...(dropped.length > 0
      ? paragraph(page, `Not shown at this width: ${dropped.join(", ")}.`, "").map(page.ink.quiet)
      : []),
    "",
    ...backtestLines(backtests, page),
    "",
    ...paragraph(page, "lagline lab <id> shows one in full, every figure with its facts.", ""),
    ...footing(foot, page),
  ];
}

function backtestLines(backtests: readonly Backtest[], page: Page): string[] {
  return [
    ...heading(page, "How these numbers did in the past"),
    ...backtests.flatMap(({question, says}) => [
      ...paragraph(page, question).map(page.ink.strong),
      ...paragraph(page, says, "    "),
    ]),
  ];
}

function ownRow(lab: ForceLabReport, page: Page): (string | Cell)[] {
  const {runway, short} = lab.money;
  const mark = runway.prior === "none" ? "" : "*";
  const chance = (months: number, kind: "withoutNewMoney" | "withRaising"): string => {
    const found = short.find((one) => one.months === months)?.[kind];
    return found ? valueText(found) : "–";
  };
  return [
    lab.id,
    {text: `${valueText(runway)} m${mark}`, ink: page.ink.strong},
    runway.interval ? boundsText(runway.interval, runway.unit) : "–",
    {text: chance(SHORT[0], "withoutNewMoney"), ink: page.ink.strong},
    chance(SHORT[1], "withoutNewMoney"),
    chance(SHORT[1], "withRaising"),
    moneyCell(lab, page),
    lab.continuity.weights.lastFlagship?.date ?? "–",
    hazardText(lab),
  ];
}

function moneyCell({money}: ForceLabReport, page: Page): Cell {
  const {revenue} = money;
  return revenue.value === null
    ? {text: "unknown", ink: page.ink.quiet}
    : {text: numberText(revenue.value, revenue.unit), ink: page.ink.strong};
}

/** The likeliest of what hurts customers of its service, with the mark of a prior. */
export function hazardText({continuity}: ForceLabReport): string {
  const all = continuity.service.hazards.flatMap(({hazard, within}) =>
    within && within.value !== null ? [{hazard, within, value: within.value}] : [],
  );
  const likeliest = [...all].sort((a, b) => b.value - a.value)[0];
  if (!likeliest) return "–";
  const {hazard, within, value} = likeliest;
  return `${numberText(value, "probability")}${within.prior === "none" ? "" : "*"} ${SHORT_LABEL[hazard] ?? hazard}`;
}

const SHORT_LABEL: Readonly<Record<string, string>> = {
  "price-rise": "price rise",
  "licence-tightening": "tighter licence",
  "short-notice-deprecation": "short-notice end",
  "access-suspension": "suspension",
  "company-failure": "failure",
};

/** Without a known chance last. */
function byShort(a: ForceLabReport, b: ForceLabReport): number {
  const chance = ({money}: ForceLabReport) =>
    money.short.find(({months}) => months === SHORT[0])?.withoutNewMoney.value ?? -1;
  return chance(b) - chance(a) || (a.name < b.name ? -1 : 1);
}
