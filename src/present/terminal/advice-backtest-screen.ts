/** `lagline advise --backtest`: what advice of the past lost against hindsight, beside rules of one line. */
import type {AdviceBacktest} from "../../advice-report.ts";
import {counted, shareText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

export function adviceBacktestScreen({variants, origins, under}: AdviceBacktest, page: Page): string[] {
  return [
    ...wrapped(
      `Advice on ${counted(origins.length, "past day")}, judged on tests hidden from it`,
      page.width,
    ).map(page.ink.strong),
    ...paragraph(
      page,
      "Points of success lost against the best option in hindsight, at the prices of the day: 100 × USD over what a task is worth. Mean over cases, 90% interval over resampled families of tests.",
      "",
    ).map(page.ink.quiet),
    "",
    ...variants.flatMap((variant) => [...variantLines(variant, page), ""]),
    ...paragraph(
      page,
      `days ${origins.join(", ")} · facts ${under.vintage}, truth as of ${under.coveredTo} · method ${under.method} · seed ${under.seed}`,
      "",
    ).map(page.ink.quiet),
  ];
}

function variantLines(
  {knows, cases, tests, families, rows, calibration}: AdviceBacktest["variants"][number],
  page: Page,
): string[] {
  const number = (value: number) => value.toFixed(1);
  const stakes = rows[0]?.byStake.map(({stake}) => stake) ?? [];
  const {lines} = table(
    [
      {title: "", min: 14},
      {title: "lost", align: "right"},
      {title: "90%", align: "right"},
      {title: "more than advice", align: "right"},
      ...stakes.map((stake) => ({title: stake, align: "right" as const, drop: 1})),
      {title: "", min: 10, drop: 2},
    ],
    rows.map(({way, says, regret, low, high, moreThanAdvice, moreLow, moreHigh, byStake}) => [
      {text: way, ink: way === "advice" ? page.ink.strong : (text: string) => text},
      number(regret),
      `${number(low)} to ${number(high)}`,
      way === "advice" ? "" : `${number(moreThanAdvice)} (${number(moreLow)} to ${number(moreHigh)})`,
      ...byStake.map((one) => number(one.regret)),
      {text: says, ink: page.ink.quiet},
    ]),
    {width: page.width, head: page.ink.quiet},
  );
  const kept = calibration.bins
    .filter(({options}) => options > 0)
    .map(({stated, wasBest, options}) => `${shareText(stated)} → ${shareText(wasBest)} (${options})`);
  return [
    ...heading(
      page,
      `Knowing ${knows}`,
      `${counted(cases, "decision")} on ${counted(tests, "test")} of ${counted(families, "family", "families")}`,
    ),
    ...lines,
    ...wrapped(
      `chance of its choice being the best: stated ${shareText(calibration.stated)}, was ${shareText(calibration.wasBest)}`,
      page.width,
      "    ",
      "  ",
    ),
    ...wrapped(`stated → was, over all options: ${kept.join(", ")}`, page.width, "    ", "  "),
    ...wrapped(
      `scores inside the stated 90% interval of success: ${shareText(calibration.covered)}; on the families that no doubt was chosen on ${shareText(calibration.coveredElsewhere)}`,
      page.width,
      "    ",
      "  ",
    ),
  ];
}
