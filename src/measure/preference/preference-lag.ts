/**
 * How far open models are behind on one preference board: the rating gap, and the lag in months.
 *
 * Today's ratings of all models are set against their release days. The gap is best closed minus best open. The
 * look-back lag says how long ago a closed model was released that is rated at least as high as the best open model
 * now; when open leads, minus how long ago open first reached the best closed one. Old models are rated by today's
 * voters on today's prompts, which is what makes dates comparable; what voters would have said then is not known.
 */
import {centralInterval, median} from "../../numeric/quantile.ts";
import {stream} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {emptyFrontier, firstReaching, frontier, timeline} from "../frontier.ts";
import type {Release} from "../instrument.ts";
import {boardRatings} from "./board-ratings.ts";
import type {ObservedPreference} from "./latest-ratings.ts";
import {type PreferenceMethod, preferenceMethod} from "./preference-method.ts";

export interface RatedModel {
  readonly id: string;
  readonly openness: "open" | "closed";
  /** Weights day of an open model, first availability of a closed one. */
  readonly releaseDay: Day;
}

export interface PreferenceInput {
  readonly models: readonly RatedModel[];
  readonly preferences: readonly ObservedPreference[];
  readonly board: string;
  /** Nothing dated later is read. */
  readonly asOf: Day;
}

export interface BestRated {
  readonly model: string;
  readonly rating: number;
  /** Share of draws in which it is the best of its side. */
  readonly share: number;
}

interface Range {
  readonly value: number;
  readonly interval: {readonly low: number; readonly high: number; readonly level: number};
}

interface Counts {
  readonly board: string;
  readonly nOpen: number;
  readonly nClosed: number;
  /** Rated models without a known side or release day by the as-of date. */
  readonly unplaced: number;
  /** Ratings the board has not renewed. */
  readonly stale: number;
}

export type PreferenceLag =
  | (Counts & {
      readonly kind: "estimate";
      /** Day of the ratings. */
      readonly date: Day;
      /** Best closed minus best open, rating points; negative when open leads. */
      readonly gap: Range;
      /** Months before `date`; negative when open leads. */
      readonly lag: Range;
      readonly bestOpen: BestRated;
      readonly bestClosed: BestRated;
    })
  | (Counts & {readonly kind: "insufficient"; readonly reason: string});

/** @param seed - names the random stream of the draws */
export function preferenceLag(
  {models, preferences, board, asOf}: PreferenceInput,
  method: PreferenceMethod = preferenceMethod,
  seed = 1,
): PreferenceLag {
  const {ratings, date, stale} = boardRatings(preferences, board, asOf, method);
  const known = new Map(
    models.filter(({releaseDay}) => releaseDay <= asOf).map((model) => [model.id, model]),
  );
  const releases = (side: "open" | "closed"): Release[] =>
    ratings.flatMap(({model}, column) => {
      const rated = known.get(model);
      return rated?.openness === side
        ? [{model, date: {earliest: rated.releaseDay, latest: rated.releaseDay}, column}]
        : [];
    });
  const [open, closed] = [timeline(releases("open"), asOf), timeline(releases("closed"), asOf)];
  const counts = {
    board,
    nOpen: open.releases.length,
    nClosed: closed.releases.length,
    unplaced: ratings.length - open.releases.length - closed.releases.length,
    stale,
  };
  if (date === undefined || counts.nOpen === 0 || counts.nClosed === 0)
    return {
      kind: "insufficient",
      reason: `${counts.nOpen} open and ${counts.nClosed} closed models are rated on ${board}; one of each is needed`,
      ...counts,
    };
  const [openRoom, closedRoom] = [emptyFrontier(open), emptyFrontier(closed)];
  const gaps: number[] = [];
  const lags: number[] = [];
  const bests = {open: new Map<string, number>(), closed: new Map<string, number>()};
  const count = (best: Map<string, number>, model: string) => best.set(model, (best.get(model) ?? 0) + 1);
  const random = stream(seed, 31);
  for (let d = 0; d < method.draws.value; d++) {
    const row = Float64Array.from(ratings, ({rating, error}) => rating + error * random.normal());
    const [openLine, closedLine] = [frontier(open, row, openRoom), frontier(closed, row, closedRoom)];
    const [bestOpen, bestClosed] = [
      openLine.abilities[openLine.count - 1],
      closedLine.abilities[closedLine.count - 1],
    ];
    count(bests.open, open.releases[openLine.at[openLine.count - 1]].model);
    count(bests.closed, closed.releases[closedLine.at[closedLine.count - 1]].model);
    gaps.push(bestClosed - bestOpen);
    const behind = date - closedLine.days[firstReaching(closedLine, bestOpen)];
    const ahead = date - openLine.days[firstReaching(openLine, bestClosed)];
    lags.push((bestClosed >= bestOpen ? behind : -ahead) / DAYS_PER_MONTH);
  }
  const range = (values: readonly number[]): Range => ({
    value: median(values),
    interval: centralInterval(values, method.level.value),
  });
  const best = (shares: ReadonlyMap<string, number>, side: readonly Release[]): BestRated => {
    const {model, column} = side.reduce((top, release) =>
      ratings[release.column].rating > ratings[top.column].rating ? release : top,
    );
    return {model, rating: ratings[column].rating, share: (shares.get(model) ?? 0) / method.draws.value};
  };
  return {
    kind: "estimate",
    date,
    gap: range(gaps),
    lag: range(lags),
    bestOpen: best(bests.open, open.releases),
    bestClosed: best(bests.closed, closed.releases),
    ...counts,
  };
}
