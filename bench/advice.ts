/**
 * The advice for ten workloads against every priced option in 10,000 joint draws, beside a plain program for the same
 * decision in the same run: it keeps an object per option and draw, and sorts.
 *
 *     node bench/advice.ts
 *
 * Facts, abilities and futures are read before the clock starts; the first time, the index is fitted.
 */
import {readFileSync} from "node:fs";
import {fileURLToPath, pathToFileURL} from "node:url";
import {type AdviceInput, advise} from "../src/advise/advise.ts";
import {costDraws} from "../src/advise/cost/cost-draws.ts";
import {fieldOf} from "../src/advise/decision/contenders.ts";
import {horizonOf} from "../src/advise/decision/horizon.ts";
import type {Portfolio, Workload} from "../src/advise/portfolio/portfolio.ts";
import {readPortfolio} from "../src/advise/portfolio/read-portfolio.ts";
import {normalPool} from "../src/advise/quality/normal-pool.ts";
import {adviceInput} from "../src/pipeline/advice/advice-answer.ts";
import {adviceSource} from "../src/pipeline/advice/advice-from.ts";
import {measureRun} from "../src/pipeline/run-keys.ts";
import {defaultOptions, fileCache, pricedCatalogFor, reportFor} from "../src/pipeline.ts";
import {against, type BenchRow, benchRow, benchTable, processorTime} from "./bench-row.ts";

const SHIPPED = ["coding-agent-startup", "eu-bank", "support-automation"] as const;
const TARGET = 2000;

/** The nine workloads that ship, and the first once more for a batch. */
async function tenWorkloads(): Promise<Portfolio> {
  const catalog = await pricedCatalogFor(defaultOptions);
  const shipped = SHIPPED.map((name) => {
    const path = fileURLToPath(new URL(`../portfolios/${name}.yaml`, import.meta.url));
    return readPortfolio({path, bytes: readFileSync(path)}, catalog);
  });
  const nine = shipped.flatMap(({workloads}) => workloads);
  const tenth: Workload = {...nine[0]!, id: "overnight", name: "Overnight", latency: "batch"};
  return {...shipped[0]!, workloads: [...nine, tenth]};
}

async function tenAsked(): Promise<AdviceInput> {
  const effects = {cache: fileCache(process.env), progress: () => {}, workers: 1};
  const report = await reportFor(defaultOptions, effects);
  const path = fileURLToPath(new URL("../portfolios/support-automation.yaml", import.meta.url));
  const ask = {file: {path, bytes: readFileSync(path)}, own: () => ({kept: [], aliases: new Map()})};
  const source = await adviceSource(report, defaultOptions, measureRun(defaultOptions), ask, effects);
  return adviceInput({...source, portfolio: await tenWorkloads()});
}

/** What a script would do: an object per option and draw, every draw sorted for its best, every option for its interval. */
function plainDecision({portfolio, options, quality, selfhost, on, seed, drawCount}: AdviceInput): unknown[] {
  const costs = costDraws(selfhost, {on, seed, drawCount});
  const run = {seed, drawCount, normals: normalPool(seed)};
  return portfolio.workloads.map((workload) => {
    const horizon = horizonOf(workload, portfolio);
    const {contenders} = fieldOf(workload, options.options, horizon, {ground: quality, costs, run});
    const {tasksPerYear, years} = horizon;
    const draws = contenders.map(({option, success, perTask, perYear}) =>
      Array.from(success, (share, d) => ({
        option: option.id,
        value:
          tasksPerYear *
            ((workload.valueOfSuccess + workload.costOfFailure) * share - workload.costOfFailure) -
          (perYear ? perYear[d]! : perTask! * tasksPerYear) -
          workload.switchingCost / years,
      })),
    );
    const wins = new Map<string, number>();
    for (let d = 0; d < drawCount; d++) {
      const [best] = draws.map((own) => own[d]!).sort((a, b) => b.value - a.value);
      wins.set(best!.option, (wins.get(best!.option) ?? 0) + 1);
    }
    return draws.map((own) => {
      const sorted = own.map(({value}) => value).sort((a, b) => a - b);
      const expected = sorted.reduce((sum, value) => sum + value, 0) / drawCount;
      return {
        option: own[0]!.option,
        expected,
        low: sorted[Math.floor(0.05 * drawCount)],
        high: sorted[Math.ceil(0.95 * drawCount) - 1],
        best: (wins.get(own[0]!.option) ?? 0) / drawCount,
      };
    });
  });
}

export async function benchAdvice(): Promise<{rows: BenchRow[]; options: number}> {
  const input = await tenAsked();
  const ours = await benchRow({
    name: "advice for ten workloads, 10,000 draws, one thread",
    runs: 5,
    warmup: 1,
    target: TARGET,
    run: () => advise(input),
  });
  const processor = await benchRow({
    name: "the same, processor time",
    runs: 3,
    clock: processorTime,
    run: () => advise(input),
  });
  const plain = await benchRow({
    name: "a plain program for the decision alone",
    runs: 1,
    run: () => plainDecision(input),
  });
  return {rows: [against(ours, plain), processor], options: input.options.options.length};
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const {rows, options} = await benchAdvice();
  console.log(benchTable(rows));
  console.log(`options: ${options}`);
}
