/** Every arguable choice of the advice's back-test. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

/** What a task is worth, in USD. */
export interface Stake {
  readonly name: string;
  readonly valueOfSuccess: number;
  readonly costOfFailure: number;
}

export const adviceBacktestMethod = {
  rule: choice("R79", "Where the back-test is defined.", []),
  origins: choice<readonly string[]>(
    ["2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30"],
    "Quarter ends since list prices are kept: the first quarter with more than a few dozen priced models to the last whose hidden tests have been run on most of them since.",
    ["month ends, which overlap more"],
  ),
  folds: choice(
    3,
    "The hidden tests are split into this many parts, so that the index still has the other two thirds; each part costs one fit per date.",
    ["one fit per test"],
  ),
  leastModels: choice(12, "Priced models with a result on the hidden test, for the choice to be one.", [
    "5",
    "20",
  ]),
  stakes: choice<readonly Stake[]>(
    [
      {name: "small", valueOfSuccess: 0.02, costOfFailure: 0.01},
      {name: "middle", valueOfSuccess: 0.2, costOfFailure: 0.1},
      {name: "large", valueOfSuccess: 2, costOfFailure: 1},
    ],
    "With 6,000 tokens in and 1,000 out a task costs from a tenth of a cent to ten cents: at a small stake price decides, at a large one success does.",
    ["a stake per kind of work"],
  ),
  tokens: choice(
    {input: 6000, output: 1000, cached: 3000},
    "A middling task; every model is charged for the same.",
    [],
  ),
  gradedTasks: choice(50, "Tasks on which what runs today was graded, in the variant that knows it.", [
    "20",
    "200",
  ]),
  barPoints: choice(
    8,
    "Index points below the best closed model that still count as good enough for the rule 'the cheapest open one above the bar': the usual distance of open from closed.",
    ["4", "12"],
  ),
  abilityDraws: choice(200, "Joint draws per fit: probabilities of being best to a few points.", ["500"]),
  drawCount: choice(2000, "Draws of everything else.", ["10000"]),
  resamples: choice(2000, "Bootstrap resamples of the hidden tests behind each interval.", []),
} as const;
