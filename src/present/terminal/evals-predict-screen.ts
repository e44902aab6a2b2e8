/** `lagline evals predict`: success of every model on one own eval. */
import type {PredictedEval, PredictedModel} from "../../pipeline/own-evals-answers.ts";
import {counted, shareText} from "../quantity-text.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";

const COLUMNS: readonly Column[] = [
  {title: "model", min: 18},
  {title: "weights", drop: 3},
  {title: "success", align: "right"},
  {title: "interval"},
  {title: "best", align: "right", drop: 2},
  {title: "your test", align: "right", drop: 1},
  {title: "$ in / out", align: "right", drop: 4},
];

/** @param top - how many rows to show; the tested models are always among them */
export function evalsPredictScreen(
  {eval: name, domain, level, tested, notInIndex, models}: PredictedEval,
  top: number,
  page: Page,
): string[] {
  const shown = models.filter((model, index) => index < top || model.tested !== null);
  const hidden = models.length - shown.length;
  const {lines, dropped} = table(
    COLUMNS,
    shown.map((model) => row(model, page)),
    {width: page.width, head: page.ink.quiet},
  );
  return [
    ...heading(
      page,
      `${name}: predicted success`,
      `from ${counted(tested, "tested model")}${domain === null ? "" : `, ${domain}`}`,
    ),
    ...lines,
    ...(hidden > 0
      ? paragraph(page, `${counted(hidden, "more model")}: --top ${models.length} shows all.`)
      : []),
    ...(dropped.length > 0
      ? paragraph(page, `Not shown at this width: ${dropped.join(", ")}.`).map(page.ink.quiet)
      : []),
    ...(notInIndex.length > 0
      ? paragraph(
          page,
          `Tested, but without enough public results to be in the index, so they inform nothing: ${notInIndex.join(", ")}.`,
        )
      : []),
    ...paragraph(
      page,
      `Success: median share of your tasks done right, with its ${100 * level}% interval. Best: chance to be the best of all. Rule R70 in METHOD.md, with how well such predictions did.`,
      "",
    ).map(page.ink.quiet),
  ];
}

function row(
  {name, openness, success, low, high, best, tested, inputPrice, outputPrice}: PredictedModel,
  page: Page,
): (string | Cell)[] {
  const dash: Cell = {text: "–", ink: page.ink.quiet};
  return [
    name,
    openness,
    shareText(success),
    `${shareText(low)} to ${shareText(high)}`,
    best < 0.005 ? dash : `${Math.round(100 * best)}%`,
    tested === null
      ? dash
      : `${shareText(tested.score)}${tested.items === null ? "" : ` of ${tested.items}`}`,
    inputPrice === null || outputPrice === null ? dash : `${inputPrice} / ${outputPrice}`,
  ];
}
