import {describe, expect, it} from "vitest";
import {stream} from "../../src/numeric/random.ts";

/** Printed by test/reference/xoshiro/stream.py. */
const GOLDEN = {
  plain: [0.35552973804658117, 0.3247683902796089, 0.8806444569026798],
  path: [0.6924211592008941, 0.5717909266397482, 0.466647655766501],
};

const draws = (count: number, next: () => number): number[] => Array.from({length: count}, next);

describe("a random stream", () => {
  it("is xoshiro128** as an independent program computes it", () => {
    expect(draws(3, stream(1).uniform)).toEqual(GOLDEN.plain);
    expect(draws(3, stream(42, 7, 3).uniform)).toEqual(GOLDEN.path);
  });

  it("is the same for the same name and another for any other", () => {
    const names: number[][] = [[1], [2], [1, 0], [1, 1], [1, 0, 1], [1, 1, 0]];
    const firsts = names.map(([seed, ...path]) => stream(seed, ...path).uniform());
    expect(names.map(([seed, ...path]) => stream(seed, ...path).uniform())).toEqual(firsts);
    expect(new Set(firsts).size).toBe(names.length);
  });

  it("gives uniform numbers: mean 1/2, variance 1/12 within five standard errors of 200,000 draws", () => {
    const values = draws(200_000, stream(3).uniform);
    const mean = values.reduce((a, b) => a + b) / values.length;
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / values.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 * Math.sqrt(1 / 180 / values.length));
  });

  it("gives normal numbers: moments 0, 1, 0, 3 and 5% beyond 1.96, within five standard errors", () => {
    const values = draws(200_000, stream(4).normal);
    const moment = (k: number) => values.reduce((a, b) => a + b ** k, 0) / values.length;
    const within = (value: number, expected: number, variance: number) =>
      expect(Math.abs(value - expected)).toBeLessThan(5 * Math.sqrt(variance / values.length));
    within(moment(1), 0, 1);
    within(moment(2), 1, 2);
    within(moment(3), 0, 15);
    within(moment(4), 3, 96);
    within(values.filter((x) => Math.abs(x) > 1.959964).length / values.length, 0.05, 0.05 * 0.95);
  });

  it("gives streams of neighbouring draws that are not correlated", () => {
    const [a, b] = [stream(5, 1), stream(5, 2)];
    const products = draws(100_000, () => a.normal() * b.normal());
    const mean = products.reduce((x, y) => x + y) / products.length;
    expect(Math.abs(mean)).toBeLessThan(5 / Math.sqrt(products.length));
  });

  it("picks every integer below n about equally often", () => {
    const {below} = stream(6);
    const counts = new Array(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[below(7)] += 1;
    for (const count of counts)
      expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt(10_000 * (6 / 7)));
  });
});
