/**
 * Epoch's rule of October 2025: at each level of ability, the time from the first closed frontier model there to
 * the first open one; mean over levels.
 *
 * The notebook takes 100 equally spaced levels, both ends included. Its lowest is the very ability at which the
 * later frontier begins, where the lag says only when somebody began to count, and 100 levels give it 1%: 0.1
 * months. All levels, weighing alike, is the limit of ever finer grids, and the default.
 *
 * Levels run from max(lowest closed, lowest open record) to min(highest closed, highest open record), so that both
 * frontiers cross each; what closed has reached and open has not is left out, which shortens the lag when open
 * falls behind. With `unpaired`, an open frontier model below the level counts as there when it does not differ
 * from the closed model that defines the level: then one badly measured open model can catch up with a far better
 * one. A minimum of results per model is the guard.
 *
 * The published "90% interval" is the spread over levels; it is kept as `spread`, beside our interval over draws.
 *
 * @see https://epoch.ai/data-insights/open-weights-vs-closed-weights-models
 */
import {isoDay} from "../../dates.ts";
import {type Interval, mean} from "../../numeric/quantile.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../units.ts";
import {emptyFrontier, type Frontier, firstReaching, frontier, timeline} from "../frontier.ts";
import {dailyGaps} from "../gap.ts";
import type {Release} from "../instrument.ts";
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
import {clearlyBetter, type SignificanceTest, testName} from "./significance.ts";

export interface LevelCrossingOptions {
  /** First day of releases that count; all history when left out, as in the published rule (from 2023). */
  readonly since?: Day;
  /** This many equally spaced levels, both ends included; every level, weighing alike, when left out. */
  readonly levels?: number;
  /** `strict` when left out: the published test, with its units as they were, comes close to it. */
  readonly test?: SignificanceTest;
  /** Fewer results than this leave a model out; needs `resultCounts`. */
  readonly minResults?: number;
  /** Number of results behind each model's ability. */
  readonly resultCounts?: ReadonlyMap<string, number>;
}

/**
 * Mean over levels (main value), and the mean vertical gap over the days both frontiers exist, per draw.
 *
 * @returns months; negative where open came first
 */
export function levelCrossing(input: LagInput, options: LevelCrossingOptions = {}): LagEstimate {
  const {abilities, asOf} = input;
  const test = options.test ?? {kind: "strict"};
  const better = clearlyBetter(abilities, test);
  const counted = enoughResults(options);
  const since = options.since ?? day(Number.MIN_SAFE_INTEGER);
  const wanted = (release: Release) => release.date.earliest >= since && counted(release);
  const closed = timeline(input.closed.filter(wanted), asOf);
  const open = timeline(input.open.filter(wanted), asOf);
  const closedFrontier = emptyFrontier(closed);
  const openFrontier = emptyFrontier(open);
  const reason = "the closed and the open frontier have no range of ability in common";

  const crossings = (row: Float64Array, draw: number): Crossing[] => {
    frontier(closed, row, closedFrontier);
    frontier(open, row, openFrontier);
    const range = commonRange(closedFrontier, openFrontier);
    if (!range) return [];
    const notBetter = matchOfEachRecord((c) => {
      const reached = firstReaching(openFrontier, closedFrontier.abilities[c]);
      // Every open record before it is less able, and strictly so is clearly so.
      if (test.kind === "strict") return reached;
      for (let o = 0; o < reached; o++)
        if (!better(closed.columns[closedFrontier.at[c]], open.columns[openFrontier.at[o]], row, draw))
          return o;
      return reached;
    });
    return levelsOf(range, closedFrontier, openFrontier, options.levels).map(({level, weight}) => {
      const c = firstReaching(closedFrontier, level);
      const o = Math.min(firstReaching(openFrontier, level), notBetter(c));
      return {months: (openFrontier.days[o] - closedFrontier.days[c]) / DAYS_PER_MONTH, weight};
    });
  };
  const draws = overDraws<"mean" | "gap">(abilities, (row, draw) => {
    const lags = crossings(row, draw);
    if (lags.length === 0) return undefined;
    const from = day(Math.max(closedFrontier.days[0], openFrontier.days[0]));
    return {
      mean: known(weightedMean(lags)),
      gap: known(mean(dailyGaps(closedFrontier, openFrontier, {from, to: asOf}))),
    };
  });

  const label = "Level crossing";
  const variant = testName(test) + (options.minResults ? `, at least ${options.minResults} results` : "");
  const n = {closed: closed.releases.length, open: open.releases.length};
  const insufficient = shortfall(draws, reason);
  if (insufficient) return {kind: "insufficient", rule: "level-crossing", variant, label, insufficient, n};
  const atPoint = crossings(abilities.point, -1);
  const first = Math.min(closed.days[0], open.days[0]);
  const level = lagMethod.intervalLevel.value;
  return {
    kind: "estimate",
    rule: "level-crossing",
    variant,
    ...statistic(draws, {id: "mean", label, unit: "months"}),
    definition: `At ${options.levels ?? "all"} levels of ability that both frontiers reach: first open day minus first closed day (${variant}); mean over levels; releases to ${isoDay(asOf)}.`,
    records: [],
    leftOut: [...input.closed, ...input.open]
      .filter((release) => !counted(release))
      .map(({model}) => ({model, reason: `fewer than ${options.minResults} results`})),
    window: {from: day(first), to: asOf},
    n: {...n, records: 0},
    draws: drawCounts(draws, reason),
    also: [statistic(draws, {id: "gap", label: "Vertical gap over the same history", unit: "points"})],
    spread: {over: "levels", interval: spreadOver(atPoint, level)},
  };
}

