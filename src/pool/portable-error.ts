/** Errors that cross a thread and arrive as what they were: same class, message, stack and fields. */
import {FitError, InputError, InputErrors} from "../errors.ts";

export interface PortableError {
  readonly kind: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** The error's own fields, those of nested errors made portable too. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly nested: readonly PortableError[];
}

const prototypes: Readonly<Record<string, object>> = {
  InputError: InputError.prototype,
  InputErrors: InputErrors.prototype,
  FitError: FitError.prototype,
  RangeError: RangeError.prototype,
  TypeError: TypeError.prototype,
  SyntaxError: SyntaxError.prototype,
};

/** A thrown value as plain data. */
export function portableError(thrown: unknown): PortableError {
  if (!(thrown instanceof Error)) {
    return {kind: "Error", message: String(thrown), stack: undefined, fields: {}, nested: []};
  }
  const nested = thrown instanceof InputErrors ? thrown.errors.map(portableError) : [];
  const fields = Object.fromEntries(
    Object.entries(thrown).filter(([key, value]) => key !== "errors" && isPlain(value)),
  );
  return {kind: thrown.name, message: thrown.message, stack: thrown.stack, fields, nested};
}

/** The error again. */
export function revivedError({kind, message, stack, fields, nested}: PortableError): Error {
  const error: Error = Object.create(prototypes[kind] ?? Error.prototype);
  const hidden = {writable: true, configurable: true, enumerable: false};
  Object.defineProperty(error, "message", {...hidden, value: message});
  Object.defineProperty(error, "stack", {...hidden, value: stack ?? message});
  Object.assign(error, fields);
  if (kind === "InputErrors") Object.assign(error, {errors: nested.map(revivedError)});
  return error;
}

const isPlain = (value: unknown): boolean => {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
};
