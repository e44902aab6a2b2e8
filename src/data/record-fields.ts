/** A YAML record: one small file per model or benchmark, as checked fields, each with its place. */
import {isCollection, isMap, LineCounter, parse, parseDocument} from "yaml";
import type {z} from "zod";
import {InputError, type Place} from "../errors.ts";
import type {FactFile} from "./fact-files.ts";
import {factText} from "./fact-text.ts";
import {type Faults, shown} from "./faults.ts";
import {plainRecord} from "./plain-record.ts";
import {checked} from "./schema-faults.ts";

export interface FactRecord<T> {
  readonly value: T;
  readonly place: Place;
  /** Place of one field. Reads the file again: for error messages only. */
  readonly placeOf: (...path: PropertyKey[]) => Place;
}

/** The failsafe schema gives maps, lists and text: `no`, `1.0` and `2024-01-01` stay what was written. */
const options = {
  schema: "failsafe",
  strict: true,
  uniqueKeys: true,
  stringKeys: true,
  logLevel: "error",
  prettyErrors: false,
} as const;

/**
 * Reads one record strictly; unknown fields are faults. Anchors, aliases, tags and several documents are not read.
 *
 * @throws InputError when the file is no YAML map
 * @returns undefined when fields were wrong; `faults` says which
 */
export function recordFields<S extends z.ZodType>(
  file: FactFile,
  schema: S,
  faults: Faults,
): FactRecord<z.output<S>> | undefined {
  const {path} = file;
  const text = factText(file);
  let raw: unknown;
  try {
    raw = plainRecord(text) ?? parse(text, {...options, maxAliasCount: 0});
  } catch (error) {
    throw malformed(error, text, path);
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw new InputError("invalid", `record: ${shown(raw)}; fields as \`name: value\` were expected`, {
      file: path,
      row: 1,
    });
  }
  const placeOf = (...at: PropertyKey[]): Place => placeIn(text, path, at);
  const value = checked(schema, raw, faults, (at) => placeOf(...at));
  return value === undefined ? undefined : {value, place: {file: path, row: 1}, placeOf};
}

/** The line of a field; that of its nearest holder when it is absent. */
function placeIn(text: string, file: string, at: readonly PropertyKey[]): Place {
  const lines = new LineCounter();
  const document = parseDocument(text, {...options, lineCounter: lines});
  let node: unknown = document.contents;
  let row = 1;
  for (const part of at) {
    if (isMap(node)) {
      const pair = node.items.find(({key}) => String(key) === String(part));
      if (!pair) break;
      const start = (pair.key as {range?: readonly number[]}).range?.[0];
      if (start !== undefined) row = lines.linePos(start).line;
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.items[Number(part)];
      const start = (node as {range?: readonly number[]} | undefined)?.range?.[0];
      if (start !== undefined) row = lines.linePos(start).line;
    } else break;
  }
  const column = at.map(String).join(".");
  return column === "" ? {file, row} : {file, row, column: shown(column)};
}

function malformed(error: unknown, text: string, file: string): InputError {
  const {pos, message} = error as {pos?: readonly [number, number]; message?: string};
  const row = pos === undefined ? 1 : text.slice(0, pos[0]).split("\n").length;
  return new InputError(
    "invalid",
    `record: ${shown(message ?? "not YAML")}; plain YAML fields were expected`,
    {file, row},
  );
}
