/**
 * Worker threads for chunked computations.
 *
 * Generic: a chunk task names a module and one of its exports, so this file knows nothing of what is computed. Chunks
 * are handed out one at a time to whichever worker is free. Where there are no worker threads (a browser, one core) the same
 * job runs in this thread and gives the same answer.
 *
 * Idle workers do not keep the process alive, and they die with it, so an interrupt (Ctrl-C) leaves nothing behind.
 */
import type {Worker} from "node:worker_threads";
import {type ChunkJob, type ChunkRunner, chunkRanges, type DrawRange, inProcess} from "../numeric/chunked.ts";
import {type PortableError, revivedError} from "./portable-error.ts";

export interface WorkerPool {
  readonly run: ChunkRunner;
  /** Number of threads the pool uses; 0 means everything runs in this thread. */
  readonly size: number;
  /** Ends all workers. Running jobs reject. */
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** Threads; default: one per available core, and none when there is only one core. */
  readonly size?: number;
}

/** What the worker is asked, and what it answers. */
export type WorkerRequest =
  | {readonly kind: "job"; readonly module: string; readonly name: string; readonly shared: unknown}
  | {readonly kind: "chunk"; readonly range: DrawRange};
export type WorkerReply =
  {readonly kind: "part"; readonly part: unknown} | {readonly kind: "error"; readonly error: PortableError};

interface Waiting {
  readonly resolve: (worker: Worker) => void;
  readonly reject: (reason: Error) => void;
}

const closedError = (): Error => new Error("closed worker pool; a new one was expected");

/** The entry of a worker: TypeScript as it is from the sources, JavaScript once compiled. */
const entry = () =>
  new URL(import.meta.url.endsWith(".ts") ? "./worker-entry.ts" : "./worker-entry.js", import.meta.url);

export async function workerPool({size}: WorkerPoolOptions = {}): Promise<WorkerPool> {
  const threads = await import("node:worker_threads").catch(() => undefined);
  const wanted = threads === undefined ? 0 : (size ?? (await coreCount()));
  // One worker without a second core only adds the cost of starting it; asked for explicitly, it is given.
  if (threads === undefined || wanted < (size === undefined ? 2 : 1)) {
    return {run: inProcess, size: 0, close: async () => {}};
  }

  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const queue: Waiting[] = [];
  let closed = false;

  function newWorker(): Worker {
    const worker = new threads!.Worker(entry(), {execArgv: []});
    worker.unref();
    all.add(worker);
    return worker;
  }

  function release(worker: Worker): void {
    worker.unref();
    if (!all.has(worker)) return;
    const next = queue.shift();
    if (next) next.resolve(worker);
    else idle.push(worker);
  }

  function discard(worker: Worker): void {
    all.delete(worker);
    void worker.terminate();
    // Somebody may be waiting for this place in the pool.
    const next = queue.shift();
    if (next) next.resolve(newWorker());
  }

  function acquire(): Promise<Worker> {
    const ready = idle.pop();
    if (ready) return Promise.resolve(ready);
    if (all.size < wanted) return Promise.resolve(newWorker());
    return new Promise((resolve, reject) => queue.push({resolve, reject}));
  }

  const run: ChunkRunner = async <Shared, Part>(job: ChunkJob<Shared, Part>): Promise<Part[]> => {
    if (closed) throw closedError();
    job.signal?.throwIfAborted();
    const ranges = chunkRanges(job.count, job.chunk);
    const parts: Part[] = new Array(ranges.length);
    const failure: {error?: unknown} = {};
    const state = {next: 0, done: 0};

    async function lane(): Promise<void> {
      let worker: Worker | undefined;
      try {
        worker = await acquire();
        worker.ref();
        const {task, shared} = job;
        worker.postMessage({
          kind: "job",
          module: task.module,
          name: task.name,
          shared,
        } satisfies WorkerRequest);
        while (state.next < ranges.length && !("error" in failure)) {
          job.signal?.throwIfAborted();
          const at = state.next++;
          parts[at] = await chunkPart<Part>(worker, ranges[at], job.signal);
          state.done += ranges[at].to - ranges[at].from;
          job.onProgress?.(state.done, job.count);
        }
        release(worker);
      } catch (error) {
        if (!("error" in failure)) failure.error = error;
        if (worker) discard(worker);
      }
    }

    await Promise.all(Array.from({length: Math.min(wanted, ranges.length)}, lane));
    if ("error" in failure) throw failure.error;
    return parts;
  };

  async function close(): Promise<void> {
    closed = true;
    for (const {reject} of queue.splice(0)) reject(closedError());
    await Promise.all([...all].map((worker) => worker.terminate()));
    all.clear();
    idle.length = 0;
  }

  return {run, size: wanted, close};
}

/** One chunk's answer. Rejects with the worker's own error, when the worker dies, or when the job is aborted. */
function chunkPart<Part>(worker: Worker, range: DrawRange, signal: AbortSignal | undefined): Promise<Part> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      signal?.removeEventListener("abort", onAbort);
      finish();
    };
    const onMessage = (reply: WorkerReply) =>
      settle(() => (reply.kind === "part" ? resolve(reply.part as Part) : reject(revivedError(reply.error))));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`worker thread ended with code ${code}; an answer was expected`)));
    const onAbort = () => settle(() => reject(signal?.reason));
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    signal?.addEventListener("abort", onAbort);
    worker.postMessage({kind: "chunk", range} satisfies WorkerRequest);
  });
}

async function coreCount(): Promise<number> {
  const {availableParallelism} = await import("node:os");
  return availableParallelism();
}
