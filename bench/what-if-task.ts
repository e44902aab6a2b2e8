/** Summaries of ranges of paths, where a worker can find them. */
import type {ForcesGround} from "../src/forecast/forces/forces-ground.ts";
import {forcesForecaster} from "../src/forecast/forces/forces-forecaster.ts";
import type {Particles} from "../src/forecast/forces/particles.ts";
import {type PathSummary, summaryOf} from "../src/forecast/summary/path-summary.ts";
import type {ChunkTask, DrawRange} from "../src/numeric/chunked.ts";

export interface PathsInput {
  readonly ground: ForcesGround;
  readonly particles: Particles;
  readonly seed: number;
  readonly months: number;
}

export function pathsSummary({ground, particles, seed, months}: PathsInput, range: DrawRange): PathSummary {
  return summaryOf(forcesForecaster(ground, {seed, months, updated: particles}), ground, range);
}

export const pathsTask: ChunkTask<PathsInput, PathSummary> = {
  module: import.meta.url,
  name: "pathsSummary",
  run: pathsSummary,
};
