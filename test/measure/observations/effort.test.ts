import {describe, expect, it} from "vitest";
import {effortEffects, type EffortRow} from "../../../src/measure/observations/effort-effects.ts";
import {EFFORT_LEVELS, effortLevel} from "../../../src/measure/observations/effort-level.ts";
import {stream} from "../../../src/numeric/random.ts";

describe("an effort level", () => {
  it.each([
    ["xhigh-effort", "max"],
    ["max", "max"],
    ["high-effort;thinking-64k", "high"],
    ["32k thinking tokens", "high"],
    ["thinking-64k", "max"],
    ["16k", "medium"],
    ["1k", "low"],
    ["low-effort;thinking-auto", "low"],
    ["medium", "medium"],
    ["nothinking", "none"],
    ["non-reasoning", "none"],
    ["no thinking", "none"],
    ["minimal", "none"],
    ["reasoner", "high"],
    ["", "unstated"],
    ["none", "unstated"],
    ["unknown", "unstated"],
    ["280b", "unstated"],
    ["2025-02-15", "unstated"],
  ])("of %j is %s", (setting, level) => expect(effortLevel(setting)).toBe(level));
});

describe("effort effects", () => {
  const truth = {none: -2, low: -1.2, medium: -0.6, high: -0.2, max: 0, unstated: -0.4};

  it("come back from a simulated world within four standard errors", () => {
    const random = stream(11);
    const rows: EffortRow[] = [];
    for (let cell = 0; cell < 400; cell++) {
      const centre = 2 * random.normal();
      for (let k = 0; k < 3; k++) {
        const level = EFFORT_LEVELS[random.below(EFFORT_LEVELS.length)];
        rows.push({cell: `cell ${cell}`, level, logit: centre + truth[level] + 0.5 * random.normal()});
      }
    }
    const {shift, noise, cells} = effortEffects(rows, 10);
    expect(cells).toBeGreaterThan(300);
    expect(Math.abs(noise - 0.5)).toBeLessThan(0.06);
    // About 200 rows a level, each compared inside its cell of three: standard error near 0.5 * sqrt(2 / 200).
    for (const level of EFFORT_LEVELS) expect(Math.abs(shift[level] + truth[level])).toBeLessThan(0.2);
  });

  it("are nothing where no model was tested at two levels", () => {
    const rows: EffortRow[] = [
      {cell: "a", level: "high", logit: 1},
      {cell: "b", level: "low", logit: -3},
    ];
    const {shift, cells} = effortEffects(rows, 0.75);
    expect(cells).toBe(0);
    for (const level of EFFORT_LEVELS) expect(shift[level]).toBeCloseTo(0, 12);
  });

  it("do not depend on how able the models are", () => {
    const rows: EffortRow[] = [
      {cell: "a", level: "low", logit: 0},
      {cell: "a", level: "max", logit: 1},
      {cell: "b", level: "low", logit: -1},
      {cell: "b", level: "max", logit: 0.5},
    ];
    const moved = rows.map((row) => (row.cell === "a" ? {...row, logit: row.logit + 5} : row));
    expect(effortEffects(moved, 1).shift.low).toBeCloseTo(effortEffects(rows, 1).shift.low, 9);
  });
});
