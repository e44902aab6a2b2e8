/** One measured time, and how it is printed. */

export interface BenchRow {
  readonly name: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: "ms";
  readonly runs: number;
  /** Not to be exceeded by the median. */
  readonly target?: number;
  /** A plainer way to do the same, timed in the same run; `ratio` is its median over ours. */
  readonly baseline?: {readonly name: string; readonly ratio: number};
}

export interface BenchTask {
  readonly name: string;
  readonly runs: number;
  readonly target?: number;
  /** Runs before the clock starts. */
  readonly warmup?: number;
  readonly run: () => unknown;
  /** Milliseconds since some moment; default: the wall clock. */
  readonly clock?: () => number;
}

/** Milliseconds of processor time of all threads: what a run costs when others use the machine too. */
export function processorTime(): number {
  const {user, system} = process.cpuUsage();
  return (user + system) / 1000;
}

const wallTime = (): number => performance.now();

/** Times a task over and over. */
export async function benchRow({
  name,
  runs,
  target,
  warmup = 0,
  run,
  clock = wallTime,
}: BenchTask): Promise<BenchRow> {
  for (let i = 0; i < warmup; i++) await run();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = clock();
    await run();
    times.push(clock() - start);
  }
  times.sort((a, b) => a - b);
  const middle = times.length >> 1;
  const median = times.length % 2 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
  return {
    name,
    median,
    min: times[0],
    max: times[times.length - 1],
    unit: "ms",
    runs,
    ...(target === undefined ? {} : {target}),
  };
}

/** The row with what a plainer way takes. */
export const against = (row: BenchRow, baseline: BenchRow): BenchRow => ({
  ...row,
  baseline: {name: baseline.name, ratio: baseline.median / row.median},
});

/** A table for people. */
export function benchTable(rows: readonly BenchRow[]): string {
  const number = (value: number) => value.toFixed(value < 100 ? 1 : 0);
  return rows
    .map(({name, median, min, max, unit, runs, target, baseline}) => {
      const goal =
        target === undefined ? "" : `  target ${target} ${unit}: ${median <= target ? "met" : "missed"}`;
      const ratio = baseline ? `  ${comparison(baseline.ratio)} ${baseline.name}` : "";
      return `${name}: ${number(median)} ${unit} (${number(min)} to ${number(max)}, ${runs} runs)${goal}${ratio}`;
    })
    .join("\n");
}

const comparison = (ratio: number): string =>
  ratio >= 1 ? `${ratio.toFixed(1)} x faster than` : `${(1 / ratio).toFixed(1)} x as long as`;
