import {describe, expect, it} from "vitest";
import type {Revision} from "../../src/revision-report.ts";
import {plainInk} from "../../src/present/terminal/ink.ts";
import {displayWidth} from "../../src/present/terminal/display-width.ts";
import {historyScreen} from "../../src/present/terminal/history-screen.ts";
import {revisionScreen} from "../../src/present/terminal/revision-screen.ts";
import {vintagesScreen} from "../../src/present/terminal/vintages-screen.ts";

const figure = (value: number) => ({value, low: value - 1, high: value + 1, why: null});
const side = (name: string, asOf: string) => ({name, vintage: "v0123456789ab", asOf, method: "m0"});
const row = {
  model: "a-model-with-a-rather-long-name-2026",
  benchmark: "quiz",
  setting: "high",
  harness: "",
  source: "board",
};
const revision: Revision = {
  schema: "lagline-revision/1",
  before: side("2026-05-14", "2026-05-01"),
  after: side("now", "2026-08-01"),
  instrument: "lagline",
  dates: "weights",
  seed: 1,
  draws: 500,
  lag: {before: figure(7.14), after: figure(6.86), noise: 0.05},
  gap: {before: figure(7), after: figure(7.1), noise: null},
  shares: [
    {cause: "time passed", changes: 1, lag: 0.1, gap: 0},
    {cause: "new models", changes: 15, lag: -0.16, gap: 0.06},
    {cause: "new results", changes: 159, lag: -0.22, gap: 0.04},
    {cause: "changed scores", changes: 0, lag: 0, gap: 0},
    {cause: "changed dates", changes: 0, lag: 0, gap: 0},
    {cause: "changed openness", changes: 0, lag: 0, gap: 0},
    {cause: "changed method", changes: 1, lag: 0, gap: null},
  ],
  remainder: {lag: 0, gap: null},
  changes: {
    newModels: [{model: row.model, name: "A", lab: "a", openness: "open", date: "2026-06-01", results: 3}],
    removedModels: [],
    newResults: Array.from({length: 20}, () => ({...row, score: 0.5})),
    removedResults: [],
    newBenchmarks: [],
    removedBenchmarks: [],
    changedScores: [{...row, before: 0.5, after: 0.6}],
    changedBenchmarks: [],
    changedDates: [{id: "o3", field: "available", before: "2025-08-11", after: "2025-04-16", days: -117}],
    changedOpenness: [],
    changedIdentities: [],
    prices: [],
    indexValues: [],
    compared: {models: 137, results: 2000, dates: 137},
  },
};
const page = (width: number) => ({width, ink: plainInk});

describe.each([60, 80, 100])("at %i columns", (width) => {
  it("a revision fits, adds up as it is shown, and says what was measured first", () => {
    const lines = revisionScreen(revision, false, page(width));
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    const text = lines.join("\n");
    expect(text).toMatch(/together +−0\.28 +\+0\.10/);
    expect(text).toMatch(/new models +15 +−0\.16/);
    expect(text.replace(/\s+/g, " ")).toContain("The change of method was measured first");
    expect(text).toContain("Changed dates: 1");
    expect(text).toContain("−117 days");
    expect(text).toContain("12 more: --all shows them.");
    expect(revisionScreen(revision, true, page(width)).join("\n")).not.toContain("--all");
  });

  it("a history and a list of states fit", () => {
    const rows = [
      {
        day: "2026-05-14",
        vintage: "v0123456789ab",
        asOf: "2026-05-01",
        then: figure(7.14),
        by: "told" as const,
        now: figure(6.9),
      },
      {
        day: "2026-08-11",
        vintage: "vba9876543210",
        asOf: "2026-08-01",
        then: null,
        by: "measured" as const,
        now: figure(6.9),
      },
    ];
    const history = historyScreen({number: "lag", unit: "months", rows, earlier: 3}, page(width));
    const vintages = vintagesScreen(
      {
        inUse: "vba9876543210",
        inUseIsKept: false,
        damaged: ["x.json"],
        vintages: [
          {
            vintage: "v0123456789ab",
            day: "2026-05-14",
            origin: "/a/long/path/of/a/folder/of/facts",
            coveredTo: "2026-05-01",
            models: 700,
            results: 6000,
            prices: 1700,
          },
        ],
      },
      false,
      page(width),
    );
    expect(Math.max(...[...history, ...vintages].map(displayWidth))).toBeLessThanOrEqual(width);
    expect(history.join("\n")).toMatch(/7\.14 \(6\.1 to 8\.1\) +6\.90 \(5\.9 to 7\.9\)/);
    expect(vintages.join("\n").replace(/\s+/g, " ")).toContain(
      "are not kept yet: `lagline vintages add` keeps them",
    );
  });
});
