/** The portfolio as a whole: on whom it hangs, what a blow would cost, what less risk would cost. */
import type {PortfolioView} from "../../advice-report.ts";
import {measureText, numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

const SHOWN = 5;

export function adviceViewLines(
  {cost, netValue, suppliers, origins, licences, stresses, frontier, says}: PortfolioView,
  all: boolean,
  page: Page,
): string[] {
  const shares = (rows: PortfolioView["suppliers"]) =>
    rows
      .slice(0, all ? undefined : SHOWN)
      .map(({name, share}) => `${name} ${numberText(share, "share")}`)
      .join(", ");
  const label = (text: string, body: string) =>
    wrapped(body, page.width, " ".repeat(12), `  ${text.padEnd(10)}`);
  const told = stresses.slice(0, all ? undefined : SHOWN + 2);
  const {lines, dropped} = table(
    [
      {title: "in the first year"},
      {title: "would cost", align: "right"},
      {title: "workloads", align: "right", drop: 1},
      ...(told.some(({uncovered}) => uncovered.length > 0)
        ? [{title: "left with nothing", align: "right", drop: 2} as const]
        : []),
    ],
    told.map(({what, loss, workloads, uncovered}) => [
      what,
      {text: numberText(loss.value!, "USD"), ink: page.ink.strong},
      String(workloads.length),
      String(uncovered.length),
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "The portfolio", `costs ${measureText(cost)}, worth ${measureText(netValue)}`),
    ...label("suppliers", shares(suppliers)),
    ...label("origin", shares(origins)),
    ...label("licence", shares(licences)),
    ...lines,
    ...(dropped.length > 0
      ? paragraph(page, `not shown for want of room: ${dropped.join(", ")}`).map(page.ink.quiet)
      : []),
    ...label("frontier", says),
    ...(all
      ? table(
          [
            {title: "cost", align: "right"},
            {title: "net value", align: "right"},
            {title: "risk", align: "right"},
            {title: "", min: 10},
          ],
          frontier.map(({cost: running, netValue: value, risk, isAdvised, choices}) => [
            numberText(running, "USD"),
            numberText(value, "USD"),
            numberText(risk, "USD"),
            `${isAdvised ? "as advised: " : ""}${choices.map(({option}) => option).join(", ")}`,
          ]),
          {width: page.width, head: page.ink.quiet},
        ).lines
      : []),
  ];
}
