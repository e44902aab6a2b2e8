/** What a screen is drawn on: its width and inks. Screens are lists of lines; nothing here writes. */

import type {Report} from "../../report.ts";
import {countText} from "../quantity-text.ts";
import {displayWidth, wrapped} from "./display-width.ts";
import type {Ink} from "./ink.ts";

export interface Page {
  /** Cells per line, from `pageWidth`. */
  readonly width: number;
  readonly ink: Ink;
}

/** Lines longer than this tire the eye; narrower terminals than this cannot hold a table. */
const WIDEST = 110;
const NARROWEST = 40;
const WITHOUT_TERMINAL = 100;

/** The width to write for: the terminal's within 40 to 110 cells; 100 where there is no terminal. */
export const pageWidth = (columns: number | undefined): number =>
  Math.min(WIDEST, Math.max(NARROWEST, columns && columns > 0 ? Math.floor(columns) : WITHOUT_TERMINAL));

/** A section's title: bold, followed by a quiet remark when there is room for it. */
export function heading(page: Page, title: string, remark = ""): string[] {
  const fits = displayWidth(title) + displayWidth(remark) + 4 <= page.width;
  if (fits) return [`${page.ink.strong(title)}${remark ? `   ${page.ink.quiet(remark)}` : ""}`];
  return [page.ink.strong(title), ...paragraph(page, remark).map(page.ink.quiet)];
}

/** Running text set to the page with an indent of two. */
export const paragraph = (page: Page, text: string, indent = "  "): string[] =>
  wrapped(text, page.width, indent);

/** What every number on the page rests on: facts, method, day, clock, draws. */
export function colophon(page: Page, {about}: Pick<Report, "about">): string[] {
  const covered = about.asOf === about.coveredTo ? "" : ` (facts reach ${about.coveredTo})`;
  return paragraph(
    page,
    [
      `as of ${about.asOf}${covered}`,
      `facts ${about.vintage}`,
      `method ${about.method}`,
      `clock: ${about.dates}`,
      `instrument: ${about.instrument}`,
      `${countText(about.draws)} draws, seed ${about.seed}`,
      `${countText(about.models)} models, ${countText(about.benchmarks)} benchmarks, ${countText(about.results)} results`,
    ].join(" · "),
    "",
  ).map(page.ink.quiet);
}
