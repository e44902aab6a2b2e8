/** Which models decide a daily look-back lag: the open records that stood in the window and what they are matched to. */
import {isoSpan} from "../dates.ts";
import {eachStandingDay, frontier, timeline} from "../measure/frontier.ts";
import type {DayWindow, LagInput, LagRecord as MeasuredRecord} from "../measure/lag/estimate.ts";
import {recordLookBack} from "../measure/lag/record-look-back.ts";
import type {LagRecord} from "../report.ts";
import {day} from "../units.ts";

/**
 * Open records that stood on a day of the window at the point abilities, oldest first, each with its record lag over
 * the draws (rule R12).
 */
export function decidingRecords(input: LagInput, window: DayWindow): LagRecord[] {
  const {abilities, closed, open, asOf} = input;
  const openLine = timeline(open, asOf);
  const openFrontier = frontier(openLine, abilities.point);
  const standing = new Set<number>();
  const closedFrontier = frontier(timeline(closed, asOf), abilities.point);
  eachStandingDay({closed: closedFrontier, open: openFrontier, ...window}, (_, __, o) => standing.add(o));
  if (standing.size === 0) return [];
  const since = day(Math.floor(openFrontier.days[Math.min(...standing)]));
  const lags = recordLookBack(input, {since});
  const names = new Set([...standing].map((o) => openLine.releases[openFrontier.at[o]].model));
  return lags.kind === "estimate" ? lags.records.filter(({model}) => names.has(model)).map(reportRecord) : [];
}

/** A measured record in the Report's words. */
export const reportRecord = ({
  model,
  date,
  matchedBy,
  months,
  censored,
  interval,
  recordShare,
}: MeasuredRecord): LagRecord => ({
  model,
  date: isoSpan(date),
  matchedBy: matchedBy ?? null,
  months,
  low: interval.low,
  high: interval.high,
  recordShare,
  censored,
});
