import {describe, expect, it} from "vitest";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {dayOf} from "../../../src/dates.ts";
import {moneyMethod} from "../../../src/forces/money/money-method.ts";
import {revenueBacktest} from "../../../src/forces/money/revenue-backtest.ts";
import {runwayBacktest} from "../../../src/forces/money/runway-backtest.ts";
import {day} from "../../../src/units.ts";
import {madeFacts, madeFigure, madeLab} from "./made-facts.ts";

const facts = loadForceFacts(new URL("../../../data/forces/", import.meta.url).pathname);
const until = dayOf("2026-11-23");

describe("looking back at the record", () => {
  it("predicted later revenue figures mostly within the 90% interval, and not all too low", () => {
    const {predictions, coverage, ratio} = revenueBacktest(facts, {until, seed: 1, drawCount: 500});
    console.info(
      `revenue back-test: ${predictions.length} figures, ${Math.round(100 * coverage)}% inside, stated/predicted ${ratio.toFixed(2)}`,
    );
    expect(predictions.length).toBeGreaterThanOrEqual(15);
    expect(coverage).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.5);
    expect(ratio).toBeGreaterThan(0.67);
  });

  it("uses no figure before it was known", () => {
    const {predictions} = revenueBacktest(facts, {until: dayOf("2026-03-31"), seed: 1, drawCount: 100});
    const later = new Set(
      facts.finance.filter(({date}) => date.earliest > dayOf("2026-03-31")).map(({id}) => id),
    );
    expect(predictions.every(({fact}) => !later.has(fact))).toBe(true);
  });

  it("says how many raises and sales it ranks, and when they are too few", () => {
    const days = ["2025-12-31", "2026-03-31"].map(dayOf);
    for (const {outcome, outcomes, labs, verdict, n} of runwayBacktest(facts, {
      days,
      until,
      seed: 1,
      drawCount: 100,
    })) {
      console.info(`runway back-test, ${outcome}: ${outcomes} of ${n} lab-days, ${labs} labs: ${verdict}`);
      if (outcomes < moneyMethod.backtestMinOutcomes.value)
        expect(verdict).toMatch(/too few|nothing can be told/);
    }
  });
});

describe("the ranking by runway", () => {
  const asOf = dayOf("2026-01-31");
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const made = (raises: (i: number) => boolean) =>
    madeFacts(
      ids.map((id) => madeLab(id)),
      ids.flatMap((id, i) => [
        madeFigure(id, "cash_usd", day(asOf - 10), 1e8 * (1 + i)),
        madeFigure(id, "annual_burn_usd", day(asOf - 10), 1e8),
        ...(raises(i) ? [madeFigure(id, "funding_round_usd", day(asOf + 60), 1e8)] : []),
      ]),
    );
  const days = [asOf, day(asOf + 30), day(asOf + 45)];

  it("is perfect when only the short of money raise, and reversed when only the rich do", () => {
    const at = {days, until: dayOf("2026-11-23"), seed: 1, drawCount: 200};
    const poor = runwayBacktest(
      made((i) => i < 4),
      at,
    ).find(({outcome}) => outcome === "raised")!;
    const rich = runwayBacktest(
      made((i) => i >= 4),
      at,
    ).find(({outcome}) => outcome === "raised")!;
    expect(poor).toMatchObject({concordance: 1, outcomes: 12, labs: 4, n: 24});
    expect(poor.verdict).toContain("more often than by chance");
    expect(rich.concordance).toBe(0);
    expect(rich.verdict).toContain("less often than by chance");
  });
});
