/**
 * A facts folder as one stream of lines, and back.
 *
 * Each file is a line `<length> <path>` followed by its bytes. Files stand in order of path, so two states of the
 * facts are streams that differ only where the facts do.
 */
import {InputError} from "../errors.ts";
import type {FactFile} from "../data/fact-files.ts";

export function packedFacts(files: readonly FactFile[]): Buffer {
  return Buffer.concat(
    files.flatMap(({path, bytes}) => [Buffer.from(`${bytes.length} ${path}\n`), bytes, Buffer.from("\n")]),
  );
}

/** A path inside a facts folder, as `factFiles` gives it: nothing that could climb out. */
const SAFE_PATH = /^(?!\.)[^\\/\0]+(?:\/(?!\.)[^\\/\0]+)*$/;

/** @throws InputError for a stream that `packedFacts` did not make */
export function unpackedFacts(stream: Buffer): FactFile[] {
  const files: FactFile[] = [];
  let at = 0;
  while (at < stream.length) {
    const end = stream.indexOf(10, at);
    const [, length, path] = /^(\d{1,9}) (.+)$/s.exec(stream.toString("utf8", at, Math.max(end, at))) ?? [];
    const from = end + 1;
    const to = from + Number(length);
    if (path === undefined || !SAFE_PATH.test(path) || !(to < stream.length)) {
      throw new InputError(
        "invalid",
        `packed facts: broken at byte ${at}; a file's length and path were expected`,
      );
    }
    files.push({path, bytes: stream.subarray(from, to)});
    at = to + 1;
  }
  return files;
}
