/**
 * The window's record of a side under given parameters: what its likelihood needs, and the stress on the as-of date.
 *
 *   closed   dX/dt = a between records
 *   open     dX/dt = ω + κ·max(0, C(t−τ) − Ō),   Ō = O + X
 *
 * O: best open ability; Ō: what open labs could release; ω: own research, points a month; C: best closed ability τ months
 * before; κ: share of the distance closed a month. Stress starts at zero with the record that stood when the window began,
 * or with the one the records are kept from; paces are held through a month.
 */
import {urgencyOver} from "./stress-release.ts";
import type {RecordMove, WorldHistory} from "./world-history.ts";

export interface ClosedAdvance {
  /** a, points a month. */
  readonly pace: number;
  /** β, per point. */
  readonly urgency: number;
}

export interface OpenAdvance {
  /** ω, points a month. */
  readonly own: number;
  /** κ, a month. */
  readonly coupling: number;
  /** τ, whole months. */
  readonly delay: number;
  readonly urgency: number;
}

/**
 * The likelihood of n records under rate λ is λⁿ · e^(Σ βX at the records) · e^(−λ ∫e^(βX)): it needs two sums.
 */
export interface SideHistory {
  /** Σ βX just before each record. */
  readonly logUrgency: number;
  /** ∫ e^(βX) dt, months. */
  readonly exposure: number;
  /** X on the as-of date. */
  readonly stress: number;
}

export const closedHistory = (history: WorldHistory, {pace, urgency}: ClosedAdvance): SideHistory =>
  sideHistory(history.closedMoves, history.closedStart.at, urgency, () => pace);

export function openHistory(
  {closedBefore, openMoves, openStart}: WorldHistory,
  {own, coupling, delay, urgency}: OpenAdvance,
): SideHistory {
  return sideHistory(
    openMoves,
    openStart.at,
    urgency,
    (month, gained) => own + coupling * Math.max(0, closedBefore[delay - month] - openStart.ability - gained),
  );
}

/** @param paceOf - points a month in a month, given the points gained since the start, released or not */
function sideHistory(
  moves: readonly RecordMove[],
  start: number,
  urgency: number,
  paceOf: (month: number, gained: number) => number,
): SideHistory {
  let [logUrgency, exposure, stress, released] = [0, 0, 0, 0];
  let now = start;
  let next = 0;
  for (let month = Math.floor(start); month < 0; month++) {
    const pace = paceOf(month, released + stress);
    const end = month + 1;
    for (;;) {
      const until = next < moves.length ? Math.min(moves[next].at, end) : end;
      exposure += urgencyOver(stress, pace, urgency, until - now);
      stress += pace * (until - now);
      now = until;
      if (next >= moves.length || moves[next].at > end) break;
      logUrgency += urgency * stress;
      const {size} = moves[next++];
      stress -= size;
      released += size;
    }
  }
  return {logUrgency, exposure, stress};
}
