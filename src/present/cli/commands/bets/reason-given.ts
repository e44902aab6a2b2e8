/** The reason of a record, which others must be able to check. */
import {InputError} from "../../../../errors.ts";

export function reasonGiven(given: string | boolean | undefined): string {
  if (typeof given === "string" && given.trim() !== "") return given;
  throw new InputError("missing", "--why: nothing; a reason others can check was expected");
}
