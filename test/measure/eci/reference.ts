/** Upstream snapshots (Epoch AI, CC BY 4.0) and the known optimum on each, beside the checkout when they are there. */
import {existsSync, readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {dayOf} from "../../../src/dates.ts";
import {type EciData, type EciRow, eciData} from "../../../src/measure/eci/eci-data.ts";
import type {DatedAbility} from "../../../src/measure/eci/eci-trend.ts";
import {points} from "../../../src/units.ts";

const folder = new URL("../../../../shared/reference/", import.meta.url);

export const hasReference = existsSync(folder);
if (!hasReference) console.log(`skipped: no upstream snapshots at ${folder.pathname}`);

export type Vintage = "2026-08-11" | "2025-12";

export const referenceTable = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`${name}.csv`, folder)), {columns: true});

/** Prepared rows under the published names of their models. */
export function referenceRows(vintage: Vintage): EciRow[] {
  const published =
    vintage === "2025-12"
      ? undefined
      : new Set(referenceTable("eci_scores.2026-08-11").map((row) => row.Model));
  return referenceTable(`eci_benchmarks.${vintage}`).map((row) => ({
    model: !published ? row.model : published.has(row.Model) ? row.Model : row.model_group,
    benchmark: row.benchmark,
    performance: Number(row.performance),
  }));
}

export const referenceData = (vintage: Vintage): EciData => eciData(referenceRows(vintage));

/** Release dates with the optimum's index values. */
export function referenceReleases(vintage: Vintage): DatedAbility[] {
  const dates = new Map(referenceTable(`eci_benchmarks.${vintage}`).map((row) => [row.model_id, row.date]));
  return referenceTable(`optimum_models.${vintage}`).map((row) => ({
    model: row.model,
    released: dayOf(dates.get(row.model_id)!),
    ability: points(Number(row.eci)),
  }));
}

/** Mean of |a - b| over the pairs, and the largest. */
export function differences(pairs: readonly (readonly [number, number])[]): {mean: number; max: number} {
  const sizes = pairs.map(([a, b]) => Math.abs(a - b));
  return {mean: sizes.reduce((sum, size) => sum + size, 0) / sizes.length, max: Math.max(...sizes)};
}
