/**
 * Test of own evals: hide a benchmark, reveal some models' results on it, predict the others'.
 *
 *   npm run bench:evals [-- --set tuning|reported --repeats N --json]
 *
 * Progress goes to stderr, results to stdout. Every family of tests counts once, however many editions it has.
 */
import {parseArgs} from "node:util";
import {indexWorld} from "../src/advise/own-evals/index-world.ts";
import {type OwnEvalsMethod, ownEvalsMethod} from "../src/advise/own-evals/own-evals-method.ts";
import {successDraws} from "../src/advise/own-evals/success-draws.ts";
import type {Domain} from "../src/data/catalog.ts";
import {InputError} from "../src/errors.ts";
import {mean, quantiles, standardDeviation} from "../src/numeric/quantile.ts";
import {type Random, stream} from "../src/numeric/random.ts";
import {laglineLatents} from "../src/pipeline/lagline-fit.ts";
import {catalogFor, defaultOptions, fileCache} from "../src/pipeline.ts";
import {overallIndex} from "./overall-index.ts";
import {type Fold, folds, type FoldSet} from "./own-evals-folds.ts";

const REVEALED = [0, 1, 3, 5, 8, 12] as const;
const METHODS = ["lagline", "overall index", "line through the results"] as const;
type Method = (typeof METHODS)[number];
const SEED = 20261126;
const DRAWS = 400;
/** Items that stand for a published result without a stated error: its noise is learned with the benchmark's. */
const MANY_ITEMS = 1e6;

/** One reveal of one benchmark. */
interface Trial {
  readonly family: string;
  readonly benchmark: string;
  readonly revealed: number;
  /** Mean absolute error over the hidden results, points of 100. */
  readonly error: Readonly<Record<Method, number>>;
  /** Score lost by running the hidden model with the highest prediction instead of the best hidden one, points. */
  readonly regret: Readonly<Record<Method, number>>;
  /** Share of pairs of hidden models that are put in the wrong order; ties in the prediction count half. */
  readonly misordered: Readonly<Record<Method, number>>;
  readonly covered: number;
  readonly width: number;
}

export interface RevealScore {
  readonly revealed: number;
  readonly error: Readonly<Record<Method, number>>;
  readonly regret: Readonly<Record<Method, number>>;
  readonly misordered: Readonly<Record<Method, number>>;
  readonly coverage: number;
  /** Standard error of the coverage, families taken as the units. */
  readonly coverageError: number;
  readonly width: number;
}

export function* trials(fold: Fold, repeats: number, method: OwnEvalsMethod): Generator<Trial> {
  const {fit, hidden, results} = fold;
  const world = indexWorld(fit, laglineLatents(fit, SEED, DRAWS));
  const index = overallIndex(fit);
  const at = new Map(world.models.map((id, m) => [id, m]));
  const domainOf = new Map([...results.keys()].map((id) => [id, domainOfBenchmark(fold, id)]));
  let trial = 0;
  for (const [family, benchmarks] of hidden) {
    for (const benchmark of benchmarks) {
      const rows = oneEach(results.get(benchmark)!);
      const domain = domainOf.get(benchmark) as Domain;
      for (let repeat = 0; repeat < repeats; repeat++) {
        const order = shuffled(rows, stream(SEED, ++trial));
        for (const revealed of REVEALED) {
          if (repeat > 0 && revealed === 0) continue;
          const shown = order.slice(0, revealed);
          const wanted = order.slice(revealed).map((row) => ({...row, at: at.get(row.model)!}));
          const own = {
            id: benchmark,
            domain,
            results: shown.map(({model, score, stderr}) => ({
              model,
              score,
              items: stderr ? Math.max(1, (score * (1 - score)) / stderr ** 2) : MANY_ITEMS,
            })),
          };
          const success = successDraws(fit, world, own, method, (draw) => stream(SEED, trial, draw));
          const size = world.models.length;
          const ends = wanted.map(({at: m}) =>
            quantiles(
              Float64Array.from({length: DRAWS}, (_, d) => success.draws[d * size + m]),
              [(1 - method.intervalLevel.value) / 2, (1 + method.intervalLevel.value) / 2],
            ),
          );
          const {shrunk, plain} = index.predicted(
            shown.map(({model, score}) => ({model: at.get(model)!, score})),
            wanted.map(({at: m}) => m),
            domain,
          );
          const predicted: Record<Method, readonly number[]> = {
            lagline: wanted.map(({at: m}) => success.typical[m]),
            "overall index": shrunk,
            "line through the results": plain,
          };
          yield {
            family,
            benchmark,
            revealed,
            error: byMethod(
              (name) => 100 * mean(wanted.map(({score}, i) => Math.abs(predicted[name][i] - score))),
            ),
            regret: byMethod((name) => {
              const best = predicted[name].indexOf(Math.max(...predicted[name]));
              return 100 * (Math.max(...wanted.map(({score}) => score)) - wanted[best].score);
            }),
            misordered: byMethod((name) =>
              misordered(
                predicted[name],
                wanted.map(({score}) => score),
              ),
            ),
            covered: mean(wanted.map(({score}, i) => (score >= ends[i][0] && score <= ends[i][1] ? 1 : 0))),
            width: 100 * mean(ends.map(([low, high]) => high - low)),
          };
        }
      }
    }
  }
}

