import {type Day, day} from "../units.ts";
import type {Price} from "./catalog.ts";

/**
 * The first day a price is known to hold: its `from`. A price without one is known only as of the day it was
 * retrieved; one that had ended by then, as of its last day.
 */
export function knownFrom({from, to, provenance: {retrieved}}: Price): Day {
  if (from !== undefined) return from;
  return to !== undefined && to <= retrieved ? day(to - 1) : retrieved;
}
