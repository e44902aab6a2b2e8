/** A program that uses a pool and never closes it: `finish` does a small job, `forever` a long one. */
import {workerPool} from "../../src/pool/worker-pool.ts";
import {spinning, squares} from "./squares-task.ts";

const pool = await workerPool({size: 2});
const parts = await pool.run({task: squares, shared: {factor: 1}, count: 10, chunk: 2});
console.log(parts.flatMap(({values}) => [...values]).reduce((sum, value) => sum + value, 0));
if (process.argv[2] === "forever") await pool.run({task: spinning, shared: null, count: 1000, chunk: 1});
