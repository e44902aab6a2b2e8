import {describe, expect, it} from "vitest";
import {indexWorld} from "../../../src/advise/own-evals/index-world.ts";
import {ownEvalsMethod} from "../../../src/advise/own-evals/own-evals-method.ts";
import {pooledRuns} from "../../../src/advise/own-evals/pooled-runs.ts";
import {successDraws} from "../../../src/advise/own-evals/success-draws.ts";
import {latentDraws} from "../../../src/measure/ability/ability-draws.ts";
import {abilityMethod} from "../../../src/measure/ability/ability-method.ts";
import {fitAbility} from "../../../src/measure/ability/fit-ability.ts";
import {mean, quantiles} from "../../../src/numeric/quantile.ts";
import {stream} from "../../../src/numeric/random.ts";
import {simulatedWorld} from "../../measure/ability/simulated-world.ts";

const DRAWS = 300;
const method = {...ownEvalsMethod, candidates: {...ownEvalsMethod.candidates, value: 300}};

/** Worlds whose last benchmark takes no part in the index and is the own eval. */
const worlds = Array.from({length: 12}, (_, seed) => {
  const {input, latent} = simulatedWorld(seed, {models: 30, benchmarks: 14, share: 0.6, noise: 0.05});
  const own = input.benchmarks.at(-1)!.id;
  const fit = fitAbility(
    {...input, observations: input.observations.filter(({benchmark}) => benchmark !== own)},
    abilityMethod,
  );
  const world = indexWorld(
    fit,
    latentDraws(fit, (draw) => stream(seed, 3, draw), DRAWS),
  );
  const rate = (model: string) => 1 / (1 + Math.exp(-latent(model, own)));
  return {seed, fit, world, rate};
});

function predicted({seed, fit, world, rate}: (typeof worlds)[number], revealed: number, items = 200) {
  const random = stream(seed, 9);
  const order = [...world.models].map((id) => ({id, key: random.uniform()})).sort((a, b) => a.key - b.key);
  const results = order.slice(0, revealed).map(({id}) => {
    let solved = 0;
    for (let i = 0; i < items; i++) if (random.uniform() < rate(id)) solved++;
    return {model: id, score: solved / items, items};
  });
  const success = successDraws(fit, world, {id: "own", results}, method, (draw) => stream(seed, 11, draw));
  const hidden = order.slice(revealed).map(({id}) => id);
  return {success, hidden, results};
}

const column = ({draws, models, drawCount}: ReturnType<typeof successDraws>, id: string) =>
  Float64Array.from({length: drawCount}, (_, d) => draws[d * models.length + models.indexOf(id)]);

describe("success on an own eval", () => {
  it("lies inside the 90% intervals about as often as they say, in worlds that are as the index supposes", () => {
    // 12 worlds share one test each, so misses come in bunches: with 12 x 25 rates the share may range over 80% to 99%.
    for (const revealed of [2, 5]) {
      const inside = worlds.flatMap((one) => {
        const {success, hidden} = predicted(one, revealed);
        return hidden.map((id): number => {
          const [low, high] = quantiles(column(success, id), [0.05, 0.95]);
          const rate = one.rate(id);
          return rate >= low && rate <= high ? 1 : 0;
        });
      });
      expect(mean(inside)).toBeGreaterThan(0.8);
      expect(mean(inside)).toBeLessThan(0.99);
    }
  });

  it("is known better with every model that is tested", () => {
    const error = (revealed: number) =>
      mean(
        worlds.flatMap((one) => {
          const {success} = predicted(one, revealed);
          const {hidden} = predicted(one, 12);
          return hidden.map((id) => Math.abs(success.typical[success.models.indexOf(id)] - one.rate(id)));
        }),
      );
    const [none, two, twelve] = [0, 2, 12].map(error);
    expect(two).toBeLessThan(0.7 * none);
    expect(twelve).toBeLessThan(0.9 * two);
  });

  it("of a tested model is near its own score, the nearer the more items", () => {
    const [one] = worlds;
    for (const [items, within] of [
      [20, 0.2],
      [5000, 0.03],
    ]) {
      const {success, results} = predicted(one, 4, items);
      for (const {model, score} of results) {
        const draws = column(success, model);
        expect(Math.abs(mean(draws) - score)).toBeLessThan(within);
        const [low, high] = quantiles(draws, [0.05, 0.95]);
        expect(high - low).toBeLessThan(2 * within);
      }
    }
  });

  it("does not depend on the order of the results, and a model the index does not know changes nothing", () => {
    const [one] = worlds;
    const {results, success} = predicted(one, 5);
    const again = (some: typeof results) =>
      successDraws(one.fit, one.world, {id: "own", results: some}, method, (draw) =>
        stream(one.seed, 11, draw),
      );
    expect(again([...results, {model: "nobody", score: 1, items: 100}]).draws).toEqual(success.draws);
    expect(again(results.toReversed()).draws).toEqual(success.draws);
  });

  it("takes scores of 0 and 1 on few items without breaking", () => {
    const [{fit, world}] = worlds;
    const results = world.models.slice(0, 3).map((model, i) => ({model, score: i % 2, items: 5}));
    const {draws} = successDraws(fit, world, {id: "own", results}, method, (draw) => stream(4, draw));
    expect(draws.every((rate) => rate >= 0 && rate <= 1)).toBe(true);
  });
});

describe("several imports of one test", () => {
  it("count as repeats of the same items: twice the run is not twice the test", () => {
    const run = {benchmark: "b", model: "m", score: 0.4, items: 50, domain: null};
    const [once] = pooledRuns([run]);
    const [twice] = pooledRuns([run, run]);
    expect(twice).toEqual(once);
    const [mixed] = pooledRuns([run, {...run, score: 0.8, items: 150}]);
    expect(mixed.results).toEqual([{model: "m", score: (0.4 * 50 + 0.8 * 150) / 200, items: 150}]);
  });
});
