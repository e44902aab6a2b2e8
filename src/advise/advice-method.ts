/** Every arguable choice of the advice that is not about cost or quality: value, reason, alternatives. */
import type {Choice} from "../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

export const adviceMethod = {
  drawCount: choice(
    10_000,
    "A probability of being best is then known to half a point of a hundred. Ability draws are fewer and are used in turn; everything else is drawn anew.",
    ["1000", "100000"],
  ),
  intervalLevel: choice(0.9, "The level of the lags, so that intervals can be set side by side.", [
    "0.8",
    "0.95",
  ]),
  horizonMonths: choice(24, "Two budget years; what is known about prices and labs hardly reaches further.", [
    "12",
    "36",
  ]),
  discountRate: choice(0.1, "Between the cost of capital of a large firm and of a start-up.", [
    "0.05",
    "0.15",
  ]),
  growthPerYear: choice(
    0,
    "No growth unless the file says so: a forecast of one's own volume is the owner's.",
    ["0.5"],
  ),
  gradedTasks: choice(
    50,
    "What somebody who states a success rate without a count has most likely looked at; it sets how firm that rate is.",
    ["20", "200"],
  ),
  switchingCost: choice(
    10_000,
    "USD: about two weeks of an engineer for prompts, tests and roll-out where a gateway is in place.",
    ["0", "100000"],
  ),
  tolerance: choice(
    0.01,
    "Cheaper is taken when it cannot be told from the best in value and gives up at most this share of what the best is expected to bring; never more.",
    ["0 (always the highest expected value)", "0.05"],
  ),
  outageDays: choice(
    14,
    "Days until a workload runs again after its supplier stops without warning and a fallback was chosen but not kept warm: the suspension of June 2026 lasted 19, a prepared team needs less.",
    ["3", "30"],
  ),
  priceRiseShare: choice(
    0.5,
    "Size of a price rise in the stress of the portfolio; recorded rises run from a few per cent to doubling.",
    ["0.25", "1"],
  ),
  shortlist: choice(
    12,
    "Options per workload whose intervals are worked out and shown; all others are counted.",
    ["8", "20"],
  ),
  nested: choice(
    [0.3, 0.9] as readonly [number, number],
    "How far what a cheap model solves is a part of what a dear one solves: 0 is chance, 1 is wholly. It decides what is left for the dear one after the cheap one failed. Nobody has published it by model pair; drawn evenly over the range.",
    ["0 to 1", "1 (no gain from a second try)"],
  ),
  routingGain: choice(
    0.02,
    "Sending hard tasks on to a second model is advised when it brings this share more than the better of the two alone: less does not pay for running two.",
    ["0", "0.1"],
  ),
  rule: choice("R76", "Where the decision is defined.", []),
  portfolioRule: choice("R78", "Where the view of the portfolio is defined.", []),
} as const;
