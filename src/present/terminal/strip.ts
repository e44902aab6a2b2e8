/**
 * Dots and whiskers in text, aligned on one common axis so that rows compare by eye.
 *
 * `├──●──┤` is a value with its interval; `○──▶` is a value still running, or an end beyond the axis.
 */
import type {Quantity} from "../../report.ts";
import {niceTicks, tickText} from "../nice-ticks.ts";
import {valueSpan} from "../value-span.ts";

export interface StripAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** The axis that several rows share, on round ticks. */
export function stripAxis(quantities: readonly Quantity[], width: number): StripAxis {
  const items = quantities.map(({value, interval}) => ({
    value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  }));
  const {low, high} = valueSpan(items);
  const ticks = niceTicks(low, high, Math.max(2, width / 9));
  return {low: ticks[0]!, high: ticks.at(-1)!, ticks};
}

/** One row [width] of the strip; all spaces but the zero line when there is no number. */
export function strip({value, interval, censored}: Quantity, axis: StripAxis, width: number): string {
  const cells = Array.from({length: width}, () => " ");
  if (axis.low <= 0 && axis.high >= 0) cells[cellOf(0, axis, width)] = "┊";
  if (value === null) return cells.join("");
  const open = censored === "right";
  const [low, high] = [interval ? interval.low : value, interval ? interval.high : open ? null : value];
  const from = low === null ? 0 : cellOf(low, axis, width);
  const to = high === null ? width - 1 : cellOf(high, axis, width);
  for (let cell = from; cell <= to; cell++) cells[cell] = "─";
  if (to > from) {
    cells[from] = low === null || low < axis.low ? "◀" : "├";
    cells[to] = high === null || high > axis.high ? "▶" : "┤";
  }
  const mark = open ? "○" : "●";
  cells[cellOf(value, axis, width)] = value > axis.high ? "▶" : value < axis.low ? "◀" : mark;
  return cells.join("");
}

/** The axis' numbers [width], each starting at its tick. */
export function stripScale(axis: StripAxis, width: number): string {
  const cells = Array.from({length: width}, () => " ");
  let free = 0;
  for (const tick of axis.ticks) {
    const text = tickText(tick);
    const start = Math.min(width - text.length, Math.max(0, cellOf(tick, axis, width) - (text.length >> 1)));
    if (start < free) continue;
    for (const [offset, char] of [...text].entries()) cells[start + offset] = char;
    free = start + text.length + 1;
  }
  return cells.join("");
}

function cellOf(value: number, {low, high}: StripAxis, width: number): number {
  const share = high > low ? (value - low) / (high - low) : 0;
  return Math.min(width - 1, Math.max(0, Math.round(share * (width - 1))));
}
