/** Tasks small enough to check by eye. */
import {threadId} from "node:worker_threads";
import {FitError, InputError} from "../../src/errors.ts";
import type {ChunkTask, DrawRange} from "../../src/numeric/chunked.ts";

interface Squares {
  readonly values: Float64Array;
}

export function squaresIn({factor}: {factor: number}, {from, to}: DrawRange): Squares {
  return {values: Float64Array.from({length: to - from}, (_, i) => factor * (from + i) ** 2)};
}

export function failIn(kind: "fit" | "input", {from}: DrawRange): number {
  if (from < 10) return from;
  if (kind === "fit") throw new FitError("index", {iterations: 12, gradient: 0.5});
  throw new InputError("missing", "thing: x; y was expected", {file: "a.csv", row: 3});
}

export function threadIn(): number {
  return threadId;
}

/** Busy for a while. */
export function spinIn(): number {
  let sum = 0;
  for (let i = 0; i < 1e9; i++) sum += Math.sqrt(i);
  return sum;
}

const module = import.meta.url;
export const squares: ChunkTask<{factor: number}, Squares> = {module, name: "squaresIn", run: squaresIn};
export const failing: ChunkTask<"fit" | "input", number> = {module, name: "failIn", run: failIn};
export const pid: ChunkTask<null, number> = {module, name: "threadIn", run: threadIn};
export const spinning: ChunkTask<null, number> = {module, name: "spinIn", run: spinIn};
