/** Bytes of a fact file as text. */
import {InputError} from "../errors.ts";
import type {FactFile} from "./fact-files.ts";

/**
 * UTF-8 text with LF line ends.
 *
 * @throws InputError for an empty file, a byte order mark, NUL bytes, bytes that are not UTF-8, a lone CR
 */
export function factText({path, bytes}: FactFile): string {
  const fail = (fault: "invalid" | "missing", what: string, at?: number) => {
    const row = at === undefined ? undefined : lineAt(bytes, at);
    return new InputError(fault, what, row === undefined ? {file: path} : {file: path, row});
  };
  if (bytes.length === 0) throw fail("missing", "content: an empty file; facts were expected");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    throw fail("invalid", "start of file: a byte order mark; UTF-8 without one was expected", 0);
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw fail("invalid", "character: a NUL byte; UTF-8 text was expected", nul);
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw fail("invalid", "encoding: bytes that are not UTF-8; UTF-8 text was expected", brokenAt(bytes));
  }
  if (!text.includes("\r")) return text;
  const lines = text.replaceAll("\r\n", "\n");
  const lone = lines.indexOf("\r");
  if (lone >= 0) {
    const row = lines.slice(0, lone).split("\n").length;
    throw new InputError("invalid", "line end: a lone carriage return; LF or CRLF was expected", {
      file: path,
      row,
    });
  }
  return lines;
}

const decoder = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 10) line++;
  return line;
}

/** Offset of the first line that is not UTF-8. */
function brokenAt(bytes: Buffer): number {
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(10, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      decoder.decode(line);
    } catch {
      return start;
    }
    if (end < 0) break;
    start = end + 1;
  }
  return start;
}
