import {describe, expect, it} from "vitest";
import type {Benchmark, Catalog, Provenance, Result} from "../../../src/data/catalog.ts";
import {dayOf} from "../../../src/dates.ts";
import {corrected, observationsOf} from "../../../src/measure/observations/observations.ts";
import {defaultObservationsMethod as method} from "../../../src/measure/observations/observations-method.ts";

const provenance: Provenance = {
  source: "s",
  licence: "MIT",
  retrieved: dayOf("2026-01-01"),
  place: {file: "results/s.csv", row: 2},
};
const benchmark = (id: string, more: Partial<Benchmark> = {}): Benchmark => ({
  id,
  name: id,
  family: id,
  domain: "coding",
  access: "public",
  ceiling: 1,
  evaluator: "E",
  metric: "accuracy",
  indexes: [],
  fieldSources: {},
  provenance,
  ...more,
});
const result = (model: string, on: string, score: number, more: Partial<Result> = {}): Result => ({
  model,
  benchmark: on,
  score,
  setting: "",
  harness: "",
  run: 1,
  derived: false,
  seen: dayOf("2026-01-01"),
  provenance,
  ...more,
});
const catalog = (benchmarks: Benchmark[], results: Result[]): Catalog =>
  ({benchmarks: new Map(benchmarks.map((facts) => [facts.id, facts])), results}) as unknown as Catalog;

describe("an observation", () => {
  it("has guessing at 0 and the ceiling at 1", () => {
    expect(corrected(0.25, {chance: 0.25, ceiling: 1})).toBe(0);
    expect(corrected(0.2, {chance: 0.25, ceiling: 1})).toBe(0);
    expect(corrected(0.6, {chance: 0.2, ceiling: 1})).toBeCloseTo(0.5, 12);
    expect(corrected(0.9, {chance: 0, ceiling: 0.9})).toBe(1);
    expect(corrected(0.7, {ceiling: 1})).toBe(0.7);
  });

  it("of one untouched run is that run, to the last digit, with its stated error on the same scale", () => {
    const facts = catalog([benchmark("b", {chance: 0.2})], [result("m", "b", 1, {stderr: 0.04})]);
    const {observations} = observationsOf(facts, method);
    expect(observations).toMatchObject([{model: "m", benchmark: "b", score: 1, runs: 1}]);
    expect(observations[0].stderr).toBeCloseTo(0.05, 12);
  });

  it("does not rise because a model was run more often", () => {
    const once = observationsOf(catalog([benchmark("b")], [result("m", "b", 0.5)]), method);
    const often = observationsOf(
      catalog(
        [benchmark("b")],
        [0.5, 0.45, 0.55, 0.4, 0.6].map((score) => result("m", "b", score)),
      ),
      method,
    );
    expect(often.observations[0].score).toBeCloseTo(once.observations[0].score, 9);
    expect(often.observations[0].runs).toBe(5);
  });

  it("is quoted at full effort: a low-effort run is lifted by what effort does to other models", () => {
    const others = [..."acdefghijkl"].flatMap((model) => [
      result(model, "b", 0.3, {setting: "low"}),
      result(model, "b", 0.6, {setting: "max"}),
    ]);
    const facts = catalog([benchmark("b")], [...others, result("m", "b", 0.3, {setting: "low"})]);
    const {observations, effort} = observationsOf(facts, method);
    const lifted = observations.find(({model}) => model === "m")!.score;
    expect(effort.cells).toBe(11);
    expect(lifted).toBeGreaterThan(0.5);
    expect(lifted).toBeLessThan(0.61);
    const best = observationsOf(facts, {...method, settings: "best"}).observations;
    expect(best.find(({model}) => model === "m")!.score).toBe(0.3);
  });

  it("counts a run once when two sources repeat it, and says so", () => {
    const rows = [
      result("m", "b", 0.7583, {setting: "max"}),
      result("m", "b", 0.758, {setting: "max", provenance: {...provenance, source: "other"}}),
    ];
    const {observations, excluded} = observationsOf(catalog([benchmark("b")], rows), method);
    expect(observations[0].runs).toBe(1);
    expect(observations[0].results).toHaveLength(2);
    expect(excluded).toMatchObject([{what: "repeats of one run", count: 1, examples: ["m b"]}]);
  });

  it("keeps two runs that differ, or that used different harnesses, apart", () => {
    const rows = [
      result("m", "b", 0.7, {harness: "x"}),
      result("m", "b", 0.7, {harness: "y"}),
      result("m", "b", 0.8),
    ];
    expect(observationsOf(catalog([benchmark("b")], rows), method).observations[0].runs).toBe(3);
  });

  it("leaves out a composite whose categories are there, and keeps one whose categories are not", () => {
    const published = {earliest: dayOf("2026-01-08"), latest: dayOf("2026-01-08")};
    const facts = catalog(
      [
        benchmark("all", {domain: "composite", published}),
        benchmark("coding", {published}),
        benchmark("old", {domain: "composite"}),
      ],
      [result("m", "all", 0.5), result("m", "coding", 0.6), result("m", "old", 0.4)],
    );
    const {observations, excluded} = observationsOf(facts, method);
    expect(observations.map((one) => one.benchmark)).toEqual(["coding", "old"]);
    expect(excluded).toMatchObject([{what: "results on a composite", count: 1, examples: ["all"]}]);
  });

  it("does not depend on the order of the rows", () => {
    const rows = [
      result("m", "b", 0.31, {setting: "low"}),
      result("n", "b", 0.7),
      result("m", "b", 0.62, {setting: "max"}),
      result("m", "b", 0.3105, {setting: "unknown"}),
    ];
    const forward = observationsOf(catalog([benchmark("b")], rows), method).observations;
    const backward = observationsOf(catalog([benchmark("b")], [...rows].reverse()), method).observations;
    expect(backward.map(({model, score}) => [model, score])).toEqual(
      forward.map(({model, score}) => [model, score]),
    );
  });
});
