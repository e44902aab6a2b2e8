import {describe, expect, it} from "vitest";
import type {AbilityDraws} from "../../src/measure/instrument.ts";
import {keepDraws, keptDraws} from "../../src/pipeline/kept-draws.ts";

const memory = () => {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    read: (key: string) => entries.get(key),
    write: (key: string, bytes: Uint8Array) => void entries.set(key, bytes),
  };
};
const draws = (models: string[], drawCount: number): AbilityDraws => ({
  models,
  point: Float64Array.from(models, (_, i) => 130 + i / 3),
  draws: Float64Array.from({length: models.length * drawCount}, (_, i) => Math.sin(i) * 1e3),
  drawCount,
});

describe("kept draws", () => {
  it("come back to the last bit, each set under its name", () => {
    const cache = memory();
    const sets = new Map([
      ["all", draws(["a", "é", "模型"], 5)],
      ["domain:coding", draws(["a"], 5)],
      ["empty", draws([], 0)],
    ]);
    keepDraws(cache, "key", sets);
    expect(keptDraws(cache, "key")).toEqual(sets);
  });

  it("are missing under another key and without a cache", () => {
    const cache = memory();
    keepDraws(cache, "key", new Map([["all", draws(["a"], 2)]]));
    expect(keptDraws(cache, "other")).toBeUndefined();
    expect(keptDraws(undefined, "key")).toBeUndefined();
  });
});
