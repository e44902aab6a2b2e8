/** What runs inside a worker thread: waits for a job, then answers one chunk after the other. */
import {parentPort} from "node:worker_threads";
import type {DrawRange} from "../numeric/chunked.ts";
import {portableError} from "./portable-error.ts";
import type {WorkerReply, WorkerRequest} from "./worker-pool.ts";

type Chunk = (range: DrawRange) => unknown;

let job: Promise<Chunk> | undefined;

parentPort?.on("message", async (request: WorkerRequest) => {
  if (request.kind === "job") {
    job = chunkOf(request);
    // A job that cannot be loaded fails at its first chunk, where somebody waits for the answer.
    job.catch(() => {});
    return;
  }
  try {
    if (!job) throw new Error("chunk without a job; the job was expected first");
    const part = (await job)(request.range);
    parentPort?.postMessage({kind: "part", part} satisfies WorkerReply, buffersOf(part));
  } catch (error) {
    parentPort?.postMessage({kind: "error", error: portableError(error)} satisfies WorkerReply);
  }
});

async function chunkOf({module, name, shared}: Extract<WorkerRequest, {kind: "job"}>): Promise<Chunk> {
  const exports = await import(module);
  const task = exports[name];
  if (typeof task !== "function")
    throw new Error(`unknown chunk task: ${name} of ${module}; a function was expected`);
  return (range) => task(shared, range);
}

/** Buffers of the typed arrays at the top level of a part: moved, not copied. */
function buffersOf(part: unknown): ArrayBuffer[] {
  if (part === null || typeof part !== "object") return [];
  const buffers = new Set<ArrayBuffer>();
  for (const value of [part, ...Object.values(ArrayBuffer.isView(part) ? {} : part)]) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  }
  return [...buffers];
}
