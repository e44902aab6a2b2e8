import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {backtestTable} from "../../scripts/backtest-table.ts";
import {dayOf} from "../../src/dates.ts";
import {FORECASTERS} from "../../src/forecast/forecasters.ts";
import {readBacktest} from "../../src/pipeline/backtest-file.ts";
import {mixtureParts, trackRecordReport} from "../../src/pipeline/track-record.ts";
import {replaceBlock} from "../../src/present/readme/replace-block.ts";

const file = readBacktest()!;
const asOf = dayOf(file.under.asOf);

describe("the shipped back-test", () => {
  it("holds every forecaster and the mixture on the same cases", () => {
    const ids = [...FORECASTERS.map(({id}) => id), "mixture"];
    const counts = ids.map((id) => file.cases.filter(({forecaster}) => forecaster === id).length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(new Set(counts).size).toBe(1);
  });

  it("is what METHOD's table shows", () => {
    const method = readFileSync(new URL("../../METHOD.md", import.meta.url), "utf8");
    expect(replaceBlock(method, "backtest", backtestTable(file), "METHOD.md")).toBe(method);
  });

  it("says plainly when it belongs to other facts, choices or settings", () => {
    const own = trackRecordReport(file, asOf, file.under);
    expect(own.isCurrent).toBe(true);
    const other = trackRecordReport(file, asOf, {
      ...file.under,
      vintage: "v000000000000",
      dates: "announced",
    });
    expect(other.isCurrent).toBe(false);
    expect(other.note).toContain("other facts and settings");
    expect(other.rows).toEqual(own.rows);
  });

  it("does not show on a past day what came due after it", () => {
    const past = dayOf("2025-03-01");
    const then = trackRecordReport(file, past, file.under);
    expect(then.lastOrigin! <= "2024-12-01").toBe(true);
    expect(then.rows.every(({cases}) => cases <= 5)).toBe(true);
    expect(mixtureParts(file, past)).toEqual(
      file.weights
        .find(({from}) => from === "2025-03-01")!
        .parts.map(({forecaster, weight}) => ({id: forecaster, weight})),
    );
    const first = trackRecordReport(file, dayOf("2024-01-01"), file.under);
    expect(first.verdict).toEqual(["No forecast has come due yet, so there is no track record."]);
    expect(first.rows).toEqual([]);
  });
});
