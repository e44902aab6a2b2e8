import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {quantiles} from "../../src/numeric/quantile.ts";
import {selectedQuantiles} from "../../src/numeric/selected-quantiles.ts";

const numbers = fc.array(
  fc.oneof(fc.double({noNaN: true}), fc.constantFrom(1, 2, Infinity, -Infinity)).map((x) => x + 0),
  {minLength: 1, maxLength: 300},
);
const shares = fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 4});

describe("quantiles by selection", () => {
  it("are those of sorted values, to the last digit", () => {
    fc.assert(
      fc.property(numbers, shares, (values, unordered) => {
        const ps = [...unordered].sort((a, b) => a - b);
        expect(selectedQuantiles(values, ps)).toEqual(quantiles(values, ps));
      }),
      {numRuns: 500},
    );
  });

  it("leave the values as they are", () => {
    const values = Float64Array.of(3, 1, 2);
    selectedQuantiles(values, [0.5]);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it("take values that are all alike, or in order already, in about linear time", () => {
    const many = 200_000;
    for (const values of [
      new Float64Array(many).fill(1),
      Float64Array.from({length: many}, (_, i) => i),
      Float64Array.from({length: many}, (_, i) => -i),
    ]) {
      expect(selectedQuantiles(values, [0, 0.5, 1])).toEqual(quantiles(values, [0, 0.5, 1]));
    }
  });

  it("are refused without values", () => {
    expect(() => selectedQuantiles([], [0.5])).toThrow(/insufficient values/);
  });
});
