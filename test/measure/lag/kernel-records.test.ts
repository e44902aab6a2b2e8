import {describe, expect, it} from "vitest";
import {kernelCurve, kernelRecords} from "../../../src/measure/lag/kernel-records.ts";
import {figure, at, handMade, inMonths} from "./synthetic-world.ts";

describe("kernel-records", () => {
  // Lags of 20, 30 and 40 days, 180 days apart.
  const input = handMade(
    [
      [0, 10],
      [170, 20],
      [340, 30],
    ],
    [
      [20, 10],
      [200, 20],
      [380, 30],
    ],
    400,
  );

  it("weighs records by a Gaussian of their distance in months", () => {
    const weight = (days: number) => Math.exp(-0.5 * (inMonths(days) / 6) ** 2);
    const [a, b, c] = [weight(380), weight(200), weight(20)];
    const expected = (20 * a + 30 * b + 40 * c) / (a + b + c);
    expect(figure(kernelRecords(input)).value).toBeCloseTo(inMonths(expected), 9);
    const [point] = kernelCurve(input, [at(200)]);
    const [d, e] = [weight(180), weight(0)];
    expect(point.value).toBeCloseTo(inMonths((20 * d + 30 * e + 40 * d) / (2 * d + e)), 9);
  });

  it("leaves out models with too few results and names them", () => {
    const counts = new Map(input.abilities.models.map((model) => [model, model === "open-2" ? 1 : 5]));
    const {leftOut, records} = figure(kernelRecords(input, {resultCounts: counts}));
    expect(leftOut).toEqual([{model: "open-2", reason: "fewer than 2 results"}]);
    expect(records.map(({model}) => model)).toEqual(["open-0", "open-1"]);
  });

  it("keeps a release that is a record in exactly a third of the draws", () => {
    const two = handMade(
      [
        [0, 10],
        [10, 40],
      ],
      [
        [20, 10],
        [30, 9],
      ],
      100,
      9,
    );
    const noisy = two.abilities.draws.map((ability, i) => (i % 4 === 3 && i < 12 ? 11 : ability));
    const {leftOut, records} = figure(kernelRecords({...two, abilities: {...two.abilities, draws: noisy}}));
    expect(leftOut).toEqual([]);
    expect(records.map(({recordShare}) => recordShare)).toEqual([1, 1 / 3]);
  });

  it("drops a release that is a record in fewer than a third of the draws, and says so", () => {
    const draws = 10;
    const two = handMade(
      [
        [0, 10],
        [10, 40],
      ],
      [
        [20, 10],
        [30, 9],
      ],
      100,
      draws,
    );
    // The second open release is better in two draws of ten.
    const noisy = two.abilities.draws.map((ability, i) => (i % 4 === 3 && i < 8 ? 11 : ability));
    const {leftOut, records} = figure(kernelRecords({...two, abilities: {...two.abilities, draws: noisy}}));
    expect(leftOut).toEqual([{model: "open-1", reason: "a record in only 20% of draws"}]);
    expect(records.map(({model}) => model)).toEqual(["open-0"]);
  });
});
