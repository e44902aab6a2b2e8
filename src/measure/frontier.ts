/**
 * Records and the frontier they form: releases better than every release before them.
 *
 * Days: where a release is known only to a span, its middle is its day here; rules that can do better (catch-up)
 * read the span itself. Several releases on one day count as one: the best of the day. A release as able as the
 * record before it sets no record, so a copy of a record changes nothing.
 */
import {midpoint} from "../dates.ts";
import {type Day, day} from "../units.ts";
import type {Release} from "./instrument.ts";

/** Releases of one side up to a day, oldest first. */
export interface Timeline {
  readonly releases: readonly Release[];
  /** Day of each release, ascending. */
  readonly days: Float64Array;
  /** Column of each release in the ability rows. */
  readonly columns: Int32Array;
}

/** The records of one world, ascending in day and in ability. Only the first `count` entries are filled. */
export interface Frontier {
  count: number;
  readonly days: Float64Array;
  readonly abilities: Float64Array;
  /** Index of each record in the timeline's releases. */
  readonly at: Int32Array;
}

/**
 * The releases known by a day, oldest first; ties are ordered by model id, so that the order given cannot matter.
 *
 * @param until - releases whose day is later are not seen
 */
export function timeline(releases: readonly Release[], until: Day): Timeline {
  const dated = releases
    .map((release) => ({release, on: midpoint(release.date)}))
    .filter(({on}) => on <= until)
    .sort((a, b) => a.on - b.on || (a.release.model < b.release.model ? -1 : 1));
  return {
    releases: dated.map(({release}) => release),
    days: Float64Array.from(dated, ({on}) => on),
    columns: Int32Array.from(dated, ({release}) => release.column),
  };
}

/** Room for the records of a timeline; filled by `frontier`, reused from draw to draw. */
export function emptyFrontier({days}: Timeline): Frontier {
  return {
    count: 0,
    days: new Float64Array(days.length),
    abilities: new Float64Array(days.length),
    at: new Int32Array(days.length),
  };
}

/**
 * The records of one world.
 *
 * @param abilities - one row of abilities [models], indexed by the timeline's columns
 * @param into - overwritten and returned
 */
export function frontier(
  {days, columns}: Timeline,
  abilities: Float64Array,
  into: Frontier = emptyFrontier({days, columns, releases: []}),
): Frontier {
  let count = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < days.length; i++) {
    const ability = abilities[columns[i]];
    if (!(ability > best)) continue;
    best = ability;
    if (count > 0 && into.days[count - 1] === days[i]) count--;
    into.days[count] = days[i];
    into.abilities[count] = ability;
    into.at[count] = i;
    count++;
  }
  into.count = count;
  return into;
}

/** Index of the first record at least as able as `ability`, or `count` when there is none. */
export function firstReaching({count, abilities}: Frontier, ability: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (abilities[middle] >= ability) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the record standing on a day, or -1 before the first. */
export function standingOn({count, days}: Frontier, on: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle] <= on) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A named record. */
export interface RecordRelease {
  readonly model: string;
  readonly day: Day;
  readonly ability: number;
}

/** The records of one world by name, oldest first. */
export function namedRecords(line: Timeline, abilities: Float64Array): RecordRelease[] {
  const records = frontier(line, abilities);
  return Array.from({length: records.count}, (_, i) => ({
    model: line.releases[records.at[i]].model,
    day: day(records.days[i]),
    ability: records.abilities[i],
  }));
}

/**
 * Walks the whole days of a window on which both sides have a record, with the index of each side's standing one.
 *
 * @param visit - gets the day and the indices of the standing records
 */
export function eachStandingDay(
  {closed, open, from, to}: {closed: Frontier; open: Frontier; from: number; to: number},
  visit: (on: number, closedAt: number, openAt: number) => void,
): void {
  if (closed.count === 0 || open.count === 0) return;
  const start = Math.max(Math.ceil(from), Math.ceil(closed.days[0]), Math.ceil(open.days[0]));
  let c = standingOn(closed, start);
  let o = standingOn(open, start);
  for (let on = start; on <= to; on++) {
    while (c + 1 < closed.count && closed.days[c + 1] <= on) c++;
    while (o + 1 < open.count && open.days[o + 1] <= on) o++;
    visit(on, c, o);
  }
}
