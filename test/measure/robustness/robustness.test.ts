import {describe, expect, it} from "vitest";
import {differenceDraws} from "../../../src/measure/robustness/difference-draws.ts";
import type {ClassEstimate} from "../../../src/measure/robustness/estimate.ts";
import {evidenceTable} from "../../../src/measure/robustness/evidence-table.ts";
import {robustness} from "../../../src/measure/robustness/robustness.ts";
import type {RobustnessInput} from "../../../src/measure/robustness/robustness-input.ts";
import {type RobustnessMethod, robustnessMethod} from "../../../src/measure/robustness/robustness-method.ts";
import {mean, standardDeviation} from "../../../src/numeric/quantile.ts";
import {stream} from "../../../src/numeric/random.ts";
import {afterMonths, day, months} from "../../../src/units.ts";
import {inventedPattern, POINTS_PER_LOGIT, simulatedWorld} from "./simulated-world.ts";

const quick: RobustnessMethod = {
  ...robustnessMethod,
  burnIn: {...robustnessMethod.burnIn, value: 100},
  sweeps: {...robustnessMethod.sweeps, value: 300},
  matchBurnIn: {...robustnessMethod.matchBurnIn, value: 20},
  matchSweeps: {...robustnessMethod.matchSweeps, value: 30},
  permutations: {...robustnessMethod.permutations, value: 50},
};
const pattern = inventedPattern(1, {models: 60, publicTests: 12, otherTests: 6});
const effects = {familyPoints: 1, labPoints: 1, modelPoints: 1, behindPoints: 5};
const worldOf = (privatePoints: number, seed: number) =>
  simulatedWorld(pattern, {differencePoints: {private: privatePoints}, ...effects}, seed).input;

function estimateOf(input: RobustnessInput, name: ClassEstimate["class"], seed = 1) {
  const found = robustness(input, quick, seed).classes.find((entry) => entry.class === name);
  if (found?.kind !== "estimate") throw new Error(`no estimate for ${name}`);
  return found;
}

describe("robustness on simulated worlds", () => {
  // 30 worlds. Intervals that hold 90% of the time pass 23 or more in 99.7% of seeds; intervals that hold only 60%
  // of the time would pass in 4%.
  const truths = Array.from({length: 30}, (_, r) => (r % 2 === 0 ? 0 : -4));
  const results = truths.map((truth, r) => ({
    truth,
    own: estimateOf(worldOf(truth, r + 1), "private", r + 1),
  }));

  it("holds the true difference in its 90% interval as often as promised", () => {
    const held = results.filter(
      ({truth, own: {differencePoints}}) =>
        differencePoints.interval.low <= truth && truth <= differencePoints.interval.high,
    );
    expect(held.length).toBeGreaterThanOrEqual(23);
  });

  it("is not biased, with or without a difference", () => {
    for (const size of [0, -4]) {
      const errors = Float64Array.from(
        results.filter(({truth}) => truth === size),
        ({own}) => own.differencePoints.value - size,
      );
      expect(Math.abs(mean(errors))).toBeLessThan(
        (3.5 * standardDeviation(errors)) / Math.sqrt(errors.length),
      );
    }
  });

  it("tells a shortfall of four points from none", () => {
    const found = (size: number) =>
      results.filter(({truth, own}) => truth === size && own.differencePoints.interval.high < 0).length;
    // Of 15 worlds each: power above 60%, false alarms at the promised 5%, in which four or more are a 0.5% event.
    expect(found(-4)).toBeGreaterThanOrEqual(9);
    expect(found(0)).toBeLessThanOrEqual(3);
  });
});

