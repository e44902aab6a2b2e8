/** METHOD's table of hold-out errors, from the file that `npm run bench:holdout -- --json` wrote. */

interface MeasuredSet {
  readonly name: string;
  readonly splits: number;
  readonly predicted: number;
  readonly meanAbsoluteError: Readonly<Record<string, number>>;
  readonly coverage: number;
  readonly width: number;
}

export interface HoldoutRun {
  readonly seed?: number;
  readonly level: number;
  readonly sets: readonly MeasuredSet[];
}

/** One row per method, one column per set of splits, then coverage and width of lagline's intervals. */
export function holdoutTable({seed, level, sets}: HoldoutRun): string {
  const methods = Object.keys(sets[0].meanAbsoluteError);
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    "Hidden results predicted from the visible ones, on Epoch's snapshot of 2026-08-11 (222 models, 57 benchmarks, 2,249",
    `results); mean absolute error in points of 100${seed === undefined ? "" : `; splits from seed ${seed}, never used while the index was being chosen`}.`,
    "`npm run bench:holdout` prints it anew; `--scores` and `--splits` take others.",
    "",
    row(["", ...sets.map(({name, splits, predicted}) => `${name} (${splits} splits, ${predicted} results)`)]),
    row(["---", ...sets.map(() => "--:")]),
    ...methods.map((method) => row([method, ...sets.map((set) => set.meanAbsoluteError[method].toFixed(2))])),
    row([
      `lagline's ${Math.round(100 * level)}% intervals hold`,
      ...sets.map(({coverage}) => `${(100 * coverage).toFixed(1)}%`),
    ]),
    row(["their mean width, points", ...sets.map(({width}) => width.toFixed(1))]),
  ].join("\n");
}
