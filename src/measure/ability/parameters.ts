/**
 * The unknowns that are estimated rather than averaged over, as one vector, and what is believed of them beforehand.
 *
 * In order: log standard deviation of each component of likeness; log discrimination per benchmark; loadings of each
 * further factor [factors x benchmarks]; log noise and log size of the own departures per benchmark; log of the typical
 * noise. Discriminations and loadings of benchmarks of one domain, and of one family, are expected to resemble each
 * other; that is what makes a benchmark with five results usable.
 */
import {choleskyInPlace, inverseOfFactored, type Square, square} from "../../numeric/cholesky.ts";
import type {AbilityBenchmark, AbilityData} from "./ability-input.ts";
import type {AbilityMethod, Likeness, Quantity} from "./ability-method.ts";

export interface Component {
  readonly of: Quantity;
  readonly likeness: Likeness;
}

export interface Layout {
  readonly components: readonly Component[];
  readonly benchmarks: number;
  readonly factors: number;
  /** Offsets into the vector. */
  readonly at: {
    readonly slope: number;
    readonly loading: number;
    readonly noise: number;
    readonly own: number;
    readonly typicalNoise: number;
  };
  readonly length: number;
  /** Inverse of the expected correlation of two benchmarks' slopes and loadings [benchmarks x benchmarks]. */
  readonly resemblance: Square;
}

export function layoutOf({benchmarks}: Pick<AbilityData, "benchmarks">, method: AbilityMethod): Layout {
  const components = method.likeness.value.map(({of, likeness}) => ({of, likeness}));
  const size = benchmarks.length;
  const factors = method.factors.value;
  const slope = components.length;
  const loading = slope + size;
  const noise = loading + factors * size;
  const own = noise + size;
  const typicalNoise = own + size;
  return {
    components,
    benchmarks: size,
    factors,
    at: {slope, loading, noise, own, typicalNoise},
    length: typicalNoise + 1,
    resemblance: inverseResemblance(benchmarks, method),
  };
}

/** Discriminations 1, typical noise, likeness as learned elsewhere; loadings as given [factors x benchmarks]. */
export function startParameters(layout: Layout, method: AbilityMethod, loadings: Float64Array): Float64Array {
  const {at} = layout;
  const x = new Float64Array(layout.length);
  for (const [i, {sd}] of method.likeness.value.entries()) x[i] = Math.log(sd);
  x.set(loadings, at.loading);
  x.fill(Math.log(method.typicalNoise.value), at.noise, at.own);
  x[at.typicalNoise] = Math.log(method.typicalNoise.value);
  return x;
}

/**
 * Minus the log prior density of the parameters, up to a constant. Adds its gradient to `gradient`.
 */
export function parameterPenalty(
  x: Float64Array,
  layout: Layout,
  method: AbilityMethod,
  gradient: Float64Array,
): number {
  const {at, benchmarks: size, factors} = layout;
  let penalty = 0;
  const pull = (i: number, centre: number, sd: number) => {
    const off = (x[i] - centre) / sd;
    penalty += 0.5 * off * off;
    gradient[i] += off / sd;
    return off / sd;
  };
  for (const [i, {sd}] of method.likeness.value.entries()) pull(i, Math.log(sd), method.likenessSd.value);
  for (let b = 0; b < size; b++) {
    gradient[at.typicalNoise] -= pull(at.noise + b, x[at.typicalNoise], method.noiseSd.value);
    pull(at.own + b, 0, method.ownSd.value);
  }
  const {stride, values} = layout.resemblance;
  for (let row = 0; row <= factors; row++) {
    const offset = row === 0 ? at.slope : at.loading + (row - 1) * size;
    const sd = row === 0 ? method.slopeSd.value : method.loadingSd.value;
    for (let b = 0; b < size; b++) {
      let sum = 0;
      for (let c = 0; c < size; c++) sum += values[b * stride + c] * x[offset + c];
      penalty += (0.5 * x[offset + b] * sum) / sd ** 2;
      gradient[offset + b] += sum / sd ** 2;
    }
  }
  return penalty;
}

/** Weight of each latent of a model in each benchmark: row 0 discriminations, then loadings [(1 + factors) x benchmarks]. */
export function weightsOf(x: Float64Array, {at, benchmarks, factors}: Layout): Float64Array {
  const weights = x.slice(at.slope, at.loading + factors * benchmarks);
  for (let b = 0; b < benchmarks; b++) weights[b] = Math.exp(weights[b]);
  return weights;
}

function inverseResemblance(benchmarks: readonly AbilityBenchmark[], method: AbilityMethod): Square {
  const {domain, family} = method.resemblance.value;
  const matrix = square(benchmarks.length);
  for (const [b, one] of benchmarks.entries()) {
    for (const [c, other] of benchmarks.entries()) {
      const share = (one.domain === other.domain ? domain : 0) + (one.family === other.family ? family : 0);
      matrix.values[b * matrix.stride + c] = b === c ? 1 : share;
    }
  }
  return inverseOfFactored(choleskyInPlace(matrix));
}
