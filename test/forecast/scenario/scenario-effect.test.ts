import {describe, expect, it} from "vitest";
import {particles} from "../../../src/forecast/forces/particles.ts";
import type {Lever} from "../../../src/forecast/forces/lever.ts";
import {
  ASKED,
  effectSums,
  effectTask,
  joinedSums,
  TRACED,
} from "../../../src/forecast/scenario/effect-sums.ts";
import {effectOf} from "../../../src/forecast/scenario/scenario-effect.ts";
import {between, point, uniform} from "../../../src/numeric/distribution.ts";
import {workerPool} from "../../../src/pool/worker-pool.ts";
import {cashOf, madeGround, madeLab} from "../forces/made-ground.ts";

const labs = [
  madeLab("alpha", {money: cashOf(3e8), revenue: [1e8]}),
  madeLab("beta"),
  madeLab("gamma", {country: "US"}),
  madeLab("others", {country: "", cadence: 0, tightening: [0]}),
];
const ground = madeGround({
  labs,
  labRecords: [
    [4, 3, 2, 0],
    [3, 4, 2, 0],
  ],
});
const drawn = particles(ground, 4);
const input = (levers: readonly Lever[]) => ({ground, particles: drawn, levers, seed: 2, months: 36});
const run = (levers: readonly Lever[], paths = 500) => {
  const sums = effectSums(input(levers), {from: 0, to: paths});
  return {sums, effect: effectOf(sums, levers)};
};
const changeOf = (levers: readonly Lever[], id: string, months = 24) =>
  run(levers)
    .effect.targets.find((target) => target.id === id)!
    .horizons.find((one) => one.months === months)!.change;

describe("what a scenario changes (METHOD R58)", () => {
  it("nothing, exactly, when it has no levers or levers that do nothing", () => {
    const idle: readonly (readonly Lever[])[] = [
      [],
      [{kind: "copying", amount: point(0), from: 3}],
      [{kind: "funding", side: "open", labs: [0, 1], amount: point(0), from: 3}],
      [{kind: "funding", side: "closed", labs: [], amount: point(0), from: 3}],
      [{kind: "hold-back", amount: point(0), from: 3}],
      [{kind: "price", side: "open", amount: point(1), from: 3}],
      [{kind: "learning", amount: point(1), from: 3}],
      [{kind: "threshold", labs: [0], amount: point(1e6), from: 3}],
      [{kind: "new-lab", amount: point(0), from: 3}],
      [{kind: "release", chinese: false, amount: point(1e6), from: 3}],
    ];
    for (const levers of idle) {
      const {sums, effect} = run(levers, 60);
      for (const {horizons} of effect.targets)
        for (const {change} of horizons) {
          expect([0, 1]).toContain(change.value);
          expect(change.low).toBe(change.high);
        }
      expect([...sums.binned].filter((_, i) => i % 3 === 2).every((squares) => squares === 0)).toBe(true);
    }
  });

  it.each<[string, Lever, string, "up" | "down"]>([
    [
      "less money for open labs",
      {kind: "funding", side: "open", labs: [0, 1], amount: point(-0.8), from: 3},
      "open",
      "down",
    ],
    [
      "more money for open labs",
      {kind: "funding", side: "open", labs: [1], amount: point(1), from: 3},
      "open",
      "up",
    ],
    [
      "less money for closed labs",
      {kind: "funding", side: "closed", labs: [], amount: point(-0.5), from: 3},
      "closed",
      "down",
    ],
    ["cutting copying off", {kind: "copying", amount: point(1), from: 3}, "open", "down"],
    ["holding APIs back", {kind: "hold-back", amount: point(9), from: 3}, "open", "down"],
    ["withdrawing APIs", {kind: "withdrawal", from: 3}, "open", "down"],
    ["a US ban", {kind: "ban", from: 3}, "lag-us", "up"],
    ["a release threshold", {kind: "threshold", labs: [0, 1], amount: null, from: 3}, "open", "down"],
    ["a flagship opened", {kind: "release", chinese: false, amount: point(0), from: 6}, "open", "up"],
    ["a new open lab", {kind: "new-lab", amount: between(5e8, 3e9), from: 0}, "open", "up"],
    ["cheaper open models", {kind: "price", side: "open", amount: point(0.2), from: 3}, "use.open", "up"],
    ["learning from use", {kind: "learning", amount: point(3), from: 0}, "held-out-ratio", "up"],
  ])("%s moves its target the right way", (_, lever, target, way) => {
    const {value} = changeOf([lever], target);
    if (way === "up") expect(value).toBeGreaterThan(0);
    else expect(value).toBeLessThan(0);
  });

  it("grows with the strength of the lever", () => {
    const at = (cut: number) => changeOf([{kind: "copying", amount: point(cut), from: 3}], "open").value!;
    expect(at(1)).toBeLessThan(at(0.5));
    expect(at(0.5)).toBeLessThan(at(0.1));
  });

  it("splits the mean change into parts of forces that add up to it", () => {
    const levers: Lever[] = [
      {kind: "funding", side: "open", labs: [0, 1], amount: point(-0.8), from: 3},
      {kind: "copying", amount: point(1), from: 6},
      {kind: "release", chinese: false, amount: point(2), from: 12},
    ];
    const {effect} = run(levers, 200);
    expect(new Set(effect.path.map(({force}) => force))).toEqual(
      new Set(["copying", "research", "cadence", "withholding", "releases"]),
    );
    for (const target of TRACED) {
      const total = effect.path
        .filter((part) => part.target === target)
        .reduce((sum, {byQuarter}) => sum + byQuarter[8], 0);
      const stated = effect.targets
        .find(({id}) => id === target)!
        .horizons.find(({months}) => months === 24)!;
      expect(total).toBeCloseTo(stated.change.value!, 8);
    }
  });

  it("finds the parameter an answer hangs on: the amount itself where all else is alike", () => {
    const levers: Lever[] = [{kind: "release", chinese: false, amount: uniform(-40, 20), from: 1}];
    const {hangsOn} = run(levers).effect;
    const first = hangsOn.find(({target, months}) => target === "open" && months === 12)!;
    expect(first.what).toBe("the scenario's own amount of release");
    expect(first.share).toBeGreaterThan(0.5);
    expect(
      hangsOn.every(({target, months}) =>
        ASKED.some((one) => one.target === target && one.months === months),
      ),
    ).toBe(true);
  });

  it("gives the same bytes whatever the number of workers", async () => {
    const levers: Lever[] = [{kind: "copying", amount: uniform(0.2, 0.9), from: 3}];
    const job = {task: effectTask, shared: input(levers), count: 120, chunk: 40};
    const answers = [];
    for (const size of [0, 1, 2]) {
      const pool = await workerPool({size});
      answers.push(JSON.stringify(effectOf(joinedSums(await pool.run(job)), levers)));
      await pool.close();
    }
    expect(new Set(answers).size).toBe(1);
  });
});
