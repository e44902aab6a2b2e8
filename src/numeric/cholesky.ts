/**
 * Dense symmetric positive definite matrices: Cholesky factor, solves and inverse.
 *
 * Everything is built from one kernel, the 4 x 4 tile of dot products of rows, because rows of a row-major matrix
 * lie next to each other in memory and sixteen sums per eight loads keep the arithmetic units busy. Matrices are
 * row-major `Float64Array`s whose row length `stride` is a multiple of four; the padding holds an identity.
 *
 * @see Golub & Van Loan (2013), Matrix Computations, section 4.2
 */

/** A square matrix padded to whole tiles; entry (i, j) is `values[i * stride + j]`. */
export interface Square {
  readonly n: number;
  readonly stride: number;
  readonly values: Float64Array;
}

/** The zero matrix of order n. */
export function square(n: number): Square {
  const stride = (n + 3) & ~3;
  return {n, stride, values: new Float64Array(stride * stride)};
}

/** Rows worked on together: few enough to stay in the second-level cache at orders of about a thousand. */
const ROW_BLOCK = 32;

/** Sixteen sums of the last tile: sum over k of a[i + r, k] b[j + c, k] at 4 r + c. */
const tile = new Float64Array(16);

/** Dot products of four rows of `a` from `i` with four rows of `b` from `j`, over columns `from` to `to` - 1. */
function tileDots(
  a: Float64Array,
  i: number,
  b: Float64Array,
  j: number,
  stride: number,
  from: number,
  to: number,
): void {
  let a0 = i * stride + from;
  let a1 = a0 + stride;
  let a2 = a1 + stride;
  let a3 = a2 + stride;
  let b0 = j * stride + from;
  let b1 = b0 + stride;
  let b2 = b1 + stride;
  let b3 = b2 + stride;
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0;
  let s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0;
  let s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  for (let k = from; k < to; k++) {
    const x0 = a[a0++],
      x1 = a[a1++],
      x2 = a[a2++],
      x3 = a[a3++];
    const y0 = b[b0++],
      y1 = b[b1++],
      y2 = b[b2++],
      y3 = b[b3++];
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  tile[0] = s00;
  tile[1] = s01;
  tile[2] = s02;
  tile[3] = s03;
  tile[4] = s10;
  tile[5] = s11;
  tile[6] = s12;
  tile[7] = s13;
  tile[8] = s20;
  tile[9] = s21;
  tile[10] = s22;
  tile[11] = s23;
  tile[12] = s30;
  tile[13] = s31;
  tile[14] = s32;
  tile[15] = s33;
}

/**
 * Lower factor L with L Lᵀ = A, in place of A; what lies above the diagonal is set to 0.
 *
 * @param matrix - symmetric positive definite; only its lower triangle is read
 * @returns the same object
 * @throws RangeError at the first pivot that is not positive
 */
export function choleskyInPlace(matrix: Square): Square {
  const {n, stride, values} = matrix;
  for (let i = n; i < stride; i++) {
    values.fill(0, i * stride, (i + 1) * stride);
    values[i * stride + i] = 1;
  }
  for (let top = 0; top < stride; top += ROW_BLOCK) {
    const bottom = Math.min(top + ROW_BLOCK, stride);
    for (let j = 0; j < bottom; j += 4) {
      for (let i = Math.max(top, j); i < bottom; i += 4) {
        tileDots(values, i, values, j, stride, 0, j);
        for (let r = 0; r < 4; r++) {
          const row = (i + r) * stride;
          for (let c = 0; c < 4 && j + c <= i + r; c++) {
            const other = (j + c) * stride;
            let sum = values[row + j + c] - tile[4 * r + c];
            for (let k = j; k < j + c; k++) sum -= values[row + k] * values[other + k];
            if (j + c < i + r) values[row + j + c] = sum / values[other + j + c];
            else if (sum > 0) values[row + j + c] = Math.sqrt(sum);
            else
              throw new RangeError(`invalid pivot ${i + r}: ${sum}; a positive definite matrix was expected`);
          }
        }
      }
    }
  }
  for (let i = 0; i < stride; i++) values.fill(0, i * stride + i + 1, (i + 1) * stride);
  return matrix;
}

/** Log determinant of L Lᵀ. */
export function logDeterminant({n, stride, values}: Square): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.log(values[i * stride + i]);
  return 2 * sum;
}

/** L x = right, in place of `right` [n]. */
export function solveLower({n, stride, values}: Square, right: Float64Array): Float64Array {
  for (let i = 0; i < n; i++) {
    const row = i * stride;
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= values[row + k] * right[k];
    right[i] = sum / values[row + i];
  }
  return right;
}

/** Lᵀ x = right, in place of `right` [n]. */
export function solveLowerTransposed({n, stride, values}: Square, right: Float64Array): Float64Array {
  for (let i = n - 1; i >= 0; i--) {
    const row = i * stride;
    const x = right[i] / values[row + i];
    right[i] = x;
    for (let k = 0; k < i; k++) right[k] -= values[row + k] * x;
  }
  return right;
}

/** L Lᵀ x = right, in place of `right` [n]. */
export const solveFactored = (factor: Square, right: Float64Array): Float64Array =>
  solveLowerTransposed(factor, solveLower(factor, right));

/** (L Lᵀ)⁻¹ in full, both triangles. */
export function inverseOfFactored({n, stride, values}: Square): Square {
  // Row j of `columns` is column j of L⁻¹, so that every sum below is over neighbouring entries.
  const columns = new Float64Array(stride * stride);
  for (let top = 0; top < stride; top += ROW_BLOCK) {
    const bottom = Math.min(top + ROW_BLOCK, stride);
    for (let j = 0; j < bottom; j += 4) {
      for (let i = Math.max(top, j); i < bottom; i += 4) {
        tileDots(values, i, columns, j, stride, j, i);
        for (let c = 0; c < 4; c++) {
          const column = (j + c) * stride;
          for (let r = i === j ? c : 0; r < 4; r++) {
            const row = (i + r) * stride;
            let sum = (i + r === j + c ? 1 : 0) - tile[4 * r + c];
            for (let k = i; k < i + r; k++) sum -= values[row + k] * columns[column + k];
            columns[column + i + r] = sum / values[row + i + r];
          }
        }
      }
    }
  }
  const inverse = square(n);
  for (let top = 0; top < stride; top += ROW_BLOCK) {
    const bottom = Math.min(top + ROW_BLOCK, stride);
    for (let j = 0; j < bottom; j += 4) {
      for (let i = Math.max(top, j); i < bottom; i += 4) {
        tileDots(columns, i, columns, j, stride, i, stride);
        for (let r = 0; r < 4; r++) {
          for (let c = 0; c < 4; c++) {
            inverse.values[(i + r) * stride + j + c] = tile[4 * r + c];
            inverse.values[(j + c) * stride + i + r] = tile[4 * r + c];
          }
        }
      }
    }
  }
  return inverse;
}

/** A Bᵀ of two matrices of one order. */
export function timesTransposed(a: Square, b: Square): Square {
  const product = square(a.n);
  const {stride} = product;
  for (let j = 0; j < stride; j += 4) {
    for (let i = 0; i < stride; i += 4) {
      tileDots(a.values, i, b.values, j, stride, 0, a.n);
      for (let r = 0; r < 4; r++) product.values.set(tile.subarray(4 * r, 4 * r + 4), (i + r) * stride + j);
    }
  }
  return product;
}
