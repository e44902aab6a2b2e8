/** Dots with whiskers, one or two per row, on one common axis: the body of the comparison charts. */
import {axisX, gridX, ruleX} from "@observablehq/plot";
import {valueSpan} from "../value-span.ts";
import {plotMarkup} from "./plot-markup.ts";
import {chartStyle} from "./style.ts";
import {fittingText, svgText, tenth, textLines, textWidth} from "./svg-text.ts";

/** One value on a row; `null` with its reason in `says` where there is none. */
export interface IntervalMark {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly isRunning: boolean;
  readonly ink: string;
  /** Printed at the right: the value in words, or why there is none. */
  readonly says: string;
}

export type IntervalRow =
  | {readonly kind: "values"; readonly label: string; readonly marks: readonly IntervalMark[]}
  /** A title; `keys` name the inks of the rows below. */
  | {
      readonly kind: "heading";
      readonly label: string;
      readonly keys?: readonly {readonly text: string; readonly ink: string}[];
    }
  | {readonly kind: "gap"};

const HEIGHT = {one: 25, two: 37, heading: 27, gap: 14};
const MARGIN = {top: 8, bottom: 34, left: 236, right: 176};
const SIZE = {label: 12, value: chartStyle.size.label};
/** Distance of two marks, or of two lines of a label, on one row. */
const LINE = 14;

/**
 * @param asked - ends of the axis; found from the values when left out
 * @returns markup of the plot area and its height
 */
export function intervalRows(
  rows: readonly IntervalRow[],
  axisLabel: string,
  asked?: {readonly low: number; readonly high: number},
): {body: string; height: number} {
  const span = asked ?? valueSpan(rows.flatMap((row) => (row.kind === "values" ? row.marks : [])));
  const domain: [number, number] = [span.low, span.high + (span.high - span.low) * 0.03];
  const placed: {row: IntervalRow; y: number}[] = [];
  let bottom = MARGIN.top;
  for (const row of rows) {
    const height = rowHeight(row);
    placed.push({row, y: bottom + height / 2});
    bottom += height;
  }
  const height = bottom + MARGIN.bottom;
  const drawn = plotMarkup({
    width: chartStyle.width,
    height,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    x: {domain},
    y: {domain: [0, 1], axis: null},
    marks: [
      gridX({stroke: chartStyle.rule, strokeOpacity: 1}),
      axisX({label: axisLabel, labelAnchor: "center", labelArrow: "none", tickSize: 0}),
      ruleX(domain[0] <= 0 && domain[1] >= 0 ? [0] : [], {stroke: chartStyle.neutral, strokeWidth: 1}),
    ],
  });
  const marks = placed.flatMap(({row, y}) => rowMarkup(row, y, domain, drawn.x));
  return {body: [drawn.markup, ...marks].join("\n"), height};
}

function rowHeight(row: IntervalRow): number {
  if (row.kind !== "values") return HEIGHT[row.kind];
  return row.marks.length > 1 || labelLines(row.label).length > 1 ? HEIGHT.two : HEIGHT.one;
}

/** A label on at most two lines. */
function labelLines(label: string): string[] {
  const room = MARGIN.left - chartStyle.margin - 14;
  const [first = "", ...rest] = textLines(label, room, SIZE.label);
  return [first, ...(rest.length > 0 ? [rest.join(" ")] : [])].map((line) =>
    fittingText(line, room, SIZE.label),
  );
}

function rowMarkup(
  row: IntervalRow,
  y: number,
  domain: [number, number],
  x: (value: number) => number,
): string[] {
  const {margin, text} = chartStyle;
  if (row.kind === "gap") return [];
  if (row.kind === "heading") {
    let at = MARGIN.left + 10;
    const keys = (row.keys ?? []).flatMap(({text: name, ink}) => {
      const start = at;
      at += textWidth(name, SIZE.value) + 34;
      return [
        `<circle cx="${tenth(start)}" cy="${tenth(y + 2)}" r="4.6" fill="${ink}"/>`,
        svgText(name, start + 10, y + 6, {size: SIZE.value, fill: ink}),
      ];
    });
    return [svgText(row.label, margin, y + 6, {size: SIZE.label, fill: text, weight: 700}), ...keys];
  }
  const lines = labelLines(row.label);
  const labels = lines.map((line, index) =>
    svgText(line, MARGIN.left - 14, y + 4 + offset(index, lines.length), {
      size: SIZE.label,
      fill: text,
      anchor: "end",
    }),
  );
  const marks = row.marks.flatMap((mark, index) =>
    markMarkup(mark, y + offset(index, row.marks.length), domain, x),
  );
  return [...labels, ...marks];
}

const offset = (index: number, count: number): number => (index - (count - 1) / 2) * LINE;

function markMarkup(
  mark: IntervalMark,
  y: number,
  domain: [number, number],
  x: (value: number) => number,
): string[] {
  const {value, ink, says} = mark;
  const {width, margin, paper, quiet} = chartStyle;
  if (value === null) {
    const room = width - MARGIN.left - margin - 10;
    const reason = fittingText(says, room, SIZE.value);
    return [svgText(reason, MARGIN.left + 10, y + 4, {size: SIZE.value, fill: quiet, halo: paper})];
  }
  const isOnAxis = value >= domain[0] && value <= domain[1];
  const words = fittingText(says, MARGIN.right - 12 - 8, SIZE.value);
  return [
    whisker({...mark, value}, domain, x, y),
    ...(isOnAxis ? [valueDot(mark, x(value), y)] : []),
    svgText(words, width - MARGIN.right + 12, y + 4, {size: SIZE.value, fill: ink}),
  ];
}

function whisker(
  {value, low, high, isRunning, ink}: IntervalMark & {readonly value: number},
  [least, most]: [number, number],
  x: (value: number) => number,
  y: number,
): string {
  const [start, end] = [low ?? value, high ?? value];
  const isOpenHigh = high === null ? isRunning || low !== null : end > most;
  const isOpenLow = low === null ? high !== null : start < least;
  const from = x(isOpenLow ? least : Math.min(start, most));
  const to = x(isOpenHigh ? most : Math.max(end, least));
  if (from === to) return "";
  const [a, b, h] = [tenth(from), tenth(to), tenth(y)];
  const cap = (at: string) => `M${at},${tenth(y - 4)}V${tenth(y + 4)}`;
  const arrow = (at: number, way: 1 | -1) =>
    `M${tenth(at - way * 5)},${tenth(y - 4)}L${tenth(at)},${h}L${tenth(at - way * 5)},${tenth(y + 4)}`;
  const path = [`M${a},${h}H${b}`, isOpenLow ? arrow(from, -1) : cap(a), isOpenHigh ? arrow(to, 1) : cap(b)];
  return `<path d="${path.join("")}" fill="none" stroke="${ink}" stroke-width="1.6" stroke-opacity="0.75"/>`;
}

function valueDot({isRunning, ink}: IntervalMark, x: number, y: number): string {
  const fill = isRunning ? chartStyle.paper : ink;
  return `<circle class="value" cx="${tenth(x)}" cy="${tenth(y)}" r="4.6" fill="${fill}" stroke="${ink}" stroke-width="2"/>`;
}
