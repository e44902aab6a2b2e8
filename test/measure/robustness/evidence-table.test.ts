import {describe, expect, it} from "vitest";
import {evidenceTable} from "../../../src/measure/robustness/evidence-table.ts";
import type {Observation, RobustnessInput} from "../../../src/measure/robustness/robustness-input.ts";
import {robustnessMethod} from "../../../src/measure/robustness/robustness-method.ts";
import {day} from "../../../src/units.ts";

const ASOF = day(20_700);
const models = Array.from({length: 8}, (_, m) => ({
  id: `m${m}`,
  lab: `l${m % 3}`,
  openness: m % 2 === 0 ? ("open" as const) : ("closed" as const),
  releaseDay: day(20_000 + m),
}));
const benchmark = (id: string, more: Partial<RobustnessInput["benchmarks"][number]> = {}) => ({
  id,
  family: id,
  domain: "math" as const,
  access: "public" as const,
  ceiling: 1,
  ...more,
});
const benchmarks = [
  benchmark("plain", {chance: 0.2}),
  benchmark("agents", {domain: "agentic"}),
  benchmark("hidden", {access: "private"}),
  benchmark("half-hidden-agents", {access: "semi-private", domain: "agentic"}),
  benchmark("plain@other", {chance: 0.2, family: "plain"}),
  benchmark("fresh-all", {access: "fresh", domain: "composite", family: "fresh"}),
  benchmark("fresh-math", {access: "fresh", family: "fresh-math"}),
];
const observed = (model: string, id: string, score: number, setting = ""): Observation => ({
  model,
  benchmark: id,
  score,
  setting,
  harness: "",
});
const everyone = benchmarks.flatMap(({id}) => models.map(({id: model}) => observed(model, id, 0.6)));
const input: RobustnessInput = {models, benchmarks, observations: everyone, preferences: [], asOf: ASOF};
const table = (change: Partial<RobustnessInput> = {}) =>
  evidenceTable({...input, ...change}, robustnessMethod);
const cellsOf = (name: string, change: Partial<RobustnessInput> = {}) => {
  const {cells, tests} = table(change);
  return cells.filter(({test}) => tests[test].id === name);
};
const droppedFor = (reason: RegExp, change: Partial<RobustnessInput> = {}) =>
  table(change).dropped.find((entry) => reason.test(entry.reason))?.count;

describe("the evidence table", () => {
  it("takes the logit of the result above guessing", () => {
    // (0.6 - 0.2) / (1 - 0.2) = 1/2, whose logit is 0.
    expect(cellsOf("plain").every(({response}) => Math.abs(response) < 1e-12)).toBe(true);
    expect(cellsOf("hidden")[0].response).toBeCloseTo(Math.log(0.6 / 0.4), 12);
  });

  it("gives an agentic semi-private test both classes and a plain public one none", () => {
    const classes = new Map(table().tests.map((test) => [test.id, test.classes]));
    expect(classes.get("half-hidden-agents")).toEqual(["semi-private", "agentic"]);
    expect(classes.get("agents")).toEqual(["agentic"]);
    expect(classes.get("plain")).toEqual([]);
  });

  it("averages runs of one setting and never takes the best", () => {
    const twice = [observed("m1", "hidden", 0.2), ...everyone];
    expect(cellsOf("hidden", {observations: twice}).find(({model}) => model === 1)?.response).toBeCloseTo(
      Math.log(0.4 / 0.6),
      12,
    );
  });

  it("keeps levels of effort apart, for models that have several", () => {
    const more = [observed("m1", "hidden", 0.9, "low"), ...everyone];
    const own = cellsOf("hidden", {observations: more}).filter(({model}) => model === 1);
    expect(own.map(({effort}) => effort).sort()).toEqual(["low", "unstated"]);
    expect(cellsOf("hidden", {observations: more}).find(({model}) => model === 2)?.effort).toBe("max");
  });

  it("censors what lies on the floor or the ceiling of a test", () => {
    const edges = everyone.map((row) => (row.model === "m0" ? {...row, score: 0.1} : row));
    const all = edges.map((row) => (row.model === "m1" ? {...row, score: 1} : row));
    const own = cellsOf("plain", {observations: all});
    expect(own.map(({censored}) => censored).slice(0, 3)).toEqual(["below", "above", "none"]);
  });

  it("counts what it leaves out, by reason", () => {
    expect(droppedFor(/another evaluator/)).toBe(8);
    expect(droppedFor(/category of a composite/)).toBe(8);
    const unknown = [...everyone, observed("nobody", "plain", 0.5), observed("m0", "nothing", 0.5)];
    expect(droppedFor(/outside the window/, {observations: unknown})).toBe(1);
    expect(droppedFor(/without a description/, {observations: unknown})).toBe(1);
    const rare = [...benchmarks, benchmark("rare")];
    const few = [...everyone, observed("m0", "rare", 0.5), observed("m1", "rare", 0.5)];
    expect(droppedFor(/too few models/, {observations: few, benchmarks: rare})).toBe(2);
  });

  it("reads no model released after the as-of date and no rating dated after it", () => {
    const rating = (date: number) => ({
      model: "m0",
      setting: "",
      board: "text_sc",
      date: day(date),
      rating: 1300,
      low: 1290,
      high: 1310,
    });
    const ratings = models.map(({id}) => ({...rating(20_690), model: id}));
    const late = models.map(({id}) => ({...rating(20_701), model: id, rating: 1500}));
    const own = cellsOf("preference:text_sc", {preferences: [...ratings, ...late]});
    expect(own.map(({response}) => response)).toEqual(models.map(() => 13));
    const future = [...models.slice(0, 7), {...models[7], releaseDay: day(20_701)}];
    expect(table({models: future}).models.map(({id}) => id)).not.toContain("m7");
  });

  it("does not depend on the order of rows", () => {
    const turned = {
      models: [...models].reverse(),
      benchmarks: [...benchmarks].reverse(),
      observations: [...everyone].reverse(),
    };
    expect(table(turned)).toEqual({...table(), dropped: expect.anything()});
  });
});
