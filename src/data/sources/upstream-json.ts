/** A JSON answer checked against what is used of it; what else it holds is no fault. */
import {z} from "zod";
import {InputError} from "../../errors.ts";
import {shown} from "../faults.ts";
import {upstreamText} from "./upstream-text.ts";

/** @throws InputError when it is no JSON, or not of this shape */
export function upstreamJson<S extends z.ZodType>(bytes: Uint8Array, schema: S, place: string): z.output<S> {
  const text = upstreamText(bytes, place);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const what = /^\s*</.test(text) ? "a page of HTML" : shown(text.trimStart());
    throw new InputError("invalid", `content: ${what}; JSON was expected`, {file: place});
  }
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = issue.path.length === 0 ? "the whole" : issue.path.join(".");
  throw new InputError("invalid", `field ${shown(path)}: ${shown(issue.message)}; the shape of this feed was expected`, {
    file: place,
  });
}