function enoughResults({minResults, resultCounts}: LevelCrossingOptions): (release: Release) => boolean {
  if (minResults === undefined) return () => true;
  return ({model}) => (resultCounts?.get(model) ?? 0) >= minResults;
}

/** One step of the lag as a function of level, and how much of the range it covers. */
interface Crossing {
  readonly months: number;
  readonly weight: number;
}

/**
 * The levels averaged over. Between two neighbouring records' abilities the lag is constant, so all levels take
 * one entry per record, weighing as much as the stretch below it.
 */
function levelsOf(
  {low, high}: {low: number; high: number},
  closed: Frontier,
  open: Frontier,
  count: number | undefined,
): {level: number; weight: number}[] {
  if (low === high) return [{level: low, weight: 1}];
  if (count !== undefined)
    // The top level is the lower of two best abilities: rounding must not lift it above both.
    return Array.from({length: count}, (_, i) => ({
      level: Math.min(high, low + ((high - low) * i) / Math.max(1, count - 1)),
      weight: 1,
    }));
  const levels: {level: number; weight: number}[] = [];
  let below = low;
  let c = firstReaching(closed, low);
  let o = firstReaching(open, low);
  while (below < high) {
    const next = Math.min(high, closed.abilities[c], open.abilities[o]);
    if (next > below) levels.push({level: next, weight: next - below});
    below = next;
    if (closed.abilities[c] <= below) c++;
    if (open.abilities[o] <= below) o++;
  }
  return levels;
}

function weightedMean(crossings: readonly Crossing[]): number {
  let sum = 0;
  let total = 0;
  for (const {months, weight} of crossings) {
    sum += months * weight;
    total += weight;
  }
  return sum / total;
}

/** The middle of the levels' lags: the shortest ones below which, and above which, no more than the tails lie. */
function spreadOver(crossings: readonly Crossing[], level: number): Interval {
  const sorted = [...crossings].sort((a, b) => a.months - b.months);
  const total = sorted.reduce((sum, {weight}) => sum + weight, 0);
  const at = (p: number) => {
    let below = 0;
    for (const {months, weight} of sorted) {
      below += weight;
      if (below >= p * total) return months;
    }
    return sorted[sorted.length - 1].months;
  };
  return {low: at((1 - level) / 2), high: at((1 + level) / 2), level};
}

function commonRange(closed: Frontier, open: Frontier): {low: number; high: number} | undefined {
  if (closed.count === 0 || open.count === 0) return undefined;
  const low = Math.max(closed.abilities[0], open.abilities[0]);
  const high = Math.min(closed.abilities[closed.count - 1], open.abilities[open.count - 1]);
  return low <= high ? {low, high} : undefined;
}

/** The test is asked once per closed record, not once per level. */
function matchOfEachRecord(find: (record: number) => number): (record: number) => number {
  const found = new Map<number, number>();
  return (record) => {
    const before = found.get(record);
    if (before !== undefined) return before;
    const match = find(record);
    found.set(record, match);
    return match;
  };
}
