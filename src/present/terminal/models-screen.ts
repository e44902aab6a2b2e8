/** `lagline models`: one row per model, with what was left out said below. */
import type {ModelAbility, Report} from "../../report.ts";
import {clockDate} from "../model-selection.ts";
import {boundsText, counted, countText, numberText} from "../quantity-text.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";

const COLUMNS: readonly Column[] = [
  {title: "model", min: 22},
  {title: "lab", min: 8, drop: 2},
  {title: "weights"},
  {title: "clock"},
  {title: "ability", align: "right"},
  {title: "interval", drop: 5},
  {title: "ECI", align: "right", drop: 4},
  {title: "licence", drop: 1},
  {title: "memory", align: "right", drop: 1},
  {title: "$ in / out", align: "right", drop: 3},
];

/**
 * @param models - all that pass the filter, in order
 * @param top - how many rows to show
 */
export function modelsScreen(
  report: Report,
  models: readonly ModelAbility[],
  top: number,
  page: Page,
): string[] {
  const {about} = report;
  if (models.length === 0) {
    return [
      ...paragraph(page, `No model of ${counted(report.models.length, "model")} passes these filters.`, ""),
      "",
      ...colophon(page, report),
    ];
  }
  const shown = models.slice(0, top);
  const {lines, dropped} = table(
    COLUMNS,
    shown.map((model) => row(model, report, page)),
    {
      width: page.width,
      head: page.ink.quiet,
    },
  );
  const hidden = models.length - shown.length;
  const more = hidden > 0 ? `${counted(hidden, "more model")}: --top ${models.length} shows all.` : "";
  const narrow = dropped.length > 0 ? `Not shown at this width: ${dropped.join(", ")}.` : "";
  return [
    ...heading(page, counted(models.length, "model"), "prices in USD per million tokens"),
    ...lines,
    ...(more ? paragraph(page, more) : []),
    ...(narrow ? paragraph(page, narrow).map(page.ink.quiet) : []),
    "",
    ...paragraph(
      page,
      `Ability in index points with its interval; a dash means no results for it, or a fact that no source gives. Clock: ${clockMeaning[about.dates]}. Memory: weights at 8 bits per parameter with 20% for cache and buffers. lagline model <name> shows one in full.`,
      "",
    ).map(page.ink.quiet),
    ...colophon(page, report),
  ];
}

/** What the start of a model's clock means under each convention. */
export const clockMeaning: Record<Report["about"]["dates"], string> = {
  announced: "the day the lab announced the model",
  available: "the first day it could be used through an API or product",
  weights:
    "the first public download for open models, the first use through an API or product for closed ones",
};

function row(model: ModelAbility, {about}: Report, page: Page): (string | Cell)[] {
  const {ink} = page;
  const side = model.openness;
  const dash: Cell = {text: "–", ink: ink.quiet};
  const {ability, low, high, eci, memoryGb, inputPrice, outputPrice} = model;
  return [
    model.name,
    model.lab || dash,
    {text: side, ink: side === "unknown" ? ink.quiet : ink[side]},
    clockDate(model, about.dates) ?? dash,
    ability === null ? dash : {text: numberText(ability, "points"), ink: ink.strong},
    ability === null ? dash : boundsText({low, high}, "points"),
    eci === null ? dash : numberText(eci, "points"),
    model.licenceClass,
    memoryGb === null ? dash : `${countText(Math.round(memoryGb))} GB`,
    inputPrice === null || outputPrice === null
      ? dash
      : `${priceText(inputPrice)} / ${priceText(outputPrice)}`,
  ];
}

/** USD per million tokens: `3`, `0.14`, `12.50`. */
export function priceText(price: number): string {
  if (Number.isInteger(price)) return String(price);
  return price.toFixed(price < 0.1 ? 3 : 2);
}
