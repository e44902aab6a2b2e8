/**
 * Waiting times of which some are not over yet: the product-limit curve of Kaplan & Meier (1958) and what is read
 * from it. Times may be negative: only their order and distances matter.
 */

/** The share still waiting: 1 before `times[0]`, `survival[i]` from `times[i]` on. */
export interface SurvivalCurve {
  /** Times at which somebody's wait ended, ascending. */
  readonly times: readonly number[];
  readonly survival: readonly number[];
  /** Number waiting just before each time. */
  readonly atRisk: readonly number[];
  /** The largest time seen, ended or not: nothing is known beyond. */
  readonly followUp: number;
}

/**
 * S(t) = product over times t_i <= t of (1 - d_i / n_i), with d_i ends among n_i still waiting.
 *
 * A wait censored at t counts as waiting at t. Greenwood's formula is left out: intervals come from draws.
 *
 * @param times - length of each wait, ended or so far; at least one
 * @param ended - whether the wait is over
 * @see Kaplan & Meier (1958), JASA 53:457
 */
export function kaplanMeier(times: ArrayLike<number>, ended: ArrayLike<boolean>): SurvivalCurve {
  if (times.length === 0)
    throw new RangeError("insufficient waits for a survival curve: 0; at least one was expected");
  const order = Array.from(times, (_, i) => i).sort((a, b) => times[a] - times[b]);
  const curve = {times: [] as number[], survival: [] as number[], atRisk: [] as number[]};
  let share = 1;
  for (let i = 0; i < order.length;) {
    const time = times[order[i]];
    let next = i;
    let ends = 0;
    for (; next < order.length && times[order[next]] === time; next++) if (ended[order[next]]) ends++;
    if (ends > 0) {
      const waiting = order.length - i;
      share *= 1 - ends / waiting;
      curve.times.push(time);
      curve.survival.push(share);
      curve.atRisk.push(waiting);
    }
    i = next;
  }
  return {...curve, followUp: times[order[order.length - 1]]};
}

/** Products of shares like 2/3 · 3/4 miss one half by a rounding error. */
const ROUNDING = 1e-12;

/** The first time by which at least half have ended, or undefined while it has not been reached. */
export function survivalMedian({times, survival}: SurvivalCurve): number | undefined {
  const at = survival.findIndex((share) => share <= 0.5 + ROUNDING);
  return at < 0 ? undefined : times[at];
}

export interface RestrictedMean {
  /** Mean of min(wait, restriction). */
  readonly value: number;
  /** `right`: somebody still waits at the end of follow-up, before the restriction; the value is a lower bound. */
  readonly censored: "none" | "right";
}

/**
 * Mean of min(wait, restriction): from the earliest of 0 and the first time, the area under the curve.
 *
 * @see Royston & Parmar (2013), BMC Medical Research Methodology 13:152
 */
export function restrictedMean(
  {times, survival, followUp}: SurvivalCurve,
  restriction: number,
): RestrictedMean {
  const start = Math.min(0, times[0] ?? 0, restriction);
  const end = Math.min(restriction, Math.max(followUp, start));
  let value = start;
  let from = start;
  let share = 1;
  for (let i = 0; i < times.length && times[i] < end; i++) {
    value += share * (times[i] - from);
    from = times[i];
    share = survival[i];
  }
  value += share * (end - from);
  const left = survival.length > 0 ? survival[survival.length - 1] : 1;
  return {value, censored: end < restriction && left > ROUNDING ? "right" : "none"};
}
