/**
 * What may change over the horizon, path by path: both frontiers, the price of a given ability, suppliers' conduct.
 *
 * Frontiers come from the forecaster's joint futures; the yearly fall of prices from the record of list prices, its two
 * readings mixed; events of suppliers from their rates. One path is one world.
 */
import type {Hazard} from "../../forces/continuity/continuity-method.ts";

export interface Outlook {
  readonly paths: number;
  /** Ends of the steps in months after the day of the prices, the first 0 [steps + 1]. */
  readonly months: readonly number[];
  /** Best ability on each side [paths x (steps + 1)], index points. */
  readonly closed: Float64Array;
  readonly open: Float64Array;
  /** Share of the price of an ability lost per year [paths], by ability level. */
  readonly fall: (ability: number) => Float64Array;
  /** Models of a lab that are sold on the day: a retirement hits one of them. */
  readonly onSale: (lab: string) => number;
  /** Events per year of a lab [paths]; that of a supplier not watched yet for all others. */
  readonly rate: (lab: string, hazard: Hazard) => Float64Array;
}

/** Best ability of a side at a step. */
export const frontierAt = (
  {months, open, closed}: Outlook,
  side: "open" | "closed",
  path: number,
  step: number,
): number => (side === "open" ? open : closed)[path * months.length + step]!;

/** Chance of at least one event in `years`, averaged over rate draws. */
export const eventChance = (rates: Float64Array, years: number): number =>
  rates.reduce((sum, rate) => sum + 1 - Math.exp(-rate * years), 0) / rates.length;
