/**
 * When a forecaster held what: positions as spans of days, so that a score averages over the time a question was open.
 *
 * A position holds from its day until the forecaster's next one. Days run from the opening day to the closing day, both
 * included, and end before the day on which the answer could be known. Nothing held earlier than the opening counts twice:
 * the newest position before it holds from the opening on.
 */

/** A position with its first day. Days are numbers of days since 1970-01-01. */
export interface Held<Stand> {
  readonly on: number;
  readonly stand: Stand;
}

export interface HeldSpan<Stand> {
  readonly from: number;
  /** The day after the last one. */
  readonly until: number;
  readonly stand: Stand;
}

export interface OpenPeriod {
  readonly opens: number;
  readonly closes: number;
  /** First day on which the answer could be known. */
  readonly known: number;
}

/** Days over which scores average: the whole period as it was planned, whenever the answer came. */
export const plannedDays = ({opens, closes}: OpenPeriod): number => closes + 1 - opens;

/** @param positions - of one forecaster; of two on one day the later in the list counts */
export function heldSpans<Stand>(positions: readonly Held<Stand>[], period: OpenPeriod): HeldSpan<Stand>[] {
  const end = Math.min(period.closes + 1, period.known);
  const sorted = positions
    .map((one, index) => ({one, index}))
    .sort((a, b) => a.one.on - b.one.on || a.index - b.index);
  return sorted.flatMap(({one}, place) => {
    const from = Math.max(one.on, period.opens);
    const until = Math.min(sorted[place + 1]?.one.on ?? end, end);
    return until > from ? [{from, until, stand: one.stand}] : [];
  });
}

/** Mean of a score over the days held, and the share of the planned days that is. */
export function timeAverage<Stand>(
  spans: readonly HeldSpan<Stand>[],
  period: OpenPeriod,
  score: (stand: Stand) => number,
): {readonly mean: number; readonly coverage: number} | undefined {
  const days = spans.reduce((sum, {from, until}) => sum + until - from, 0);
  if (days === 0) return undefined;
  const total = spans.reduce((sum, {from, until, stand}) => sum + (until - from) * score(stand), 0);
  return {mean: total / days, coverage: days / plannedDays(period)};
}
