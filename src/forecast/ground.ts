/**
 * The ground every forecaster stands on: the records of both sides up to the as-of date, once per joint ability draw.
 *
 * All records of the past are kept, not the last few: a lag on a future day may look back to any of them. The value is plain
 * JSON, so that it crosses to a worker thread or a browser as it is.
 */
import {emptyFrontier, type Frontier, frontier, timeline} from "../measure/frontier.ts";
import {abilityRow, type LagInput} from "../measure/lag/estimate.ts";
import type {Day} from "../units.ts";
import type {KnownForces} from "./forces/forces-ground.ts";

/** The records of one side in one world, oldest first: strictly ascending in day and in ability. */
export interface PastRecords {
  /** Days since 1970-01-01, none after the as-of date. */
  readonly days: readonly number[];
  /** Index points. */
  readonly abilities: readonly number[];
}

/** One joint ability draw as two runs of records. */
export interface World {
  readonly closed: PastRecords;
  readonly open: PastRecords;
}

export interface Ground {
  /** Nothing later was seen. */
  readonly asOf: Day;
  /** One per ability draw. Worlds in which a side has no record are left out, and counted. */
  readonly worlds: readonly World[];
  readonly dropped: number;
  /** What is known of the forces around the gap; absent: nothing. */
  readonly forces?: KnownForces;
}

/** The ground under a measurement: the same abilities and sides that its lags are read from. */
export function ground({abilities, closed, open, asOf}: LagInput): Ground {
  const [closedLine, openLine] = [timeline(closed, asOf), timeline(open, asOf)];
  const [closedRoom, openRoom] = [emptyFrontier(closedLine), emptyFrontier(openLine)];
  const worlds = Array.from({length: abilities.drawCount}, (_, d): World => {
    const row = abilityRow(abilities, d);
    return {
      closed: pastRecords(frontier(closedLine, row, closedRoom)),
      open: pastRecords(frontier(openLine, row, openRoom)),
    };
  });
  const whole = worlds.filter(
    ({closed: ours, open: theirs}) => ours.days.length > 0 && theirs.days.length > 0,
  );
  return {asOf, worlds: whole, dropped: worlds.length - whole.length};
}

const pastRecords = ({count, days, abilities}: Frontier): PastRecords => ({
  days: Array.from(days.subarray(0, count)),
  abilities: Array.from(abilities.subarray(0, count)),
});
