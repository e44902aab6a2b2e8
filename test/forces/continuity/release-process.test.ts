import {describe, expect, it} from "vitest";
import {type ReleaseHistory, releasePosterior} from "../../../src/forces/continuity/release-process.ts";
import {mean} from "../../../src/numeric/quantile.ts";
import {stream} from "../../../src/numeric/random.ts";
import {gammaDraw} from "../../../src/numeric/random-variates.ts";

const settings = {
  prior: {mean: 1, shape: 1},
  stoppingPrior: {mean: 0.3, shape: 1},
  horizonYears: 1,
  drawCount: 150,
};
const chances = (histories: readonly ReleaseHistory[], seed = 1) => {
  const {noneWithin, active} = releasePosterior(histories, settings, stream(seed));
  const row = (values: Float64Array, i: number) =>
    mean(values.subarray(i * settings.drawCount, (i + 1) * settings.drawCount));
  return histories.map((_, i) => ({none: row(noneWithin, i), active: row(active, i)}));
};

describe("releases of labs that may fall silent", () => {
  // 25 worlds of 24 labs: 600 outcomes; the standard error of a third's frequency is about 0.035.
  it("give chances of silence that come true as often as they say, low, middle and high ones", () => {
    const judged: {chance: number; none: boolean}[] = [];
    for (let world = 0; world < 25; world++) {
      const random = stream(41, world);
      const wait = (rate: number) => -Math.log(1 - random.uniform()) / rate;
      const [rateMean, stopMean] = [0.8 + 1.5 * random.uniform(), 0.1 + 0.5 * random.uniform()];
      const outcomes: boolean[] = [];
      const histories = Array.from({length: 24}, (_, i): ReleaseHistory => {
        const watchedYears = 0.5 + 2.5 * random.uniform();
        const rate = (gammaDraw(random, 1.5) * rateMean) / 1.5;
        const end = wait((gammaDraw(random, 1.5) * stopMean) / 1.5 + 1e-9);
        let [releases, lastYears, at] = [0, 0, wait(rate + 1e-9)];
        while (at < Math.min(end, watchedYears)) {
          releases++;
          lastYears = at;
          at += wait(rate + 1e-9);
        }
        if (at < watchedYears) at = watchedYears + wait(rate + 1e-9);
        outcomes.push(!(at < Math.min(end, watchedYears + 1)));
        return {id: `l${i}`, releases, lastYears, watchedYears};
      });
      for (const [i, {none}] of chances(histories, world).entries())
        judged.push({chance: none, none: outcomes[i]});
    }
    judged.sort((a, b) => a.chance - b.chance);
    for (const third of [0, 1, 2]) {
      const part = judged.slice((third * judged.length) / 3, ((third + 1) * judged.length) / 3);
      const said = mean(part.map(({chance}) => chance));
      const came = part.filter(({none}) => none).length / part.length;
      console.info(
        `no release within a year, third ${third + 1}: said ${said.toFixed(3)}, came ${came.toFixed(3)} of ${part.length}`,
      );
      expect(Math.abs(said - came)).toBeLessThan(0.11);
    }
  });

  it("tell a slow lab from one that is gone by its own pace", () => {
    const fill = [1, 2, 3, 4].map((n) => ({id: `f${n}`, releases: n, lastYears: 2, watchedYears: 2.5}));
    const [fast, slow] = chances([
      {id: "fast", releases: 12, lastYears: 1.5, watchedYears: 3},
      {id: "slow", releases: 2, lastYears: 1.5, watchedYears: 3},
      ...fill,
    ]);
    expect(fast.active).toBeLessThan(0.1);
    expect(slow.active).toBeGreaterThan(fast.active + 0.1);
  });

  it("expect more silence the longer it has lasted", () => {
    const lasting = [0.1, 0.8, 1.6].map((silence) => {
      const [lab] = chances([{id: "a", releases: 5, lastYears: 2, watchedYears: 2 + silence}]);
      return lab.none;
    });
    expect(lasting[0]).toBeLessThan(lasting[1]);
    expect(lasting[1]).toBeLessThan(lasting[2]);
  });
});
