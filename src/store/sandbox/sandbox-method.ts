/** Bounds of a statement in the sandbox: what is usual, and the most that can be asked for. */
import type {Choice} from "../../choice.ts";

interface Bound {
  readonly usual: number;
  readonly most: number;
}

export const sandboxMethod = {
  rows: {
    value: {usual: 1_000, most: 100_000},
    reason:
      "A person reads tens of rows, a program some thousands; what is more should be summed up in the statement.",
    alternatives: [],
  } satisfies Choice<Bound>,
  seconds: {
    value: {usual: 10, most: 600},
    reason: "The tables hold some ten thousand rows: what takes longer joins without a condition.",
    alternatives: [],
  } satisfies Choice<Bound>,
  memory: {
    value: 600,
    reason:
      "Megabytes above the start of the process: room for a year of usage, less than any machine lacks.",
    alternatives: [300, 1_200],
  } satisfies Choice<number>,
  threads: {
    value: 2,
    reason: "A question must not slow everything else down.",
    alternatives: [1, 4],
  } satisfies Choice<number>,
} as const;
