/** `lagline odds`: how likely things are, by each forecaster, how they are settled and what the record says. */
import type {OddsAnswer} from "../../pipeline/whatif-answers.ts";
import type {OddsRow} from "../../whatif-report.ts";
import {numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

/** @param inFull - one question with everything about it, instead of the list */
export function oddsScreen({about, odds}: OddsAnswer, inFull: boolean, page: Page): string[] {
  return [
    ...(inFull ? odds.flatMap((row) => oneQuestion(row, page)) : list(odds, page)),
    ...colophon(page, {about}),
  ];
}

function list(odds: readonly OddsRow[], page: Page): string[] {
  const forecasters = odds[0].forecasters;
  const right = {align: "right"} as const;
  const {lines, dropped} = table(
    [
      {title: "question", min: 20, wraps: true},
      ...forecasters.map(({name}) => ({title: name, ...right})),
      {title: "short name", drop: 1},
    ],
    odds.map((row) => [
      row.probability.label.replace(/, by [\d-]+$/, ""),
      ...row.forecasters.map(({probability}) => chance(probability)),
      row.id,
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(
      page,
      `How likely by ${odds[0].by}`,
      "chance by each forecaster; – where it does not follow the question",
    ),
    ...lines,
    ...(dropped.length > 0 ? paragraph(page, `not shown for want of room: ${dropped.join(", ")}`) : []).map(
      page.ink.quiet,
    ),
    "",
    ...paragraph(
      page,
      `One in full, with how it is settled: lagline odds <question>. ${odds[0].record} Flags such as --by, --months, --points, --ability, --lab change a question.`,
    ).map(page.ink.quiet),
  ];
}

function oneQuestion({question, probability, forecasters, resolves, record}: OddsRow, page: Page): string[] {
  const value = chance(probability.value);
  const followed = forecasters.filter((one) => one.probability !== null);
  return [
    ...wrapped(question, page.width).map(page.ink.strong),
    "",
    ...wrapped(
      probability.value === null
        ? `No number: ${probability.insufficient}.`
        : `${value}${followed.length > 1 ? `   ${followed.map((one) => `${one.name} ${chance(one.probability)}`).join(", ")}` : ""}`,
      page.width,
      "    ",
      "  ",
    ),
    ...(probability.note ? paragraph(page, probability.note).map(page.ink.quiet) : []),
    "",
    ...paragraph(page, resolves),
    ...paragraph(page, record),
    "",
  ];
}

const chance = (probability: number | null): string =>
  probability === null
    ? "–"
    : probability > 0 && probability < 0.005
      ? "<1%"
      : probability < 1 && probability > 0.995
        ? ">99%"
        : numberText(probability, "probability");
