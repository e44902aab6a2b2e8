/** What happened to each record over the draws: how often it was one, its lag, and who decided it. */
import {centralInterval, median} from "../../numeric/quantile.ts";
import type {Timeline} from "../frontier.ts";
import type {Censored, LagRecord} from "./estimate.ts";

interface Sight {
  readonly months: number[];
  readonly matches: Map<number, number>;
  censored: number;
}

export interface RecordTally {
  /**
   * @param at - index of the record in its own timeline
   * @param match - index of the deciding release in the other timeline, -1 while there is none
   */
  add(sighting: {readonly at: number; readonly months: number; readonly match: number}): void;
  /**
   * The records seen, oldest first.
   *
   * @param bound - what `months` of an unmatched record is: `right` at least, `left` at most
   */
  list(options: {readonly draws: number; readonly level: number; readonly bound: Censored}): LagRecord[];
}

export function recordTally(side: Timeline, other: Timeline): RecordTally {
  const sights = new Map<number, Sight>();
  return {
    add({at, months, match}) {
      let sight = sights.get(at);
      if (!sight) {
        sight = {months: [], matches: new Map(), censored: 0};
        sights.set(at, sight);
      }
      sight.months.push(months);
      if (match < 0) sight.censored++;
      else sight.matches.set(match, (sight.matches.get(match) ?? 0) + 1);
    },
    list({draws, level, bound}) {
      return [...sights]
        .sort(([a], [b]) => a - b)
        .map(([at, {months, matches, censored}]) => {
          // Ties go to the earlier release, so that the order of models cannot matter.
          const [winner] = [...matches].sort(([a, m], [b, n]) => n - m || a - b);
          const release = side.releases[at];
          return {
            model: release.model,
            date: release.date,
            matchedBy: winner ? other.releases[winner[0]].model : undefined,
            months: median(months),
            censored: 2 * censored > months.length ? bound : "none",
            interval: centralInterval(months, level),
            recordShare: months.length / draws,
            censoredShare: censored / months.length,
          };
        });
    },
  };
}
