import {describe, expect, it} from "vitest";
import {predictable, randomSplits, temporalSplits} from "../../bench/holdout-splits.ts";
import {eciPrediction, meanPrediction, rankTwoPrediction} from "../../bench/rivals.ts";
import type {Snapshot} from "../../bench/snapshot.ts";
import {stream} from "../../src/numeric/random.ts";
import {day} from "../../src/units.ts";

/** Twelve models, released ten days apart, on six benchmarks; one is undated, and every third pair is missing. */
const snapshot: Snapshot = {
  models: Array.from({length: 12}, (_, i) => ({
    id: `m${i}`,
    lab: "",
    family: "",
    releaseDay: day(1000 + 10 * i),
  })),
  benchmarks: Array.from({length: 6}, (_, j) => ({
    id: j === 0 ? "Winogrande" : `b${j}`,
    domain: "math",
    access: "public",
    family: `b${j}`,
    ...(j === 2 ? {} : {published: 900 - 10 * j}),
  })),
  rows: Array.from({length: 72}, (_, k) => ({m: Math.floor(k / 6), b: k % 6}))
    .filter(({m, b}) => (m + b) % 3 > 0)
    .map(({m, b}, id) => ({
      id,
      model: `m${m}`,
      benchmark: b === 0 ? "Winogrande" : `b${b}`,
      score: 1 / (1 + Math.exp(2 - 0.4 * m + 0.3 * b)),
    })),
};
const at = (rows: readonly number[]) => rows.map((i) => snapshot.rows[i]);

describe("random splits", () => {
  const {splits} = randomSplits(snapshot, {count: 4, share: 0.25, random: stream(2)});

  it("hide their share, and every model and benchmark keeps a row", () => {
    for (const {known, hidden} of splits) {
      expect(hidden.length).toBe(12);
      expect([...known, ...hidden].sort((a, b) => a - b)).toEqual(snapshot.rows.map((_, i) => i));
      expect(new Set(at(known).map(({model}) => model)).size).toBe(12);
      expect(new Set(at(known).map(({benchmark}) => benchmark)).size).toBe(6);
    }
    expect(new Set(splits.map(({hidden}) => hidden.join())).size).toBe(4);
  });
});

describe("temporal splits", () => {
  const {splits} = temporalSplits(snapshot, {cutOffs: [{name: "day 1060", day: 1060}], window: 30});

  it("know nothing of models after the window, and of those in it the older half of the benchmarks", () => {
    const [{known, hidden}] = splits;
    expect(new Set(at(known).map(({model}) => model))).toEqual(
      new Set(snapshot.models.slice(0, 9).map(({id}) => id)),
    );
    expect(new Set(at(hidden).map(({model}) => model))).toEqual(new Set(["m6", "m7", "m8"]));
    // m6 took b1, b2, b4, b5, published oldest first b5, b4, b1 and b2 undated.
    expect(
      at(hidden)
        .filter(({model}) => model === "m6")
        .map(({benchmark}) => benchmark),
    ).toEqual(["b1", "b2"]);
  });
});

it("a hidden row of a model without visible rows is not scored", () => {
  const all = snapshot.rows.map((_, i) => i);
  const known = all.filter((i) => snapshot.rows[i].model !== "m3" && i % 5 > 0);
  const hidden = all.filter((i) => !known.includes(i));
  const scored = predictable(snapshot, {name: "", known, hidden});
  expect(at(scored.hidden).some(({model}) => model === "m3")).toBe(false);
  expect(scored.hidden.length).toBeLessThan(hidden.length);
});

// The ridge and the penalty pull hard on so small a table; these bounds only tell a working rival from a broken one.
it.each([
  ["the benchmark's mean", meanPrediction, 0.35],
  ["a rank-2 factorisation", rankTwoPrediction, 0.2],
  ["one ability per model", eciPrediction, 0.06],
])("%s predicts scores of one ability as well as it can", (_, method, most) => {
  const [{known, hidden}] = randomSplits(snapshot, {count: 1, share: 0.2, random: stream(8)}).splits;
  const predict = method(at(known));
  const missed = at(hidden).map((row) => Math.abs(predict(row) - row.score));
  expect(missed.reduce((a, b) => a + b, 0) / missed.length).toBeLessThan(most);
});
