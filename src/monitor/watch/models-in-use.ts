/** The models that the user's own usage shows, for "a model I run". */
import {catalogNames} from "../../data/evals/catalog-names.ts";
import type {Catalog} from "../../data/catalog.ts";
import {hasUsage, usageWarehouse} from "../../store/usage/duckdb-warehouse.ts";
import {usedModels} from "../../store/usage/used-models.ts";
import {watchMethod} from "./watch-method.ts";

/** @returns ids of the catalog, in order; none where no usage was imported */
export async function modelsInUse(
  home: string,
  {models}: Pick<Catalog, "models">,
  aliases: ReadonlyMap<string, string>,
): Promise<string[]> {
  if (!hasUsage(home)) return [];
  const warehouse = await usageWarehouse(home, "read");
  try {
    const names = catalogNames(models.values(), aliases);
    const used = await usedModels(warehouse, watchMethod.inUseDays.value);
    return [...new Set(used.flatMap((name) => names.idOf([name]) ?? []))].sort();
  } finally {
    warehouse.close();
  }
}
