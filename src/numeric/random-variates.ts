/** Draws from distributions other than the uniform and the normal, for Gibbs sampling. */
import {exp, log} from "./elementary.ts";
import type {Random} from "./random.ts";

/**
 * Gamma draw with the given shape and rate 1 (Marsaglia & Tsang 2000, ACM TOMS 26:363).
 *
 * @param shape - above zero; below one the draw for shape + 1 is scaled by u^(1/shape)
 */
export function gammaDraw(random: Random, shape: number): number {
  // Not a number would reject for ever.
  if (!(shape > 0)) throw new RangeError(`invalid shape: ${shape}; a number above zero was expected`);
  if (shape < 1) return gammaDraw(random, shape + 1) * random.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const root = 1 + c * x;
    const v = root * root * root;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    // The squeeze spares nearly all logarithms.
    if (u < 1 - 0.0331 * x * x * x * x || log(u) < 0.5 * x * x + d - d * v + d * log(v)) return d * v;
  }
}

/** Inverse-gamma draw: density proportional to x^(-shape - 1) exp(-scale / x). */
export const inverseGammaDraw = (random: Random, shape: number, scale: number): number =>
  scale / gammaDraw(random, shape);

/**
 * Standard normal draw given that it is at least `bound`.
 *
 * Plain rejection where at least a third of the mass remains, else rejection from a shifted exponential
 * (Robert 1995, Statistics and Computing 5:121).
 */
export function normalAbove(random: Random, bound: number): number {
  if (Number.isNaN(bound)) throw new RangeError("invalid bound: NaN; a number was expected");
  if (bound < 0.4) {
    for (;;) {
      const x = random.normal();
      if (x >= bound) return x;
    }
  }
  const rate = (bound + Math.sqrt(bound * bound + 4)) / 2;
  for (;;) {
    const x = bound - log(1 - random.uniform()) / rate;
    if (random.uniform() <= exp(-((x - rate) ** 2) / 2)) return x;
  }
}
