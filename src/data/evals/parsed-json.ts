/** A JSON text of somebody else, or a sentence that says where it breaks. */
import {InputError} from "../../errors.ts";

/**
 * Inspect and lm-evaluation-harness write NaN and Infinity, which Python's json does and JSON does not allow: they are
 * read as null, and a score that is one is refused or left out later.
 */
export function parsedJson(text: string, file: string, row?: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    try {
      return JSON.parse(text.replace(/("(?:[^"\\]|\\.)*")|-?\b(?:NaN|Infinity)\b/g, (_, quoted?: string) => quoted ?? "null"));
    } catch (error) {
      const at = /position (\d+)/.exec((error as Error).message)?.[1];
      const line = at === undefined ? 1 : text.slice(0, Number(at)).split("\n").length;
      throw new InputError("invalid", "JSON: it breaks off or is malformed; a whole document was expected", {
        file,
        row: (row ?? 1) + line - 1,
      });
    }
  }
}
