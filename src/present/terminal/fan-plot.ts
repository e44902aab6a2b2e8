/**
 * A fan of what may come behind a line of what was: the past as dots, the median ahead as a line, half of the futures in dark shade,
 * eight in ten in light shade. No colour is needed to tell them apart.
 */
import {isoDay} from "../../dates.ts";
import {day} from "../../units.ts";
import {dayNumber, type ForecastSeries} from "../forecast-series.ts";
import {niceTicks, tickText} from "../nice-ticks.ts";
import type {Ink, Paint} from "./ink.ts";

export interface FanPlot {
  readonly series: ForecastSeries;
  readonly width: number;
  readonly height: number;
  readonly ink: Ink;
  readonly paint: Paint;
  /** The past is a staircase that stands between its points; else its points are joined. */
  readonly isSteps: boolean;
}

const LIGHT = "░";
const DARK = "▒";
const MEDIAN = "━";
const PAST = "•";

/** @returns `height` lines of plot and two of axis, none wider than `width` */
export function fanPlot({series: {past, band}, width, height, ink, paint, isSteps}: FanPlot): string[] {
  const first = Math.min(...past.map(({date}) => dayNumber(date)), dayNumber(band[0]!.date));
  const last = dayNumber(band.at(-1)!.date);
  const values = [...past.map(({value}) => value), ...band.flatMap(({low80, high80}) => [low80, high80])];
  const ticks = niceTicks(Math.min(...values), Math.max(...values), height / 3);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const axis = Math.max(...ticks.map((tick) => tickText(tick).length)) + 3;
  const columns = Math.max(10, width - axis);
  const dayAt = (column: number) => first + ((column + 0.5) / columns) * (last - first);
  const rowOf = (value: number) =>
    Math.min(height - 1, Math.max(0, Math.round(((high - value) / (high - low)) * (height - 1))));

  const grid = Array.from({length: height}, () => new Array<string>(columns).fill(" "));
  const from = dayNumber(band[0]!.date);
  for (let column = 0; column < columns; column++) {
    const on = dayAt(column);
    if (on < from) {
      const value = pastAt(past, on, isSteps);
      if (value !== undefined) grid[rowOf(value)]![column] = paint(PAST);
      continue;
    }
    const at = (key: "low80" | "high80" | "low50" | "high50" | "median") => bandAt(band, on, key);
    shade(grid, column, rowOf(at("high80")), rowOf(at("low80")), ink.quiet(LIGHT));
    shade(grid, column, rowOf(at("high50")), rowOf(at("low50")), paint(DARK));
    grid[rowOf(at("median"))]![column] = ink.strong(MEDIAN);
  }
  const tickRows = new Map(ticks.map((tick) => [rowOf(tick), tickText(tick)]));
  const lines = grid.map((cells, row) => {
    const tick = tickRows.get(row);
    return `${ink.quiet(`${(tick ?? "").padStart(axis - 2)} ${tick ? "┤" : "│"}`)}${cells.join("")}`.trimEnd();
  });
  return [...lines, ...timeAxis(first, last, axis, columns).map((line) => ink.quiet(line))];
}

function shade(grid: string[][], column: number, top: number, bottom: number, mark: string): void {
  for (let row = top; row <= bottom; row++) grid[row]![column] = mark;
}

function pastAt(past: ForecastSeries["past"], on: number, isSteps: boolean): number | undefined {
  const at = past.findLastIndex(({date}) => dayNumber(date) <= on);
  const before = past[at];
  const after = past[at + 1];
  if (!before) return undefined;
  if (isSteps || !after) return before.value;
  const [x0, x1] = [dayNumber(before.date), dayNumber(after.date)];
  return before.value + ((on - x0) / (x1 - x0)) * (after.value - before.value);
}

function bandAt(
  band: ForecastSeries["band"],
  on: number,
  key: "low80" | "high80" | "low50" | "high50" | "median",
): number {
  const after = Math.max(
    1,
    band.findIndex(({date}) => dayNumber(date) >= on),
  );
  const [a, b] = [band[after - 1]!, band[after] ?? band.at(-1)!];
  const [x0, x1] = [dayNumber(a.date), dayNumber(b.date)];
  return x1 > x0 ? a[key] + ((on - x0) / (x1 - x0)) * (b[key] - a[key]) : a[key];
}

/** Years at their first of January; a year that would run over the edge is left out. */
function timeAxis(first: number, last: number, axis: number, columns: number): string[] {
  const rule = new Array<string>(columns).fill("─");
  const names = new Array<string>(columns).fill(" ");
  const [from, to] = [first, last].map((on) => Number(isoDay(day(on)).slice(0, 4)));
  for (let year = from! + 1; year <= to!; year++) {
    const at = Math.floor(((dayNumber(`${year}-01-01`) - first) / (last - first)) * columns);
    if (at < 0 || at >= columns) continue;
    rule[at] = "┬";
    const text = String(year);
    if (at + text.length <= columns)
      for (const [offset, char] of [...text].entries()) names[at + offset] = char;
  }
  const margin = " ".repeat(axis - 1);
  return [`${margin}└${rule.join("")}`, `${margin} ${names.join("")}`.trimEnd()];
}
