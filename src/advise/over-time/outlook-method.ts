/** Every arguable choice of what may change after the choice. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

export const outlookMethod = {
  rule: choice("R77", "Where the view over time is defined.", []),
  paths: choice(1000, "Futures per workload: a chance is known to about a point and a half.", ["10000"]),
  stepMonths: choice(
    3,
    "Suppliers are reviewed by the quarter; switching more often is not worth a meeting.",
    ["1", "6"],
  ),
  paybackYears: choice(1, "A switch has to pay for itself within a year.", ["0.5", "2"]),
  mostFallPerYear: choice(
    0.95,
    "Largest yearly fall of the price of an ability that is believed: intervals from a short price record reach further.",
    ["0.8"],
  ),
  leastFallPerYear: choice(0, "Prices of a given ability have not risen over a year in the record.", [
    "-0.2",
  ]),
  usualFall: choice(
    {low: 0.2, high: 0.8},
    "Where the price record has no number for the level: a fifth to four fifths a year, the range of the levels that have one.",
    ["0.5 to 0.9"],
  ),
} as const;
