/**
 * Metaculus's peer score: 100 (ln p - mean of the others' ln p), day by day over those who held a position that day,
 * averaged over the planned days of the question; a day without a position, or alone, counts zero. Over everybody who held
 * one all along the scores add up to zero.
 */
import {type HeldSpan, type OpenPeriod, plannedDays} from "./held-spans.ts";

/**
 * @param forecasters - spans of each
 * @param logOf - ln of the probability a stand gives to what happened
 * @param half - 1 for binary questions, 0.5 for continuous ones
 */
export function peerScores<Stand>(
  forecasters: readonly (readonly HeldSpan<Stand>[])[],
  period: OpenPeriod,
  logOf: (stand: Stand) => number,
  half: 1 | 0.5 = 1,
): number[] {
  const edges = [
    ...new Set(forecasters.flatMap((spans) => spans.flatMap(({from, until}) => [from, until]))),
  ].sort((a, b) => a - b);
  const totals = forecasters.map(() => 0);
  for (let e = 0; e + 1 < edges.length; e++) {
    const [from, until] = [edges[e]!, edges[e + 1]!];
    const logs = forecasters.map((spans) => {
      const span = spans.find((one) => one.from <= from && one.until >= until);
      return span && logOf(span.stand);
    });
    const present = logs.filter((log) => log !== undefined);
    if (present.length < 2) continue;
    const sum = present.reduce((a, b) => a + b, 0);
    for (const [index, log] of logs.entries()) {
      if (log === undefined) continue;
      totals[index]! += 100 * half * (log - (sum - log) / (present.length - 1)) * (until - from);
    }
  }
  return totals.map((total) => total / plannedDays(period));
}
