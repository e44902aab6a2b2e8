/**
 * Records from a file a person wrote: YAML or JSON, one record, a list, or several documents. `at` and `by` are filled in;
 * questions are checked for wording and for names the facts do not have.
 */
import {type Document, parseAllDocuments} from "yaml";
import type {Entry} from "../../bets/entry.ts";
import {type FieldFault, readEntry} from "../../bets/entry-reader.ts";
import type {Sight} from "../../bets/predicate/sight.ts";
import {unknownNames} from "../../bets/unknown-names.ts";
import {wordingFaults} from "../../bets/vague-wording.ts";
import {InputError, InputErrors} from "../../errors.ts";

export interface Author {
  readonly at: string;
  readonly by: string;
}

/** A file larger than this was not written by hand. */
const LARGEST_BYTES = 2_000_000;

/** @throws InputErrors naming every fault of every record */
export function recordsIn(text: string, file: string, author: Author, sight: Sight | undefined): Entry[] {
  if (Buffer.byteLength(text) > LARGEST_BYTES) {
    throw new InputError(
      "unsupported",
      `file: ${file}; at most ${LARGEST_BYTES / 1e6} megabytes were expected`,
      {file},
    );
  }
  const raws = documents(text, file);
  const errors: InputError[] = [];
  const entries = raws.flatMap((raw, index) => {
    const {entry, faults} = checkedRecord(raw, author, sight);
    const name = raws.length === 1 ? "" : `record ${index + 1}, `;
    errors.push(...faults.map(({fault, says}) => new InputError(fault, `${name}${says}`, {file})));
    return entry ? [entry] : [];
  });
  if (errors.length > 0) throw new InputErrors(errors);
  if (entries.length === 0)
    throw new InputError("missing", `records: none in ${file}; at least one was expected`, {file});
  return entries;
}

/** One record with everything that is wrong with it. */
export function checkedRecord(
  raw: unknown,
  author: Author,
  sight: Sight | undefined,
): {readonly entry: Entry | undefined; readonly faults: readonly FieldFault[]} {
  const reading = readEntry(isObject(raw) ? {...raw, ...author} : raw);
  if (reading.faults) return {entry: undefined, faults: reading.faults};
  const {entry} = reading;
  const faults =
    entry.kind === "question" ? [...wordingFaults(entry), ...(sight ? unknownNames(entry, sight) : [])] : [];
  return {entry, faults};
}

function documents(text: string, file: string): unknown[] {
  const parsed = parseAllDocuments(text, {schema: "core", strict: true, uniqueKeys: true, logLevel: "error"});
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((document) => {
    const [error] = document.errors;
    if (error) {
      throw new InputError(
        "invalid",
        `YAML: ${error.message.split("\n")[0]!.replace(/\.$/, "")}; records as fields were expected`,
        {
          file,
          row: error.linePos?.[0].line ?? 1,
        },
      );
    }
    const value = plainValue(document, file);
    return value === null ? [] : Array.isArray(value) ? value : [value];
  });
}

function plainValue(document: Document, file: string): unknown {
  try {
    return document.toJS({maxAliasCount: 0}) as unknown;
  } catch {
    throw new InputError("unsupported", "YAML: aliases; records written out in full were expected", {file});
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
