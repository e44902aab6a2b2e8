import {execFile, spawn} from "node:child_process";
import {fileURLToPath} from "node:url";
import {describe, expect, it} from "vitest";
import {FitError, InputError} from "../../src/errors.ts";
import {type ChunkRunner, inProcess} from "../../src/numeric/chunked.ts";
import {workerPool} from "../../src/pool/worker-pool.ts";
import {failing, pid, squares} from "./squares-task.ts";

const runner = async (size: number): Promise<{run: ChunkRunner; close: () => Promise<void>}> =>
  size === 0 ? {run: inProcess, close: async () => {}} : workerPool({size});

describe.each([0, 1, 2, 3])("chunks with %i workers", (size) => {
  it("come back in order, whatever their size, and report progress to the end", async () => {
    const {run, close} = await runner(size);
    for (const chunk of [1, 7, 100]) {
      const progress: number[] = [];
      const parts = await run({
        task: squares,
        shared: {factor: 2},
        count: 50,
        chunk,
        onProgress: (n) => progress.push(n),
      });
      const values = parts.flatMap(({values}) => [...values]);
      expect(values).toEqual(Array.from({length: 50}, (_, i) => 2 * i * i));
      expect(progress.at(-1)).toBe(50);
    }
    await close();
  });

  it("surface the original error, and the pool still works afterwards", async () => {
    const {run, close} = await runner(size);
    const fit = await run({task: failing, shared: "fit", count: 30, chunk: 5}).catch((error) => error);
    expect(fit).toBeInstanceOf(FitError);
    expect(fit).toMatchObject({name: "FitError", iterations: 12, gradient: 0.5});
    expect(fit.message).toBe("index did not settle: gradient 5.00e-1 after 12 iterations");
    const input = await run({task: failing, shared: "input", count: 30, chunk: 5}).catch((error) => error);
    expect(input).toBeInstanceOf(InputError);
    expect(input).toMatchObject({fault: "missing", place: {file: "a.csv", row: 3}});
    const parts = await run({task: squares, shared: {factor: 1}, count: 4, chunk: 2});
    expect(parts.flatMap(({values}) => [...values])).toEqual([0, 1, 4, 9]);
    await close();
  });

  it("stop when the caller aborts", async () => {
    const {run, close} = await runner(size);
    const abort = new AbortController();
    const job = run({
      task: squares,
      shared: {factor: 1},
      count: 1e6,
      chunk: 1,
      signal: abort.signal,
      onProgress: (done) => done === 5 && abort.abort(new Error("enough")),
    });
    await expect(job).rejects.toThrow("enough");
    await close();
  });

  it("of no draws at all are no parts", async () => {
    const {run, close} = await runner(size);
    expect(await run({task: squares, shared: {factor: 1}, count: 0})).toEqual([]);
    await close();
  });
});

describe("a pool of workers", () => {
  it("computes outside this thread and serves several jobs at once", async () => {
    const pool = await workerPool({size: 2});
    const jobs = [1, 2, 3].map((factor) => pool.run({task: squares, shared: {factor}, count: 20, chunk: 3}));
    for (const [i, parts] of (await Promise.all(jobs)).entries()) {
      expect(parts.flatMap(({values}) => [...values])[3]).toBe((i + 1) * 9);
    }
    const threads = new Set(await pool.run({task: pid, shared: null, count: 20, chunk: 1}));
    expect(threads.has(0)).toBe(false);
    await pool.close();
  });

  it("tells everybody who still waits when it is closed", async () => {
    const pool = await workerPool({size: 1});
    const jobs = [1, 2].map((factor) => pool.run({task: squares, shared: {factor}, count: 1e5, chunk: 1}));
    const outcomes = Promise.allSettled(jobs);
    await pool.close();
    for (const {status} of await outcomes) expect(status).toBe("rejected");
    await expect(pool.run({task: squares, shared: {factor: 1}, count: 1})).rejects.toThrow(
      "closed worker pool",
    );
  });

  const example = fileURLToPath(new URL("./pool-example.ts", import.meta.url));

  it("does not keep a process alive that forgets to close it", async () => {
    const output = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [example, "finish"], {timeout: 20_000}, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      );
    });
    expect(output.trim()).toBe("285");
  });

  it("leaves nothing behind when a running process is interrupted", async () => {
    const child = spawn(process.execPath, [example, "forever"], {stdio: ["ignore", "pipe", "inherit"]});
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const ended = new Promise((resolve) => child.once("close", (_, signal) => resolve(signal)));
    child.kill("SIGINT");
    expect(await ended).toBe("SIGINT");
  });
});
