import {InputError} from "../errors.ts";
import type {Question} from "../forecast/odds/questions.ts";

/**
 * Faults for parameters that a question does not take, which would be ignored in silence.
 *
 * @param named - how a parameter is written where it was given
 */
export function notTaken(
  {asks, takes}: Question,
  given: readonly string[],
  named: (name: string) => string,
): InputError[] {
  const known = Object.keys(takes);
  const expected = known.length === 0 ? `${named("by")} alone` : known.map(named).join(" or ");
  return given
    .filter((name) => !known.includes(name))
    .map(
      (name) =>
        new InputError("unsupported", `${named(name)}: "${asks}" does not take it; ${expected} was expected`),
    );
}
