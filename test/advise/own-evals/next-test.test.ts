import {describe, expect, it} from "vitest";
import {testPlan} from "../../../src/advise/own-evals/next-test.ts";
import type {SuccessDraws} from "../../../src/advise/own-evals/own-eval.ts";
import {stream} from "../../../src/numeric/random.ts";
import {gammaDraw} from "../../../src/numeric/random-variates.ts";

const DRAWS = 20_000;

/** @param rows - rates of each draw */
function success(models: readonly string[], rates: (draw: number) => readonly number[]): SuccessDraws {
  const draws = new Float64Array(DRAWS * models.length);
  for (let d = 0; d < DRAWS; d++) draws.set(rates(d), d * models.length);
  return {
    eval: "e",
    models,
    typical: new Float64Array(models.length),
    draws,
    drawCount: DRAWS,
    observed: new Map(),
  };
}

const random = stream(5);
const beta = (a: number, b: number) => {
  const x = gammaDraw(random, a);
  return x / (x + gammaDraw(random, b));
};
const one = (model: string, cost = 0) => ({model, worth: 1, cost});

describe("the value of a test", () => {
  const betas = Array.from({length: DRAWS}, () => beta(6, 4));
  const pair = success(["known", "new"], (d) => [0.6, betas[d]]);

  it("is that of exact beta-binomial arithmetic", () => {
    // A rate with the prior Beta(6, 4) against a known 0.6: after y of n solved its mean is (6 + y) / (10 + n).
    const logBeta = (a: number, b: number) => logGamma(a) + logGamma(b) - logGamma(a + b);
    for (const n of [1, 5, 20]) {
      let exact = 0;
      for (let y = 0; y <= n; y++) {
        const chance = Math.exp(
          logGamma(n + 1) - logGamma(y + 1) - logGamma(n - y + 1) + logBeta(6 + y, 4 + n - y) - logBeta(6, 4),
        );
        exact += chance * Math.max(0, (6 + y) / (10 + n) - 0.6);
      }
      const {tests} = testPlan(pair, [one("known"), one("new", 0.0001)], {candidates: ["new"], items: [n]});
      expect(Math.abs(tests[0].gain - exact)).toBeLessThan(0.002);
    }
  });

  it("is nothing for a model whose rate is known, and never more than that of perfect knowledge", () => {
    const {tests, perfect} = testPlan(pair, [one("known"), one("new")], {
      candidates: ["known", "new"],
      items: [10, 100, 1000],
    });
    for (const {model, gain} of tests) {
      if (model === "known") expect(gain).toBe(0);
      expect(gain).toBeLessThanOrEqual(perfect);
    }
    const ofNew = tests.filter(({model}) => model === "new").sort((a, b) => a.items - b.items);
    expect(ofNew[0].gain).toBeLessThan(ofNew[1].gain);
    expect(ofNew[1].gain).toBeLessThan(ofNew[2].gain);
    expect(ofNew[2].gain).toBeGreaterThan(0.95 * perfect);
  });

  it("is nothing when the price decides whatever comes out", () => {
    const {tests, now} = testPlan(pair, [one("known"), one("new", 0.5)], {candidates: ["new"], items: [50]});
    expect(now.model).toBe("known");
    expect(tests[0]).toMatchObject({gain: 0, changes: 0});
  });

  it("does not take luck of the draws for knowledge: unrelated models of one rate promise next to nothing", () => {
    const names = Array.from({length: 20}, (_, i) => `m${i}`);
    const noise = success([...names, "other"], () => [...names.map(() => beta(60, 40)), beta(6, 4)]);
    const {tests, perfect} = testPlan(
      noise,
      names.map((name) => one(name)),
      {candidates: ["other"], items: [100]},
    );
    expect(perfect).toBeGreaterThan(0.05);
    expect(tests[0].gain).toBeLessThan(0.01 * perfect);
  });
});

/** Lanczos approximation (Numerical Recipes 6.1), good to 2e-10. */
function logGamma(x: number): number {
  const series = [
    76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 1.208650973866179e-3,
    -5.395239384953e-6,
  ];
  const shifted = x + 5.5 - (x + 0.5) * Math.log(x + 5.5);
  const sum = series.reduce((total, term, i) => total + term / (x + 1 + i), 1.000000000190015);
  return -shifted + Math.log((2.5066282746310005 * sum) / x);
}
