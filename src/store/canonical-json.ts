/**
 * One spelling for one JSON value (RFC 8785, JSON Canonicalization Scheme): members sorted by UTF-16 code units, no white
 * space, numbers and strings as ECMAScript writes them. Equal values give equal bytes, so a hash of the text is a hash of
 * the value.
 */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [name: string]: Json};

/** @throws RangeError for a number that JSON cannot write, or a string with a lone surrogate */
export function canonicalJson(value: Json): string {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`invalid number: ${value}; JSON has finite numbers only`);
  }
  if (typeof value === "string" && /\p{Cs}/u.test(value)) {
    throw new RangeError("invalid text: a lone surrogate; whole characters were expected");
  }
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value as {readonly [name: string]: Json})
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
