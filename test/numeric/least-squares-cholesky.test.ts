import {describe, expect, it} from "vitest";
import {factorise, solveFactored} from "../../src/numeric/least-squares-cholesky.ts";
import {stream} from "../../src/numeric/random.ts";

describe("Cholesky factor", () => {
  it("solves systems of every size from 1 to 30", () => {
    for (let k = 1; k <= 30; k++) {
      const random = stream(k, 1);
      const root = Float64Array.from({length: k * k}, () => random.normal());
      const matrix = new Float64Array(k * k);
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) {
          for (let p = 0; p < k; p++) matrix[i * k + j] += root[i * k + p] * root[j * k + p];
          if (i === j) matrix[i * k + j] += 1;
        }
      }
      const wanted = Float64Array.from({length: k}, () => random.normal());
      const x = wanted.map((_, i) => wanted.reduce((sum, value, j) => sum + matrix[i * k + j] * value, 0));
      expect(factorise(matrix, k)).toBe(true);
      solveFactored(matrix, k, x);
      for (let i = 0; i < k; i++) expect(x[i]).toBeCloseTo(wanted[i], 8);
    }
  });

  it("factors a matrix worked by hand", () => {
    const matrix = Float64Array.of(4, 0, 0, 12, 37, 0, -16, -43, 98);
    expect(factorise(matrix, 3)).toBe(true);
    expect([matrix[0], matrix[3], matrix[4], matrix[6], matrix[7], matrix[8]]).toEqual([2, 6, 1, -8, 5, 3]);
  });

  it("refuses a matrix that is not positive definite, wherever the fault is", () => {
    for (let k = 1; k <= 12; k++) {
      for (let bad = 0; bad < k; bad++) {
        const matrix = new Float64Array(k * k);
        for (let i = 0; i < k; i++) matrix[i * k + i] = i === bad ? -1 : 1;
        expect(factorise(matrix, k)).toBe(false);
      }
    }
  });
});
