/** What the update and the paths need of one world's past: the closed frontier by month, and the open records of the window. */
import {couplingMethod} from "../../forces/copying/coupling-method.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import type {World} from "../ground.ts";

/** Months before the as-of date on which the closed frontier is kept: the open record standing at the window's start may be old. */
const REACH = 60;
const LONGEST_DELAY = Math.max(...couplingMethod.delayMonths.value);

export interface RecordMove {
  /** Months from the as-of date, at most 0. */
  readonly at: number;
  /** Points above the record before it. */
  readonly size: number;
}

export interface WorldHistory {
  /** Best closed ability k months before the as-of date [REACH + 1]; before the first record, that record's. */
  readonly closedBefore: Float64Array;
  readonly closedMoves: readonly RecordMove[];
  readonly openMoves: readonly RecordMove[];
  /** The record that stood when the window began; one older than the reach counts as set then. */
  readonly closedStart: StandingRecord;
  readonly openStart: StandingRecord;
  readonly closedNow: number;
  readonly openNow: number;
}

export interface StandingRecord {
  /** Months from the as-of date. */
  readonly at: number;
  readonly ability: number;
}

export function worldHistory({closed, open}: World, asOf: number, windowMonths: number): WorldHistory {
  const months = (day: number) => (day - asOf) / DAYS_PER_MONTH;
  const moves = ({days, abilities}: World["closed"]): RecordMove[] =>
    days.flatMap((day, i) =>
      i > 0 && months(day) > -windowMonths ? [{at: months(day), size: abilities[i] - abilities[i - 1]}] : [],
    );
  const closedBefore = new Float64Array(REACH + 1);
  let at = closed.days.length - 1;
  for (let k = 0; k <= REACH; k++) {
    while (at > 0 && months(closed.days[at]) > -k) at--;
    closedBefore[k] = closed.abilities[at];
  }
  const standing = ({days, abilities}: World["closed"], since: readonly RecordMove[]): StandingRecord => {
    const i = days.length - since.length - 1;
    return {at: Math.max(months(days[i]), -(REACH - LONGEST_DELAY)), ability: abilities[i]};
  };
  const [closedMoves, openMoves] = [moves(closed), moves(open)];
  return {
    closedBefore,
    closedMoves,
    openMoves,
    closedStart: standing(closed, closedMoves),
    openStart: standing(open, openMoves),
    closedNow: closed.abilities[closed.abilities.length - 1],
    openNow: open.abilities[open.abilities.length - 1],
  };
}