/** Means over reveals of a benchmark, then over benchmarks of a family, then over families. */
export function revealScores(all: readonly Trial[]): RevealScore[] {
  return REVEALED.map((revealed) => {
    const some = all.filter((trial) => trial.revealed === revealed);
    const families = [...new Set(some.map(({family}) => family))];
    const byFamily = (of: (trial: Trial) => number) =>
      families.map((family) => {
        const own = some.filter((trial) => trial.family === family);
        const benchmarks = [...new Set(own.map(({benchmark}) => benchmark))];
        return mean(benchmarks.map((id) => mean(own.filter(({benchmark}) => benchmark === id).map(of))));
      });
    const average = (of: (trial: Trial) => number) => mean(byFamily(of));
    return {
      revealed,
      error: byMethod((name) => average(({error}) => error[name])),
      regret: byMethod((name) => average(({regret}) => regret[name])),
      misordered: byMethod((name) => average((trial) => trial.misordered[name])),
      coverage: average(({covered}) => covered),
      coverageError: standardDeviation(byFamily(({covered}) => covered)) / Math.sqrt(families.length),
      width: average(({width}) => width),
    };
  });
}

function misordered(predicted: readonly number[], scores: readonly number[]): number {
  let [wrong, pairs] = [0, 0];
  for (let i = 0; i < scores.length; i++) {
    for (let j = 0; j < i; j++) {
      if (scores[i] === scores[j]) continue;
      pairs++;
      const agreed = (predicted[i] - predicted[j]) * (scores[i] - scores[j]);
      wrong += agreed < 0 ? 1 : agreed === 0 ? 0.5 : 0;
    }
  }
  return pairs === 0 ? 0 : wrong / pairs;
}

const domainOfBenchmark = (fold: Fold, id: string): string => fold.domains.get(id)!;

function oneEach<Row extends {readonly model: string; readonly score: number}>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.model, row])).values()];
}

function shuffled<Row>(rows: readonly Row[], random: Random): Row[] {
  const order = [...rows];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function byMethod(of: (method: Method) => number): Record<Method, number> {
  return Object.fromEntries(METHODS.map((name) => [name, of(name)])) as Record<Method, number>;
}

async function main(): Promise<void> {
  const {values} = parseArgs({
    options: {
      set: {type: "string", default: "reported"},
      repeats: {type: "string", default: "5"},
      spread: {type: "string"},
      domain: {type: "string"},
      candidates: {type: "string"},
      json: {type: "boolean", default: false},
    },
  });
  if (values.set !== "tuning" && values.set !== "reported")
    throw new InputError("invalid", `set: ${values.set}; tuning or reported was expected`);
  const method = {
    ...ownEvalsMethod,
    ...(values.spread ? {spread: {...ownEvalsMethod.spread, value: Number(values.spread)}} : {}),
    ...(values.domain ? {domainWeight: {...ownEvalsMethod.domainWeight, value: Number(values.domain)}} : {}),
    ...(values.candidates
      ? {candidates: {...ownEvalsMethod.candidates, value: Number(values.candidates)}}
      : {}),
  };
  const {catalog} = await catalogFor(defaultOptions);
  const all: Trial[] = [];
  const set: FoldSet = values.set;
  for (const fold of folds(catalog, [set], {cache: fileCache(process.env), progress: () => {}})) {
    for (const trial of trials(fold, Number(values.repeats), method)) all.push(trial);
    process.stderr.write(`${[...fold.hidden.keys()].join(", ")}: done\n`);
  }
  const scores = revealScores(all);
  const families = new Set(all.map(({family}) => family)).size;
  const benchmarks = new Set(all.map(({benchmark}) => benchmark)).size;
  if (values.json)
    console.log(
      JSON.stringify({set, families, benchmarks, repeats: Number(values.repeats), scores}, null, 2),
    );
  else
    for (const {revealed, error, regret, misordered: wrong, coverage, coverageError, width} of scores)
      console.log(
        `k=${String(revealed).padStart(2)}  ${METHODS.map((name) => `${name} ${error[name].toFixed(2)} (regret ${regret[name].toFixed(2)}, misordered ${(100 * wrong[name]).toFixed(1)}%)`).join("  ")}  ratio ${(error.lagline / error["overall index"]).toFixed(3)} coverage ${(100 * coverage).toFixed(1)}% ± ${(100 * coverageError).toFixed(1)} width ${width.toFixed(1)}`,
      );
}

await main();
