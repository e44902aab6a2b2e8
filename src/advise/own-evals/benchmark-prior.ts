/**
 * What benchmarks are like, learned from those of the index (empirical Bayes).
 *
 * A benchmark is a row of numbers: log discrimination, loadings on the further factors, log noise, log size of its own
 * departures, level. Their mean over the known benchmarks, shifted towards the benchmarks of the same domain as far as
 * there are any, and their covariance are what is believed of a new one. The level follows from the others by
 * regression and stays normal, so that it can be integrated out.
 */
import type {Domain} from "../../data/catalog.ts";
import type {AbilityFit} from "../../measure/ability/fit-ability.ts";
import {choleskyInPlace, solveFactored, square} from "../../numeric/cholesky.ts";
import type {Random} from "../../numeric/random.ts";
import type {OwnEvalsMethod} from "./own-evals-method.ts";

/** What a new benchmark may be like. */
export interface BenchmarkCandidate {
  /** Discrimination, then loadings [latents]. */
  readonly weights: Float64Array;
  /** Noise at the middle of the score scale, standard deviation. */
  readonly noise: number;
  /** Standard deviation of its own departures, logits, per unit of the departures' covariance. */
  readonly own: number;
  /** Mean and standard deviation of its level, logits. */
  readonly level: number;
  readonly levelSd: number;
}

/** Results of a benchmark below which its numbers are mostly prior. */
const LEAST_RESULTS = 8;
/** Ridge on the covariance, relative to its diagonal. */
const RIDGE = 0.02;

/**
 * @param domain - of the new benchmark; undefined when not said
 */
export function benchmarkCandidates(
  fit: AbilityFit,
  domain: Domain | undefined,
  {candidates, spread, noiseWidening, domainWeight}: OwnEvalsMethod,
  random: Random,
): BenchmarkCandidate[] {
  const known = knownBenchmarks(fit);
  const size = known[0].row.length;
  const centre = meanOf(known.map(({row}) => row));
  const same = known.filter((one) => one.domain === domain).map(({row}) => row);
  const share = same.length / (same.length + domainWeight.value);
  const shifted = same.length === 0 ? centre : centre.map((c, i) => c + share * (meanOf(same)[i] - c));
  const covariance = covarianceOf(known.map(({row}) => row)).map((entry) => entry * spread.value ** 2);

  // The last entry is the level: regress it on the others, draw those.
  const rest = size - 1;
  const factor = square(rest);
  for (let i = 0; i < rest; i++) {
    for (let j = 0; j < rest; j++) factor.values[i * factor.stride + j] = covariance[i * size + j];
    factor.values[i * factor.stride + i] *= 1 + RIDGE;
  }
  choleskyInPlace(factor);
  const cross = Float64Array.from({length: rest}, (_, i) => covariance[rest * size + i]);
  const slopes = solveFactored(factor, cross.slice());
  const levelVariance = covariance[rest * size + rest] - dot(slopes, cross);
  const latents = 1 + fit.ground.layout.factors;
  return Array.from({length: candidates.value}, () => {
    const normal = Float64Array.from({length: rest}, () => random.normal());
    const off = Float64Array.from({length: rest}, (_, i) => {
      let sum = 0;
      for (let k = 0; k <= i; k++) sum += factor.values[i * factor.stride + k] * normal[k];
      return sum;
    });
    const row = off.map((step, i) => shifted[i] + step);
    const weights = row.slice(0, latents);
    weights[0] = Math.exp(weights[0]);
    return {
      weights,
      noise: noiseWidening.value * Math.exp(row[latents]),
      own: Math.exp(row[latents + 1]),
      level: shifted[rest] + dot(slopes, off),
      levelSd: Math.sqrt(levelVariance),
    };
  });
}

/** Numbers of each benchmark of the fit with enough results: log slope, loadings, log noise, log own, level. */
function knownBenchmarks({data, ground, parameters, posterior}: AbilityFit) {
  const {benchmarks, factors, at} = ground.layout;
  const all = data.benchmarks.map((benchmark, b) => {
    let pull = 0;
    for (let i = data.start[b]; i < data.start[b + 1]; i++) pull += posterior.pull[i];
    const loadings = Array.from({length: factors}, (_, k) => parameters[at.loading + k * benchmarks + b]);
    return {
      domain: benchmark.domain,
      results: data.start[b + 1] - data.start[b],
      row: Float64Array.of(
        parameters[at.slope + b],
        ...loadings,
        parameters[at.noise + b],
        parameters[at.own + b],
        ground.levelSd ** 2 * pull,
      ),
    };
  });
  const enough = all.filter(({results}) => results >= LEAST_RESULTS);
  return enough.length > 2 * all[0].row.length ? enough : all;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i], 0);

function meanOf(rows: readonly Float64Array[]): Float64Array {
  return rows[0].map((_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length);
}

function covarianceOf(rows: readonly Float64Array[]): Float64Array {
  const size = rows[0].length;
  const centre = meanOf(rows);
  return Float64Array.from({length: size * size}, (_, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return (
      rows.reduce((sum, row) => sum + (row[i] - centre[i]) * (row[j] - centre[j]), 0) / (rows.length - 1)
    );
  });
}
