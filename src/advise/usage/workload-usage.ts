/**
 * What one workload used, with its models found in the catalog.
 *
 * Token counts are totals with their parts: input includes what was read from and written to a cache, output includes
 * reasoning.
 */
import {catalogNames} from "../../data/evals/catalog-names.ts";
import type {Model} from "../../data/catalog.ts";
import type {LoggedModel, LoggedWorkload} from "../../store/usage/usage-summary.ts";

export interface ModelUsage extends LoggedModel {
  /** Catalog id when the name is exactly one of its names, else null. */
  readonly catalogId: string | null;
}

export interface WorkloadUsage extends LoggedWorkload {
  readonly models: readonly ModelUsage[];
}

/** @param aliases - the user's own names for models of the catalog */
export function workloadUsages(
  logged: readonly LoggedWorkload[],
  models: Iterable<Model>,
  aliases: ReadonlyMap<string, string>,
): WorkloadUsage[] {
  const names = catalogNames(models, aliases);
  return logged.map((workload) => ({
    ...workload,
    models: workload.models.map((model) => ({...model, catalogId: names.idOf([model.model]) ?? null})),
  }));
}
