import {describe, expect, it} from "vitest";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {dayOf} from "../../../src/dates.ts";
import {breakEvens} from "../../../src/forces/money/break-even.ts";
import {breakEvenQuantities} from "../../../src/forces/money/break-even-quantities.ts";
import {drawnQuantity} from "../../../src/forces/force-quantity.ts";
import {labMoney} from "../../../src/forces/money/lab-money.ts";
import {moneyQuantities} from "../../../src/forces/money/money-quantities.ts";
import {spendQuantities} from "../../../src/forces/money/spend-quantities.ts";
import {
  abilityPerDollar,
  type LabAbility,
  moneySteps,
  spendToAbility,
} from "../../../src/forces/money/spend-to-ability.ts";
import {quantitySchema} from "../../../src/report.ts";

const facts = loadForceFacts(new URL("../../../data/forces/", import.meta.url).pathname);
const asOf = dayOf("2026-11-23");
const report = labMoney(facts, {asOf, seed: 2, drawCount: 300});
const known = new Map(report.ground.finance.map((fact) => [fact.id, fact]));
const stated = {id: "a", label: "A", unit: "months" as const, rule: "r", n: 1, facts: []};

describe("a force quantity", () => {
  it("has the parts of the Report's quantity, with its facts, weakest source and prior beside them", () => {
    const {
      facts: rows,
      tier,
      confidence,
      prior,
      unit,
      ...quantity
    } = moneyQuantities(report).find(({id}) => id === "money.z-ai.runway")!;
    expect(quantitySchema.safeParse({...quantity, unit}).success).toBe(true);
    expect([tier, confidence, prior]).toEqual(["C", "medium", "none"]);
    expect(rows).toContain("z-ai-2026-09-18-cash");
  });

  it("points only to rows that exist and were known", () => {
    for (const quantity of [...moneyQuantities(report), ...breakEvenQuantities(report, breakEvens(report))]) {
      for (const row of quantity.facts) expect(known.has(row)).toBe(true);
      if (quantity.value !== null && quantity.facts.length === 0) expect(quantity.prior).toBe("wholly");
    }
  });

  it("is at least its cap where most draws reach it, and open above where some do", () => {
    const draws = (share: number) => Float64Array.from({length: 100}, (_, i) => (i < 100 * share ? 120 : 10));
    expect(drawnQuantity(stated, draws(0.9), known, 120)).toMatchObject({
      value: 120,
      censored: "right",
      interval: {high: null},
    });
    expect(drawnQuantity(stated, draws(0.3), known, 120)).toMatchObject({
      value: 10,
      censored: "none",
      interval: {low: 10, high: null},
    });
    expect(drawnQuantity(stated, draws(0), known, 120)).toMatchObject({value: 10, interval: {high: 10}});
  });

  it("names money and ability once each, with a reason where the record cannot tell", () => {
    const abilities: LabAbility[] = ["2025-01-01", "2026-01-01"].map((day, i) => ({
      lab: "openai",
      model: `m${i}`,
      day: dayOf(day),
      draws: Float64Array.of(140 + 10 * i, 141 + 10 * i),
    }));
    const relation = spendToAbility(abilities, moneySteps(report), {asOf, seed: 2});
    const quantities = spendQuantities(report, relation, abilityPerDollar(report, abilities));
    expect(new Set(quantities.map(({id}) => id)).size).toBe(quantities.length);
    expect(quantities.find(({id}) => id === "money.points-per-doubling")?.insufficient).toMatch(
      /2 records of 1 lab/,
    );
    expect(quantities.find(({id}) => id === "money.openai.points-per-usd-billion")?.value).toBeGreaterThan(0);
  });
});
