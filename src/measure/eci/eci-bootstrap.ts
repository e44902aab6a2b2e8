/** The whole bootstrap of the index: joint draws of all models and benchmarks, with what failed counted. */
import {FitError} from "../../errors.ts";
import {type ChunkRunner, inProcess} from "../../numeric/chunked.ts";
import {centralInterval, type Interval} from "../../numeric/quantile.ts";
import type {AbilityDraws} from "../instrument.ts";
import {type EciDrawChunk, eciDrawTask, type FailedDraw} from "./eci-draws.ts";
import {type EciIndex, eciIndex} from "./eci-scale.ts";
import type {EciFit} from "./fit-eci.ts";

export interface EciBootstrap {
  readonly fit: EciFit;
  readonly index: EciIndex;
  readonly seed: number;
  readonly abilities: AbilityDraws;
  /** Number of each kept draw: names its resampling together with `seed`. */
  readonly kept: readonly number[];
  /** [kept x benchmarks], index points. */
  readonly difficulty: Float64Array;
  /** [kept x benchmarks], per index point. */
  readonly slope: Float64Array;
  readonly benchmarkAbsent: Uint8Array;
  readonly modelAbsent: Uint8Array;
  readonly failed: readonly FailedDraw[];
}

export interface EciBootstrapOptions {
  readonly seed: number;
  /** Default: the method's. */
  readonly draws?: number;
  /** Where the chunks run; default: this thread. */
  readonly run?: ChunkRunner;
  readonly onProgress?: (done: number, count: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * @returns joint draws on the published scale; the same bytes for one seed wherever the chunks run
 * @throws FitError when no draw at all succeeds; InputError when an anchor is absent
 */
export async function eciBootstrap(
  fit: EciFit,
  {seed, draws = fit.method.draws.value, run = inProcess, onProgress, signal}: EciBootstrapOptions,
): Promise<EciBootstrap> {
  const index = eciIndex(fit);
  const chunks = await run({task: eciDrawTask, shared: {fit, seed}, count: draws, onProgress, signal});
  const joined = joinedChunks(chunks);
  if (joined.kept.length === 0) {
    throw new FitError(
      `any of ${draws} bootstrap draws (${joined.failed[0]?.reason ?? "none asked for"})`,
      fit,
    );
  }
  return {
    ...joined,
    fit,
    index,
    seed,
    abilities: {
      models: fit.data.models,
      point: index.ability,
      draws: joined.ability,
      drawCount: joined.kept.length,
    },
  };
}

function joinedChunks(chunks: readonly EciDrawChunk[]): EciDrawChunk {
  return {
    kept: chunks.flatMap(({kept}) => kept),
    failed: chunks.flatMap(({failed}) => failed),
    ability: joinedFloats(chunks.map(({ability}) => ability)),
    difficulty: joinedFloats(chunks.map(({difficulty}) => difficulty)),
    slope: joinedFloats(chunks.map(({slope}) => slope)),
    benchmarkAbsent: Uint8Array.from(chunks.flatMap(({benchmarkAbsent}) => [...benchmarkAbsent])),
    modelAbsent: Uint8Array.from(chunks.flatMap(({modelAbsent}) => [...modelAbsent])),
  };
}

function joinedFloats(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** Interval of every model at the method's level [models]; draws without the model are left out. */
export const abilityIntervals = ({abilities, modelAbsent, fit}: EciBootstrap): Interval[] =>
  columnIntervals(abilities.draws, modelAbsent, abilities.models.length, fit.method.intervalLevel.value);

/** Likewise for difficulties [benchmarks]. */
export const difficultyIntervals = ({difficulty, benchmarkAbsent, fit}: EciBootstrap): Interval[] =>
  columnIntervals(difficulty, benchmarkAbsent, fit.data.benchmarks.length, fit.method.intervalLevel.value);

function columnIntervals(
  table: Float64Array,
  absent: Uint8Array,
  columns: number,
  level: number,
): Interval[] {
  return Array.from({length: columns}, (_, column) => {
    const values: number[] = [];
    for (let at = column; at < table.length; at += columns) if (!absent[at]) values.push(table[at]);
    return centralInterval(values, level);
  });
}
