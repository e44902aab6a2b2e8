/**
 * Dates as the facts give them. A source may know a day or only a month: the unknown part stays visible as an
 * interval instead of being filled with the first of the month.
 */
import {type Day, day} from "./units.ts";

/** A date known to lie from `earliest` to `latest`, both included; equal when the day is known. */
export interface DateSpan {
  readonly earliest: Day;
  readonly latest: Day;
}

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/**
 * Reads `YYYY-MM-DD` or `YYYY-MM`.
 *
 * @returns the span of days meant, or undefined when the text is no such date (30 February included)
 */
export function parseDateSpan(text: string): DateSpan | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, date] = [Number(match[1]), Number(match[2]), match[3] ? Number(match[3]) : undefined];
  if (month < 1 || month > 12) return undefined;
  const first = Date.UTC(year, month - 1, date ?? 1);
  const last = date === undefined ? Date.UTC(year, month, 0) : first;
  if (date !== undefined && new Date(first).getUTCDate() !== date) return undefined;
  return {earliest: day(first / DAY_MS), latest: day(last / DAY_MS)};
}

/** The single day in `YYYY-MM-DD`, or undefined. */
export function parseDay(text: string): Day | undefined {
  const span = text.length === 10 ? parseDateSpan(text) : undefined;
  return span?.earliest;
}

/** A literal date in code; throws on a malformed one, which is our bug. */
export function dayOf(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`invalid date: ${text}; YYYY-MM-DD was expected`);
  return parsed;
}

/** `YYYY-MM-DD`, UTC. */
export const isoDay = (value: Day): string => new Date(Math.floor(value) * DAY_MS).toISOString().slice(0, 10);

/** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
export const isoSpan = ({earliest, latest}: DateSpan): string =>
  earliest === latest ? isoDay(earliest) : isoDay(earliest).slice(0, 7);

/** The middle of a span: the day used where a computation needs one. */
export const midpoint = ({earliest, latest}: DateSpan): Day => day((earliest + latest) / 2);

/** Fractional calendar year of a day, for axes. */
export const yearOf = (value: Day): number => 1970 + value / 365.2425;
