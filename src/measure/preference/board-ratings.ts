/**
 * One rating per model of one board, at full effort, whatever settings of the model the board lists.
 *
 * A model listed under several settings is brought to full effort by the effect of each level, estimated within such
 * models, and averaged; taking the best would reward those listed often. A model listed once counts as it is.
 */
import {grouped} from "../../grouped.ts";
import type {Day} from "../../units.ts";
import {effortEffects} from "../observations/effort-effects.ts";
import {effortLevel} from "../observations/effort-level.ts";
import {latestRatings, type ObservedPreference, ratingError} from "./latest-ratings.ts";
import type {PreferenceMethod} from "./preference-method.ts";

export interface BoardRating {
  readonly model: string;
  readonly rating: number;
  /** Standard error: of the votes, and of pooling where there are several settings. */
  readonly error: number;
  readonly settings: number;
}

export interface BoardRatings {
  readonly board: string;
  /** Latest date of the board by the as-of date; undefined when it has no rating by then. */
  readonly date: Day | undefined;
  /** Sorted by model. */
  readonly ratings: readonly BoardRating[];
  readonly stale: number;
}

export function boardRatings(
  preferences: readonly ObservedPreference[],
  board: string,
  asOf: Day,
  method: PreferenceMethod,
): BoardRatings {
  const own = preferences.filter((rating) => rating.board === board);
  const {ratings, boardDay, stale} = latestRatings(own, asOf, method.maxAgeDays.value);
  const {shift, noise} = effortEffects(
    ratings.map(({model, setting, rating}) => ({cell: model, level: effortLevel(setting), logit: rating})),
    method.effortPriorSd.value,
  );
  const pooled = [...grouped(ratings, ({model}) => model)].map(([model, settings]): BoardRating => {
    const count = settings.length;
    if (count === 1) return {model, rating: settings[0].rating, error: ratingError(settings[0]), settings: 1};
    const sum = settings.reduce(
      (total, {rating, setting}) => total + rating + shift[effortLevel(setting)],
      0,
    );
    const variance = settings.reduce((total, rating) => total + ratingError(rating) ** 2 + noise ** 2, 0);
    return {model, rating: sum / count, error: Math.sqrt(variance) / count, settings: count};
  });
  return {board, date: boardDay.get(board), ratings: pooled, stale};
}
