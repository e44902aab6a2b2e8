/**
 * Hold-out test of the ability index: hide results, predict them, compare.
 *
 *   npm run bench:holdout [-- --scores FILE --splits FILE --seed N --json]
 *
 * FILE of scores: Epoch's benchmark snapshot columns. FILE of splits: CSV `split,row_id`, the rows hidden in each split
 * (row_id is the scores file's column, else the position of the row from 0). Without it, five random splits and eleven
 * temporal ones are made. Progress goes to stderr, results to stdout.
 */
import {existsSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parseArgs} from "node:util";
import {InputError} from "../src/errors.ts";
import {abilityMethod} from "../src/measure/ability/ability-method.ts";
import {fitAbility} from "../src/measure/ability/fit-ability.ts";
import {predictScores} from "../src/measure/ability/predict.ts";
import {stream} from "../src/numeric/random.ts";
import {
  predictable,
  randomSplits,
  type Split,
  type SplitSet,
  splitsFromFile,
  temporalSplits,
} from "./holdout-splits.ts";
import {eciPrediction, meanPrediction, type Prediction, rankTwoPrediction} from "./rivals.ts";
import {readSnapshot, type Snapshot} from "./snapshot.ts";

const REFERENCE = "../../shared/reference/eci_benchmarks.2026-08-11.csv";
/** Never used while the index was being chosen. */
const REPORTED_SEED = 20261123;
const RANDOM_SPLITS = 5;
const HIDDEN_SHARE = 0.1;
/** Days after a cut-off in which the models to predict are released. */
const WINDOW = 90;
/** Every third month from 2023-12 to 2026-06. */
const CUT_OFFS = Array.from({length: 11}, (_, k) => {
  const month = 11 + 3 * k;
  const name = `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  return {name, day: Date.parse(`${name}T00:00:00Z`) / 86_400_000};
});
const METHODS = ["lagline", "ECI", "rank 2", "benchmark mean"] as const;
type Method = (typeof METHODS)[number];

interface SplitScore {
  readonly split: string;
  readonly fitted: number;
  readonly predicted: number;
  /** Hidden rows whose model or benchmark has no visible row. */
  readonly unpredictable: number;
  /** Sums over predicted rows, points of 100. */
  readonly error: Readonly<Record<Method, number>>;
  readonly covered: number;
  readonly width: number;
}

interface SetScore {
  readonly name: string;
  readonly splits: number;
  readonly predicted: number;
  readonly unpredictable: number;
  /** Mean absolute error over all predicted rows, points of 100. */
  readonly meanAbsoluteError: Readonly<Record<Method, number>>;
  /** Share of predicted rows inside lagline's interval, and its mean width in points of 100. */
  readonly coverage: number;
  readonly width: number;
  readonly perSplit: readonly {
    readonly split: string;
    readonly predicted: number;
    readonly lagline: number;
    readonly ECI: number;
  }[];
}

function main(): void {
  const {values} = parseArgs({
    options: {
      scores: {type: "string"},
      splits: {type: "string"},
      seed: {type: "string", default: String(REPORTED_SEED)},
      json: {type: "boolean", default: false},
    },
  });
  const scores = values.scores ?? fileURLToPath(new URL(REFERENCE, import.meta.url));
  if (values.scores === undefined && !existsSync(scores))
    throw new InputError(
      "missing",
      `scores file: ${scores}; --scores FILE with Epoch's benchmark columns was expected`,
    );
  const seed = Number(values.seed);
  if (!Number.isInteger(seed))
    throw new InputError("invalid", `seed: ${values.seed}; an integer was expected`);
  const snapshot = readSnapshot(scores);
  const sets: SplitSet[] = values.splits
    ? [splitsFromFile(snapshot, values.splits)]
    : [
        randomSplits(snapshot, {count: RANDOM_SPLITS, share: HIDDEN_SHARE, random: stream(seed)}),
        temporalSplits(snapshot, {cutOffs: CUT_OFFS, window: WINDOW}),
      ];
  const results = sets.map((set) => setScore(snapshot, set));
  const level = abilityMethod.intervalLevel.value;
  if (values.json) {
    console.log(JSON.stringify({scores, ...(values.splits ? {} : {seed}), level, sets: results}, null, 2));
    return;
  }
  console.log(`scores: ${scores}`);
  if (!values.splits) console.log(`random splits from seed ${seed}`);
  for (const result of results) console.log(`\n${table(result, level)}`);
}

