/**
 * CAISI's rule: the release day of a candidate minus the day on which a straight line through the closed frontier
 * has the candidate's ability.
 *
 * The candidate is one named open model: the best by the as-of date at the point abilities, unless another is
 * asked for. The line is least squares of closed record ability on day, so a closed release with a large lead moves
 * the lag of a candidate it does not compete with.
 *
 * @see CAISI's evaluation of DeepSeek V4 Pro (2026-05-01)
 */
import {isoDay, midpoint} from "../../dates.ts";
import {InputError} from "../../errors.ts";
import {afterMonths, DAYS_PER_MONTH, months} from "../../units.ts";
import {emptyFrontier, frontier, namedRecords, timeline} from "../frontier.ts";
import {closedTrend} from "./closed-trend.ts";
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

export interface FrontierLineOptions {
  /** An open model by id. */
  readonly candidate?: string;
  readonly trendMonths?: number;
}

/**
 * Lag of the candidate on its release day, per draw.
 *
 * @returns months; negative when the candidate lies above the line
 * @throws InputError when the candidate is no open release by the as-of date
 */
export function frontierLine(input: LagInput, options: FrontierLineOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const back = options.trendMonths ?? lagMethod.trendMonths.value;
  const since = afterMonths(asOf, months(-back));
  const closed = timeline(input.closed, asOf);
  const open = timeline(input.open, asOf);
  const closedFrontier = emptyFrontier(closed);
  const name = options.candidate ?? namedRecords(open, abilities.point).at(-1)?.model;
  const candidate = open.releases.find(({model}) => model === name);
  if (options.candidate !== undefined && !candidate)
    throw new InputError(
      "unknown",
      `candidate: ${options.candidate}; an open release by ${isoDay(asOf)} was expected`,
    );

  const reason = `no open model, or fewer than ${lagMethod.trendMinRecords.value} closed records since ${isoDay(since)} on a rising line`;
  const draws = overDraws<"lag">(abilities, (row) => {
    const trend = closedTrend(frontier(closed, row, closedFrontier), since);
    if (!trend || !candidate) return undefined;
    const onLine = trend.origin + (row[candidate.column] - trend.level) / trend.slope;
    return {lag: known((midpoint(candidate.date) - onLine) / DAYS_PER_MONTH)};
  });

  const label = "Date on the closed line";
  const variant = candidate ? `candidate ${candidate.model}` : "no candidate";
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "frontier-line", variant, label, insufficient, n};
  const figure = statistic(draws, {id: "lag", label, unit: "months"});
  const {model, date} = candidate as (typeof open.releases)[number];
  return {
    kind: "estimate",
    rule: "frontier-line",
    variant,
    ...figure,
    definition: `Release day of ${model} minus the day on which a straight line through the closed records since ${isoDay(since)} has its ability.`,
    records: [
      {
        model,
        date,
        matchedBy: undefined,
        months: figure.value,
        censored: "none",
        interval: figure.interval,
        recordShare: 1,
        censoredShare: 0,
      },
    ],
    leftOut: [],
    window: {from: since, to: asOf},
    n: {...n, records: 1},
    draws: drawCounts(draws, reason),
    also: [],
    spread: undefined,
  };
}
