/** A world that follows the model of the index exactly, for recovery and coverage. */
import type {AbilityInput} from "../../../src/measure/ability/ability-input.ts";
import {stream} from "../../../src/numeric/random.ts";
import {day} from "../../../src/units.ts";

export interface World {
  readonly input: AbilityInput;
  /** True latent ability by model id, in units of the average benchmark's discrimination. */
  readonly ability: ReadonlyMap<string, number>;
  /** True latent (log odds) of every model on every benchmark. */
  readonly latent: (model: string, benchmark: string) => number;
}

export interface WorldSize {
  readonly models: number;
  readonly benchmarks: number;
  /** Share of (model, benchmark) pairs with a result. */
  readonly share: number;
  readonly noise: number;
}

const DOMAINS = ["math", "coding", "knowledge"];

export function simulatedWorld(seed: number, {models: m, benchmarks: b, share, noise}: WorldSize): World {
  const random = stream(seed, 71);
  const labs = Array.from({length: 4}, () => 0.4 * random.normal());
  const models = Array.from({length: m}, (_, i) => ({
    id: i === 0 ? "Claude 3.5 Sonnet" : i === m - 1 ? "GPT-5" : `model ${String(i).padStart(3, "0")}`,
    lab: `lab ${i % 4}`,
    family: `family ${i % 8}`,
    releaseDay: day(19_500 + (900 * i) / m),
    // The anchors are kept apart by the trend, so that the scale is never turned round.
    ability: (3 * (i - m / 2)) / m + labs[i % 4] + 0.3 * random.normal(),
    factor: random.normal(),
  }));
  const benchmarks = Array.from({length: b}, (_, j) => ({
    id: `benchmark ${String(j).padStart(2, "0")}`,
    domain: DOMAINS[j % 3],
    access: j % 2 ? "public" : "private",
    family: `test ${j}`,
    slope: Math.exp(0.3 * random.normal()),
    loading: 0.3 * random.normal(),
    level: random.normal(),
  }));
  const modelOf = new Map(models.map((one) => [one.id, one]));
  const benchmarkOf = new Map(benchmarks.map((one) => [one.id, one]));
  const latent = (model: string, benchmark: string) => {
    const {ability, factor} = modelOf.get(model)!;
    const {slope, loading, level} = benchmarkOf.get(benchmark)!;
    return slope * ability + loading * factor + level;
  };
  const observations = models.flatMap(({id: model}) =>
    benchmarks.flatMap(({id: benchmark}) => {
      const isTaken = random.uniform() < share || benchmark === benchmarks[0].id;
      const p = 1 / (1 + Math.exp(-latent(model, benchmark)));
      const score = p + noise * Math.sqrt(4 * p * (1 - p) + 0.03) * random.normal();
      return isTaken ? [{model, benchmark, score: Math.min(1, Math.max(0, score))}] : [];
    }),
  );
  const meanSlope = benchmarks.reduce((sum, {slope}) => sum + slope, 0) / b;
  const meanLoading = benchmarks.reduce((sum, {loading}) => sum + loading, 0) / b;
  return {
    input: {observations, models, benchmarks},
    ability: new Map(
      models.map(({id, ability, factor}) => [id, ability + (meanLoading / meanSlope) * factor]),
    ),
    latent,
  };
}
