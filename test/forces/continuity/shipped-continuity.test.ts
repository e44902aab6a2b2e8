import {beforeAll, describe, expect, it} from "vitest";
import type {Catalog} from "../../../src/data/catalog.ts";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {dayOf} from "../../../src/dates.ts";
import {flagshipBacktest} from "../../../src/forces/continuity/flagship-backtest.ts";
import {modelContinuity} from "../../../src/forces/continuity/model-continuity.ts";
import {
  type ContinuityReport,
  supplierContinuity,
} from "../../../src/forces/continuity/supplier-continuity.ts";

const data = new URL("../../../data/", import.meta.url).pathname;
const asOf = dayOf("2026-11-23");
const facts = loadForceFacts(`${data}forces`);
let catalog: Catalog;
let report: ContinuityReport;

beforeAll(() => {
  catalog = loadCatalog(data);
  report = supplierContinuity(facts, catalog, {asOf, seed: 1, drawCount: 500});
});

describe("the shipped record of suppliers", () => {
  it("counts each hazard's events and says where the prior speaks", () => {
    for (const {hazard, rates, says, prior} of report.hazards) {
      console.info(`${hazard}: ${says}`);
      expect(rates.exposureYears).toBeGreaterThan(5);
      if (rates.events === 0) expect(prior).toBe("wholly");
    }
    const of = (hazard: string) => report.hazards.find((rates) => rates.hazard === hazard)!.rates.events;
    expect(of("short-notice-deprecation")).toBeGreaterThanOrEqual(8);
    expect(of("access-suspension")).toBe(1);
    expect(of("company-failure")).toBe(0);
  });

  it("shows a retired closed model as ended, and open weights as running on", () => {
    expect(modelContinuity(report, "claude-opus-4").service.kind).toBe("retired");
    expect(modelContinuity(report, "gpt-5").service).toMatchObject({
      kind: "scheduled",
      on: dayOf("2026-12-11"),
    });
    const open = modelContinuity(report, "deepseek-v4-pro");
    expect(open.weights.kind).toBe("keeps-running");
    expect(open.service.kind).toBe("running");
  });

  it("gave chances of no new open flagship that beat the share known afterwards", () => {
    const pool = new Set(report.labs.map(({id}) => id));
    const days = ["2024-12-31", "2025-06-30", "2025-09-30"].map(dayOf);
    const {n, none, brier, brierOfShare, meanChance} = flagshipBacktest(catalog, {
      days,
      until: asOf,
      seed: 1,
      drawCount: 200,
      pool,
    });
    console.info(
      `flagship back-test: ${n} lab-days, ${none} without, mean chance ${meanChance.toFixed(2)}, Brier ${brier.toFixed(3)} against ${brierOfShare.toFixed(3)}`,
    );
    expect(n).toBeGreaterThan(40);
    expect(Math.abs(meanChance - none / n)).toBeLessThan(0.2);
    expect(brier).toBeLessThan(0.25);
  });
});
