/**
 * Paths of the forces forecast: against the number of paths and months, against a plain loop that keeps every path as
 * objects, and against Squiggle on a model that is far simpler (two lines with noise, no releases, labs or prices).
 *
 *     node bench/what-if.ts
 */
import {pathToFileURL} from "node:url";
import {run as squiggle} from "@quri/squiggle-lang";
import {forcesForecaster} from "../src/forecast/forces/forces-forecaster.ts";
import {particles} from "../src/forecast/forces/particles.ts";
import {lagOn} from "../src/forecast/future-metrics.ts";
import {forecastDays} from "../src/forecast/forecast-calendar.ts";
import {summaryOf} from "../src/forecast/summary/path-summary.ts";
import {effectTask, joinedSums} from "../src/forecast/scenario/effect-sums.ts";
import {point} from "../src/numeric/distribution.ts";
import {workerPool} from "../src/pool/worker-pool.ts";
import {madeGround} from "../test/forecast/forces/made-ground.ts";
import {against, type BenchRow, benchRow, benchTable, processorTime} from "./bench-row.ts";
import {pathsTask, type PathsInput} from "./what-if-task.ts";

const MONTHS = 36;
const ground = madeGround();
const updated = particles(ground, 1);
const forecaster = (months = MONTHS) => forcesForecaster(ground, {seed: 1, months, updated});
/** As the report's own forecast is made: what it does not read is not computed. */
const frontiers = forcesForecaster(ground, {seed: 1, months: MONTHS, updated, follow: "frontiers"});

/** What a script would do: every path as objects, month by month, then sort. */
function plainLoop(paths: number): number[] {
  const days = forecastDays(ground.asOf, MONTHS);
  const made = forecaster();
  const all: {month: number; lag: number; closed: number; open: number}[][] = [];
  for (let i = 0; i < paths; i++) {
    const future = made.future(i);
    const closed = Array.from({length: future.closed.count}, (_, k) => ({
      day: future.closed.days[k],
      ability: future.closed.abilities[k],
    }));
    const open = Array.from({length: future.open.count}, (_, k) => ({
      day: future.open.days[k],
      ability: future.open.abilities[k],
    }));
    all.push(
      days.map((day, month) => ({
        month,
        lag: lagOn(future, day),
        closed: Math.max(...closed.filter((record) => record.day <= day).map(({ability}) => ability)),
        open: Math.max(...open.filter((record) => record.day <= day).map(({ability}) => ability)),
      })),
    );
  }
  return days.flatMap((_, month) => {
    const sorted = all.map((path) => path[month].lag).sort((a, b) => a - b);
    return [0.05, 0.5, 0.95].map((p) => sorted[Math.floor(p * (sorted.length - 1))]);
  });
}

const simple = (months: number): string => `
  pace = 9 to 23
  own = 8 to 22
  List.map(List.upTo(1, ${months}), {|m|
    closed = 166 + pace * m / 12 + normal(0, 2)
    open = 157 + own * m / 12 + normal(0, 2)
    gap = closed - open
    [quantile(gap, 0.05), quantile(gap, 0.5), quantile(gap, 0.95)]
  })`;

async function squiggled(samples: number): Promise<void> {
  const {result} = await squiggle(simple(MONTHS), {
    environment: {sampleCount: samples, xyPointLength: 1000, seed: "1", profile: false},
  });
  if (!result.ok) throw new Error(String(result.value));
}

export async function benchWhatIf(): Promise<{rows: BenchRow[]; megabytes: Record<string, number>}> {
  const one = (paths: number, months = MONTHS) => summaryOf(forecaster(months), ground, {from: 0, to: paths});
  const rows: BenchRow[] = [];
  const timed = (name: string, run: () => unknown, target?: number) =>
    benchRow({name, runs: 5, warmup: 1, run, ...(target === undefined ? {} : {target})});
  const ours = await timed("10,000 paths of 36 months, one thread", () => one(10_000), 300);
  rows.push(against(ours, await timed("the plain loop", () => plainLoop(10_000))));
  rows.push(
    against({...ours, name: "the same"}, await timed("Squiggle on a simpler model", () => squiggled(10_000))),
  );
  rows.push(
    await benchRow({
      name: "10,000 paths of 36 months, processor time",
      runs: 5,
      clock: processorTime,
      run: () => one(10_000),
    }),
  );
  rows.push(
    await timed("10,000 paths of 36 months, frontiers alone", () =>
      summaryOf(frontiers, ground, {from: 0, to: 10_000}),
    ),
  );
  for (const months of [12, 24])
    rows.push(await timed(`10,000 paths of ${months} months, one thread`, () => one(10_000, months)));
  for (const paths of [1_000, 100_000]) {
    rows.push(
      await benchRow({
        name: `${paths.toLocaleString("en-US")} paths of 36 months, one thread`,
        runs: 2,
        run: () => one(paths),
      }),
    );
  }
  const pool = await workerPool({size: 2});
  const shared: PathsInput = {ground, particles: updated, seed: 1, months: MONTHS};
  rows.push(
    await benchRow({
      name: "100,000 paths of 36 months, two threads",
      runs: 3,
      warmup: 1,
      target: 2000,
      run: () => pool.run({task: pathsTask, shared, count: 100_000, chunk: 12_500}),
    }),
  );
  rows.push(
    await benchRow({
      name: "a what-if of 10,000 paths, two threads",
      runs: 3,
      run: async () =>
        joinedSums(
          await pool.run({
            task: effectTask,
            shared: {...shared, levers: [{kind: "copying", amount: point(0.8), from: 6}]},
            count: 10_000,
            chunk: 2_500,
          }),
        ),
    }),
  );
  await pool.close();
  return {rows, megabytes: memory(one)};
}

/** Growth of the process between ten thousand and a hundred thousand paths. */
function memory(one: (paths: number) => unknown): Record<string, number> {
  const megabytes = () => process.memoryUsage().rss / 2 ** 20;
  const grown: Record<string, number> = {};
  for (const paths of [10_000, 100_000]) {
    globalThis.gc?.();
    const before = megabytes();
    one(paths);
    grown[paths] = megabytes() - before;
  }
  return grown;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const {rows, megabytes} = await benchWhatIf();
  console.log(benchTable(rows));
  for (const [paths, grown] of Object.entries(megabytes))
    console.log(`memory grown over ${Number(paths).toLocaleString("en-US")} paths: ${grown.toFixed(0)} MB`);
}
