/**
 * The daily look-back lag of R11 over a span of days as straight pieces: between two records of either side the lag
 * grows by a day a day. A sum over any number of days is then a handful of arithmetic series instead of a walk.
 *
 *   lag(t) = sign · (t − since) / 30.44 days, on whole days t; sign −1 where open leads
 */
import {type Frontier, firstReaching, standingOn} from "../measure/frontier.ts";
import {DAYS_PER_MONTH} from "../units.ts";

export interface LagPieces {
  count: number;
  /** First whole day of each piece, ascending. */
  readonly starts: Float64Array;
  /** The day the leader first was where the follower is. */
  readonly since: Float64Array;
  readonly signs: Int8Array;
  /** Sum of the lags (days) over all whole days before the piece. */
  readonly sums: Float64Array;
  /** Last whole day. */
  last: number;
  /** Where a piece was last looked up: days are mostly asked for in order. */
  near: number;
}

export function lagPiecesRoom(size: number): LagPieces {
  return {
    count: 0,
    starts: new Float64Array(size),
    since: new Float64Array(size),
    signs: new Int8Array(size),
    sums: new Float64Array(size),
    last: Number.NaN,
    near: 0,
  };
}

/**
 * The pieces of the whole days `from` to `to` on which both sides have a record.
 *
 * @param into - overwritten and returned; without pieces where no such day exists
 */
export function lagPieces(
  {closed, open}: {readonly closed: Frontier; readonly open: Frontier},
  {from, to}: {readonly from: number; readonly to: number},
  into: LagPieces = lagPiecesRoom(closed.count + open.count + 1),
): LagPieces {
  into.count = 0;
  into.near = 0;
  into.last = Math.floor(to);
  if (closed.count === 0 || open.count === 0) return into;
  let on = Math.max(Math.ceil(from), Math.ceil(closed.days[0]), Math.ceil(open.days[0]));
  let c = standingOn(closed, on);
  let o = standingOn(open, on);
  while (on <= to) {
    addPiece(into, closed, open, on, c, o);
    const nextClosed = c + 1 < closed.count ? Math.ceil(closed.days[c + 1]) : Number.POSITIVE_INFINITY;
    const nextOpen = o + 1 < open.count ? Math.ceil(open.days[o + 1]) : Number.POSITIVE_INFINITY;
    on = Math.min(nextClosed, nextOpen);
    while (c + 1 < closed.count && closed.days[c + 1] <= on) c++;
    while (o + 1 < open.count && open.days[o + 1] <= on) o++;
  }
  return into;
}

/** Lag on a whole day, months; NaN outside the pieces. */
export function lagAt(pieces: LagPieces, on: number): number {
  const at = pieceOn(pieces, on);
  return at < 0 || on > pieces.last
    ? Number.NaN
    : (pieces.signs[at] * (on - pieces.since[at])) / DAYS_PER_MONTH;
}

/** Mean lag over the whole days `from` to `to` that the pieces cover, months; NaN where they cover none. */
export function meanLag(pieces: LagPieces, from: number, to: number): number {
  if (pieces.count === 0) return Number.NaN;
  const first = Math.max(from, pieces.starts[0]);
  const last = Math.min(to, pieces.last);
  if (last < first) return Number.NaN;
  return (sumTo(pieces, last) - sumTo(pieces, first - 1)) / (last - first + 1) / DAYS_PER_MONTH;
}

function addPiece(into: LagPieces, closed: Frontier, open: Frontier, on: number, c: number, o: number): void {
  const behind = closed.days[firstReaching(closed, open.abilities[o])];
  const ahead = open.days[firstReaching(open, closed.abilities[c])];
  const closedNow = closed.abilities[c];
  const openNow = open.abilities[o];
  // At a tie whoever came later is the follower.
  const openFollows = closedNow > openNow || (closedNow === openNow && behind <= ahead);
  const at = into.count++;
  into.sums[at] = at === 0 ? 0 : sumWithin(into, at - 1, on - 1) + into.sums[at - 1];
  into.starts[at] = on;
  into.since[at] = openFollows ? behind : ahead;
  into.signs[at] = openFollows ? 1 : -1;
}

/** Sum over the whole days of piece `at` up to `last`. */
function sumWithin({starts, since, signs}: LagPieces, at: number, last: number): number {
  const first = starts[at];
  return signs[at] * ((first + last) / 2 - since[at]) * (last - first + 1);
}

function sumTo(pieces: LagPieces, last: number): number {
  const at = pieceOn(pieces, last);
  return at < 0 ? 0 : pieces.sums[at] + sumWithin(pieces, at, last);
}

function pieceOn(pieces: LagPieces, on: number): number {
  const {count, starts} = pieces;
  let at = pieces.near;
  while (at > 0 && starts[at] > on) at--;
  while (at + 1 < count && starts[at + 1] <= on) at++;
  pieces.near = at;
  return count > 0 && starts[at] <= on ? at : -1;
}
