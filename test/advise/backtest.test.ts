import {describe, expect, it} from "vitest";
import {backtestSummary} from "../../src/advise/backtest/backtest-summary.ts";
import {rivalChoice} from "../../src/advise/backtest/rivals.ts";
import {type PastDecision, scoredCase} from "../../src/advise/backtest/scored-case.ts";
import {choiceOf} from "../../src/advise/decision/choice-of-option.ts";
import {type Contender, contenderOf} from "../../src/advise/decision/contender.ts";
import {stream} from "../../src/numeric/random.ts";
import {adviceBacktestSchema} from "../../src/advice-report.ts";
import {measuredBacktest, recordLines} from "../../src/pipeline/advice/advice-record.ts";
import {api} from "./made-options.ts";

const horizon = {tasksPerYear: 1000, years: 1, shares: [1]};
const stakes = {valueOfSuccess: 1, costOfFailure: 0.5, switchingCost: 0};
const truth: Readonly<Record<string, number>> = {top: 0.9, good: 0.85, open: 0.8, tiny: 0.3};
const abilities: Readonly<Record<string, number>> = {top: 160, good: 155, open: 153, tiny: 120};
const price: Readonly<Record<string, number>> = {top: 0.2, good: 0.05, open: 0.01, tiny: 0.0001};

const contender = (model: string, success: readonly number[]): Contender =>
  contenderOf(
    api(model, 1, 1, model === "open" || model === "tiny" ? {openness: "open"} : {}),
    (into) => {
      into.set(success);
      return into;
    },
    {drawCount: success.length, perTask: price[model]!, perYear: undefined},
  );
const knowing = Object.keys(truth).map((model) =>
  contender(model, new Array<number>(200).fill(truth[model]!)),
);
const past = (contenders: readonly Contender[], changes: Partial<PastDecision> = {}): PastDecision => ({
  origin: "2026-01-01",
  test: "test",
  family: "test",
  stake: "middle",
  graded: false,
  contenders,
  stakes,
  horizon,
  truth: (model) => truth[model]!,
  abilityOf: (model) => abilities[model]!,
  ...changes,
});

describe("a case of the past", () => {
  it("has no regret for advice that knew the truth", () => {
    const one = scoredCase(past(knowing));
    expect(one.regret.advice).toBe(0);
    expect(one.wasBest).toBe(true);
    expect(one.covered).toBe(1);
  });

  it("charges each rule in points of success: 100 × (value lost) / (value + loss)", () => {
    // Net value per task and stake: open 0.8 - 0.01/1.5, top 0.9 - 0.2/1.5, good 0.85 - 0.05/1.5.
    const best = 0.85 - 0.05 / 1.5;
    const {regret, best: named} = scoredCase(past(knowing));
    expect(named).toBe("good@host");
    expect(regret["top closed"]).toBeCloseTo(100 * (best - (0.9 - 0.2 / 1.5)), 9);
    expect(regret["cheapest open above the bar"]).toBeCloseTo(100 * (best - (0.8 - 0.01 / 1.5)), 9);
    expect(regret["index per dollar"]).toBeCloseTo(100 * (best - (0.3 - 0.0001 / 1.5)), 9);
  });

  it("never has a negative regret", () => {
    const random = stream(5, 5);
    for (let i = 0; i < 50; i++) {
      const vague = Object.keys(truth).map((model) =>
        contender(
          model,
          Array.from({length: 50}, () => random.uniform()),
        ),
      );
      for (const value of Object.values(scoredCase(past(vague)).regret))
        expect(value).toBeGreaterThanOrEqual(0);
    }
  });
});

describe("rules of one line", () => {
  const {ranking} = choiceOf(knowing, stakes, horizon);
  it("take what they say", () => {
    const of = (rival: Parameters<typeof rivalChoice>[0]) =>
      rivalChoice(rival, ranking, (model) => abilities[model]!).contender.option.model;
    expect(of("top closed")).toBe("top");
    expect(of("cheapest open above the bar")).toBe("open");
    expect(of("index per dollar")).toBe("tiny");
  });

  it("fall back to the ablest open model when none is above the bar", () => {
    const low = (model: string) => (model === "open" ? 130 : abilities[model]!);
    expect(rivalChoice("cheapest open above the bar", ranking, low).contender.option.model).toBe("open");
  });
});

describe("the summary", () => {
  it("finds stated chances kept in worlds where the draws are the truth's own distribution", () => {
    const random = stream(9, 9);
    const cases = Array.from({length: 400}, (_, i) => {
      const centre = Object.fromEntries(
        Object.keys(truth).map((model) => [model, 0.5 + 0.3 * random.uniform()]),
      );
      const world = Object.fromEntries(
        Object.keys(truth).map((model) => [model, centre[model]! + 0.1 * random.normal()]),
      );
      const contenders = Object.keys(truth).map((model) =>
        contender(
          model,
          Array.from({length: 200}, () => centre[model]! + 0.1 * random.normal()),
        ),
      );
      return scoredCase(past(contenders, {truth: (model) => world[model]!, family: `f${i % 40}`}));
    });
    const [variant] = backtestSummary(cases, 1).variants;
    expect(Math.abs(variant!.calibration.stated - variant!.calibration.wasBest)).toBeLessThan(0.06);
    expect(variant!.calibration.covered).toBeGreaterThan(0.86);
    const advice = variant!.rows.find(({way}) => way === "advice")!;
    for (const {way, regret} of variant!.rows)
      if (way !== "highest expected value") expect(advice.regret).toBeLessThanOrEqual(regret);
  });
});

describe("the measured record", () => {
  const measured = measuredBacktest();
  it("ships, and is what its schema says", () => {
    expect(adviceBacktestSchema.parse(measured).variants).toHaveLength(2);
  });

  it("is summed up from its own cases", () => {
    for (const variant of measured!.variants) {
      const cases = measured!.cases.filter(
        ({graded}) => graded === (variant.knows !== "the kind of work alone"),
      );
      expect(cases).toHaveLength(variant.cases);
      for (const {way, regret} of variant.rows) {
        expect(regret).toBeCloseTo(cases.reduce((sum, one) => sum + one.regret[way]!, 0) / cases.length, 3);
      }
    }
  });

  it("says when it was made under other facts", () => {
    expect(recordLines(measured, "vother").at(-1)).toMatch(/other facts/);
    expect(recordLines(undefined, "v")).toHaveLength(1);
  });
});
