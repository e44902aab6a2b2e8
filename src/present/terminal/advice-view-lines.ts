/** The portfolio as a whole: on whom it hangs, what a blow would cost, what less risk would cost. */
import type {PortfolioView} from "../../advice-report.ts";
import {counted, measureText, numberText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page} from "./page.ts";
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
  const {lines} = table(
    [
      {title: "", min: 20},
      {title: "costs in a year", align: "right"},
      {title: "workloads hit", align: "right", drop: 1},
      {title: "", drop: 2, min: 8},
    ],
    stresses
      .slice(0, all ? undefined : SHOWN + 2)
      .map(({what, loss, workloads, uncovered}) => [
        what,
        {text: numberText(loss.value!, "USD"), ink: page.ink.strong},
        String(workloads.length),
        uncovered.length > 0 ? `${counted(uncovered.length, "workload")} left with nothing` : "",
      ]),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(page, "The portfolio", `costs ${measureText(cost)}, worth ${measureText(netValue)}`),
    ...label("suppliers", shares(suppliers)),
    ...label("origin", shares(origins)),
    ...label("licence", shares(licences)),
    ...lines,
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