function setScore(snapshot: Snapshot, {name, splits}: SplitSet): SetScore {
  const scored = splits.map((split) => splitScore(snapshot, split));
  const total = (of: (score: SplitScore) => number) => scored.reduce((sum, score) => sum + of(score), 0);
  const predicted = total((score) => score.predicted);
  if (predicted === 0)
    throw new InputError("insufficient", `predictable rows of ${name}: 0; at least one was expected`);
  return {
    name,
    splits: scored.length,
    predicted,
    unpredictable: total((score) => score.unpredictable),
    meanAbsoluteError: byMethod((method) => total((score) => score.error[method]) / predicted),
    coverage: total((score) => score.covered) / predicted,
    width: total((score) => score.width) / predicted,
    perSplit: scored.map(({split, predicted: rows, error}) => ({
      split,
      predicted: rows,
      lagline: error.lagline / Math.max(1, rows),
      ECI: error.ECI / Math.max(1, rows),
    })),
  };
}

function splitScore(snapshot: Snapshot, full: Split): SplitScore {
  const {name, known, hidden} = predictable(snapshot, full);
  const visible = known.map((i) => snapshot.rows[i]);
  const cells = hidden.map((i) => snapshot.rows[i]);
  const started = performance.now();
  const fit = fitAbility(
    {
      observations: visible.map(({model, benchmark, score}) => ({model, benchmark, score})),
      models: snapshot.models,
      benchmarks: snapshot.benchmarks,
    },
    abilityMethod,
  );
  const predictions = predictScores(fit, cells);
  const rivals: Record<Exclude<Method, "lagline">, Prediction> = {
    ECI: eciPrediction(visible),
    "rank 2": rankTwoPrediction(visible),
    "benchmark mean": meanPrediction(visible),
  };
  const points = (miss: (cell: number) => number) =>
    100 * cells.reduce((sum, _, i) => sum + Math.abs(miss(i)), 0);
  const score: SplitScore = {
    split: name,
    fitted: known.length,
    predicted: cells.length,
    unpredictable: full.hidden.length - hidden.length,
    error: byMethod((method) =>
      points(
        (i) => (method === "lagline" ? predictions[i].median : rivals[method](cells[i])) - cells[i].score,
      ),
    ),
    covered: cells.filter(({score: y}, i) => y >= predictions[i].low && y <= predictions[i].high).length,
    width: points((i) => predictions[i].high - predictions[i].low),
  };
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const rows = Math.max(1, cells.length);
  process.stderr.write(
    `${name}: ${cells.length} of ${known.length + cells.length} rows, lagline ${(score.error.lagline / rows).toFixed(2)}, ECI ${(score.error.ECI / rows).toFixed(2)} (${seconds} s)\n`,
  );
  return score;
}

function byMethod(of: (method: Method) => number): Record<Method, number> {
  return Object.fromEntries(METHODS.map((method) => [method, of(method)])) as Record<Method, number>;
}

function table(
  {name, splits, predicted, unpredictable, meanAbsoluteError, coverage, width}: SetScore,
  level: number,
): string {
  const skipped =
    unpredictable > 0 ? `; ${unpredictable} more have no visible row of their model or benchmark` : "";
  return [
    `${name}: ${splits} splits, ${predicted} results predicted${skipped}`,
    ...METHODS.map(
      (method) =>
        `  ${method.padEnd(16)} mean absolute error ${meanAbsoluteError[method].toFixed(2).padStart(6)} points of 100`,
    ),
    `  lagline's ${100 * level}% intervals cover ${(100 * coverage).toFixed(1)}%, mean width ${width.toFixed(1)} points`,
  ].join("\n");
}

try {
  main();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
