/** `lagline evals next`: the test to run, what it is worth, and the next best ones. */
import type {NextTest, NextTestAnswer} from "../../pipeline/own-evals-answers.ts";
import {counted, countText, shareText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Column, table} from "./table.ts";

const COLUMNS: readonly Column[] = [
  {title: "test", min: 18},
  {title: "items", align: "right"},
  {title: "gain", align: "right"},
  {title: "cost", align: "right", drop: 1},
  {title: "net", align: "right"},
  {title: "changes the choice", align: "right", drop: 2},
];
const SHOWN = 8;

export function evalsNextScreen(
  {eval: name, question, workload, now, perfect, contenders, tests}: NextTestAnswer,
  page: Page,
): string[] {
  const [best] = tests;
  const paying = tests.filter(({net}) => net > 0);
  const {value, tasks, inputTokens, outputTokens, budget} = question;
  const sentence =
    paying.length === 0
      ? `No test of up to ${counted(budget, "item")} is worth its cost: take ${now.name}.`
      : `Test ${best.name} on ${counted(best.items, "item")}: worth ${usd(best.gain)} for ${usd(best.cost)}, and it changes the choice in ${shareText(best.changes)} of cases.`;
  const {lines} = table(
    COLUMNS,
    (paying.length === 0 ? tests : paying).slice(0, SHOWN).map((test) => row(test)),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...wrapped(sentence, page.width).map(page.ink.strong),
    "",
    ...heading(page, `Tests for ${name}`, "best number of items of each model"),
    ...lines,
    "",
    ...paragraph(
      page,
      `Without a test the choice is ${now.name} at ${shareText(now.success)} expected success. Knowing every success rate exactly would be worth ${usd(perfect)}; no test is worth more. ${counted(contenders, "model")} ${workload === null ? "with a list price" : "that may be used"} could be the best.`,
      "",
    ),
    ...paragraph(
      page,
      `For ${workload === null ? "" : `${workload}: `}${countText(Math.round(tasks))} tasks of ${countText(Math.round(inputTokens))} input and ${countText(Math.round(outputTokens))} output tokens, ${workload === null ? `a finished one worth ${usd(value)}, at list prices: --tasks, --input, --output and --value change that` : `a finished one worth ${usd(value)} more than a failed one, at the cheapest host or own machines (8 bits) its limits allow`}; --budget sets the size of a test. Rule R71 in METHOD.md.`,
      "",
    ).map(page.ink.quiet),
  ];
}

const row = ({name, items, gain, cost, net, changes}: NextTest): string[] => [
  name,
  String(items),
  usd(gain),
  usd(cost),
  usd(net),
  shareText(changes),
];

/** Cents up to a hundred dollars, whole dollars above. */
const usd = (amount: number): string =>
  `${amount < 0 ? "−" : ""}$${Math.abs(amount).toLocaleString("en-US", {
    minimumFractionDigits: Math.abs(amount) < 100 ? 2 : 0,
    maximumFractionDigits: Math.abs(amount) < 100 ? 2 : 0,
  })}`;
