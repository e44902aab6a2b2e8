/**
 * How long the index takes: the fit, 500 joint bootstrap draws on one and two threads, and the same fit done the plain
 * way. Data: the published snapshot beside the checkout when it is there, else a made-up world of the same size.
 *
 *     node bench/eci.ts [--json]
 */
import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parse} from "csv-parse/sync";
import {eciBootstrap} from "../src/measure/eci/eci-bootstrap.ts";
import {type EciData, type EciRow, eciData} from "../src/measure/eci/eci-data.ts";
import {type EciMethod, eciMethod} from "../src/measure/eci/eci-method.ts";
import {fitEci} from "../src/measure/eci/fit-eci.ts";
import {stream} from "../src/numeric/random.ts";
import {workerPool} from "../src/pool/worker-pool.ts";
import {against, type BenchRow, benchRow, benchTable, processorTime} from "./bench-row.ts";
import {denseFit} from "./dense-levenberg.ts";

const snapshot = new URL("../../shared/reference/eci_benchmarks.2026-08-11.csv", import.meta.url);

export async function benchEci(): Promise<BenchRow[]> {
  const {name, data, method} = existsSync(snapshot) ? published() : madeUp();
  const size = `${data.models.length} models, ${data.benchmarks.length} benchmarks, ${data.performance.length} results`;
  const cold = await benchRow({
    name: `ECI fit, cold (${name}: ${size})`,
    runs: 1,
    run: () => fitEci(data, method),
  });
  const warm = await benchRow({
    name: "ECI fit, warm",
    runs: 15,
    warmup: 10,
    target: 50,
    run: () => fitEci(data, method),
  });
  const fit = fitEci(data, method);
  const dense = await benchRow({
    name: "dense Levenberg-Marquardt",
    runs: 3,
    run: () => denseFit(data, fit.reference, method.clip.value, method.penalty.value),
  });
  const rows = [cold, against(warm, dense), dense];
  for (const workers of [1, 2]) {
    rows.push(
      await benchRow({
        name: `ECI bootstrap, 500 joint draws, ${workers} ${workers === 1 ? "worker" : "workers"}, their start included`,
        runs: 3,
        ...(workers === 2 ? {target: 6000} : {}),
        run: async () => {
          const pool = await workerPool({size: workers});
          await eciBootstrap(fit, {seed: 1, draws: 500, run: pool.run});
          await pool.close();
        },
      }),
    );
  }
  rows.push(
    await benchRow({
      name: "ECI bootstrap, 500 joint draws, processor time in one thread",
      runs: 3,
      clock: processorTime,
      run: () => eciBootstrap(fit, {seed: 1, draws: 500}),
    }),
  );
  return rows;
}

interface Workload {
  readonly name: string;
  readonly data: EciData;
  readonly method: EciMethod;
}

function published(): Workload {
  const rows: Record<string, string>[] = parse(readFileSync(snapshot), {columns: true});
  const data = eciData(
    rows.map((row) => ({
      // The groups that fix the scale are published under their plain names, like every group.
      model: row.model_group,
      benchmark: row.benchmark,
      performance: Number(row.performance),
    })),
  );
  return {name: "Epoch AI, August 2026", data, method: eciMethod};
}

/** 222 models and 57 benchmarks with one result in six, drawn from the model of the index. */
function madeUp(): Workload {
  const random = stream(1, 1);
  const ability = Array.from({length: 222}, () => 1.2 * random.normal());
  const curves = Array.from({length: 57}, () => ({
    difficulty: random.normal(),
    slope: Math.exp(0.4 * random.normal()),
  }));
  const rows: EciRow[] = [];
  for (const [m, c] of ability.entries()) {
    for (const [b, {difficulty, slope}] of curves.entries()) {
      if (random.uniform() > 0.18 && b > 3) continue;
      const curve = 1 / (1 + Math.exp(-slope * (c - difficulty)));
      rows.push({
        model: `m${m}`,
        benchmark: `b${b}`,
        performance: Math.min(1, Math.max(0, curve + 0.07 * random.normal())),
      });
    }
  }
  const [low, high] = ability[0] < ability[1] ? ["m0", "m1"] : ["m1", "m0"];
  const method: EciMethod = {
    ...eciMethod,
    referenceBenchmark: {...eciMethod.referenceBenchmark, value: ["b0"]},
    lowAnchor: {...eciMethod.lowAnchor, value: {ids: [low], value: 130}},
    highAnchor: {...eciMethod.highAnchor, value: {ids: [high], value: 150}},
  };
  return {name: "made-up world", data: eciData(rows), method};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const rows = await benchEci();
  console.log(process.argv.includes("--json") ? JSON.stringify(rows, null, 2) : benchTable(rows));
}
