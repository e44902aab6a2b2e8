import {describe, expect, it} from "vitest";
import type {Benchmark, Model, Result} from "../../../src/data/catalog.ts";
import {dayOf, parseDateSpan} from "../../../src/dates.ts";
import {eciMethod} from "../../../src/measure/eci/eci-method.ts";
import {eciObservations} from "../../../src/measure/eci/eci-observations.ts";
import {type EciObservation, prepareEci} from "../../../src/measure/eci/prepare-eci.ts";

const benchmarks = [
  {id: "a", scale: 0.01, chance: 0.25, ceiling: 1},
  {id: "b", scale: 1, chance: 0, ceiling: 0.8},
  {id: "c", scale: 1, chance: undefined, ceiling: 1},
  {id: "d1", scale: 1, chance: 0, ceiling: 1, supersededBy: "d2"},
  {id: "d2", scale: 1, chance: 0, ceiling: 1},
];
const observation = (
  group: string,
  benchmark: string,
  score: number,
  more: Partial<EciObservation> = {},
) => ({
  version: group,
  group,
  benchmark,
  score,
  released: dayOf("2024-05-01"),
  ...more,
});
const complete = (group: string) => [
  observation(group, "a", 70),
  observation(group, "b", 0.4),
  observation(group, "c", 0.5),
  observation(group, "d2", 0.3),
];
const performanceOf = (observations: readonly EciObservation[]) =>
  new Map(
    prepareEci({observations, benchmarks}, eciMethod).rows.map((row) => [
      `${row.model} ${row.benchmark}`,
      row.performance,
    ]),
  );

describe("preparation of the index", () => {
  it("scales and corrects for chance and ceiling by exact arithmetic", () => {
    const rows = performanceOf(complete("m"));
    expect(rows.get("m a")).toBeCloseTo(0.6, 15);
    expect(rows.get("m b")).toBeCloseTo(0.5, 15);
    expect(rows.get("m c")).toBe(0.5);
  });

  it("keeps results below chance at zero and counts them", () => {
    const prepared = prepareEci(
      {observations: [observation("m", "a", 20), ...complete("m").slice(1)], benchmarks},
      eciMethod,
    );
    expect(prepared.rows.find(({benchmark}) => benchmark === "a")?.performance).toBe(0);
    expect(prepared.outsideRange).toBe(1);
  });

  it("takes the best version and effort of a group and names the others", () => {
    const prepared = prepareEci(
      {observations: [observation("m", "a", 85, {version: "m-high"}), ...complete("m")], benchmarks},
      eciMethod,
    );
    expect(prepared.rows.find(({benchmark}) => benchmark === "a")?.performance).toBeCloseTo(0.8, 15);
    expect(prepared.dropped).toEqual([{reason: "not-the-best", version: "m", group: "m", benchmark: "a"}]);
  });

  it("drops early versions before taking the maximum, so an early best does not count", () => {
    const early = observation("m", "a", 99, {version: "m-old", released: dayOf("2022-12-31")});
    const rows = performanceOf([early, ...complete("m")]);
    expect(rows.get("m a")).toBeCloseTo(0.6, 15);
    const onTheDay = performanceOf([{...early, released: dayOf("2023-01-01")}, ...complete("m")]);
    expect(onTheDay.get("m a")).toBeGreaterThan(0.9);
  });

  it("drops a superseded benchmark only for models that have the newer one", () => {
    const both = prepareEci(
      {observations: [...complete("m"), observation("m", "d1", 0.9)], benchmarks},
      eciMethod,
    );
    expect(both.rows.map(({benchmark}) => benchmark)).not.toContain("d1");
    expect(both.droppedCounts.superseded).toBe(1);
    const onlyOld = [...complete("m").slice(0, 3), observation("m", "d1", 0.9)];
    expect(performanceOf(onlyOld).get("m d1")).toBe(0.9);
  });

  it("asks for four distinct benchmarks, counted after everything else was dropped", () => {
    const three = [...complete("n").slice(0, 3), observation("n", "a", 60, {version: "n-low"})];
    const prepared = prepareEci({observations: [...complete("m"), ...three], benchmarks}, eciMethod);
    expect(prepared.data.models).toEqual(["m"]);
    expect(prepared.droppedCounts).toEqual({
      "too-early": 0,
      undated: 0,
      superseded: 0,
      "not-the-best": 1,
      "few-benchmarks": 3,
    });
  });

  it("loses nothing without a word: kept and dropped add up to what came in", () => {
    const observations = [
      ...complete("m"),
      ...complete("n").slice(2),
      observation("m", "d1", 0.2),
      observation("o", "a", 50, {released: undefined}),
      observation("m", "b", 0.1, {version: "m-low"}),
    ];
    const prepared = prepareEci({observations, benchmarks}, eciMethod);
    expect(prepared.rows.length + prepared.dropped.length).toBe(observations.length);
    expect(prepared.droppedCounts.undated).toBe(1);
    expect(prepared.chanceUnknown).toEqual(["c"]);
  });

  it("gives the same rows in any order, ties included", () => {
    const observations = [...complete("m"), observation("m", "a", 70, {version: "m-twin"}), ...complete("k")];
    const forward = prepareEci({observations, benchmarks}, eciMethod);
    const backward = prepareEci({observations: observations.toReversed(), benchmarks}, eciMethod);
    expect(backward.data).toEqual(forward.data);
    expect(backward.dropped).toEqual(forward.dropped);
  });

  it("refuses results on benchmarks nobody described", () => {
    const unknown = [observation("m", "zzz", 0.5)];
    expect(() => prepareEci({observations: unknown, benchmarks}, eciMethod)).toThrow(
      /unknown benchmark: zzz/,
    );
  });

  it("reads a catalog: settings are versions of one model, dated by its first release", () => {
    const models = new Map([
      [
        "m",
        {announced: parseDateSpan("2024-03"), weightsDate: parseDateSpan("2024-02-11")} as unknown as Model,
      ],
    ]);
    const about = new Map([["a", {id: "a", chance: 0.25, ceiling: 1} as Benchmark]]);
    const results = [{model: "m", benchmark: "a", score: 0.7, setting: "high"} as Result];
    const source = eciObservations({models, benchmarks: about, results}, new Map([["a", "a2"]]));
    expect(source.observations).toEqual([
      {version: "m (high)", group: "m", benchmark: "a", score: 0.7, released: dayOf("2024-02-11")},
    ]);
    expect(source.benchmarks).toEqual([{id: "a", scale: 1, chance: 0.25, ceiling: 1, supersededBy: "a2"}]);
  });
});
