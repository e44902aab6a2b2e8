/**
 * The world in which the coupling has a given value, as a process that can be run again.
 *
 * A frontier is a staircase: most months bring nothing, and a release catches up for the months without one. So in a share p
 * of months, at random, the frontier moves by (g + κ · distance) / p plus a surprise taken from the record's own moves, never
 * down; in the others it stays. On average it follows the equation. Where every month of the record moves, p is 1 and this is
 * the residual bootstrap.
 */
import type {Random} from "../../numeric/random.ts";
import {type CouplingMonths, fixedCoupling} from "./coupling-fit.ts";

export interface StepWorld {
  readonly coupling: number;
  readonly delay: number;
  /** Points per month. */
  readonly drift: number;
  /** Share of months that move the frontier. */
  readonly moving: number;
  /** Surprises of the moves, mean zero. */
  readonly surprises: Float64Array;
  /** False for a series that fell somewhere, which no frontier does. */
  readonly neverFalls: boolean;
}

/** @param delays - the one that fits the record best at this coupling is the world's */
export function stepWorld(months: CouplingMonths, coupling: number, delays: readonly number[]): StepWorld {
  const {open, callable, longest, n} = months;
  const {delay} = fixedCoupling(months, coupling, delays);
  const moves: number[] = [];
  let neverFalls = true;
  for (let t = 0; t < n; t++) {
    const gain = open[t + 1] - open[t];
    if (gain < 0) neverFalls = false;
    if (gain !== 0) moves.push(t);
  }
  // A frontier that never moved still needs a world; it has no surprises.
  const moving = Math.max(moves.length, 1) / n;
  const beyond = Float64Array.from(
    moves,
    (t) => open[t + 1] - open[t] - (coupling * (callable[longest - delay + t] - open[t])) / moving,
  );
  const mean = beyond.reduce((sum, value) => sum + value, 0) / Math.max(moves.length, 1);
  return {
    coupling,
    delay,
    drift: mean * moving,
    moving,
    surprises: beyond.map((value) => value - mean),
    neverFalls,
  };
}

/** The open frontier of one run [n + 1]: it starts where the record does and meets the same closed frontier. */
export function simulatedOpen(
  {open, callable, longest, n}: CouplingMonths,
  {coupling, delay, drift, moving, surprises, neverFalls}: StepWorld,
  random: Random,
  into: Float64Array = new Float64Array(n + 1),
): Float64Array {
  into[0] = open[0];
  for (let t = 0; t < n; t++) {
    into[t + 1] = into[t];
    if (surprises.length === 0 || random.uniform() >= moving) continue;
    const expected = (drift + coupling * (callable[longest - delay + t] - into[t])) / moving;
    const move = expected + surprises[random.below(surprises.length)];
    into[t + 1] += neverFalls ? Math.max(0, move) : move;
  }
  return into;
}