describe("the robustness estimate", () => {
  const input = worldOf(-6, 3);
  const recent = afterMonths(input.asOf, months(-6));

  it("finds no difference once openness is shuffled among models of like ability", () => {
    const table = evidenceTable(input, quick);
    const {ability} = simulatedWorld(pattern, {differencePoints: {private: -6}, ...effects}, 3);
    const order = table.models
      .map((_, m) => m)
      .sort((a, b) => ability.get(table.models[a].id)! - ability.get(table.models[b].id)!);
    const placebos = Array.from({length: 6}, (_, r) => {
      const random = stream(5, r);
      const open = table.models.map(() => false);
      // One of each two neighbours in ability, at random.
      for (let k = 0; k + 1 < order.length; k += 2) open[order[k + random.below(2)]] = true;
      const draws = differenceDraws(table, open, recent, quick, random);
      return mean(draws.classes[0].difference) * POINTS_PER_LOGIT;
    });
    const real = differenceDraws(
      table,
      table.models.map(({openness}) => openness === "open"),
      recent,
      quick,
      stream(5, 99),
    );
    expect(mean(real.classes[0].difference) * POINTS_PER_LOGIT).toBeLessThan(-3);
    expect(Math.abs(mean(placebos))).toBeLessThan(1.5);
  });

  it("agrees with itself for one seed, and does not see the order of the facts", () => {
    const turned = {
      ...input,
      models: [...input.models].reverse(),
      benchmarks: [...input.benchmarks].reverse(),
      observations: [...input.observations].reverse(),
    };
    expect(robustness(turned, quick, 4)).toEqual(robustness(input, quick, 4));
  });

  it("ignores a benchmark nobody took and results of models released after the as-of date", () => {
    const unused = {...input.benchmarks[0], id: "unused", family: "unused"};
    const late = {id: "late", lab: "lab-1", openness: "open" as const, releaseDay: day(input.asOf + 1)};
    const more = {
      ...input,
      models: [...input.models, late],
      benchmarks: [...input.benchmarks, unused],
      observations: [
        ...input.observations,
        ...input.benchmarks.map(({id}) => ({
          model: "late",
          benchmark: id,
          score: 0.99,
          setting: "",
          harness: "",
        })),
      ],
    };
    expect(robustness(more, quick, 4).classes).toEqual(robustness(input, quick, 4).classes);
  });

  it("says insufficient, with counts, where a class has too few models of a side", () => {
    const open = new Set(input.models.filter(({openness}) => openness === "open").map(({id}) => id));
    const privateTests = new Set(
      input.benchmarks.filter(({access}) => access === "private").map(({id}) => id),
    );
    const few = {
      ...input,
      observations: input.observations.filter(
        ({model, benchmark}) => !open.has(model) || !privateTests.has(benchmark),
      ),
    };
    const own = robustness(few, quick, 4).classes.find((entry) => entry.class === "private");
    expect(own).toMatchObject({kind: "insufficient", nOpen: 0});
    expect(own?.nClosed).toBeGreaterThan(5);
    expect(own?.kind === "insufficient" && own.reason).toMatch(/^0 open and \d+ closed models/);
  });

  it("puts open models further behind on a class in which they do worse, by the rule it is given", () => {
    const own = estimateOf(input, "private", 2);
    if (own.lag.kind !== "estimate") throw new Error(own.lag.reason);
    expect(own.lag.extraMonths.value).toBeGreaterThan(0);
    expect(own.lag.ratio.value).toBeGreaterThan(1);
    if ("kind" in own.differenceMonths) throw new Error(own.differenceMonths.reason);
    expect(own.differenceMonths.value).toBeLessThan(0);
    const constant = estimateOf({...input, lagRule: () => () => 5}, "private", 2);
    expect(constant.lag).toMatchObject({ratio: {value: 1}, publicLag: {value: 5}, extraMonths: {value: 0}});
    const silent = estimateOf({...input, lagRule: () => () => undefined}, "private", 2);
    expect(silent.lag.kind).toBe("insufficient");
  });

  it("names the families and labs it cannot tell apart from the classes", () => {
    const one = {
      ...input,
      benchmarks: input.benchmarks.map((benchmark) =>
        benchmark.access === "private" ? {...benchmark, family: "single"} : benchmark,
      ),
    };
    expect(robustness(one, quick, 4).caveats.join("\n")).toMatch(
      /All private evidence is one family of tests \(single\)/,
    );
    const many = robustness(input, quick, 4).caveats.join("\n");
    expect(many).not.toMatch(/one family/);
    expect(many).toMatch(/1 of 14 labs release both open and closed/);
  });

  it("refuses a scale whose anchor has no results", () => {
    const missing = {...input, models: input.models.filter(({id}) => id !== "gpt-5")};
    expect(() => robustness(missing, quick, 4)).toThrow(/insufficient results of gpt-5/);
  });
});
