/** Which models decide a daily look-back lag: the open records that stood in the window and what they are matched to. */
import {isoSpan} from "../dates.ts";
import {eachStandingDay, firstReaching, frontier, timeline} from "../measure/frontier.ts";
import type {DayWindow, LagInput} from "../measure/lag/estimate.ts";
import type {LagRecord} from "../report.ts";
import {DAYS_PER_MONTH} from "../units.ts";

/**
 * At the point abilities, oldest first: each open record standing on a day of the window, with the first closed record
 * at least as able; `months` is the lag on the record's own first day.
 */
export function decidingRecords({abilities, closed, open, asOf}: LagInput, window: DayWindow): LagRecord[] {
  const [closedLine, openLine] = [timeline(closed, asOf), timeline(open, asOf)];
  const closedFrontier = frontier(closedLine, abilities.point);
  const openFrontier = frontier(openLine, abilities.point);
  const standing = new Set<number>();
  eachStandingDay({closed: closedFrontier, open: openFrontier, ...window}, (_, __, o) => standing.add(o));
  return [...standing].map((o): LagRecord => {
    const {model, date} = openLine.releases[openFrontier.at[o]];
    const match = firstReaching(closedFrontier, openFrontier.abilities[o]);
    const isMatched = match < closedFrontier.count;
    return {
      model,
      date: isoSpan(date),
      matchedBy: isMatched ? closedLine.releases[closedFrontier.at[match]].model : null,
      months: (openFrontier.days[o] - (isMatched ? closedFrontier.days[match] : asOf)) / DAYS_PER_MONTH,
      low: null,
      high: null,
      recordShare: 1,
      censored: isMatched ? "none" : "left",
    };
  });
}
