import {describe, expect, it} from "vitest";
import {successModel, type QualityGround} from "../../src/advise/quality/success-draws.ts";
import {logistic, logit, responsePopulation, responses} from "../../src/advise/quality/response.ts";
import {normalPool} from "../../src/advise/quality/normal-pool.ts";
import {quantiles} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {quality, run, workload} from "./made-options.ts";

const MODELS = Array.from({length: 25}, (_, i) => `m${String(i).padStart(2, "0")}`);

/** A world in which every test, and the workload, has a slope of its own and every model departs from every curve. */
function world(seed: number) {
  const random = stream(seed, 99);
  const slopeOf = () => 0.1 * Math.exp(0.4 * random.normal());
  const truth = MODELS.map((_, i) => 130 + i * 1.3);
  const departures = 0.4;
  const results = Array.from({length: 12}, (_, b) => {
    const [slope, level] = [slopeOf(), 135 + 2 * b];
    return MODELS.map((model, i) => ({
      model,
      benchmark: `b${b}`,
      score: logistic(slope * (truth[i]! - level) + departures * random.normal()),
    }));
  }).flat();
  const sd = 1.5;
  const drawCount = 200;
  const seen = truth.map((ability) => ability + sd * random.normal());
  const draws = Float64Array.from(
    {length: drawCount * MODELS.length},
    (_, at) => seen[at % MODELS.length]! + sd * random.normal(),
  );
  const general = {models: MODELS, point: Float64Array.from(seen), draws, drawCount};
  const tests = new Map(
    Array.from({length: 12}, (_, b) => [`b${b}`, {domain: "reasoning", family: `b${b}`}] as const),
  );
  const ground: QualityGround = {
    general,
    domains: new Map(),
    results,
    responses: responses(results, general),
    tests,
  };
  const [slope, level] = [slopeOf(), 145];
  const success = truth.map((ability) => logistic(slope * (ability - level) + departures * random.normal()));
  return {ground, success, random};
}

describe("success on a workload", () => {
  it("lies in its 90% interval about as often as it says, over simulated worlds", () => {
    let [inside, all] = [0, 0];
    const worlds = 60;
    for (let seed = 1; seed <= worlds; seed++) {
      const {ground, success, random} = world(seed);
      const anchor = 12;
      // What runs today was graded on 200 tasks.
      const won = Array.from({length: 200}, () => Number(random.uniform() < success[anchor]!)).reduce(
        (a, b) => a + b,
        0,
      );
      const share = Math.min(0.995, Math.max(0.005, won / 200));
      const asked = workload({
        today: {model: MODELS[anchor]!, provider: "host"},
        quality: {domain: "general", benchmarks: [], successNow: share, gradedTasks: 200},
      });
      const model = successModel(asked, ground, MODELS, {seed, drawCount: 400, normals: normalPool(seed)});
      for (const [i, id] of MODELS.entries()) {
        const [low, high] = quantiles(model.logits(id), [0.05, 0.95]);
        const truth = logit(success[i]!);
        inside += Number(truth >= low! && truth <= high!);
        all++;
      }
    }
    // Worlds are the units: models of one world err together, so the share over 60 worlds moves by about 2.5 points.
    expect(inside / all).toBeGreaterThan(0.84);
    expect(inside / all).toBeLessThan(0.97);
  }, 30_000);

  it("is the stated share for what runs today, as firm as the number of graded tasks", () => {
    const ground = quality({now: 150, other: 155});
    const asked = (gradedTasks: number) =>
      successModel(
        workload({
          today: {model: "now", provider: "host"},
          quality: {domain: "general", benchmarks: [], successNow: 0.8, gradedTasks},
        }),
        ground,
        ["now", "other"],
        run,
      );
    const spread = (gradedTasks: number) => {
      const [low, middle, high] = quantiles(
        asked(gradedTasks).logits("now").map(logistic),
        [0.05, 0.5, 0.95],
      );
      expect(middle).toBeGreaterThan(0.77);
      expect(middle).toBeLessThan(0.83);
      return high! - low!;
    };
    expect(spread(1000)).toBeLessThan(spread(30) / 3);
  });

  it("gives two equally able models the same, whichever of them anchors the scale", () => {
    const ground = quality({left: 150, right: 150}, 1);
    const model = successModel(workload(), ground, ["left", "right"], {...run, drawCount: 20_000});
    const mean = (id: string) => model.logits(id).reduce((sum, value) => sum + value, 0) / 20_000;
    expect(Math.abs(mean("left") - mean("right"))).toBeLessThan(0.05);
  });

  it("takes a measured result on a named benchmark as it is, and predicts the others", () => {
    const ground = quality({tested: 150, untested: 150});
    const named: QualityGround = {
      ...ground,
      results: [{model: "tested", benchmark: "test-2", score: 0.9, stderr: 0.01}],
    };
    const asked = workload({quality: {domain: "general", benchmarks: ["test-2"], gradedTasks: 50}});
    const model = successModel(asked, named, ["tested", "untested"], run);
    const [low, middle, high] = quantiles(model.logits("tested").map(logistic), [0.05, 0.5, 0.95]);
    expect(middle).toBeCloseTo(0.9, 1);
    expect(high! - low!).toBeLessThan(0.06);
    const other = quantiles(model.logits("untested").map(logistic), [0.05, 0.95]);
    expect(other[1]! - other[0]!).toBeGreaterThan(0.15);
  });
});

describe("the population of responses", () => {
  it("counts editions of one test once", () => {
    const response = (benchmark: string, slope: number) => ({
      benchmark,
      slope,
      level: 140,
      residual: 0.3,
      models: 20,
    });
    const tests = new Map(
      [
        ...["a1", "a2", "a3", "a4", "a5"].map((id) => [id, "a"] as const),
        ...["b", "c", "d"].map((id) => [id, id] as const),
      ].map(([id, family]) => [id, {domain: "coding", family}] as const),
    );
    const editions = ["a1", "a2", "a3", "a4", "a5"].map((id) => response(id, 0.3));
    const others = ["b", "c", "d"].map((id) => response(id, 0.1));
    const {logSlope, tests: families} = responsePopulation([...editions, ...others], tests, "coding");
    expect(families).toBe(4);
    expect(Math.exp(logSlope.mean)).toBeCloseTo(0.1, 6);
  });
});
