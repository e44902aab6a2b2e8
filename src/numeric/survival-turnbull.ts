/**
 * Waits known only to lie in an interval: the self-consistent estimate of Turnbull (1976).
 *
 * With every wait known exactly or censored on the right it equals Kaplan & Meier's.
 */
import type {SurvivalCurve} from "./survival.ts";

/** A wait in [low, high], or (low, high] when `openLow`; `high` is Infinity for one not over yet. */
export interface WaitInterval {
  readonly low: number;
  readonly high: number;
  readonly openLow: boolean;
}

/** Mass the data put on each innermost interval; where inside, they do not say. */
export interface TurnbullEstimate {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly mass: readonly number[];
  readonly iterations: number;
}

/** Ends of intervals in the order in which they lie on the line: [x before x] before (x. */
const CLOSED_LOW = 0;
const HIGH = 1;
const OPEN_LOW = 2;

const STEP_TOLERANCE = 1e-9;
const MOST_ITERATIONS = 5_000;

/**
 * p_j <- (1/n) sum_i p_j 1{interval j in wait i} / sum_k p_k 1{interval k in wait i}, from equal masses until no
 * mass moves by 1e-9.
 *
 * @param waits - at least one; `low <= high`
 * @see Turnbull (1976), J. R. Stat. Soc. B 38:290
 */
export function turnbull(waits: readonly WaitInterval[]): TurnbullEstimate {
  if (waits.length === 0)
    throw new RangeError("insufficient waits for a survival curve: 0; at least one was expected");
  const cells = innermost(waits);
  const inside = waits.map((wait) => cells.flatMap((cell, j) => (contains(wait, cell) ? [j] : [])));
  let mass = new Float64Array(cells.length).fill(1 / cells.length);
  let iterations = 0;
  for (let moved = 1; moved > STEP_TOLERANCE && iterations < MOST_ITERATIONS; iterations++) {
    const next = new Float64Array(cells.length);
    for (const within of inside) {
      let total = 0;
      for (const j of within) total += mass[j];
      for (const j of within) next[j] += mass[j] / total / waits.length;
    }
    moved = 0;
    for (let j = 0; j < next.length; j++) moved = Math.max(moved, Math.abs(next[j] - mass[j]));
    mass = next;
  }
  return {
    low: cells.map(({low}) => low),
    high: cells.map(({high}) => high),
    mass: [...mass],
    iterations,
  };
}

/**
 * The survival curve with each finite mass at the middle of its interval, so that medians and means can be read.
 *
 * @param waits - as given to `turnbull`; a wait without an end keeps the follow-up at its `low`
 */
export function turnbullCurve(waits: readonly WaitInterval[]): SurvivalCurve {
  const {low, high, mass} = turnbull(waits);
  const times: number[] = [];
  const survival: number[] = [];
  const atRisk: number[] = [];
  let share = 1;
  for (let j = 0; j < mass.length; j++) {
    if (high[j] === Number.POSITIVE_INFINITY) continue;
    atRisk.push(share * waits.length);
    share -= mass[j];
    times.push((low[j] + high[j]) / 2);
    survival.push(Math.max(0, share));
  }
  const followUp = Math.max(...waits.map((wait) => (Number.isFinite(wait.high) ? wait.high : wait.low)));
  return {times, survival, atRisk, followUp};
}

/** Intervals from a lower end to the upper end that follows it at once: only there can mass lie. */
function innermost(waits: readonly WaitInterval[]): WaitInterval[] {
  const ends = waits
    .flatMap(({low, high, openLow}) => [
      {at: low, kind: openLow ? OPEN_LOW : CLOSED_LOW},
      {at: high, kind: HIGH},
    ])
    .sort((a, b) => (a.at === b.at ? a.kind - b.kind : a.at < b.at ? -1 : 1));
  return ends.slice(1).flatMap((end, i) => {
    const before = ends[i];
    return before.kind !== HIGH && end.kind === HIGH
      ? [{low: before.at, high: end.at, openLow: before.kind === OPEN_LOW}]
      : [];
  });
}

function contains(wait: WaitInterval, cell: WaitInterval): boolean {
  const startsAfter = cell.low > wait.low || (cell.low === wait.low && (!wait.openLow || cell.openLow));
  return startsAfter && cell.high <= wait.high;
}
