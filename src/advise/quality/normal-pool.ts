/**
 * Standard normal draws that many models share without sharing numbers: one long run of them, read by each model from a
 * place of its own. Two models never read the same number in the same draw, and drawing costs one look-up.
 */
import {nameKey} from "../../forces/money/lab-stream.ts";
import {stream} from "../../numeric/random.ts";

/** Above any number of draws that is asked for, and a power of two. */
const LENGTH = 1 << 17;
const PURPOSE = 0xad5;

/** @returns normal `d` of the reader named by `path`; the same name gives the same numbers */
export type NormalPool = (...path: readonly string[]) => (d: number) => number;

export function normalPool(seed: number): NormalPool {
  const values = new Float64Array(LENGTH);
  const random = stream(seed, PURPOSE);
  for (let i = 0; i < LENGTH; i++) values[i] = random.normal();
  return (...path) => {
    const from = Math.floor(stream(seed, PURPOSE, ...path.map(nameKey)).uniform() * LENGTH);
    return (d) => values[(from + d) & (LENGTH - 1)]!;
  };
}
