/** Every arguable choice in predicting a user's own eval: its value, why, and what else is possible. */
import type {Choice} from "../../choice.ts";

export interface OwnEvalsMethod {
  /** Guesses of what the own eval is like that are weighed against its results. */
  readonly candidates: Choice<number>;
  /** Factor on how far benchmarks are seen to differ from each other. */
  readonly spread: Choice<number>;
  /** Factor on the noise learned from known benchmarks. */
  readonly noiseWidening: Choice<number>;
  /** Benchmarks of the same domain needed before their mean counts as much as that of all. */
  readonly domainWeight: Choice<number>;
  /** Items behind a score that does not say. */
  readonly unstatedItems: Choice<number>;
  readonly intervalLevel: Choice<number>;
}

export const ownEvalsMethod: OwnEvalsMethod = {
  candidates: {
    value: 600,
    reason: "Twice as many move predictions by less than a tenth of a point of 100.",
    alternatives: [300, 1200],
  },
  spread: {
    value: 1.2,
    reason:
      "Discriminations and loadings at their mode are shrunk. On the folds for tuning, 0.7 to 1.6 change the error at five results by less than 0.3 points of 100; with 1.2 the 90% intervals hold 90%.",
    alternatives: [0.9, 1.6],
  },
  noiseWidening: {
    value: 1.2,
    reason:
      "Noise at its mode leaves its own uncertainty out: with 1.0 the 90% intervals hold 88% on the folds for tuning, with 1.2 they hold 90%.",
    alternatives: [1, 1.1],
  },
  domainWeight: {
    value: 5,
    reason: "From 5 to 20 the error at three results falls by 0.1 to 0.2 points on the folds for tuning.",
    alternatives: [20],
  },
  unstatedItems: {
    value: 100,
    reason: "A usual size of an own eval; a score without its number of items must not count as exact.",
    alternatives: [30, 300],
  },
  intervalLevel: {value: 0.9, reason: "The level of every interval of the index.", alternatives: [0.8, 0.95]},
};
