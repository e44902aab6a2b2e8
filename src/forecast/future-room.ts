/**
 * Room for futures: the past of one world, to which a forecaster adds records to come. One room serves all futures of
 * a forecaster, one after the other.
 */
import type {Frontier} from "../measure/frontier.ts";
import type {Future} from "./future.ts";
import type {Ground, PastRecords} from "./ground.ts";

export interface FutureRoom extends Future {
  draw: number;
  readonly closed: Frontier;
  readonly open: Frontier;
  readonly series: Map<string, Float64Array>;
}

/** Records to come for which a side has room; more are an error of the forecaster: a record a day for 36 months fits. */
const LARGEST = 1200;

export function futureRoom({worlds}: Ground): FutureRoom {
  const side = (of: "closed" | "open"): Frontier => {
    const size = LARGEST + Math.max(0, ...worlds.map((world) => world[of].days.length));
    return {
      count: 0,
      days: new Float64Array(size),
      abilities: new Float64Array(size),
      at: new Int32Array(size).fill(-1),
    };
  };
  return {draw: -1, closed: side("closed"), open: side("open"), series: new Map()};
}

/** Puts the past of the world that future `index` continues into the room. Worlds are taken in turn. */
export function startFuture(room: FutureRoom, {worlds}: Ground, index: number): FutureRoom {
  room.draw = index % worlds.length;
  copyPast(worlds[room.draw].closed, room.closed);
  copyPast(worlds[room.draw].open, room.open);
  return room;
}

/**
 * Adds a release: a record if it is better than all before it, else nothing.
 *
 * @param on - not before the side's last record; of one day the best release counts
 */
export function addRelease(side: Frontier, on: number, ability: number): void {
  const last = side.count - 1;
  if (!(ability > side.abilities[last])) return;
  const at = side.days[last] === on ? last : side.count++;
  if (at >= side.days.length)
    throw new RangeError(`too many records to come: ${side.count}; fewer were expected`);
  side.days[at] = on;
  side.abilities[at] = ability;
}

function copyPast({days, abilities}: PastRecords, into: Frontier): void {
  into.count = days.length;
  for (let i = 0; i < days.length; i++) {
    into.days[i] = days[i];
    into.abilities[i] = abilities[i];
  }
}
