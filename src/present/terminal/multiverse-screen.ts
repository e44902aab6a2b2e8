/** `lagline multiverse`: how far each arguable choice moves the headline, the largest mover first. */
import type {Multiverse} from "../../multiverse-report.ts";
import {boundsText, counted, numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";

const COLUMNS: readonly Column[] = [
  {title: "choice", min: 14},
  {title: "made", min: 10, drop: 1},
  {title: "instead", min: 10},
  {title: "months", align: "right"},
  {title: "interval", drop: 2},
  {title: "shift", align: "right"},
];

export function multiverseScreen(multiverse: Multiverse, page: Page): string[] {
  const {base, choices, range, asOf, vintage} = multiverse;
  const {ink} = page;
  const ordered = [...choices].sort((a, b) => b.moves - a.moves || (a.choice < b.choice ? -1 : 1));
  const rows = ordered.flatMap(({choice, chosen, alternatives}) =>
    alternatives.map((alternative, index): (string | Cell)[] => [
      index === 0 ? choice : "",
      index === 0 ? chosen : "",
      alternative.value,
      ...outcome(alternative, page),
    ]),
  );
  const failed = ordered.flatMap(({choice, alternatives}) =>
    alternatives.flatMap(({value, failed}) => (failed === null ? [] : [`${choice} = ${value}: ${failed}`])),
  );
  const sentence = `The headline is ${numberText(base.months, "months")} months; one choice at a time moves it between ${numberText(range.low, "months")} and ${numberText(range.high, "months")}.`;
  return [
    ...wrapped(sentence, page.width).map(ink.strong),
    ...paragraph(
      page,
      `As published: ${numberText(base.months, "months")} months, interval ${boundsText(base, "months")}.`,
      "",
    ),
    "",
    ...heading(page, "Choices by how far they move the headline", counted(ordered.length, "choice")),
    ...table(COLUMNS, rows, {width: page.width, head: ink.quiet}).lines,
    ...failed.flatMap((text) => wrapped(`– ${text}`, page.width, "    ", "  ").map(ink.quiet)),
    "",
    ...heading(page, "Why each was made"),
    ...ordered.flatMap(({choice, chosen, reason}) =>
      wrapped(`${choice} = ${chosen}: ${reason}`, page.width, "    ", "  ").map(ink.quiet),
    ),
    "",
    ...paragraph(page, `as of ${asOf} · facts ${vintage} · ${counted(rows.length, "re-run")}`, "").map(
      ink.quiet,
    ),
  ];
}

function outcome(alternative: Multiverse["choices"][number]["alternatives"][number], {ink}: Page): Cell[] {
  const {months, low, high, shift} = alternative;
  if (months === null) {
    return [
      {text: "–", ink: ink.quiet},
      {text: "no number", ink: ink.quiet},
      {text: "–", ink: ink.quiet},
    ];
  }
  return [
    {text: numberText(months, "months"), ink: ink.strong},
    {text: boundsText({low, high}, "months"), ink: (text) => text},
    {text: shift === null ? "–" : numberText(shift, "months", "plus"), ink: ink.strong},
  ];
}
