/** `lagline history`: a number as it was known, state by state, beside as it is known now. */
import type {Figure, HistoryRow} from "../../monitor/history/history-row.ts";
import {counted} from "../quantity-text.ts";
import {heading, type Page, paragraph} from "./page.ts";
import {table} from "./table.ts";

export function historyScreen(
  {number, unit, rows, earlier}: {number: string; unit: string; rows: readonly HistoryRow[]; earlier: number},
  page: Page,
): string[] {
  const isPublished = rows[0]?.by === "published";
  return [
    ...heading(page, number, unit),
    ...table(
      [
        {title: isPublished ? "published" : "from"},
        {title: isPublished ? "publication" : "vintage", min: 10, drop: 1},
        {title: "as known then", align: "right"},
        {title: isPublished ? "newest" : "as known now", align: "right"},
        {title: "moved", align: "right"},
        {title: "", drop: 2},
      ],
      rows.map(({day, vintage, then, now, by}) => [
        day,
        vintage,
        figureText(then),
        figureText(now),
        movedText(then, now),
        by,
      ]),
      {width: page.width, head: page.ink.quiet},
    ).lines,
    ...(earlier > 0
      ? paragraph(page, `${counted(earlier, "earlier state")}: --last shows more.`).map(page.ink.quiet)
      : []),
    ...paragraph(
      page,
      isPublished
        ? "Values of two publications of an index are never one series: the index is fitted anew each time."
        : "Told: what lagline said at the time, by the method of the time. Measured: today's method on the facts of the time. As known now: today's facts seen from the same day. lagline diff splits a move over its causes.",
      "",
    ).map(page.ink.quiet),
  ];
}

function figureText(figure: Figure | null): string {
  if (figure === null || figure.value === null) return "–";
  const {value, low, high} = figure;
  return low === null || high === null
    ? short(value)
    : `${short(value)} (${short(low, 1)} to ${short(high, 1)})`;
}

/** Moves are often smaller than a tenth, the ends of an interval never matter that finely. */
const short = (value: number, digits = 2): string =>
  `${value < 0 ? "−" : ""}${Math.abs(value).toFixed(digits)}`;

function movedText(then: Figure | null, now: Figure | null): string {
  if (then?.value == null || now?.value == null) return "–";
  const moved = now.value - then.value;
  return moved === 0 ? "0" : `${moved > 0 ? "+" : ""}${short(moved)}`;
}
