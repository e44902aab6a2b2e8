/**
 * Least squares of open progress on the distance to the callable closed frontier, in error-correction form:
 *
 *   O(t) - O(t-1) = g + κ · (A(t-τ) - O(t-1)) + ε(t)
 *
 * O: best open ability at the end of month t; A: best closed ability callable then; g: open's own drift, points a month;
 * κ: share of the distance closed per month; τ: delay, months. All delays are fitted on the same months, so their sums of
 * squares can be compared. Engle & Granger 1987.
 */

/** One world's months, cut to those every delay can use. */
export interface CouplingMonths {
  /** O at the month before the first, then at each month [n + 1]. */
  readonly open: Float64Array;
  /** A from the first month minus the longest delay on [n + longest delay]. */
  readonly callable: Float64Array;
  readonly longest: number;
  readonly n: number;
}

export interface DelayFit {
  readonly delay: number;
  readonly coupling: number;
  readonly drift: number;
  /** Standard error of the coupling by the usual formula, which does not hold exactly here: see the inference. */
  readonly error: number;
  readonly squares: number;
}

/** @returns nothing when the record is too short for the longest delay */
export function couplingMonths(
  {open, callable}: {open: Float64Array; callable: Float64Array},
  delays: readonly number[],
): CouplingMonths | undefined {
  const longest = Math.max(...delays, 1);
  const n = open.length - longest;
  if (n < 3) return undefined;
  return {open: open.slice(longest - 1), callable, longest, n};
}

/** Where A(t-τ) of the first month lies in `callable`. */
const offset = ({longest}: CouplingMonths, delay: number): number => longest - delay;

/** The fit at one delay. */
export function delayFit(months: CouplingMonths, delay: number, open: Float64Array = months.open): DelayFit {
  const {callable, n} = months;
  const at = offset(months, delay);
  // One pass: sums are taken from the first month's distance, so that nothing is lost when the means are taken off.
  const origin = callable[at] - open[0];
  let [x1, y1, xx, xy, yy] = [0, 0, 0, 0, 0];
  for (let t = 0; t < n; t++) {
    const x = callable[at + t] - open[t] - origin;
    const y = open[t + 1] - open[t];
    x1 += x;
    y1 += y;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  xx -= (x1 * x1) / n;
  xy -= (x1 * y1) / n;
  yy -= (y1 * y1) / n;
  const coupling = xx > 0 ? xy / xx : 0;
  const squares = Math.max(0, yy - coupling * xy);
  return {
    delay,
    coupling,
    drift: y1 / n - coupling * (x1 / n + origin),
    error: xx > 0 ? Math.sqrt(squares / (n - 2) / xx) : Infinity,
    squares,
  };
}

/** The delay with the least squares; the shorter one of equals. */
export function bestFit(
  months: CouplingMonths,
  delays: readonly number[],
  open: Float64Array = months.open,
): DelayFit {
  let best = delayFit(months, delays[0], open);
  for (const delay of delays.slice(1)) {
    const fit = delayFit(months, delay, open);
    if (fit.squares < best.squares) best = fit;
  }
  return best;
}

/** Weight of each delay at a given coupling: its likelihood under normal errors, SS^(-n/2), summing to 1 [delays]. */
export function delayWeights(months: CouplingMonths, coupling: number, delays: readonly number[]): number[] {
  const logs = delays.map((delay) => {
    const squares = fixedCoupling(months, coupling, [delay]).residuals.reduce((sum, e) => sum + e * e, 0);
    return (-months.n / 2) * Math.log(Math.max(squares, 1e-12));
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The world in which the coupling has a given value: its best delay, its drift, and what is left over. */
export interface FixedCoupling {
  readonly delay: number;
  readonly drift: number;
  /** [months], mean zero. */
  readonly residuals: Float64Array;
}

export function fixedCoupling(
  months: CouplingMonths,
  coupling: number,
  delays: readonly number[],
): FixedCoupling {
  const {open, callable, n} = months;
  let best: FixedCoupling | undefined;
  let least = Infinity;
  for (const delay of delays) {
    const at = offset(months, delay);
    const rest = new Float64Array(n);
    let mean = 0;
    for (let t = 0; t < n; t++) {
      rest[t] = open[t + 1] - open[t] - coupling * (callable[at + t] - open[t]);
      mean += rest[t] / n;
    }
    let squares = 0;
    for (let t = 0; t < n; t++) {
      rest[t] -= mean;
      squares += rest[t] * rest[t];
    }
    if (squares < least) {
      least = squares;
      best = {delay, drift: mean, residuals: rest};
    }
  }
  return best!;
}
