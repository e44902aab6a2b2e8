/** Usage logs into the warehouse of the home folder: each whole or not at all; what could be read of the others stays. */
import {InputError, InputErrors} from "../../errors.ts";
import {usageWarehouse} from "./duckdb-warehouse.ts";
import {type ImportedUsage, importUsage, remakeRollups} from "./import-usage.ts";
import type {UsageSource} from "./usage-format.ts";

/**
 * @param from - the format, when the user says which
 * @throws InputError or InputErrors for the logs that could not be read, when all others are in
 */
export async function importUsageLogs(
  home: string,
  paths: readonly string[],
  {from, today}: {readonly from?: UsageSource | undefined; readonly today: string},
  progress: (done: number) => void = () => {},
): Promise<readonly ImportedUsage[]> {
  const warehouse = await usageWarehouse(home, "write");
  const imported: ImportedUsage[] = [];
  const faults: InputError[] = [];
  try {
    for (const [index, path] of paths.entries()) {
      progress(index);
      try {
        imported.push(await importUsage(warehouse, path, {from, today}));
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
  return imported;
}
