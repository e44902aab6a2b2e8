/** `lagline law`: measures by jurisdiction; for a deployment, the ones that touch it, why, and on whose word. */
import type {MeasureReport} from "../../forces-report.ts";
import type {LawAnswer, TouchRow} from "../../pipeline/forces/law.ts";
import {counted, countText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {sourceText} from "./fact-lines.ts";
import {heading, type Page, paragraph} from "./page.ts";

const SHOWN = 20;

const STAGE: Readonly<Record<MeasureReport["stage"], string>> = {
  "in-force": "in force",
  enacted: "enacted, not yet in force",
  proposed: "proposed",
  failed: "failed",
  ended: "ended",
  statement: "statement, no force of its own",
};
const OPEN: Readonly<Record<MeasureReport["openWeights"], string>> = {
  exempt: "open weights exempt",
  partially: "open weights exempt in part",
  yes: "open weights included",
  unknown: "open weights: not settled",
};

/** @param all - every measure instead of the first of each list */
export function lawScreen(answer: LawAnswer, place: string | undefined, all: boolean, page: Page): string[] {
  const limit = all ? Number.POSITIVE_INFINITY : SHOWN;
  return [
    ...wrapped(answer.law.notice, page.width).map(page.ink.strong),
    "",
    ...(answer.deployment ? touching(answer, limit, page) : timeline(answer, place, limit, page)),
    "",
    ...wrapped(
      `as of ${answer.asOf} · facts ${answer.vintage} · rules R41 · ${answer.law.notYetPublished} measures had happened by then but were not yet on a page we could read`,
      page.width,
    ).map(page.ink.quiet),
  ];
}

function timeline({law}: LawAnswer, place: string | undefined, limit: number, page: Page): string[] {
  const shown = law.measures.filter(({jurisdiction}) => place === undefined || isIn(jurisdiction, place));
  const places = [...new Set(shown.map(({jurisdiction}) => jurisdiction))];
  if (shown.length === 0) return ["  No measure is known there on this day."];
  return places.flatMap((name) => {
    const own = shown.filter(({jurisdiction}) => jurisdiction === name).reverse();
    const count = (stage: MeasureReport["stage"]) => own.filter((measure) => measure.stage === stage).length;
    const tally = (["in-force", "enacted", "proposed", "failed"] as const)
      .filter((stage) => count(stage) > 0)
      .map((stage) => `${count(stage)} ${STAGE[stage]}`)
      .join(", ");
    return [
      ...heading(page, name, tally || counted(own.length, "statement")),
      ...own.slice(0, limit).flatMap((measure) => measureLines(measure, page)),
      ...more(own.length, limit, page),
      "",
    ];
  });
}

/** A place given shows itself and what lies in it: `US` shows `US-federal` and `US-CA`. */
export const isIn = (jurisdiction: string, place: string): boolean =>
  jurisdiction.toLowerCase() === place.toLowerCase() ||
  jurisdiction.toLowerCase().startsWith(`${place.toLowerCase()}-`);

function measureLines(measure: MeasureReport, page: Page): string[] {
  const {date, instrument, stage, summary, binds, voluntary, openWeights, bindsFrom, endedBy, source} =
    measure;
  const about = [
    STAGE[stage],
    bindsFrom ? `binds from ${bindsFrom}` : "",
    endedBy ? `over: ${endedBy}` : "",
    binds === null
      ? "whom it binds is not recorded"
      : `binds: ${binds.join(", ")}${voluntary ? ", voluntary" : ""}`,
    OPEN[openWeights],
  ]
    .filter(Boolean)
    .join(" · ");
  const indent = " ".repeat(14);
  return [
    ...wrapped(instrument, page.width, indent, `  ${date.padEnd(10)}  `),
    ...wrapped(about, page.width, indent).map(page.ink.quiet),
    ...wrapped(summary, page.width, indent),
    ...wrapped(sourceText(source), page.width, indent).map(page.ink.quiet),
  ];
}

function touching(
  {touching: rows, ruledOut, over, deployment}: LawAnswer,
  limit: number,
  page: Page,
): string[] {
  const {jurisdiction, sector, modelOrigin, hosting, fineTuned, openWeights, lab} = deployment!;
  const yes = (value: boolean | "unknown", one: string, other: string, unknown: string) =>
    value === "unknown" ? unknown : value ? one : other;
  const asked = [
    `place ${jurisdiction}`,
    `sector ${sector}`,
    `model from ${modelOrigin}`,
    `hosting ${hosting}`,
    yes(fineTuned, "fine-tuned", "not fine-tuned", "fine-tuned or not: unknown"),
    yes(openWeights, "open weights", "closed weights", "openness unknown"),
    ...(lab === undefined ? [] : [`lab ${lab}`]),
  ].join(" · ");
  const own = rows.filter(({through}) => through === "deployer");
  const suppliers = rows.filter(({through}) => through === "supplier");
  return [
    ...heading(page, "The deployment"),
    ...paragraph(page, asked),
    "",
    ...heading(page, "Measures that touch it itself", counted(own.length, "measure")),
    ...(own.length === 0 ? ["  None that is known."] : []),
    ...own.slice(0, limit).flatMap((row) => touchLines(row, page)),
    ...more(own.length, limit, page),
    "",
    ...heading(page, "Measures that reach it through its supplier", counted(suppliers.length, "measure")),
    ...(suppliers.length === 0 ? ["  None that is known."] : []),
    ...suppliers.slice(0, limit).flatMap((row) => touchLines(row, page)),
    ...more(suppliers.length, limit, page),
    "",
    ...heading(page, "Not touching it", `${counted(ruledOut.length, "measure")}; ${over.length} are over`),
    ...byReason(ruledOut).flatMap(({why, names}) =>
      wrapped(`${counted(names.length, "measure")}: ${why}`, page.width, "    ", "  ").map(page.ink.quiet),
    ),
  ];
}

function touchLines({measure, certainty, why}: TouchRow, page: Page): string[] {
  const indent = " ".repeat(14);
  const open = why.filter(({answer}) => answer === "unknown").map(({why: text}) => text);
  const settled = why
    .filter(({answer, why: text}) => answer === "yes" && !/draws no line/.test(text))
    .map(({why: text}) => text);
  return [
    ...wrapped(
      `${certainty}: ${measure.instrument} (${measure.jurisdiction}, ${STAGE[measure.stage]})`,
      page.width,
      indent,
      `  ${measure.date.padEnd(10)}  `,
    ),
    ...wrapped(measure.summary, page.width, indent),
    ...(settled.length > 0 ? wrapped(`Because ${settled.join("; ")}.`, page.width, indent) : []),
    ...(open.length > 0 ? wrapped(`Not settled: ${open.join("; ")}.`, page.width, indent) : []),
    ...wrapped(sourceText(measure.source), page.width, indent).map(page.ink.quiet),
  ];
}

function byReason(ruledOut: LawAnswer["ruledOut"]): {why: string; names: string[]}[] {
  const groups = new Map<string, string[]>();
  for (const {measure, why} of ruledOut) groups.set(why, [...(groups.get(why) ?? []), measure.instrument]);
  return [...groups].map(([why, names]) => ({why, names})).sort((a, b) => b.names.length - a.names.length);
}

const more = (count: number, limit: number, page: Page): string[] =>
  count > limit
    ? paragraph(page, `${countText(count - limit)} more: --all shows them.`).map(page.ink.quiet)
    : [];
