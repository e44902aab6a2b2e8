/** A comparison, its words, and what it says of a count that can only grow until a day. */
import type {Comparison} from "./predicate-schema.ts";
import type {Answer} from "./sight.ts";

export function holds(value: number, is: Comparison, than: number): boolean {
  switch (is) {
    case "at-least":
      return value >= than;
    case "above":
      return value > than;
    case "at-most":
      return value <= than;
    case "below":
      return value < than;
  }
}

export const comparisonWords: Readonly<Record<Comparison, string>> = {
  "at-least": "at least",
  above: "above",
  "at-most": "at most",
  below: "below",
};

/**
 * The answer for something that only grows until its last day: at least and above may come true early, at most and below
 * may fail early; the other answer waits for the day.
 */
export function growing(count: number, is: Comparison, than: number, isOver: boolean): Answer {
  const now = holds(count, is, than);
  const isEarly = is === "at-least" || is === "above" ? now : !now;
  return isEarly || isOver ? (now ? "yes" : "no") : "not-yet";
}
