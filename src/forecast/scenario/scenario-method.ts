/** Every arguable choice of what-if answers and of odds. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

export const scenarioMethod = {
  rule: choice("R58", "The published rule of what-if answers.", []),
  oddsRule: choice("R59", "The published rule of odds.", []),
  intervalLevel: choice(0.9, "The level of the lags, so that intervals can be set side by side.", ["0.8"]),
  paths: choice(
    10_000,
    "A median change is then known to about a hundredth of its spread, a chance to half a point.",
    ["2,000", "100,000"],
  ),
  reportPaths: choice(
    1_000,
    "Paths of each shipped scenario in the report, where only its headline stands.",
    ["10,000"],
  ),
  oddsMonths: choice(12, "Where no day is named, odds are for a year ahead.", ["6", "24"]),
  oddsPaths: choice(
    {asked: 10_000, report: 4_000},
    "A chance is then known to half a point, in the report to a point: less than forecasters differ.",
    ["1,000", "100,000"],
  ),
  leastShare: choice(
    0.01,
    "A parameter that explains less than a hundredth of the variance of a change is not named: the noise of eight bins over ten thousand paths is a tenth of it.",
    ["0.05"],
  ),
  namedFactors: choice(5, "Parameters named per question: the next ones never add a fifth of the first.", [
    "3",
  ]),
} as const;
