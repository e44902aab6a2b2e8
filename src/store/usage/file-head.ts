/** What kind of file it is and which names it has, from its beginning alone. */
import {closeSync, openSync, readSync} from "node:fs";
import {extname} from "node:path";
import {parse} from "csv-parse/sync";
import {InputError} from "../../errors.ts";
import type {FileKind} from "./usage-format.ts";

export interface FileHead {
  readonly kind: FileKind;
  /** Column names of a CSV, keys met in JSON; empty for Parquet, whose columns the reader knows. */
  readonly names: ReadonlySet<string>;
  readonly columns: readonly string[];
}

const HEAD_BYTES = 262_144;
const PARQUET = "PAR1";

export function fileHead(path: string, file: string): FileHead {
  const buffer = Buffer.alloc(HEAD_BYTES);
  const handle = openSync(path, "r");
  let size: number;
  try {
    size = readSync(handle, buffer, 0, HEAD_BYTES, 0);
  } finally {
    closeSync(handle);
  }
  if (buffer.subarray(0, 4).toString("latin1") === PARQUET)
    return {kind: "parquet", names: new Set(), columns: []};
  const text = buffer
    .subarray(0, size)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  if (text.trim() === "")
    throw new InputError("insufficient", "file: empty; a usage log was expected", {file});
  const isJson =
    /^\s*[[{]/.test(text) || [".json", ".jsonl", ".ndjson"].includes(extname(path).toLowerCase());
  if (isJson) {
    const names = [...text.matchAll(/"((?:[^"\\]|\\.)*)"\s*:/g)].map(([, name]) => name);
    return {kind: "json", names: new Set(names), columns: names};
  }
  const line = text.split(/\r?\n/, 1)[0];
  try {
    const columns = (parse(line, {relax_column_count: true}) as string[][])[0] ?? [];
    return {kind: "csv", names: new Set(columns), columns};
  } catch {
    throw new InputError("invalid", "header: it cannot be read; comma-separated column names were expected", {
      file,
      row: 1,
    });
  }
}
