/**
 * Collects what is wrong with an input, so that a person sees up to `factsMethod.faultsReported` faults together
 * and can mend them in one go.
 */
import {type Fault, InputError, InputErrors, type Place} from "../errors.ts";
import {factsMethod} from "./facts-method.ts";

export class Faults {
  readonly #errors: InputError[] = [];
  #further = 0;

  /** @param what - thing, value and what was expected, without the leading word and full stop */
  add(fault: Fault, what: string, place: Place): void {
    this.keep(new InputError(fault, what, place));
  }

  keep(error: InputError): void {
    if (this.#errors.length < factsMethod.faultsReported.value) this.#errors.push(error);
    else this.#further++;
  }

  /** No more faults will be shown: callers may stop making expensive sentences. */
  get full(): boolean {
    return this.#errors.length >= factsMethod.faultsReported.value;
  }

  /** @throws InputErrors when anything was added; the last one says how many more there are */
  throwIfAny(): void {
    if (this.#errors.length === 0) return;
    const last = this.#errors[this.#errors.length - 1];
    const more =
      this.#further === 0
        ? []
        : [
            new InputError(
              "invalid",
              `facts: ${this.#further} more faults; mend the first ${this.#errors.length} and read the facts again`,
              last.place,
            ),
          ];
    throw new InputErrors([...this.#errors, ...more]);
  }
}

/** A value as an error message shows it: quoted, one line, at most 60 characters. */
export function shown(value: unknown): string {
  if (value === undefined || value === "") return "nothing";
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\u{fffd}");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
