/** One table of a facts folder, read on its own: for tables that are not part of the Catalog. */

import {readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {z} from "zod";
import {InputError} from "../errors.ts";
import {Faults} from "./faults.ts";
import {type Row, tableRows} from "./table-rows.ts";

/**
 * Reads `file` in `folder` with the strictness of the Catalog: the schema's fields are exactly the columns.
 *
 * @throws InputError, InputErrors
 */
export function readTable<S extends z.ZodObject>(
  folder: string,
  file: string,
  schema: S,
): Row<z.output<S>>[] {
  const path = join(folder, file);
  if (!statSync(path, {throwIfNoEntry: false})?.isFile()) {
    throw new InputError("missing", `table: ${file}; a file in ${folder} was expected`, {file});
  }
  const faults = new Faults();
  const rows = tableRows({path: file, bytes: readFileSync(path)}, schema, faults);
  faults.throwIfAny();
  return rows;
}
