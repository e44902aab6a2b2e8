/**
 * Both frontiers over time in braille: two by four dots per cell, so a week and half a point are visible in a small
 * terminal. Closed is a solid line; open is a dashed one, so that they differ without colour. Between the latest
 * open record and the closed step that first stood there, a bar shows the lag.
 */
import {dayOf, isoDay, parseDateSpan} from "../../dates.ts";
import type {FrontierStep} from "../../report.ts";
import {niceTicks, tickText} from "../nice-ticks.ts";
import {numberText} from "../quantity-text.ts";
import {clipped, displayWidth, wrapped} from "./display-width.ts";
import type {Ink, Paint} from "./ink.ts";

export interface FrontierPlot {
  readonly closed: readonly FrontierStep[];
  readonly open: readonly FrontierStep[];
  /** Last day drawn, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** What the lag bar says, for instance `5.9 months`; no bar without it. */
  readonly lag: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
}

/** Shown span before the last day: long enough for a trend, short enough that six months take up some room. */
const WINDOW_DAYS = 3 * 365.25;
/** Index points of air above and below the lines. */
const MARGIN = 1;
/** Widest label of a record holder, and the narrowest plot that still leaves room for one. */
const LABEL = {width: 24, fromPlot: 40};

interface Dots {
  readonly columns: number;
  readonly rows: number;
  readonly closed: Uint8Array;
  readonly open: Uint8Array;
}

/**
 * @returns `height` lines of plot and two of axis, none wider than `width`; one sentence instead when there is
 *   nothing to draw
 */
export function frontierPlot(plot: FrontierPlot): string[] {
  const {asOf, width, height, ink} = plot;
  const last = lastDay(asOf);
  const sides = {closed: inWindow(plot.closed, last), open: inWindow(plot.open, last)};
  const steps = [...sides.closed, ...sides.open];
  if (steps.length === 0)
    return wrapped("No release has a measured ability: there is no frontier to draw.", width, " ");
  const first = Math.max(last - WINDOW_DAYS, Math.min(...steps.map(({date}) => lastDay(date))));
  const abilities = steps.map(({ability}) => ability);
  const [low, high] = [Math.min(...abilities) - MARGIN, Math.max(...abilities) + MARGIN];
  const ticks = niceTicks(low, high, height / 3).filter((tick) => tick >= low && tick <= high);
  const axis = Math.max(...ticks.map((tick) => tickText(tick).length)) + 3;
  const names = (["closed", "open"] as const).map((side) => holder(sides[side]));
  const gutter = Math.min(
    LABEL.width,
    Math.max(...names.map(displayWidth)) + 1,
    width - axis - LABEL.fromPlot,
  );
  const columns = Math.max(10, width - axis - Math.max(0, gutter) - 1);
  const xOf = (at: number) => Math.round(((at - first) / Math.max(1, last - first)) * (columns * 2 - 1));
  const yOf = (ability: number) => Math.round(((high - ability) / (high - low)) * (height * 4 - 1));
  const dots: Dots = {
    columns,
    rows: height,
    closed: new Uint8Array(columns * height),
    open: new Uint8Array(columns * height),
  };
  drawSteps(dots, "closed", sides.closed, xOf, yOf);
  drawSteps(dots, "open", sides.open, xOf, yOf);
  const grid = cellsOf(dots, ink);
  if (plot.lag !== undefined) drawLag(grid, sides, plot.lag, xOf, yOf);
  const labels = gutter > 4 ? labelsAt(sides, names, yOf, height) : new Map<number, Label>();
  const tickRows = new Map(ticks.map((tick) => [Math.min(height - 1, yOf(tick) >> 2), tickText(tick)]));
  const lines = grid.map((cells, row) => {
    const tick = tickRows.get(row);
    const scale = `${(tick ?? "").padStart(axis - 2)} ${tick ? "┤" : "│"}`;
    const label = labels.get(row);
    const text = label ? ` ${ink[label.side](clipped(label.text, gutter - 1))}` : "";
    return `${ink.quiet(scale)}${cells.join("")}${text}`.trimEnd();
  });
  return [...lines, ...timeAxis(first, last, axis, columns, xOf).map((line) => ink.quiet(line))];
}

interface Label {
  readonly side: "closed" | "open";
  readonly text: string;
}

const lastDay = (date: string): number => parseDateSpan(date)?.latest ?? dayOf(date);

/** The steps of the window, led by the one already standing when it begins. */
function inWindow(steps: readonly FrontierStep[], last: number): FrontierStep[] {
  const sorted = [...steps].sort((a, b) => lastDay(a.date) - lastDay(b.date));
  const before = sorted.filter(({date}) => lastDay(date) < last - WINDOW_DAYS);
  return [...before.slice(-1), ...sorted.slice(before.length)];
}

function holder(steps: readonly FrontierStep[]): string {
  const latest = steps.at(-1);
  return latest ? `${numberText(latest.ability, "points")} ${latest.name}` : "";
}

