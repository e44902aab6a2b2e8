/** Every arguable constant of the watches. They decide when a person is told, and move no published number. */
import type {Choice} from "../../choice.ts";

export const watchMethod = {
  enter: {
    value: 0.8,
    reason:
      "A person is told when a condition holds in four of five worlds; at one half, noise alone would tell them.",
    alternatives: [0.7, 0.9, 0.95],
  } satisfies Choice<number>,
  leave: {
    value: 0.5,
    reason:
      "It counts as over only when it no longer holds more likely than not, so an estimate near the level tells once.",
    alternatives: [0.3, 0.7],
  } satisfies Choice<number>,
  record: {
    value: 0.8,
    reason: "Share of draws in which a release must be a record of its side before it is told as one.",
    alternatives: [0.5, 0.95],
  } satisfies Choice<number>,
  inputShare: {
    value: 0.75,
    reason: "A price is three input tokens to one output token, as in the price of an ability (R43).",
    alternatives: [0.5, 0.9],
  } satisfies Choice<number>,
  inUseDays: {
    value: 30,
    reason: "A model that was not asked for a month, up to the last day of the logs, is no longer run.",
    alternatives: [7, 90],
  } satisfies Choice<number>,
  toldKept: {
    value: 200,
    reason:
      "Told firings kept for the feed and the list; a daily check with a firing a day fills half a year.",
    alternatives: [50, 1_000],
  } satisfies Choice<number>,
  deliverySeconds: {
    value: 10,
    reason: "A webhook that does not answer by then is tried again at the next check.",
    alternatives: [5, 30],
  } satisfies Choice<number>,
} as const;
