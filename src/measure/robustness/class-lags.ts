/**
 * Lags on public ability and on each class of evidence, by one rule, in the same worlds.
 *
 * In a world, an open model's ability on class c is its public ability plus delta_c (at its release date); closed
 * models are the reference and keep theirs. Because both lags are read in the same world, their ratio has an
 * honest interval although each alone is uncertain.
 */
import {mean} from "../../numeric/quantile.ts";
import type {Day} from "../../units.ts";
import {emptyFrontier, frontier, timeline} from "../frontier.ts";
import type {Release} from "../instrument.ts";
import {dailyLags} from "../lag/daily-look-back.ts";
import {dayWindow} from "../lag/day-window.ts";
import type {LagRule} from "./robustness-input.ts";

/** The daily look-back lag, mean over the days of the lag method's window. */
export const meanDailyLookBack: LagRule = ({closed, open}, asOf) => {
  const [closedLine, openLine] = [timeline(closed, asOf), timeline(open, asOf)];
  const [closedRoom, openRoom] = [emptyFrontier(closedLine), emptyFrontier(openLine)];
  const window = dayWindow(asOf);
  return (abilities) => {
    const {lags} = dailyLags(
      frontier(closedLine, abilities, closedRoom),
      frontier(openLine, abilities, openRoom),
      window,
    );
    return lags.length === 0 ? undefined : mean(lags);
  };
};

export interface PairedLags {
  /** Months per world; only worlds in which both lags exist. */
  readonly publicLag: Float64Array;
  readonly classLag: Float64Array;
}

/**
 * The lag of every world; undefined where the rule has no answer.
 *
 * @param row - abilities of world d, points [models]
 */
export function lagsOfWorlds(
  rule: LagRule,
  sides: {readonly closed: readonly Release[]; readonly open: readonly Release[]},
  asOf: Day,
  worlds: number,
  row: (d: number) => Float64Array,
): (number | undefined)[] {
  const lag = rule(sides, asOf);
  return Array.from({length: worlds}, (_, d) => lag(row(d)));
}

/** Both lags of the worlds that have both. */
export function pairedLags(
  onPublic: readonly (number | undefined)[],
  onClass: readonly (number | undefined)[],
): PairedLags {
  const both: [number[], number[]] = [[], []];
  for (const [d, publicLag] of onPublic.entries()) {
    const classLag = onClass[d];
    if (publicLag === undefined || classLag === undefined) continue;
    both[0].push(publicLag);
    both[1].push(classLag);
  }
  return {publicLag: Float64Array.from(both[0]), classLag: Float64Array.from(both[1])};
}
