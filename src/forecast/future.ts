/**
 * One possible future, and what makes them.
 *
 * A future continues one world of the past: its draw of all abilities gives the records up to the as-of date, and a
 * forecaster adds the records to come on both sides. Every rule for a lag or a gap that reads two frontiers reads a
 * future as it reads the past, so a forecast is never of another number than the one that was measured.
 */
import type {Frontier} from "../measure/frontier.ts";
import type {Day} from "../units.ts";

export interface Future {
  /** The joint ability draw whose world this continues. */
  readonly draw: number;
  /** Records of each side, past and to come, ascending in day and ability. Days after the as-of date may be fractions. */
  readonly closed: Frontier;
  readonly open: Frontier;
  /**
   * Whatever else a forecaster follows, month by month [months + 1], by id: `price.150` (USD per Mtok of the cheapest
   * model of ability 150), `cash.moonshot-ai` (USD). Month 0 is the as-of date. Empty where it follows nothing else. A
   * metric's own id (`lag`, `lag-year`, months) is what a forecaster says of it directly, in place of the frontiers' answer.
   */
  readonly series: ReadonlyMap<string, Float64Array>;
}

export type ForecasterId =
  "no-change" | "lag-persists" | "straight-line" | "eci-trend" | "trend" | "forces" | "mixture";

/** What a forecaster is asked for. */
export interface ForecastRun {
  readonly seed: number;
  /** Months after the as-of date, up to 36. */
  readonly months: number;
  /** What will be read: without the series that follow from the frontiers and move nothing, paths cost less. */
  readonly follow?: "all" | "frontiers";
}

/**
 * A forecaster fitted to what was known on one day.
 *
 * `future(i)` depends on the fit, the seed and `i` alone, so that paths may be made in any order, by any number of
 * workers, in Node or in a browser. The value it returns is overwritten by the next call.
 */
export interface Forecaster {
  readonly id: ForecasterId;
  /** The as-of date: nothing later was seen. */
  readonly from: Day;
  /** Months covered after it. */
  readonly months: number;
  future(index: number): Future;
}
