/**
 * The present ratings of preference boards.
 *
 * A board refits all its ratings whenever it publishes, so a model's history there is no history of the model. Of each
 * model and setting only the latest rating by the as-of date counts; one that the board has not renewed for long is of
 * another fit and is left out. Boards are never mixed.
 */
import type {Day} from "../../units.ts";

export interface ObservedPreference {
  readonly model: string;
  /** Setting under which the model answered on the board; "" when unstated. */
  readonly setting: string;
  readonly board: string;
  readonly date: Day;
  readonly rating: number;
  /** Ends of the 95% interval of the rating. */
  readonly low: number;
  readonly high: number;
}

export interface LatestRatings {
  /** Sorted by board, model and setting. */
  readonly ratings: readonly ObservedPreference[];
  /** Latest date of each board by the as-of date. */
  readonly boardDay: ReadonlyMap<string, Day>;
  /** Ratings left out because the board has not renewed them. */
  readonly stale: number;
}

/** Half the width of a 95% interval in standard errors: the 97.5% point of the normal distribution. */
const HALF_WIDTH = 1.959964;

export const ratingError = ({low, high}: ObservedPreference): number => (high - low) / (2 * HALF_WIDTH);

/** @param maxAgeDays - oldest rating that still counts, in days before its board's latest date */
export function latestRatings(
  preferences: readonly ObservedPreference[],
  asOf: Day,
  maxAgeDays: number,
): LatestRatings {
  const latest = new Map<string, ObservedPreference>();
  const boardDay = new Map<string, Day>();
  for (const rating of preferences) {
    const {model, setting, board, date} = rating;
    if (date > asOf) continue;
    const key = JSON.stringify([board, model, setting]);
    const known = latest.get(key);
    if (!known || date > known.date) latest.set(key, rating);
    if (date > (boardDay.get(board) ?? Number.NEGATIVE_INFINITY)) boardDay.set(board, date);
  }
  const ordered = [...latest.keys()].sort().map((key) => latest.get(key)!);
  const ratings = ordered.filter(({board, date}) => date >= boardDay.get(board)! - maxAgeDays);
  return {ratings, boardDay, stale: ordered.length - ratings.length};
}
