/** What the user's workloads used, with the models behind them found in the catalog. */
import {type WorkloadUsage, workloadUsages} from "../advise/usage/workload-usage.ts";
import type {Catalog} from "../data/catalog.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {keptAliases} from "../store/own-evals.ts";
import {hasUsage, usageWarehouse} from "../store/usage/duckdb-warehouse.ts";
import type {WorkloadName} from "../store/usage/summary-sql.ts";
import {keptUsageRule} from "../store/usage/usage-rule.ts";
import {usageSummary} from "../store/usage/usage-summary.ts";
import type {Day} from "../units.ts";

/** What names a workload, the first that a request has. */
export const WORKLOADS_BY: readonly WorkloadName[] = ["tag", "app", "team", "key"];

/** The user's rule if one was given, else `WORKLOADS_BY`. */
export const workloadsBy = (home: string): readonly WorkloadName[] => keptUsageRule(home) ?? WORKLOADS_BY;

/** @throws InputError when nothing was imported */
export async function ownUsage(
  home: string,
  catalog: Pick<Catalog, "models">,
  by: readonly WorkloadName[] = workloadsBy(home),
  asOf?: Day,
): Promise<WorkloadUsage[]> {
  if (!hasUsage(home)) {
    throw new InputError(
      "missing",
      "usage: none; `lagline usage import <files>` reads the logs of your gateway or your traces",
    );
  }
  const warehouse = await usageWarehouse(home, "read");
  try {
    const logged = await usageSummary(warehouse, by, asOf === undefined ? undefined : isoDay(asOf));
    return workloadUsages(logged, catalog.models.values(), keptAliases(home));
  } finally {
    warehouse.close();
  }
}