function drawSteps(
  dots: Dots,
  side: "closed" | "open",
  steps: readonly FrontierStep[],
  xOf: (at: number) => number,
  yOf: (ability: number) => number,
): void {
  const isOn = (step: number) => side === "closed" || step % 4 < 2;
  for (const [index, {date, ability}] of steps.entries()) {
    const next = steps[index + 1];
    const [from, y] = [Math.max(0, xOf(lastDay(date))), yOf(ability)];
    const to = next ? Math.max(0, xOf(lastDay(next.date))) : dots.columns * 2 - 1;
    for (let x = from; x <= to; x++) if (isOn(x)) setDot(dots, side, x, y);
    if (!next) continue;
    const above = yOf(next.ability);
    for (let row = Math.min(y, above); row <= Math.max(y, above); row++)
      if (isOn(row)) setDot(dots, side, to, row);
  }
}

/** Bits of the braille block by row and column of the dot. */
const BIT = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

function setDot(dots: Dots, side: "closed" | "open", x: number, y: number): void {
  if (x < 0 || x >= dots.columns * 2 || y < 0 || y >= dots.rows * 4) return;
  dots[side][(y >> 2) * dots.columns + (x >> 1)]! |= BIT[(y & 3) as 0 | 1 | 2 | 3][(x & 1) as 0 | 1];
}

function cellsOf(dots: Dots, ink: Ink): string[][] {
  return Array.from({length: dots.rows}, (_, row) =>
    Array.from({length: dots.columns}, (_, column) => {
      const [closed, open] = [
        dots.closed[row * dots.columns + column]!,
        dots.open[row * dots.columns + column]!,
      ];
      if (closed === 0 && open === 0) return " ";
      const paint: Paint = closed === 0 ? ink.open : open === 0 ? ink.closed : (text) => text;
      return paint(String.fromCharCode(0x2800 + (closed | open)));
    }),
  );
}

/**
 * `├─ 5.9 months ─┤` on the row of the latest open record, from the closed step that first reached it. Text too long
 * for the bar stands left of it, where both lines are still below.
 */
function drawLag(
  grid: string[][],
  {closed, open}: {closed: readonly FrontierStep[]; open: readonly FrontierStep[]},
  lag: string,
  xOf: (at: number) => number,
  yOf: (ability: number) => number,
): void {
  const latest = open.at(-1);
  const reached = latest && closed.find(({ability}) => ability >= latest.ability);
  if (!latest || !reached) return;
  const row = Math.min(grid.length - 1, Math.max(0, yOf(latest.ability) >> 2));
  const [from, to] = [(xOf(lastDay(reached.date)) >> 1) + 1, (xOf(lastDay(latest.date)) >> 1) - 1];
  if (from < 1 || to - from < 4) return;
  const cells = grid[row]!;
  for (let column = from; column <= to; column++) cells[column] = "─";
  cells[from] = "├";
  cells[to] = "┤";
  const text = ` ${lag} `;
  const isInside = text.length <= to - from - 1;
  const start = isInside ? from + 1 + ((to - from - 1 - text.length) >> 1) : from - 1 - text.length;
  if (start < 0) return;
  for (const [offset, char] of [...text].entries()) cells[start + offset] = char;
}

/** The two record holders beside the end of their lines, on different rows. */
function labelsAt(
  {closed, open}: {closed: readonly FrontierStep[]; open: readonly FrontierStep[]},
  [closedName, openName]: readonly string[],
  yOf: (ability: number) => number,
  height: number,
): Map<number, Label> {
  const rowOf = (steps: readonly FrontierStep[]) =>
    Math.min(height - 1, Math.max(0, yOf(steps.at(-1)!.ability) >> 2));
  const labels = new Map<number, Label>();
  if (closed.length > 0) labels.set(rowOf(closed), {side: "closed", text: closedName!});
  if (open.length > 0) {
    const row = rowOf(open);
    const free = labels.has(row) ? (row + 1 < height ? row + 1 : row - 1) : row;
    labels.set(free, {side: "open", text: openName!});
  }
  return labels;
}

/** Years at their first of January. */
function timeAxis(
  first: number,
  last: number,
  axis: number,
  columns: number,
  xOf: (at: number) => number,
): string[] {
  const rule = Array.from({length: columns}, () => "─");
  const years = Array.from({length: columns}, () => " ");
  const [from, to] = [Number(isoDay(first as never).slice(0, 4)), Number(isoDay(last as never).slice(0, 4))];
  for (let year = from + 1; year <= to; year++) {
    const column = xOf(dayOf(`${year}-01-01`)) >> 1;
    if (column < 0 || column >= columns) continue;
    rule[column] = "┬";
    for (const [offset, char] of [...String(year)].entries()) {
      if (column + offset < columns) years[column + offset] = char;
    }
  }
  const margin = " ".repeat(axis - 1);
  return [`${margin}└${rule.join("")}`, `${margin} ${years.join("").trimEnd()}`];
}
