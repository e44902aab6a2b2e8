/**
 * Catch-up time: how long a closed record stands until an open release is at least as able.
 *
 * Looks forward from each closed record of the window. One that no open release has matched by the as-of date is
 * right-censored at it: it counts as waiting, not as matched and not as missing. A record that open already had
 * surpassed has a negative wait. Where release days are known only to a span, the wait is an interval and
 * Turnbull's estimate takes Kaplan & Meier's place.
 *
 * The open clock of a match is the first open release at least as able; since spans may overlap, the wait lies
 * between the earliest possible and the latest possible day of the first.
 */
import {isoDay} from "../../dates.ts";
import {kaplanMeier, restrictedMean, type SurvivalCurve, survivalMedian} from "../../numeric/survival.ts";
import {turnbullCurve, type WaitInterval} from "../../numeric/survival-turnbull.ts";
import {afterMonths, DAYS_PER_MONTH, type Day, months} from "../../units.ts";
import {emptyFrontier, firstReaching, frontier, type Timeline, timeline} from "../frontier.ts";
import {
  atLeast,
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

export interface CatchUpOptions {
  /** First day of closed records that count; the method's months before `asOf` when left out. */
  readonly since?: Day;
  readonly restrictionMonths?: number;
}

/**
 * Median (main value) and restricted mean of the wait of closed records, per draw.
 *
 * @returns months; `censored: "right"` where half of the records are not matched yet, as a lower bound
 */
export function catchUp(input: LagInput, options: CatchUpOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const since = options.since ?? afterMonths(asOf, months(-lagMethod.catchUpMonths.value));
  const restriction = options.restrictionMonths ?? lagMethod.restrictionMonths.value;
  const closed = timeline(input.closed, asOf);
  const open = timeline(input.open, asOf);
  const spans = [...closed.releases, ...open.releases].some(({date}) => date.earliest !== date.latest);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const tally = recordTally(closed, open);
  const reason = `no closed record since ${isoDay(since)}`;

  const draws = overDraws<"median" | "restricted-mean">(abilities, (row, draw) => {
    frontier(closed, row, closedFrontier);
    frontier(open, row, openFrontier);
    const waits: number[] = [];
    const ended: boolean[] = [];
    const intervals: WaitInterval[] = [];
    for (let i = 0; i < closedFrontier.count; i++) {
      const from = closedFrontier.days[i];
      if (from < since) continue;
      const match = firstReaching(openFrontier, closedFrontier.abilities[i]);
      const matched = match < openFrontier.count;
      const wait = ((matched ? openFrontier.days[match] : asOf) - from) / DAYS_PER_MONTH;
      waits.push(wait);
      ended.push(matched);
      if (draw >= 0)
        tally.add({at: closedFrontier.at[i], months: wait, match: matched ? openFrontier.at[match] : -1});
      if (spans) intervals.push(waitInterval(closed, closedFrontier.at[i], open, row, asOf));
    }
    if (waits.length === 0) return undefined;
    const curve: SurvivalCurve = spans ? turnbullCurve(intervals) : kaplanMeier(waits, ended);
    const middle = survivalMedian(curve);
    const restricted = restrictedMean(curve, restriction);
    return {
      median: middle === undefined ? atLeast(curve.followUp) : known(middle),
      "restricted-mean": restricted,
    };
  });

  const estimator = spans ? "Turnbull" : "Kaplan–Meier";
  const variant = `${estimator} median`;
  const label = "Catch-up time of closed records";
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = n.open === 0 ? "there is no open release by the as-of date" : shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "catch-up", variant, label, insufficient, n};

  const records = tally.list({
    draws: draws.perDraw.length,
    level: lagMethod.recordIntervalLevel.value,
    bound: "right",
  });
  return {
    kind: "estimate",
    rule: "catch-up",
    variant,
    ...statistic(draws, {id: "median", label, unit: "months"}),
    definition: `Time from each closed record since ${isoDay(since)} to the first open release at least as able; records not matched by ${isoDay(asOf)} are right-censored; ${estimator} median.`,
    records,
    leftOut: [],
    window: {from: since, to: asOf},
    n: {...n, records: records.length},
    draws: drawCounts(draws, reason),
    also: [
      statistic(draws, {
        id: "restricted-mean",
        label: `Mean catch-up time, each counted up to ${restriction} months`,
        unit: "months",
      }),
    ],
    spread: undefined,
  };
}

/** The wait of one closed record between the earliest and the latest possible first match. */
function waitInterval(
  closed: Timeline,
  at: number,
  open: Timeline,
  row: Float64Array,
  asOf: Day,
): WaitInterval {
  const ability = row[closed.columns[at]];
  const {earliest, latest} = closed.releases[at].date;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  for (let i = 0; i < open.columns.length; i++) {
    if (row[open.columns[i]] < ability) continue;
    const {date} = open.releases[i];
    first = Math.min(first, date.earliest);
    last = Math.min(last, date.latest);
  }
  return first === Number.POSITIVE_INFINITY
    ? {low: (asOf - (earliest + latest) / 2) / DAYS_PER_MONTH, high: first, openLow: true}
    : {low: (first - latest) / DAYS_PER_MONTH, high: (last - earliest) / DAYS_PER_MONTH, openLow: false};
}
