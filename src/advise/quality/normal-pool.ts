/**
 * Standard normal draws that many models share without sharing numbers: one long run of them, read by each model from a
 * place of its own. Two models never read the same number in the same draw, and drawing costs one look-up.
 */
import {nameKey} from "../../forces/money/lab-stream.ts";
import {stream} from "../../numeric/random.ts";

/** Above any number of draws that is asked for. */
const LENGTH = 1 << 17;
const PURPOSE = 0xad5;

export interface NormalPool {
  /** The normals of the reader named by `path`, draw after draw; the same name gives the same numbers. Read only. */
  readonly of: (...path: readonly string[]) => Float64Array;
  /** A function of them, worked out once for all readers: keep `change` outside of loops. */
  readonly mapped: (change: (normal: number) => number, ...path: readonly string[]) => Float64Array;
}

export function normalPool(seed: number): NormalPool {
  const random = stream(seed, PURPOSE);
  const normals = wrapped(Float64Array.from({length: LENGTH}, () => random.normal()));
  const changed = new Map<(normal: number) => number, Float64Array>();
  const from = (values: Float64Array, path: readonly string[]) => {
    const start = Math.floor(stream(seed, PURPOSE, ...path.map(nameKey)).uniform() * LENGTH);
    return values.subarray(start, start + LENGTH);
  };
  return {
    of: (...path) => from(normals, path),
    mapped: (change, ...path) => {
      const values = changed.get(change) ?? wrapped(normals.subarray(0, LENGTH).map(change));
      changed.set(change, values);
      return from(values, path);
    },
  };
}

/** Twice over, so that a reader who starts near the end goes on at the beginning. */
function wrapped(values: Float64Array): Float64Array {
  const twice = new Float64Array(2 * values.length);
  twice.set(values);
  twice.set(values, values.length);
  return twice;
}
