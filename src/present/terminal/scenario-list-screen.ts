/** `lagline whatif` without a scenario: those that ship, each with what it would change. */
import type {About} from "../../report.ts";
import type {WhatIf} from "../../whatif-report.ts";
import {numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

export function scenarioListScreen({about, whatIf}: {about: About; whatIf: WhatIf}, page: Page): string[] {
  const rows = whatIf.scenarios.map(({id, lag, open}) => [
    id,
    ...[...lag, ...open].map(({value, unit}) => (value === null ? "–" : numberText(value, unit, "plus"))),
  ]);
  const right = {align: "right"} as const;
  const {lines} = table(
    [
      {title: "scenario", min: 16},
      {title: "lag 12", ...right},
      {title: "24", ...right},
      {title: "open 12", ...right, drop: 2},
      {title: "24", ...right, drop: 1},
    ],
    rows,
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "What would change if", `mean change; forecast from ${whatIf.from}`),
    ...lines,
    "",
    ...whatIf.scenarios.flatMap(({title, sentence}) => [
      ...wrapped(title, page.width, "    ", "  "),
      ...paragraph(page, sentence, "    ").map(page.ink.quiet),
    ]),
    "",
    ...paragraph(
      page,
      "After 12 and 24 months: lag in months, open in index points (best open ability). One in full: lagline whatif <scenario>; your own: a file in the same form, as scenarios/ of the package has them.",
    ).map(page.ink.quiet),
    ...colophon(page, {about}),
  ];
}
