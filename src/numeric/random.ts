/**
 * Seeded random streams: same seed, same numbers, on any machine and with any number of workers.
 *
 * The generator is xoshiro128** (Blackman & Vigna 2018, https://prng.di.unimi.it/), seeded through SplitMix32.
 * A stream is named by a seed and a path of integers (`stream(seed, draw)`), so that each draw owns its numbers
 * and the order in which draws are computed cannot matter.
 */
import {log} from "./elementary.ts";

export interface Random {
  /** Uniform on [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal, Marsaglia's polar method. */
  normal(): number;
  /** Uniform integer from 0 to n - 1. */
  below(n: number): number;
}

function mixer(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
}

/**
 * The random stream named by `seed` and `path`.
 *
 * @param seed - an integer; a user's `--seed`
 * @param path - integers that name the purpose and the draw, for instance (purpose, draw)
 */
export function stream(seed: number, ...path: readonly number[]): Random {
  let key = mixer(seed)();
  for (const step of path) key = mixer((key ^ Math.imul(step + 1, 0x85ebca6b)) >>> 0)();
  const next = mixer(key);
  let [a, b, c, d] = [next(), next(), next(), next() | 1];
  let spare = Number.NaN;

  function bits(): number {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  }

  function uniform(): number {
    return ((bits() >>> 5) * 67_108_864 + (bits() >>> 6)) / 9_007_199_254_740_992;
  }

  function normal(): number {
    if (!Number.isNaN(spare)) {
      const value = spare;
      spare = Number.NaN;
      return value;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * log(s)) / s);
        spare = v * scale;
        return u * scale;
      }
    }
  }

  return {uniform, normal, below: (n) => Math.floor(uniform() * n)};
}
