import {describe, expect, it} from "vitest";
import {
  choleskyInPlace,
  inverseOfFactored,
  logDeterminant,
  type Square,
  solveFactored,
  solveLower,
  solveLowerTransposed,
  square,
  timesTransposed,
} from "../../src/numeric/cholesky.ts";
import {stream} from "../../src/numeric/random.ts";

/** G G' + n I for a random G: symmetric and positive definite. */
function positiveDefinite(n: number): Square {
  const random = stream(5, n);
  const g = square(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) g.values[i * g.stride + j] = random.normal();
  const product = timesTransposed(g, g);
  for (let i = 0; i < n; i++) product.values[i * product.stride + i] += n;
  return product;
}

const copy = (matrix: Square): Square => ({...matrix, values: matrix.values.slice()});
const entry = ({stride, values}: Square, i: number, j: number): number => values[i * stride + j];

// Orders around whole tiles of 4 and around the block of 32 rows.
describe.each([1, 2, 3, 4, 5, 7, 8, 31, 32, 33, 70])("a positive definite matrix of order %i", (n) => {
  const matrix = positiveDefinite(n);
  const factor = choleskyInPlace(copy(matrix));

  it("is the product of its lower factor with itself", () => {
    const product = timesTransposed(factor, factor);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        expect(entry(product, i, j)).toBeCloseTo(entry(matrix, i, j), 9);
        if (j > i) expect(entry(factor, i, j)).toBe(0);
      }
    }
  });

  it("times its inverse is the identity", () => {
    const product = timesTransposed(matrix, inverseOfFactored(factor));
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) expect(entry(product, i, j)).toBeCloseTo(i === j ? 1 : 0, 11);
  });

  it("is solved by its factor, in one go and in two halves", () => {
    const x = Float64Array.from({length: n}, (_, i) => Math.sin(i + 1));
    const right = x.map((_, i) => x.reduce((sum, value, j) => sum + entry(matrix, i, j) * value, 0));
    const solved = solveFactored(factor, right.slice());
    const halves = solveLowerTransposed(factor, solveLower(factor, right.slice()));
    for (let i = 0; i < n; i++) {
      expect(solved[i]).toBeCloseTo(x[i], 11);
      expect(halves[i]).toBe(solved[i]);
    }
  });
});

it("the log determinant of a diagonal matrix is the sum of logs", () => {
  const diagonal = square(6);
  for (let i = 0; i < 6; i++) diagonal.values[i * diagonal.stride + i] = 2 ** (i + 1);
  expect(logDeterminant(choleskyInPlace(diagonal))).toBeCloseTo(21 * Math.log(2), 12);
});

it("only the lower triangle is read", () => {
  const matrix = positiveDefinite(9);
  const spoilt = copy(matrix);
  for (let i = 0; i < 9; i++)
    for (let j = i + 1; j < 9; j++) spoilt.values[i * spoilt.stride + j] = Number.NaN;
  expect(choleskyInPlace(spoilt).values).toEqual(choleskyInPlace(matrix).values);
});

it("a matrix that is not positive definite is refused", () => {
  const matrix = square(2);
  matrix.values.set([1, 2], 0);
  matrix.values.set([2, 1], matrix.stride);
  expect(() => choleskyInPlace(matrix)).toThrow("invalid pivot 1");
});
