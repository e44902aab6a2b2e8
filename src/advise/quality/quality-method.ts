/** Every arguable choice of how an ability becomes success on a task. */
import type {Choice} from "../../choice.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

export const qualityMethod = {
  rule: choice("R75", "Where success is defined.", []),
  scoreFloor: choice(
    0.02,
    "Scores are drawn this far in from 0 and 1 before their logit is taken: further out it measures luck.",
    ["0.01", "0.05"],
  ),
  leastModels: choice(8, "Models behind one benchmark's response; with fewer a slope is a guess.", [
    "5",
    "15",
  ]),
  slopeSdFloor: choice(
    0.2,
    "Spread of log slopes between tests, at least: a task is no better known than the tests are alike.",
    ["0.1", "0.4"],
  ),
  bestSucceedsSd: choice(
    {general: 1.7, named: 0.5},
    "Logits: how well the share that today's best model does right is known when it comes from the kind of work alone. For work of no named kind it was chosen on every other family of past tests so that 90% intervals hold there, see R79 for the rest: 80% then means 20% to 98%. With 0.5 they held 63%. A named kind is known better, by judgement: 85% means 72% to 93%. No past case measures that; a graded sample replaces it.",
    ["0.5 for both", "1.7 for both, which measures kinds by tests that were made to be hard"],
  ),
  measuredSd: choice(
    0.15,
    "Logits: error of a measured result where the source states none, about 3 points at a half.",
    ["0.1", "0.3"],
  ),
  heldOutDeficit: choice(
    "user-driven" as "user-driven" | "never" | "always",
    "Whether open models are charged with what they lose on tests they cannot have seen: for user-driven work, where no two tasks are alike; not for repetitive work, which is tested before it runs.",
    ["never", "always"],
  ),
  fourBitLoss: choice(
    [0.02, 0.25] as readonly [number, number],
    "Logits lost at 4 bits, 90% interval: between nothing to see and about five points. Measured losses differ by model and method.",
    ["0", "0.5"],
  ),
  hostLoss: choice(
    [0.005, 0.1] as readonly [number, number],
    "Logits lost at a third-party host of open weights, whose precision the price lists do not state: mostly nothing, sometimes an unannounced 4 bits.",
    ["0", "0.25"],
  ),
  untestedSd: choice(
    3,
    "Index points: how far a model's ability in a domain may lie from its general one where it was not tested in that domain.",
    ["2", "5"],
  ),
} as const;
