/**
 * Record lag: from each open record, how long ago a closed model was first at least as able.
 *
 * Looks back from open records of the window. When open came first, the lag is negative: minus the time until a
 * closed model caught up. While none has by the as-of date, the lag is at most minus the time so far; it enters
 * as that bound, and the record is marked `censored: "left"`.
 */
import {isoDay} from "../../dates.ts";
import {mean, median} from "../../numeric/quantile.ts";
import {afterMonths, DAYS_PER_MONTH, type Day, months} from "../../units.ts";
import {emptyFrontier, firstReaching, frontier, timeline} from "../frontier.ts";
import {
  drawCounts,
  known,
  type LagEstimate,
  type LagInput,
  overDraws,
  shortfall,
  statistic,
} from "./estimate.ts";
import {lagMethod} from "./method.ts";
import {recordTally} from "./record-tally.ts";

export interface RecordLookBackOptions {
  /** First day of open records that count; the method's window before `asOf` when left out. */
  readonly since?: Day;
}

/**
 * Mean (main value) and median over the open records of the window, per draw.
 *
 * @returns months
 */
export function recordLookBack(input: LagInput, options: RecordLookBackOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const since = options.since ?? afterMonths(asOf, months(-lagMethod.windowMonths.value));
  const closed = timeline(input.closed, asOf);
  const open = timeline(input.open, asOf);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const tally = recordTally(open, closed);
  const reason = `no open record since ${isoDay(since)}`;

  const draws = overDraws<"mean" | "median">(abilities, (row, draw) => {
    frontier(closed, row, closedFrontier);
    frontier(open, row, openFrontier);
    const lags: number[] = [];
    for (let i = 0; i < openFrontier.count; i++) {
      const on = openFrontier.days[i];
      if (on < since) continue;
      const match = firstReaching(closedFrontier, openFrontier.abilities[i]);
      const matched = match < closedFrontier.count;
      const lag = (on - (matched ? closedFrontier.days[match] : asOf)) / DAYS_PER_MONTH;
      lags.push(lag);
      if (draw >= 0)
        tally.add({at: openFrontier.at[i], months: lag, match: matched ? closedFrontier.at[match] : -1});
    }
    return lags.length === 0 ? undefined : {mean: known(mean(lags)), median: known(median(lags))};
  });

  const variant = "mean of records";
  const label = "Record lag, looking back";
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient =
    n.closed === 0 ? "there is no closed release by the as-of date" : shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "record-look-back", variant, label, insufficient, n};

  const records = tally.list({
    draws: draws.perDraw.length,
    level: lagMethod.recordIntervalLevel.value,
    bound: "left",
  });
  return {
    kind: "estimate",
    rule: "record-look-back",
    variant,
    ...statistic(draws, {id: "mean", label, unit: "months"}),
    definition: `For each open record since ${isoDay(since)}: its day minus the day of the first closed model at least as able; mean over records.`,
    records,
    leftOut: [],
    window: {from: since, to: asOf},
    n: {...n, records: records.length},
    draws: drawCounts(draws, reason),
    also: [statistic(draws, {id: "median", label: "Median record lag", unit: "months"})],
    spread: undefined,
  };
}
