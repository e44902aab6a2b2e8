import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {importedPositions, type Mapping, marketsIn} from "../../../src/bets/imports/imported-positions.ts";
import type {Platform} from "../../../src/bets/imports/market-history.ts";
import {ledgerOf, question, resolution} from "../made-records.ts";

const saved = (platform: Platform): unknown =>
  JSON.parse(readFileSync(new URL(`${platform}.json`, import.meta.url), "utf8"));
const mapping = (platform: Platform, changes: Partial<Mapping> = {}): Mapping => ({
  platform,
  market: "made-up-gap",
  question: "q1",
  difference: "The market asks for a made-up gap, the question for another.",
  tier: "A",
  inverted: false,
  ...changes,
});
const run = (
  platform: Platform,
  mappings: readonly Mapping[] = [mapping(platform)],
  entries: readonly unknown[] = [question()],
) =>
  importedPositions(marketsIn(saved(platform), platform), mappings, ledgerOf(entries), {
    platform,
    at: "2026-01-09",
    by: "ada",
  });
const told = (...args: Parameters<typeof run>) =>
  run(...args).positions.map(({on, stand}) => [
    on,
    "probability" in stand ? Number(stand.probability.toFixed(3)) : null,
  ]);

describe("positions from a saved response", () => {
  it("are the last of each day that moved by a point, with days in UTC", () => {
    expect(told("metaculus")).toEqual([
      ["2026-01-02", 0.32],
      ["2026-01-05", 0.4],
    ]);
    expect(told("manifold")).toEqual([
      ["2026-01-02", 0.5],
      ["2026-01-05", 0.55],
      ["2026-01-08", 0.61],
    ]);
    expect(told("polymarket")).toEqual([
      ["2026-01-02", 0.18],
      ["2026-01-06", 0.27],
      ["2026-01-08", 0.26],
    ]);
  });

  it("name market, page and difference of wording", () => {
    expect(run("manifold").positions[0]).toMatchObject({
      forecaster: "manifold",
      by: "ada",
      source: {
        url: "https://manifold.markets/somebody/made-up-gap",
        market: "made-up-gap",
        difference: expect.stringContaining("made-up gap"),
      },
    });
  });

  it("are turned round where the market asks for the opposite", () => {
    expect(told("polymarket", [mapping("polymarket", {inverted: true})]).map(([, p]) => p)).toEqual([
      0.82, 0.73, 0.74,
    ]);
  });

  it("are not taken twice", () => {
    const first = run("manifold");
    const again = run("manifold", undefined, [question(), ...first.positions]);
    expect(again.positions).toEqual([]);
    expect(again.leftOut).toEqual([{why: "already in the ledger", count: 3}]);
  });

  it("leave out, with the reason, what came after the answer, the close, or for no question", () => {
    const late = [question({closes: "2026-01-06"}), resolution("yes", "2026-01-04")];
    expect(run("manifold", undefined, late).leftOut.reduce((sum, {count}) => sum + count, 0)).toBe(2);
    expect(run("manifold", [mapping("manifold", {question: "q9"})]).leftOut).toEqual([
      {why: "no question q9", count: 1},
    ]);
  });

  it("name markets that no mapping knows", () => {
    expect(run("metaculus", [])).toMatchObject({
      positions: [],
      unmapped: [{market: "40123", title: "Will the made-up gap close?"}],
    });
  });

  it("refuse a file of another shape", () => {
    expect(() => marketsIn({hello: 1}, "metaculus")).toThrow();
    expect(() =>
      marketsIn({...(saved("polymarket") as {market: object}).market, outcomes: "not json"}, "polymarket"),
    ).toThrow();
  });
});
