import {statSync} from "node:fs";
import {homeFolder} from "../../../cache/home-folder.ts";
import {InputError, InputErrors} from "../../../errors.ts";
import {usageWarehouse} from "../../../store/usage/duckdb-warehouse.ts";
import {type ImportedUsage, importUsage, remakeRollups} from "../../../store/usage/import-usage.ts";
import {usageFormats} from "../../../store/usage/formats/all.ts";
import {printable} from "../../plain-text.ts";
import {usageImportScreen} from "../../terminal/usage-screen.ts";
import type {Command} from "../answer.ts";
import {oneOf} from "../report-options.ts";

/** `lagline usage import`: each file whole or not at all; what could be read of the others stays. */
export const usageImport: Command = async ({args, flags, effects, world}) => {
  const sources = usageFormats.map(({source}) => source);
  const from =
    flags.from === undefined
      ? undefined
      : oneOf("--from", typeof flags.from === "string" ? flags.from : "", sources, "csv");
  for (const path of args) {
    if (!statSync(path, {throwIfNoEntry: false})?.isFile())
      throw new InputError("missing", `file: ${path}; a usage log was expected`);
  }
  const warehouse = await usageWarehouse(homeFolder(world.env), "write");
  const imported: ImportedUsage[] = [];
  const faults: InputError[] = [];
  try {
    for (const [index, path] of args.entries()) {
      effects.progress("importing usage", index, args.length);
      try {
        imported.push(await importUsage(warehouse, path, {from, today: world.today}));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        faults.push(error);
      }
    }
    if (imported.some(({added}) => added > 0)) await remakeRollups(warehouse);
  } finally {
    warehouse.close();
  }
  if (faults.length > 0) throw faults.length === 1 ? faults[0] : new InputErrors(faults);
  return {json: () => ({imported}), lines: (page) => usageImportScreen(printable(imported), page)};
};
