/**
 * Growth of the frontier of an index, with one break.
 *
 * The points are the running records at release. The curve is continuous and straight on both sides of one day; that
 * day is the one with the least squared error among those that leave enough records on either side.
 */
import {InputError} from "../../errors.ts";
import {type Interval, quantiles} from "../../numeric/quantile.ts";
import {stream} from "../../numeric/random.ts";
import {type Day, day} from "../../units.ts";

export interface DatedAbility {
  readonly model: string;
  readonly released: Day;
  /** Index points. */
  readonly ability: number;
}

export interface BrokenTrend {
  /** Points per year before and after the break. */
  readonly before: number;
  readonly after: number;
  readonly breakDay: Day;
  /** Sum of squared residuals, points². */
  readonly squares: number;
}

export interface FrontierTrend extends BrokenTrend {
  readonly records: readonly DatedAbility[];
  /** Over bootstrap resamplings of the records. */
  readonly intervals: {
    readonly before: Interval;
    readonly after: Interval;
    readonly ratio: Interval;
    readonly breakDay: Interval;
  };
  /** Resamplings that left too few distinct days on one side. */
  readonly failed: number;
}

export interface TrendOptions {
  readonly seed: number;
  readonly draws: number;
  readonly level: number;
  /** Records with distinct days wanted on either side of the break. */
  readonly minSide: number;
}

const PURPOSE = 0xec17;
const DAYS_PER_YEAR = 365.2425;

/** Releases better than all before them, oldest first; of one day only the best. */
export function runningRecords(releases: readonly DatedAbility[]): DatedAbility[] {
  const ordered = [...releases].sort((a, b) => a.released - b.released || b.ability - a.ability);
  const records: DatedAbility[] = [];
  for (const release of ordered) {
    if (records.length === 0 || release.ability > records[records.length - 1].ability) records.push(release);
  }
  return records;
}

/**
 * @param releases - any order
 * @throws InputError when the records cannot bear a break
 */
export function frontierTrend(
  releases: readonly DatedAbility[],
  {seed, draws, level, minSide}: TrendOptions,
): FrontierTrend {
  const records = runningRecords(releases);
  const trend = brokenTrend(records, minSide);
  if (!trend) {
    throw new InputError(
      "insufficient",
      `records for a trend with one break: ${records.length}; at least ${2 * minSide} on distinct days were expected`,
    );
  }
  const resampled: BrokenTrend[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const random = stream(seed, PURPOSE, draw);
    const drawn = brokenTrend(
      records.map(() => records[random.below(records.length)]),
      minSide,
    );
    if (drawn) resampled.push(drawn);
  }
  const interval = (of: (trend: BrokenTrend) => number): Interval => {
    const [low, high] = quantiles(resampled.map(of), [(1 - level) / 2, (1 + level) / 2]);
    return {low, high, level};
  };
  return {
    ...trend,
    records,
    failed: draws - resampled.length,
    intervals: {
      before: interval(({before}) => before),
      after: interval(({after}) => after),
      ratio: interval(({before, after}) => after / before),
      breakDay: interval(({breakDay}) => breakDay),
    },
  };
}

/** The best broken line through the points, or undefined when no day leaves enough of them on both sides. */
export function brokenTrend(points: readonly DatedAbility[], minSide: number): BrokenTrend | undefined {
  const days = [...new Set(points.map(({released}) => released as number))].sort((a, b) => a - b);
  if (days.length < 2 * minSide) return undefined;
  let best: BrokenTrend | undefined;
  for (let at = days[minSide - 1]; at <= days[days.length - minSide]; at++) {
    const fitted = hingeFit(points, at);
    if (fitted && (!best || fitted.squares < best.squares)) best = fitted;
  }
  return best;
}

/** Least squares of ability on (1, t, max(0, t - break)), t in years since the break. */
function hingeFit(points: readonly DatedAbility[], breakAt: number): BrokenTrend | undefined {
  // Sums for the normal equations of y = a + before · min(t, 0) + after · max(t, 0): the two columns never overlap.
  let [n, l, r, ll, rr, y, ly, ry, yy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const {released, ability} of points) {
    const t = (released - breakAt) / DAYS_PER_YEAR;
    const [left, right] = [Math.min(t, 0), Math.max(t, 0)];
    n += 1;
    l += left;
    r += right;
    ll += left * left;
    rr += right * right;
    y += ability;
    ly += left * ability;
    ry += right * ability;
    yy += ability * ability;
  }
  if (!(ll > 0 && rr > 0)) return undefined;
  const base = n - (l * l) / ll - (r * r) / rr;
  if (!(base > 1e-9 * n)) return undefined;
  const level = (y - (l * ly) / ll - (r * ry) / rr) / base;
  const before = (ly - level * l) / ll;
  const after = (ry - level * r) / rr;
  return {before, after, breakDay: day(breakAt), squares: yy - level * y - before * ly - after * ry};
}
