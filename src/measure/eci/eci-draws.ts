/**
 * Bootstrap draws of the index: resample results, fit again from the main solution, put every draw on the scale by
 * its own anchors.
 *
 * Within-model resampling keeps each model's number of results, so every model is in every draw. What follows from
 * the scheme: intervals are conditional on the set of benchmarks, and the anchors' own noise is pushed into all other
 * models, which makes the errors of frontier models strongly correlated. Use the draws jointly, never one interval
 * against another.
 */
import {FitError, InputError} from "../../errors.ts";
import type {ChunkTask, DrawRange} from "../../numeric/chunked.ts";
import {type Random, stream} from "../../numeric/random.ts";
import type {EciData} from "./eci-data.ts";
import type {Resampling} from "./eci-method.ts";
import {eciAnchors, eciScale} from "./eci-scale.ts";
import {clipped, type EciFit, eciMinimum, shifted} from "./fit-eci.ts";

/** What names the random numbers of these draws among all purposes of one seed. */
const PURPOSE = 0xec1;

export interface EciDrawInput {
  readonly fit: EciFit;
  readonly seed: number;
}

/** Draws that succeeded, row-major, and those that did not. */
export interface EciDrawChunk {
  /** Number of each kept draw. */
  readonly kept: readonly number[];
  /** [kept x models], index points. */
  readonly ability: Float64Array;
  /** [kept x benchmarks], index points. */
  readonly difficulty: Float64Array;
  /** [kept x benchmarks], per index point. */
  readonly slope: Float64Array;
  /** [kept x benchmarks], 1 where the draw has no row of the benchmark: its parameters then stay those of the main fit. */
  readonly benchmarkAbsent: Uint8Array;
  /** [kept x models], likewise; always 0 when resampling within models. */
  readonly modelAbsent: Uint8Array;
  readonly failed: readonly FailedDraw[];
}

export interface FailedDraw {
  readonly draw: number;
  readonly reason: string;
}

/** Draws `range.from` to `range.to` of the bootstrap; a pure function of the fit, the seed and the numbers of the draws. */
export function eciDraws({fit, seed}: EciDrawInput, {from, to}: DrawRange): EciDrawChunk {
  const {data, method} = fit;
  const [modelCount, benchmarkCount] = [data.models.length, data.benchmarks.length];
  const most = to - from;
  const ability = new Float64Array(most * modelCount);
  const difficulty = new Float64Array(most * benchmarkCount);
  const slope = new Float64Array(most * benchmarkCount);
  const benchmarkAbsent = new Uint8Array(most * benchmarkCount);
  const modelAbsent = new Uint8Array(most * modelCount);
  const kept: number[] = [];
  const failed: FailedDraw[] = [];
  const performance = clipped(data.performance, method.clip.value);
  const anchors = eciAnchors(data.models, method);

  for (let draw = from; draw < to; draw++) {
    const counts = eciDrawCounts(data, method.resampling.value, seed, draw);
    const absent = {
      models: absentIn(counts, data.rowModel, modelCount),
      benchmarks: absentIn(counts, data.rowBenchmark, benchmarkCount),
    };
    if (absent.models[anchors.low] || absent.models[anchors.high] || absent.benchmarks[fit.reference]) {
      failed.push({draw, reason: "an anchor has no result in the draw"});
      continue;
    }
    try {
      const minimum = eciMinimum(data, method, {
        reference: fit.reference,
        performance,
        counts,
        start: fit.raw,
        gradient: method.drawGradient.value,
        absent,
      });
      const at = shifted(minimum, fit.reference);
      const scale = eciScale(at.capability, anchors);
      const [m0, b0] = [kept.length * modelCount, kept.length * benchmarkCount];
      for (let m = 0; m < modelCount; m++) ability[m0 + m] = scale.offset + scale.factor * at.capability[m];
      for (let b = 0; b < benchmarkCount; b++) {
        difficulty[b0 + b] = scale.offset + scale.factor * at.difficulty[b];
        slope[b0 + b] = at.slope[b] / scale.factor;
      }
      modelAbsent.set(absent.models, m0);
      benchmarkAbsent.set(absent.benchmarks, b0);
      kept.push(draw);
    } catch (error) {
      if (!(error instanceof FitError || error instanceof InputError)) throw error;
      failed.push({draw, reason: error.message});
    }
  }
  const n = kept.length;
  return {
    kept,
    ability: ability.slice(0, n * modelCount),
    difficulty: difficulty.slice(0, n * benchmarkCount),
    slope: slope.slice(0, n * benchmarkCount),
    benchmarkAbsent: benchmarkAbsent.slice(0, n * benchmarkCount),
    modelAbsent: modelAbsent.slice(0, n * modelCount),
    failed,
  };
}

/** `eciDraws` as a job for worker threads. */
export const eciDrawTask: ChunkTask<EciDrawInput, EciDrawChunk> = {
  module: import.meta.url,
  name: "eciDraws",
  run: eciDraws,
};

/** How often each row counts in one draw [rows]. */
export function eciDrawCounts(
  {models, rowStart}: EciData,
  scheme: Resampling,
  seed: number,
  draw: number,
): Uint8Array {
  const random = stream(seed, PURPOSE, draw);
  const rows = rowStart[models.length];
  const counts = new Uint8Array(rows);
  if (scheme === "rows") return resample(counts, 0, rows, random);
  for (let m = 0; m < models.length; m++) resample(counts, rowStart[m], rowStart[m + 1], random);
  return counts;
}

function resample(counts: Uint8Array, from: number, to: number, random: Random): Uint8Array {
  for (let r = from; r < to; r++) counts[from + random.below(to - from)] += 1;
  return counts;
}

function absentIn(counts: Uint8Array, group: Int32Array, groups: number): Uint8Array {
  const absent = new Uint8Array(groups).fill(1);
  for (let r = 0; r < counts.length; r++) if (counts[r] > 0) absent[group[r]] = 0;
  return absent;
}
