/** Every arguable choice of the trend forecaster: value, reason, alternatives. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

export const trendMethod = {
  priorPace: choice(
    {recordsPerMonth: 0.45, pointsPerRecord: 2.1, months: 12, records: 6},
    "11.3 points a year, the geometric mean of the slopes Epoch published for its index before and after April 2024 (8.3 and 15.5); it weighs as a year's watching of one side. It was set in 2026, and so knows the order of size at every earlier date.",
    ["8.3, the slope before", "15.5, the slope since"],
  ),
  sideWeight: choice(
    {months: 24, records: 12},
    "How firmly each side is held to the pace of both together: sides that feed on the same hardware, people and papers move at about one pace.",
    ["none: each side by itself", "8 months and 4 records"],
  ),
  memory: choice(
    0.85,
    "What a month leaves of the weight of what was seen before: a year-old record counts 14%. The pace of the frontier doubled in 2024, so old records must fade fast.",
    ["0.8", "0.9", "0.95", "1 (all alike)"],
  ),
  jumpShape: choice(
    2,
    "Shape of the gamma distribution of jumps. The jumps of a world's records have a coefficient of variation near 0.7 on every past date, which a shape of 2 has.",
    ["1 (exponential)", "4"],
  ),
  together: choice(
    0.5,
    "Correlation of the changes of pace of both sides: hardware, money and ideas are shared.",
    ["0", "0.8"],
  ),
  pull: choice(
    1,
    "How much larger open's records are when it is further behind than usual: jump times (gap over the points closed gains in the usual lag) to this power. At 1 open makes up its distance at the rate of one usual lag, as in an error-correction model.",
    ["0 (no pull)", "0.5"],
  ),
  priorLag: choice(
    {lag: 8, months: 12, least: 2},
    "Months of lag that are usual, beside the world's own past: the middle of published figures, 4 to 15; it weighs as a year. Below two months, weeks of noise in a release date would decide.",
    ["6", "12"],
  ),
} as const;
