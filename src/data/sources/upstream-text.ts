/** Bytes from elsewhere as text. */
import {InputError} from "../../errors.ts";

/** @throws InputError for bytes that are not UTF-8, and for nothing at all */
export function upstreamText(bytes: Uint8Array, place: string): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw new InputError("invalid", "content: bytes that are not UTF-8; text was expected", {file: place});
  }
  if (text.trim() === "") throw new InputError("missing", "content: nothing; data was expected", {file: place});
  return text;
}
