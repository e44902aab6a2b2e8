import {describe, expect, it} from "vitest";
import {abilityDraws, latentDraws} from "../../../src/measure/ability/ability-draws.ts";
import type {AbilityInput} from "../../../src/measure/ability/ability-input.ts";
import {abilityMethod} from "../../../src/measure/ability/ability-method.ts";
import {fitAbility} from "../../../src/measure/ability/fit-ability.ts";
import {predictScores} from "../../../src/measure/ability/predict.ts";
import {mean, quantileSorted} from "../../../src/numeric/quantile.ts";
import {stream} from "../../../src/numeric/random.ts";
import {day} from "../../../src/units.ts";
import {simulatedWorld, type World} from "./simulated-world.ts";

const size = {models: 30, benchmarks: 12, share: 0.5, noise: 0.05};
const streamOf = (draw: number) => stream(1, draw);
const worlds = Array.from({length: 10}, (_, seed) => simulatedWorld(seed, size));
const fits = worlds.map(({input}) => fitAbility(input, abilityMethod));
const [world] = worlds;
const [fit] = fits;

describe("the index", () => {
  const latents = latentDraws(fit, streamOf, 40);
  const general = abilityDraws(fit, latents);
  const pointOf = (id: string) => general.point[general.models.indexOf(id)];

  it("puts its anchors where the method says", () => {
    expect(pointOf("Claude 3.5 Sonnet")).toBeCloseTo(130, 9);
    expect(pointOf("GPT-5")).toBeCloseTo(150, 9);
  });

  it("keeps the anchors' own uncertainty in the draws", () => {
    const column = general.models.indexOf("GPT-5");
    const drawn = Float64Array.from(
      {length: 40},
      (_, d) => general.draws[d * general.models.length + column],
    );
    expect(new Set(drawn).size).toBe(40);
    expect(Math.abs(mean(drawn) - 150)).toBeLessThan(5);
  });

  it("does not depend on the order of models, benchmarks or results", () => {
    const turned: AbilityInput = {
      observations: world.input.observations.toReversed(),
      models: world.input.models.toReversed(),
      benchmarks: world.input.benchmarks.toReversed(),
    };
    const again = fitAbility(turned, abilityMethod);
    expect(again.parameters).toEqual(fit.parameters);
    expect(abilityDraws(again, latentDraws(again, streamOf, 40))).toEqual(general);
  });

  it("does not change by a benchmark nobody took or a model nobody tested", () => {
    const {models, benchmarks, observations} = world.input;
    const more = fitAbility(
      {
        observations,
        models: [...models, {id: "a ghost", lab: "lab 0", family: "family 0", releaseDay: day(20_000)}],
        benchmarks: [{id: "a desert", domain: "math", access: "public", family: "desert"}, ...benchmarks],
      },
      abilityMethod,
    );
    expect(more.parameters).toEqual(fit.parameters);
    expect(abilityDraws(more, latents).point).toEqual(general.point);
  });

  it("rises when a model does better on everything it took", () => {
    const id = "model 007";
    const raised = world.input.observations.map((one) =>
      one.model === id ? {...one, score: one.score + 0.3 * (1 - one.score)} : one,
    );
    const better = fitAbility({...world.input, observations: raised}, abilityMethod);
    const after = abilityDraws(better, latentDraws(better, streamOf, 1));
    expect(after.point[after.models.indexOf(id)]).toBeGreaterThan(pointOf(id) + 1);
  });

  it("averages over the benchmarks of a domain or class on request", () => {
    const math = abilityDraws(fit, latents, {isCounted: ({domain}) => domain === "math"});
    expect(math.models).toEqual(general.models);
    expect(math.point).not.toEqual(general.point);
    expect(() => abilityDraws(fit, latents, {isCounted: () => false})).toThrow("insufficient benchmarks");
  });

  it("is undefined without an anchor, and says which", () => {
    const observations = world.input.observations.filter(({model}) => model !== "GPT-5");
    const bare = fitAbility({...world.input, observations}, abilityMethod);
    expect(() => abilityDraws(bare, latentDraws(bare, streamOf, 1))).toThrow("missing anchor: gpt-5");
  });
});

describe("draws", () => {
  it("are the same for a seed, and each owns its stream", () => {
    const five = latentDraws(fit, streamOf, 5);
    const three = latentDraws(fit, streamOf, 3);
    expect(latentDraws(fit, streamOf, 5).values).toEqual(five.values);
    expect(three.values).toEqual(five.values.slice(0, three.values.length));
  });

  // 10 worlds of 30 models give 4,350 pairs, strongly correlated within a world: spread of coverage between worlds is
  // about 0.05, so their mean is known to ±0.016 and these bounds catch intervals a fifth too short or a third too long.
  it("cover the difference of two models about nine times in ten", () => {
    const shares = fits.map((one, seed) => pairCoverage(one, worlds[seed]));
    expect(mean(Float64Array.from(shares))).toBeGreaterThan(0.85);
    expect(mean(Float64Array.from(shares))).toBeLessThan(0.96);
  });
});

