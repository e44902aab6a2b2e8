import {expect, it} from "vitest";
import {normalCdf} from "../../src/numeric/normal-cdf.ts";

// Abramowitz & Stegun, table 26.1, to 15 places; the tails from table 26.2.
it.each([
  [0, 0.5],
  [0.5, 0.691462461274013],
  [1, 0.841344746068543],
  [2, 0.977249868051821],
  [3, 0.99865010196837],
])("the share below %d standard deviations is %d", (x, share) => {
  expect(normalCdf(x)).toBeCloseTo(share, 14);
  expect(normalCdf(-x)).toBeCloseTo(1 - share, 14);
});

it("the tail below -5 is 2.8665e-7", () => {
  expect(normalCdf(-5)).toBeCloseTo(2.866515719e-7, 14);
});
