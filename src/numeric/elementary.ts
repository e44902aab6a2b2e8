/**
 * Exponentials and logarithms by arithmetic alone: the same to the last bit wherever numbers are IEEE 754 doubles.
 *
 * JavaScript leaves the last bit of `Math.exp` and its kin to the engine, and engines differ, so that a simulation gives other
 * digits in another browser. Sums, products, quotients and square roots are exact everywhere, hence what is made of these
 * alone. Every result is within one unit in the last place.
 *
 * Translated from FreeBSD's msun: e_exp.c, e_log.c, s_expm1.c, s_log1p.c. Their notice: Copyright (C) 1993, 2004 by Sun
 * Microsystems, Inc. All rights reserved. Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy,
 * modify, and distribute this software is freely granted, provided that this notice is preserved.
 */

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Which of the two words holds sign and exponent: the second on little-endian machines. */
const HIGH = new Uint8Array(Uint16Array.of(1).buffer)[0];

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const PER_LN2 = 1.442695040888963387;
/** Beyond these e^x is infinite, or zero. */
const MOST = 7.09782712893383973096e2;
const LEAST = -7.4513321910194110842e2;
/** About ln 2 / 2 and 3 ln 2 / 2: between them one ln 2 is taken off, beyond them as many as there are. */
const HALF_LN2 = 0.3465735912322998;
const ONE_AND_A_HALF_LN2 = 1.0397205352783203;
/** About √2 − 1 and √2/2 − 1: between them the argument is its own fraction. */
const ROOT_TWO_LESS_ONE = 0.4142136573791504;
const ONE_LESS_HALF_ROOT_TWO = -0.292893648147583;
/** Beyond minus this e^x − 1 is −1. */
const GONE = 38.81622314453125;
const FRACTION = 0x000fffff;

/** 2^k by k + 1074, exact by doubling and halving. */
const powers = new Float64Array(2098);
powers[1074] = 1;
for (let k = 1073; k >= 0; k--) powers[k] = powers[k + 1] / 2;
for (let k = 1075; k < powers.length; k++) powers[k] = powers[k - 1] * 2;

/** e^x. */
export function exp(x: number): number {
  if (!(x >= LEAST && x <= MOST)) return x > MOST ? Number.POSITIVE_INFINITY : x < LEAST ? 0 : Number.NaN;
  const size = Math.abs(x);
  let high = 0;
  let low = 0;
  let k = 0;
  if (size >= HALF_LN2) {
    if (size < ONE_AND_A_HALF_LN2) {
      if (x === 1) return Math.E;
      k = x < 0 ? -1 : 1;
    } else k = (PER_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    high = x - k * LN2_HIGH;
    low = k * LN2_LOW;
    x = high - low;
  } else if (size < powers[1074 - 28]) return 1 + x;
  const t = x * x;
  const c =
    x -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))));
  if (k === 0) return 1 - ((x * c) / (c - 2) - x);
  const y = 1 - (low - (x * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * powers[1023 + 1074];
  return k >= -1021 ? y * powers[k + 1074] : y * powers[k + 1000 + 1074] * powers[74];
}

/** e^x − 1, exact near zero. */
export function expm1(x: number): number {
  if (!(x <= MOST)) return x > MOST ? Number.POSITIVE_INFINITY : Number.NaN;
  if (x <= -GONE) return -1;
  const size = Math.abs(x);
  let k = 0;
  let c = 0;
  if (size >= HALF_LN2) {
    if (size < ONE_AND_A_HALF_LN2) k = x < 0 ? -1 : 1;
    else k = (PER_LN2 * x + (x < 0 ? -0.5 : 0.5)) | 0;
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    x = high - low;
    c = high - x - low;
  } else if (size < powers[1074 - 54]) return x;
  const half = 0.5 * x;
  const square = x * half;
  const r =
    1 +
    square *
      (-3.33333333333331316428e-2 +
        square *
          (1.58730158725481460165e-3 +
            square *
              (-7.93650757867487942473e-5 +
                square * (4.00821782732936239552e-6 + square * -2.01099218183624371326e-7))));
  const t = 3 - r * half;
  const e = square * ((r - t) / (6 - x * t));
  if (k === 0) return x - (x * e - square);
  const rest = x * (e - c) - c - square;
  if (k === -1) return 0.5 * (x - rest) - 0.5;
  if (k === 1) return x < -0.25 ? -2 * (rest - (x + 0.5)) : 1 + 2 * (x - rest);
  if (k <= -2 || k > 56) {
    const y = 1 - (rest - x);
    return (k === 1024 ? y * 2 * powers[1023 + 1074] : y * powers[k + 1074]) - 1;
  }
  const tail = powers[1074 - k];
  return (k < 20 ? 1 - tail - (rest - x) : x - (rest + tail) + 1) * powers[k + 1074];
}

/** Natural logarithm: −∞ at zero, not a number below. */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) {
    return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN;
  }
  double[0] = x;
  let k = 0;
  if (words[HIGH] < 0x00100000) {
    x *= powers[54 + 1074];
    double[0] = x;
    k = -54;
  }
  const fraction = words[HIGH] & FRACTION;
  // What lies above √2 is halved, so that f is small.
  const exponent = (words[HIGH] >> 20) - 1023 + ((fraction + 0x95f64) >> 20);
  const f = x * powers[1074 - exponent] - 1;
  k += exponent;
  if ((FRACTION & (2 + fraction)) < 3) {
    if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
    const r = f * f * (0.5 - 0.33333333333333333 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const r =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1)) +
    z *
      (6.66666666666673513e-1 +
        w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - r) : k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}

/** log(1 + x), exact near zero. */
export function log1p(x: number): number {
  if (!(x > -1 && x < Number.POSITIVE_INFINITY)) {
    return x === -1 ? Number.NEGATIVE_INFINITY : x > -1 ? x : Number.NaN;
  }
  const size = Math.abs(x);
  if (size < powers[1074 - 29]) return size < powers[1074 - 54] ? x : x - x * x * 0.5;
  let k = 0;
  let c = 0;
  let f = x;
  let fraction = 1;
  if (x >= ROOT_TWO_LESS_ONE || x <= ONE_LESS_HALF_ROOT_TWO) {
    const u = x < powers[1074 + 53] ? 1 + x : x;
    double[0] = u;
    k = (words[HIGH] >> 20) - 1023;
    if (x < powers[1074 + 53]) c = (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    fraction = words[HIGH] & FRACTION;
    if (fraction >= 0x6a09e) {
      k++;
      fraction = (0x00100000 - fraction) >> 2;
    }
    f = u * powers[1074 - k] - 1;
  }
  const half = 0.5 * f * f;
  if (fraction === 0) {
    if (f === 0) return k * LN2_HIGH + (c + k * LN2_LOW);
    const r = half * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - r : k * LN2_HIGH - (r - (k * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const r =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z *
                    (1.818357216161805012e-1 +
                      z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  return k === 0
    ? f - (half - s * (half + r))
    : k * LN2_HIGH - (half - (s * (half + r) + (k * LN2_LOW + c)) - f);
}
