/**
 * What every way of measuring ability gives: one index value per model and joint draws of all of them.
 *
 * An *instrument* is lagline's own index, the ECI compatibility mode, one domain of the former, or a preference
 * board. Lags and gaps are written once against this shape.
 */
import type {DateSpan} from "../dates.ts";

export interface AbilityDraws {
  /** Model ids, in the order of `point` and of each row of `draws`. */
  readonly models: readonly string[];
  /** Best estimate per model [models], index points. */
  readonly point: Float64Array;
  /** Joint draws [drawCount x models], row-major, index points. A row is one world: differences within a row are paired. */
  readonly draws: Float64Array;
  readonly drawCount: number;
}

/** One model as the lag rules see it: when its clock starts, and which column of the draws is its ability. */
export interface Release {
  readonly model: string;
  readonly date: DateSpan;
  /** Column in `AbilityDraws`. */
  readonly column: number;
}
