/** Every arguable choice of the naive baselines: value, reason, alternatives. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

export const baselineMethod = {
  slopeMonths: choice(24, "The months of records behind a line, as in the line rules for the lag.", [
    "12",
    "all",
  ]),
  minRecords: choice(3, "A line through two points says nothing of its own error.", ["2", "4"]),
  fallbackPace: choice(
    11.3,
    "Points a year where a side has fewer records than a line needs: the trend forecaster's prior, so that it gives neither an edge.",
    ["0 (flat)"],
  ),
  breakSide: choice(
    4,
    "Records on either side of the break of ECI's trend; without them it is the straight line.",
    ["3", "6"],
  ),
  priorError: choice(
    {points: 4, lag: 4, months: 12},
    "Standard error of a year ahead, in points and in months of lag, before any past error is known; it weighs as a year of history.",
    ["2 and 2", "8 and 8"],
  ),
  errorHorizons: choice(
    [3, 6, 12] as readonly number[],
    "Months ahead at which past errors are read; squared, they grow with the horizon as a random walk's do.",
    ["6 alone"],
  ),
} as const;
