/** Every arguable choice of the lag and gap rules: its value, the reason for it, and what else could be chosen. */

import type {Choice} from "../../choice.ts";
const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({
  value,
  reason,
  alternatives,
});

export const lagMethod = {
  intervalLevel: choice(
    0.9,
    "The level most peers print (Epoch, IAPS), so that intervals can be set side by side.",
    ["0.8 (ECI-H)", "0.95 (CAISI)"],
  ),
  recordIntervalLevel: choice(
    0.8,
    "Lags of single records are step functions of ability; ECI-H prints 80% bands for them.",
    ["0.9"],
  ),
  windowMonths: choice(
    12,
    "A year smooths single releases and still is about now; shorter windows hold one or two open records.",
    ["5 (Epoch May 2026)", "6", "24", "since 2023 (Epoch October 2025)"],
  ),
  catchUpMonths: choice(
    24,
    "Twice the longest lag seen, so that most closed records in the window have had time to be matched.",
    ["12", "36", "since 2023"],
  ),
  restrictionMonths: choice(
    18,
    "The restricted mean needs follow-up as long as the restriction; the 24-month window gives it, and few catch-ups take longer.",
    ["12", "24"],
  ),
  significanceZ: choice(1.959963984540054, "Two-sided 95%, as in Epoch's October 2025 notebook.", [
    "1.645 (90%)",
    "0 (strict)",
  ]),
  pairedLevel: choice(
    0.95,
    "One-sided: the question is only whether closed is better. Paired, since draws of frontier models are strongly correlated.",
    ["0.9", "0.975"],
  ),
  tolerancePoints: choice(1, "The tolerance IAPS used.", ["2", "5 (ECI-H, off the frontier)"]),
  kernelBandwidthMonths: choice(6, "ECI-H's bandwidth.", ["3", "12"]),
  kernelReachBandwidths: choice(
    4,
    "Records beyond four bandwidths weigh below 0.04% of one at the centre; leaving them out keeps far history away.",
    ["3", "no limit"],
  ),
  recordMinResults: choice(2, "ECI-H lists models with at least two results.", ["4 (ECI)", "8"]),
  crossingMinResults: choice(
    8,
    "With an unpaired test a badly measured open model counts as level with a far better closed one; eight results keep such models out.",
    ["4 (ECI)", "none"],
  ),
  recordFailShare: choice(2 / 3, "ECI-H drops a record that fails in more than two thirds of the draws.", [
    "1/2",
  ]),
  trendMonths: choice(
    24,
    "The closed frontier's slope changed in April 2024; two years of records lie after the break and still give a dozen points.",
    ["12", "since 2023"],
  ),
  trendMinRecords: choice(4, "Two points always lie on a line; with four, two are left to contradict it.", [
    "3",
    "6",
  ]),
  minUsableDraws: choice(
    0.5,
    "Where most worlds have no answer, the answer of the rest is about something else.",
    ["0.9"],
  ),
  groupMinReleases: choice(
    3,
    "Below three releases a group's lag is the story of one model, and its interval says nothing of the group.",
    ["1", "5"],
  ),
  midTierRule: choice(
    "below its lab's best",
    "A closed release is mid-tier when its lab had, or released on the same day, a more able model: what the lab itself sells as second best. Abilities are known for every model; prices for few, and they mix size with margin.",
    ["output price at most half of the lab's dearest", "the lab's own tier names"],
  ),
  linkMinCommon: choice(
    8,
    "A line through two spreads needs both; with fewer common models the link's own error is unknown.",
    ["3", "20"],
  ),
} as const;
