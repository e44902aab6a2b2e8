import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {crps, fairCrps} from "../../../src/forecast/scores/crps.ts";
import {covers, intervalScore} from "../../../src/forecast/scores/interval-score.ts";
import {pit, pitHistogram} from "../../../src/forecast/scores/pit.ts";
import {skill} from "../../../src/forecast/scores/skill.ts";
import {normalCdf} from "../../../src/numeric/normal-cdf.ts";
import {mean} from "../../../src/numeric/quantile.ts";
import {stream} from "../../../src/numeric/random.ts";

interface Reference {
  readonly draws: readonly {draws: number[]; outcome: number; plain: number; fair: number}[];
  readonly normal: readonly {outcome: number; mean: number; sd: number; crps: number}[];
}
const reference = JSON.parse(
  readFileSync(new URL("../../reference/forecast-scores/scores.json", import.meta.url), "utf8"),
) as Reference;

describe("CRPS", () => {
  it.each(reference.draws)(
    "of $draws against $outcome is that of the definition",
    ({draws, outcome, plain, fair}) => {
      expect(crps(draws, outcome)).toBeCloseTo(plain, 12);
      expect(fairCrps(draws, outcome)).toBeCloseTo(fair, 12);
    },
  );

  it.each(reference.normal)(
    "of many draws of a normal ($mean, $sd) against $outcome is that of the normal, and the fair one of few on average",
    ({outcome, mean: centre, sd, crps: exact}) => {
      const random = stream(3);
      const drawn = (n: number) => Array.from({length: n}, () => centre + sd * random.normal());
      // Standard error of the mean of 20,000 draws' part is below 0.01 sd; 4 of them allowed.
      expect(Math.abs(crps(drawn(20_000), outcome) - exact)).toBeLessThan(0.04 * sd);
      const few = Array.from({length: 4000}, () => drawn(5));
      expect(Math.abs(mean(few.map((draws) => fairCrps(draws, outcome))) - exact)).toBeLessThan(0.04 * sd);
      expect(mean(few.map((draws) => crps(draws, outcome))) - exact).toBeGreaterThan(0.05 * sd);
    },
  );

  it("of a forecast without spread is the absolute error", () => {
    expect(fairCrps([4, 4, 4], 6.5)).toBe(2.5);
    expect(() => fairCrps([4], 6)).toThrow("insufficient draws");
  });

  it("is least on average for the forecaster that knows the distribution", () => {
    const random = stream(4);
    const score = (shift: number, factor: number) =>
      mean(
        Array.from({length: 1500}, () =>
          fairCrps(
            Array.from({length: 40}, () => shift + factor * random.normal()),
            random.normal(),
          ),
        ),
      );
    const right = score(0, 1);
    for (const wrong of [score(0.7, 1), score(0, 0.3), score(0, 2.5)]) expect(right).toBeLessThan(wrong);
  });
});

describe("the interval score", () => {
  it.each([
    [{low: 1, high: 4, level: 0.8}, 2, 3],
    [{low: 1, high: 4, level: 0.8}, 0.5, 3 + 10 * 0.5],
    [{low: 1, high: 4, level: 0.5}, 6.25, 3 + 4 * 2.25],
  ])("of %o against %d is %d", (interval, outcome, score) => {
    expect(intervalScore(interval, outcome)).toBeCloseTo(score, 12);
  });

  it("counts its ends as held", () => {
    expect([1, 4, 4.1].map((y) => covers({low: 1, high: 4, level: 0.5}, y))).toEqual([true, true, false]);
  });
});

describe("the probability integral transform", () => {
  it("is the share of draws below, equal ones by half", () => {
    expect(pit([1, 2, 2, 3], 2)).toBe(0.5);
    expect(pit([1, 2, 2, 3], 0)).toBe(0);
    expect(pitHistogram([0, 0.24, 0.25, 1], 4)).toEqual([2, 1, 0, 1]);
  });

  it("is uniform for a calibrated forecaster: each tenth holds a tenth, within four standard errors", () => {
    const random = stream(8);
    const values = Array.from({length: 4000}, () => {
      const centre = random.normal();
      const outcome = centre + random.normal();
      return normalCdf(outcome - centre);
    });
    for (const count of pitHistogram(values, 10))
      expect(Math.abs(count - 400)).toBeLessThan(4 * Math.sqrt(360));
  });
});

describe("skill", () => {
  const options = {block: 1, leastBlocks: 1, draws: 400, level: 0.9, random: stream(2)};

  it("is the share of the other's score that is saved", () => {
    expect(skill([1, 2], [4, 2], options).value).toBe(0.5);
    expect(skill([3, 3], [3, 3], options).value).toBe(0);
    expect(() => skill([1], [1, 2], options)).toThrow("conflicting cases");
  });

  it("has an interval that holds the true skill about as often as it says, when blocks are as long as the memory", () => {
    const held = Array.from({length: 300}, (_, world) => {
      const random = stream(11, world);
      const noise = Array.from({length: 42}, () => -Math.log(1 - random.uniform()));
      const shared = (i: number) => (noise[i] + noise[i + 1] + noise[i + 2]) / 3;
      const ours = Array.from(
        {length: 40},
        (_, i) => 0.7 * shared(i) + 0.3 * -Math.log(1 - random.uniform()),
      );
      const theirs = Array.from(
        {length: 40},
        (_, i) => 1.6 * shared(i) + 0.4 * -Math.log(1 - random.uniform()),
      );
      const found = skill(ours, theirs, {block: 3, leastBlocks: 3, draws: 200, level: 0.9, random});
      return covers(found.interval!, 0.5);
    });
    const share = held.filter(Boolean).length / held.length;
    // 300 worlds: standard error 1.7 points; blocks cut some memory, so a little below 90% is expected.
    expect(share).toBeGreaterThan(0.82);
    expect(share).toBeLessThan(0.96);
  });

  it("has no interval where too few stretches are independent", () => {
    const {interval, blocks} = skill([1, 2, 3, 4], [2, 3, 4, 5], {...options, block: 2, leastBlocks: 3});
    expect([interval, blocks]).toEqual([undefined, 2]);
  });

  it("is as sure of the difference as the pairing allows: a constant factor has no spread", () => {
    const {interval} = skill([1, 5, 2, 9], [2, 10, 4, 18], options);
    expect([interval!.low, interval!.high]).toEqual([0.5, 0.5]);
  });
});
