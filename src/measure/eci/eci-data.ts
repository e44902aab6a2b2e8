/**
 * Prepared results as typed arrays, identified by id: models and benchmarks are sorted by id and rows by (model,
 * benchmark), so the order in which rows arrive cannot change a single bit of what follows.
 */
import {InputError} from "../../errors.ts";

/** One chance-corrected result in [0, 1]: the best of a model group on one benchmark. */
export interface EciRow {
  readonly model: string;
  readonly benchmark: string;
  readonly performance: number;
}

export interface EciData {
  readonly models: readonly string[];
  readonly benchmarks: readonly string[];
  /** Rows of model m are `rowStart[m]` to `rowStart[m + 1]`. */
  readonly rowStart: Int32Array;
  readonly rowModel: Int32Array;
  readonly rowBenchmark: Int32Array;
  /** Performance in [0, 1], not yet clipped [rows]. */
  readonly performance: Float64Array;
}

/**
 * @param rows - any order
 * @throws InputError when a performance is outside [0, 1] or a (model, benchmark) pair appears twice
 */
export function eciData(rows: readonly EciRow[]): EciData {
  const models = sortedIds(rows.map((row) => row.model));
  const benchmarks = sortedIds(rows.map((row) => row.benchmark));
  const modelAt = new Map(models.map((id, index) => [id, index]));
  const benchmarkAt = new Map(benchmarks.map((id, index) => [id, index]));
  const ordered = rows
    .map((row) => ({...row, m: modelAt.get(row.model)!, b: benchmarkAt.get(row.benchmark)!}))
    .sort((x, y) => x.m - y.m || x.b - y.b);
  const rowStart = new Int32Array(models.length + 1);
  for (const [index, row] of ordered.entries()) {
    if (!(row.performance >= 0 && row.performance <= 1)) {
      throw new InputError(
        "invalid",
        `performance of ${row.model} on ${row.benchmark}: ${row.performance}; a number from 0 to 1 was expected`,
      );
    }
    const before = ordered[index - 1];
    if (before && before.m === row.m && before.b === row.b) {
      throw new InputError(
        "duplicate",
        `result of ${row.model} on ${row.benchmark}; one row per model and benchmark was expected`,
      );
    }
    rowStart[row.m + 1] += 1;
  }
  for (let m = 0; m < models.length; m++) rowStart[m + 1] += rowStart[m];
  return {
    models,
    benchmarks,
    rowStart,
    rowModel: Int32Array.from(ordered, (row) => row.m),
    rowBenchmark: Int32Array.from(ordered, (row) => row.b),
    performance: Float64Array.from(ordered, (row) => row.performance),
  };
}

/**
 * Models that no chain of shared benchmarks links to the reference benchmark: their place on the scale is set by the
 * penalty alone.
 */
export function unlinkedModels(
  {models, benchmarks, rowModel, rowBenchmark}: EciData,
  reference: number,
): string[] {
  const reachedModel = new Uint8Array(models.length);
  const reachedBenchmark = new Uint8Array(benchmarks.length);
  reachedBenchmark[reference] = 1;
  for (let grew = true; grew;) {
    grew = false;
    for (let r = 0; r < rowModel.length; r++) {
      if (reachedModel[rowModel[r]] === reachedBenchmark[rowBenchmark[r]]) continue;
      reachedModel[rowModel[r]] = reachedBenchmark[rowBenchmark[r]] = 1;
      grew = true;
    }
  }
  return models.filter((_, m) => !reachedModel[m]);
}

/** Sorted by code units: the same on every machine and locale. */
const sortedIds = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

/** Position of the one id of `candidates` that `ids` holds, or -1. */
export function indexOfAny(ids: readonly string[], candidates: readonly string[]): number {
  for (const candidate of candidates) {
    const index = ids.indexOf(candidate);
    if (index >= 0) return index;
  }
  return -1;
}
