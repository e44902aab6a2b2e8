import {describe, expect, it} from "vitest";
import {type RateHistory, rateOf, ratePosterior} from "../../../src/forces/continuity/gamma-poisson.ts";
import {centralInterval, mean} from "../../../src/numeric/quantile.ts";
import {type Random, stream} from "../../../src/numeric/random.ts";
import {gammaDraw} from "../../../src/numeric/random-variates.ts";

const prior = {mean: 0.5, shape: 1};

function poisson(expected: number, random: Random): number {
  let [count, time] = [0, -Math.log(1 - random.uniform())];
  while (time < expected) {
    count++;
    time -= Math.log(1 - random.uniform());
  }
  return count;
}

describe("rates of rare events over suppliers", () => {
  // 80 worlds of 15 suppliers: suppliers of a world share a fit, so the standard error of the share of hits is taken
  // between worlds; it is about 0.01, and a true coverage below 0.85 fails nearly surely.
  it("hold the true rate in about nine of ten 90% intervals, also where a supplier had no event", () => {
    let [hits, all, silentHits, silent, newHits] = [0, 0, 0, 0, 0];
    for (let world = 0; world < 80; world++) {
      const random = stream(31, world);
      const [pooledMean, likeness] = [0.2 + random.uniform(), [0.5, 1, 4][random.below(3)]];
      const draw = () => (gammaDraw(random, likeness) * pooledMean) / likeness;
      const truth = Array.from({length: 15}, draw);
      const histories = truth.map((rate, i): RateHistory => {
        const exposureYears = 0.5 + 3 * random.uniform();
        return {id: `s${i}`, events: poisson(rate * exposureYears, random), exposureYears};
      });
      const rates = ratePosterior(histories, prior, 600, random);
      for (const [i, {id, events}] of histories.entries()) {
        const {low, high} = centralInterval(rateOf(rates, id), 0.9);
        const hit = truth[i] >= low && truth[i] <= high ? 1 : 0;
        hits += hit;
        all++;
        if (events === 0) [silentHits, silent] = [silentHits + hit, silent + 1];
      }
      const {low, high} = centralInterval(rates.newcomer, 0.9);
      const next = draw();
      if (next >= low && next <= high) newHits++;
    }
    console.info(
      `rates: ${hits} of ${all}, without events ${silentHits} of ${silent}, newcomers ${newHits} of 80`,
    );
    expect(hits / all).toBeGreaterThan(0.86);
    expect(hits / all).toBeLessThan(0.96);
    expect(silentHits / silent).toBeGreaterThan(0.8);
    expect(newHits).toBeGreaterThan(62);
  });

  it("are the supplier's own where its record is long, and the prior's where nobody has one", () => {
    const long = ratePosterior([{id: "a", events: 300, exposureYears: 100}], prior, 2000, stream(32));
    expect(mean(rateOf(long, "a"))).toBeCloseTo(3, 1);
    const none = ratePosterior([{id: "a", events: 0, exposureYears: 0}], prior, 8000, stream(33));
    expect(mean(none.pooled)).toBeGreaterThan(0.8 * prior.mean);
    expect(mean(none.pooled)).toBeLessThan(1.2 * prior.mean);
    const [own, newcomer] = [mean(rateOf(none, "a")), mean(none.newcomer)];
    expect(Math.abs(Math.log(own / newcomer))).toBeLessThan(0.2);
  });

  it("lean on the others the more, the more alike the others are", () => {
    const others = (counts: number[]) => counts.map((events, i) => ({id: `o${i}`, events, exposureYears: 5}));
    const short = {id: "a", events: 0, exposureYears: 1};
    const alike = ratePosterior([short, ...others([5, 6, 4, 5, 6, 5, 4, 5])], prior, 4000, stream(34));
    const mixed = ratePosterior([short, ...others([0, 20, 0, 0, 19, 0, 1, 0])], prior, 4000, stream(34));
    expect(mean(rateOf(alike, "a"))).toBeGreaterThan(2 * mean(rateOf(mixed, "a")));
  });

  it("do not depend on the order of suppliers, but for the draws", () => {
    const histories = [3, 0, 1].map((events, i) => ({id: `s${i}`, events, exposureYears: 2}));
    const one = ratePosterior(histories, prior, 8000, stream(35));
    const two = ratePosterior([...histories].reverse(), prior, 8000, stream(36));
    for (const {id} of histories) expect(mean(rateOf(one, id)) / mean(rateOf(two, id))).toBeCloseTo(1, 1);
  });
});
