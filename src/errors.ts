/**
 * The three ways things go wrong. Messages are full sentences:
 * `<word> <thing>: <value>; <what was expected>`, with place in `cause`.
 */

/** The first word of an error message: what is wrong with the thing. */
export type Fault =
  "invalid" | "missing" | "unknown" | "duplicate" | "conflicting" | "stale" | "unsupported" | "insufficient";

/** Where an input went wrong, as precisely as the reader knows. `row` counts lines of the file from 1. */
export interface Place {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
}

export const formatPlace = ({file, row, column}: Place): string =>
  [file, row === undefined ? "" : `:${row}`, column === undefined ? "" : ` (${column})`].join("");

/** What somebody gave us is wrong: a file, a flag, a date, an id. Exit code 2. */
export class InputError extends Error {
  override readonly name = "InputError";
  readonly fault: Fault;
  readonly place: Place | undefined;

  /**
   * @param fault - the first word
   * @param what - the rest of the sentence: thing, value and what was expected, without a full stop
   * @param place - shown behind the sentence, and kept as `cause`
   */
  constructor(fault: Fault, what: string, place?: Place) {
    super(`${fault} ${what}${place ? ` [${formatPlace(place)}]` : ""}`, place ? {cause: place} : undefined);
    this.fault = fault;
    this.place = place;
  }
}

/** Several faults of one input, reported together so that a person can mend them in one go. */
export class InputErrors extends Error {
  override readonly name = "InputErrors";
  readonly errors: readonly InputError[];

  constructor(errors: readonly InputError[]) {
    super(errors.map((error) => error.message).join("\n"));
    this.errors = errors;
  }
}

/** A fit did not settle; says how far it came. Exit code 3. */
export class FitError extends Error {
  override readonly name = "FitError";
  readonly iterations: number;
  readonly gradient: number;

  constructor(what: string, {iterations, gradient}: {iterations: number; gradient: number}) {
    super(`${what} did not settle: gradient ${gradient.toExponential(2)} after ${iterations} iterations`);
    this.iterations = iterations;
    this.gradient = gradient;
  }
}