describe("predictions", () => {
  // About 1,700 unseen pairs over ten worlds; binomial spread of the coverage 0.007, with correlation about 0.015.
  it("cover new results about nine times in ten and are closer than the benchmark's mean", () => {
    let [covered, missed, meanMissed, count] = [0, 0, 0, 0];
    for (const [seed, {input, latent}] of worlds.entries()) {
      const random = stream(99, seed);
      const taken = new Set(input.observations.map(({model, benchmark}) => `${model}|${benchmark}`));
      const cells = input.models.flatMap(({id: model}) =>
        input.benchmarks
          .filter(({id}) => !taken.has(`${model}|${id}`))
          .map(({id: benchmark}) => ({model, benchmark})),
      );
      for (const [i, {median, low, high}] of predictScores(fits[seed], cells).entries()) {
        const {model, benchmark} = cells[i];
        const p = 1 / (1 + Math.exp(-latent(model, benchmark)));
        const raw = p + size.noise * Math.sqrt(4 * p * (1 - p) + 0.03) * random.normal();
        const score = Math.min(1, Math.max(0, raw));
        const others = input.observations.filter((one) => one.benchmark === benchmark);
        if (score >= low && score <= high) covered++;
        missed += Math.abs(median - score);
        meanMissed += Math.abs(mean(Float64Array.from(others, (one) => one.score)) - score);
        count++;
      }
    }
    expect(covered / count).toBeGreaterThan(0.86);
    expect(covered / count).toBeLessThan(0.97);
    expect(missed).toBeLessThan(0.7 * meanMissed);
  });

  it("of an observed cell lie between the result and what the rest expects", () => {
    const [{model, benchmark, score}] = world.input.observations;
    const without = fitAbility(
      {...world.input, observations: world.input.observations.slice(1)},
      abilityMethod,
    );
    const [seen] = predictScores(fit, [{model, benchmark}]);
    const [unseen] = predictScores(without, [{model, benchmark}]);
    expect(Math.abs(seen.median - score)).toBeLessThan(Math.abs(unseen.median - score));
    expect(seen.latentSd).toBeLessThan(unseen.latentSd);
  });

  it("widen with the level", () => {
    const cells = [{model: "model 003", benchmark: "benchmark 05"}];
    const [half] = predictScores(fit, cells, {level: 0.5});
    const [most] = predictScores(fit, cells, {level: 0.9});
    expect(most.low).toBeLessThan(half.low);
    expect(most.high).toBeGreaterThan(half.high);
    expect(half.low).toBeLessThanOrEqual(half.median);
    expect(half.high).toBeGreaterThanOrEqual(half.median);
  });
});

describe("input that cannot be fitted", () => {
  const {models, benchmarks} = world.input;
  const one = {model: "GPT-5", benchmark: "benchmark 00", score: 0.5};
  it.each([
    ["no result", [], "insufficient results: 0"],
    ["a score of 1.2", [{...one, score: 1.2}], "invalid score of GPT-5 on benchmark 00: 1.2"],
    ["an undescribed model", [{...one, model: "nobody"}], "unknown model: nobody"],
    ["an undescribed benchmark", [{...one, benchmark: "nowhere"}], "unknown benchmark: nowhere"],
  ])("%s is refused in a sentence", (_, observations, message) => {
    expect(() => fitAbility({observations, models, benchmarks}, abilityMethod)).toThrow(message);
  });

  it("a model described twice is refused", () => {
    expect(() =>
      fitAbility({observations: [one], models: [...models, models.at(-1)!], benchmarks}, abilityMethod),
    ).toThrow("duplicate model: GPT-5");
  });
});

/** Share of pairs whose true difference lies in the central 90% of the draws' differences, on one scale. */
function pairCoverage(one: (typeof fits)[number], {ability}: World): number {
  const drawCount = 300;
  const scale = {offset: 0, factor: 1};
  const {models, point, draws} = abilityDraws(one, latentDraws(one, streamOf, drawCount), {scale});
  const truth = Float64Array.from(models, (id) => ability.get(id)!);
  const factor = scaleOf(truth, point);
  let covered = 0;
  let pairs = 0;
  for (let m = 0; m < models.length; m++) {
    for (let n = 0; n < m; n++) {
      const differences = Float64Array.from(
        {length: drawCount},
        (_, d) => draws[d * models.length + m] - draws[d * models.length + n],
      ).sort();
      const difference = factor * (truth[m] - truth[n]);
      if (difference >= quantileSorted(differences, 0.05) && difference <= quantileSorted(differences, 0.95))
        covered++;
      pairs++;
    }
  }
  return covered / pairs;
}

/** The unit of a latent scale is a convention: spread of the estimates over spread of the truth, noise taken out. */
function scaleOf(truth: Float64Array, point: Float64Array): number {
  const [a, b] = [mean(truth), mean(point)];
  let [product, square] = [0, 0];
  for (let m = 0; m < truth.length; m++) {
    product += (truth[m] - a) * (point[m] - b);
    square += (truth[m] - a) ** 2;
  }
  return product / square;
}
