/**
 * A user's own eval: a private benchmark that some models took.
 *
 * Scores are shares of success in [0, 1] on the user's own tasks, as the tool gave them: nothing is taken off for
 * guessing, because a success that was guessed is still one.
 */
import type {Domain} from "../../data/catalog.ts";

export interface OwnResult {
  /** Id in the catalog. */
  readonly model: string;
  /** Mean score over the items, in [0, 1]. */
  readonly score: number;
  /** Tasks it is the mean of; undefined when the file did not say. */
  readonly items?: number;
}

export interface OwnEval {
  readonly id: string;
  /** What kind of work it tests, when the user said; it sharpens the guess from other benchmarks. */
  readonly domain?: Domain;
  /** One per model. */
  readonly results: readonly OwnResult[];
}

/** How every model of the index would do on the user's own tasks. */
export interface SuccessDraws {
  readonly eval: string;
  /** Catalog ids, in the order of `typical` and of each row of `draws`: every model with a result in the index. */
  readonly models: readonly string[];
  /** Median success rate [models]. */
  readonly typical: Float64Array;
  /**
   * Joint draws of the success rate [drawCount x models], row-major. Row d continues world d of the index made with
   * the same seed, so differences within a row are paired, with each other and with the index.
   */
  readonly draws: Float64Array;
  readonly drawCount: number;
  /** What was observed, by model id. */
  readonly observed: ReadonlyMap<string, OwnResult>;
}
