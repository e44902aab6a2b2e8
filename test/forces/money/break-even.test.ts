import {describe, expect, it} from "vitest";
import {dayOf} from "../../../src/dates.ts";
import {type BreakEven, breakEvens, type KeepPaceAssumptions} from "../../../src/forces/money/break-even.ts";
import {labMoney} from "../../../src/forces/money/lab-money.ts";
import {median} from "../../../src/numeric/quantile.ts";
import {day} from "../../../src/units.ts";
import {madeFacts, madeFigure, madeLab} from "./made-facts.ts";

const asOf = dayOf("2026-06-30");
const finance = [
  madeFigure("open", "annualised_revenue_usd", day(asOf - 1), 1e8),
  madeFigure("open", "annual_burn_usd", day(asOf - 1), 1e8),
];
const labs = [
  madeLab("open"),
  madeLab("shut", {openWeights: "no"}),
  madeLab("kept", {control: "parent", parent: "Parent"}),
  madeLab("quiet"),
];
const report = labMoney(madeFacts(labs, finance), {asOf, seed: 3, drawCount: 1000});

function estimated(assumptions: KeepPaceAssumptions) {
  const result = breakEvens(report, assumptions).find(({lab}) => lab === "open");
  if (result?.kind !== "estimated") throw new Error("not estimated");
  return result;
}
const margin = (share: number) => ({grossMargin: {low: share, mode: share, high: share}});
const still = {mean: 0, sd: 0};

describe("the point at which open releases stop paying", () => {
  it("is asked of labs that open weights; a parent's lab and one without revenue say so", () => {
    const kinds = Object.fromEntries(
      breakEvens(report).map((result: BreakEven) => [result.lab, result.kind]),
    );
    expect(kinds).toEqual({open: "estimated", kept: "parent", quiet: "insufficient"});
  });

  // Burn 100, margin 50% of 100: keeping pace costs 150, which takes 300 of revenue.
  it("needs the revenue whose margin covers burn and what is earned already", () => {
    expect(median(estimated(margin(0.5)).revenueNeeded) / 3e8).toBeCloseTo(1, 1);
    expect(estimated(margin(0.5)).paysNow).toBe(0);
    expect(median(estimated(margin(0.5)).stopsPayingMonths)).toBe(0);
  });

  it("comes never for a lab that outgrows the frontier's cost, and stays at once for one that does not", () => {
    const fast = estimated({
      ...margin(0.5),
      revenueGrowthPerYear: {mean: 5, sd: 0},
      keepPaceGrowthPerYear: still,
    });
    const slow = estimated({
      ...margin(0.5),
      revenueGrowthPerYear: still,
      keepPaceGrowthPerYear: {mean: 1, sd: 0},
    });
    expect(fast.paysAt[0].share).toBeGreaterThan(0.9);
    expect(slow.paysAt.every(({share}) => share === 0)).toBe(true);
    expect(median(fast.catchesUpMonths)).toBeLessThan(12);
    expect(median(slow.catchesUpMonths)).toBe(60);
  });

  it("moves with every assumption the reader changes", () => {
    const growing = {revenueGrowthPerYear: {mean: 3, sd: 0.5}};
    const share = (assumptions: KeepPaceAssumptions) =>
      estimated({...margin(0.4), ...growing, ...assumptions}).paysAt[1].share;
    expect(share({keepPaceShareOfFrontier: 0})).toBeGreaterThan(share({keepPaceShareOfFrontier: 1}));
    expect(share({...margin(0.8)})).toBeGreaterThan(share({...margin(0.2)}));
    expect(share({revenueGrowthPerYear: {mean: 4, sd: 0.5}})).toBeGreaterThan(share({}));
  });
});
