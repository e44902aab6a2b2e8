/** Issues of a zod schema as sentences with a place. */
import type {z} from "zod";
import type {Place} from "../errors.ts";
import {didYouMean} from "./closest-name.ts";
import {type Faults, shown} from "./faults.ts";

/**
 * Checks one raw record; what is wrong goes to `faults`.
 *
 * @param placeOf - place of the value at a path inside the record
 * @returns the checked value, or undefined when something was wrong
 */
export function checked<S extends z.ZodType>(
  schema: S,
  raw: unknown,
  faults: Faults,
  placeOf: (path: readonly PropertyKey[]) => Place,
): z.output<S> | undefined {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    if (faults.full) {
      faults.add("invalid", "value: not shown; see the schema", placeOf(issue.path));
      continue;
    }
    if (issue.code === "unrecognized_keys") {
      const known = keysOf(schema, issue.path);
      for (const key of issue.keys) {
        const expected = `one of ${known.join(", ")} was expected${didYouMean(key, known)}`;
        faults.add(
          "unknown",
          `field ${pathName([...issue.path, key])}: ${shown(valueAt(raw, [...issue.path, key]))}; ${expected}`,
          placeOf([...issue.path, key]),
        );
      }
      continue;
    }
    const value = valueAt(raw, issue.path);
    const blank = value === undefined || value === "";
    const expected =
      issue.code === "custom" || blank || typeof value === "string" ? issue.message : wanted(issue);
    const suggestion = /, did you mean [^?]*$/.exec(expected)?.[0] ?? "";
    const plain = expected.slice(0, expected.length - suggestion.length);
    faults.add(
      blank ? "missing" : suggestion === "" && !plain.startsWith("one of ") ? "invalid" : "unknown",
      `${pathName(issue.path)}: ${shown(value)}; ${plain} was expected${suggestion}${suggestion ? "?" : ""}`,
      placeOf(issue.path),
    );
  }
  return undefined;
}

const wanted = (issue: z.core.$ZodIssue): string => {
  if (issue.code !== "invalid_type") return issue.message;
  if (issue.expected === "string") return issue.message;
  return issue.expected === "array"
    ? "a list"
    : issue.expected === "object"
      ? "a set of fields"
      : issue.message;
};

const pathName = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? "record"
    : path.map((part) => (typeof part === "string" ? shown(part) : String(part))).join(".");

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

/** Field names of the object schema at a path, through optional fields, lists and maps. */
function keysOf(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at = unwrapped(schema);
  for (const part of path) {
    const {shape, element, valueType} = at as {
      shape?: Record<PropertyKey, z.ZodType>;
      element?: z.ZodType;
      valueType?: z.ZodType;
    };
    const next = shape?.[part] ?? element ?? valueType;
    if (!next) return [];
    at = unwrapped(next);
  }
  return Object.keys((at as {shape?: object}).shape ?? {});
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let at = schema as z.ZodType & {unwrap?: () => z.ZodType; in?: z.ZodType; element?: unknown};
  for (;;) {
    if ("shape" in at) return at;
    if (at.in) at = at.in;
    else if (at.unwrap && !at.element) at = at.unwrap();
    else return at;
  }
}
