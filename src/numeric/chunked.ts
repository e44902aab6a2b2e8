/**
 * A computation over a range of draws, cut into chunks that may run anywhere: here, or in worker threads. Each draw
 * owns its random stream, so where and in which order chunks run cannot change a result.
 */

/** Draws `from` to `to`, `to` excluded. */
export interface DrawRange {
  readonly from: number;
  readonly to: number;
}

/** A pure function of shared input and a range, findable by another thread as the export `name` of `module`. */
export interface ChunkTask<Shared, Part> {
  /** `import.meta.url` of the file that exports it. */
  readonly module: string;
  readonly name: string;
  readonly run: (shared: Shared, range: DrawRange) => Part;
}

export interface ChunkJob<Shared, Part> {
  readonly task: ChunkTask<Shared, Part>;
  /** Plain data and typed arrays: it may be copied to another thread. */
  readonly shared: Shared;
  readonly count: number;
  /** Draws per chunk. */
  readonly chunk?: number;
  /** Called after each chunk with the number of draws done. */
  readonly onProgress?: (done: number, count: number) => void;
  readonly signal?: AbortSignal;
}

/** Runs a job; the parts come back in the order of their ranges. Rejects with the error a chunk threw. */
export type ChunkRunner = <Shared, Part>(job: ChunkJob<Shared, Part>) => Promise<Part[]>;

/** Large enough that handing over costs nothing beside the work, small enough for a steady progress bar. */
const CHUNK = 20;

export function chunkRanges(count: number, chunk: number = CHUNK): DrawRange[] {
  const ranges: DrawRange[] = [];
  for (let from = 0; from < count; from += chunk) ranges.push({from, to: Math.min(count, from + chunk)});
  return ranges;
}

/** Runs every chunk in this thread, giving way to other work between chunks. */
export const inProcess: ChunkRunner = async ({task, shared, count, chunk, onProgress, signal}) => {
  const parts = [];
  for (const range of chunkRanges(count, chunk)) {
    signal?.throwIfAborted();
    parts.push(task.run(shared, range));
    onProgress?.(range.to, count);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return parts;
};
