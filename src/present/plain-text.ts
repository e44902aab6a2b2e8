/**
 * Text from facts made safe to print.
 *
 * Names come from files and feeds. A control character among them could move the cursor, recolour or retitle a
 * terminal, and a bidirectional override could make one name read as another; both become visible marks.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const WHITE = /[\t\n\r]+/g;

/** One line without control characters: white space becomes a space, anything else that is unsafe becomes U+FFFD. */
export const plainText = (text: string): string => text.replace(WHITE, " ").replace(UNSAFE, "\ufffd");

/** The same plain JSON value with every string in it made printable by `plainText`. */
export function printable<Value>(value: Value): Value {
  if (typeof value === "string") return plainText(value) as Value;
  if (Array.isArray(value)) return value.map((item) => printable(item)) as Value;
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printable(item)])) as Value;
  }
  return value;
}

/**
 * One JSON value as text whose strings hold no raw control character: what JSON leaves unescaped (C1 controls, DEL,
 * direction marks) is written as `\uXXXX`, so the value that is read back is the same.
 */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replace(UNSAFE, (char) => (char === "\n" ? char : escaped(char)))}\n`;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
