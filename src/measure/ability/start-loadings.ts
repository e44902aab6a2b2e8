/**
 * Where the search for factors begins: the leading patterns in what additive effects leave of the logits.
 *
 * Model and benchmark effects are fitted by damped alternating means, then each pattern by power iteration, one after
 * the other. Nothing is drawn, so the fit does not hang on a seed; the order of models cannot matter either.
 */
import type {AbilityData} from "./ability-input.ts";

const SWEEPS = 30;
/** Counts as this many results of zero, so that a model with two results does not lead a pattern. */
const DAMPING = 2;
/** Root mean square of the loadings at the start. */
const SIZE = 0.3;

/** @returns [factors x benchmarks] */
export function startLoadings(data: AbilityData, latent: Float64Array, factors: number): Float64Array {
  const {models, benchmarks, model, years} = data;
  const benchmark = benchmarkOfResult(data);
  const residual = additiveResidual(data, benchmark, latent);
  const loadings = new Float64Array(factors * benchmarks.length);
  for (let k = 0; k < factors; k++) {
    // Powers of the release date differ from each other whatever the data, which is all a start needs.
    let pattern = years.map((year) => Math.cos((k + 1) * year));
    let loading = new Float64Array(benchmarks.length);
    for (let sweep = 0; sweep < SWEEPS; sweep++) {
      loading = regressed(residual, benchmark, model, pattern, benchmarks.length);
      pattern = regressed(residual, model, benchmark, loading, models.length);
      const scale = rootMeanSquare(pattern) || 1;
      pattern = pattern.map((entry) => entry / scale);
    }
    for (let i = 0; i < residual.length; i++) residual[i] -= loading[benchmark[i]] * pattern[model[i]];
    const scale = SIZE / (rootMeanSquare(loading) || 1);
    loadings.set(
      loading.map((entry) => entry * scale),
      k * benchmarks.length,
    );
  }
  return loadings;
}

/** Benchmark of each result [results]. */
export function benchmarkOfResult({start, model}: Pick<AbilityData, "start" | "model">): Int32Array {
  const benchmark = new Int32Array(model.length);
  for (let b = 0; b + 1 < start.length; b++) benchmark.fill(b, start[b], start[b + 1]);
  return benchmark;
}

function additiveResidual(
  {models, benchmarks, model}: AbilityData,
  benchmark: Int32Array,
  latent: Float64Array,
): Float64Array {
  const residual = latent.slice();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const {index, size} of [
      {index: benchmark, size: benchmarks.length},
      {index: model, size: models.length},
    ]) {
      const ones = new Float64Array(Math.max(models.length, benchmarks.length)).fill(1);
      const effect = regressed(residual, index, index, ones, size);
      for (let i = 0; i < residual.length; i++) residual[i] -= effect[index[i]];
    }
  }
  return residual;
}

/** Damped regression of the residual on `by[other]`, group by group. */
function regressed(
  residual: Float64Array,
  group: Int32Array,
  other: Int32Array,
  by: Float64Array,
  size: number,
): Float64Array<ArrayBuffer> {
  const top = new Float64Array(size);
  const bottom = new Float64Array(size).fill(DAMPING);
  for (let i = 0; i < residual.length; i++) {
    top[group[i]] += residual[i] * by[other[i]];
    bottom[group[i]] += by[other[i]] ** 2;
  }
  return top.map((sum, g) => sum / bottom[g]);
}

const rootMeanSquare = (values: Float64Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length));
