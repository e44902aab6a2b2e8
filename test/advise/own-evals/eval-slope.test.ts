import {describe, expect, it} from "vitest";
import {advise} from "../../../src/advise/advise.ts";
import {evalSlopes} from "../../../src/advise/own-evals/eval-slope.ts";
import {onOwnEval} from "../../../src/advise/quality/own-eval-success.ts";
import {logistic} from "../../../src/advise/quality/response.ts";
import {dayOf} from "../../../src/dates.ts";
import {mean} from "../../../src/numeric/quantile.ts";
import {stream} from "../../../src/numeric/random.ts";
import {api, portfolio, quality, workload} from "../made-options.ts";

const MODELS = Array.from({length: 60}, (_, m) => `m${m}`);
const WORLDS = 200;

/** Worlds with a slope each; what a model does on the eval departs from the curve by so many logits. */
function worlds(
  departure: number,
  of = (random: ReturnType<typeof stream>) => 0.1 * Math.exp(0.3 * random.normal()),
) {
  const random = stream(5, 5);
  const slopes = Float64Array.from({length: WORLDS}, () => of(random));
  const abilities = Float64Array.from({length: WORLDS * MODELS.length}, () => 140 + 12 * random.normal());
  const shares = abilities.map((ability, at) =>
    logistic(slopes[Math.floor(at / MODELS.length)]! * (ability - 145) + departure * random.normal()),
  );
  const drawsOf = (draws: Float64Array) => ({models: MODELS, draws, drawCount: WORLDS});
  return {slopes, abilities: drawsOf(abilities), success: drawsOf(shares)};
}

describe("the slope of an own eval", () => {
  it("is that of each world where success follows its curve", () => {
    const {slopes, abilities, success} = worlds(0);
    const found = evalSlopes(success, abilities, 0.1);
    // The prior draws the farthest of them a little towards the usual slope.
    for (const [d, slope] of slopes.entries()) expect(Math.abs(found[d]! / slope - 1)).toBeLessThan(0.05);
  });

  it("is right on average, to a few per cent, where models depart from it by half a logit", () => {
    const {slopes, abilities, success} = worlds(0.5);
    const found = evalSlopes(success, abilities, 0.1);
    const ratios = found.map((slope, d) => slope / slopes[d]!);
    // A mean over departures is flatter than the curve of one model: 1/√(1 + 0.346 · 0.5²) is 0.96.
    expect(mean(ratios)).toBeGreaterThan(0.92);
    expect(mean(ratios)).toBeLessThan(1.02);
  });

  it("stays that of a usual test where every model solves all, or nothing", () => {
    for (const share of [0, 1]) {
      const {abilities} = worlds(0);
      const flat = {
        models: MODELS,
        draws: new Float64Array(WORLDS * MODELS.length).fill(share),
        drawCount: WORLDS,
      };
      for (const slope of evalSlopes(flat, abilities, 0.08)) {
        expect(slope).toBeGreaterThan(0.07);
        expect(slope).toBeLessThan(0.09);
      }
    }
  });

  it("does not turn on the order of the models", () => {
    const {abilities, success} = worlds(0.3);
    const order = [...MODELS].reverse();
    const turned = success.draws.map((_, at) => {
      const d = Math.floor(at / MODELS.length);
      return success.draws[d * MODELS.length + MODELS.length - 1 - (at % MODELS.length)]!;
    });
    const [one, other] = [
      evalSlopes(success, abilities, 0.1),
      evalSlopes({...success, models: order, draws: turned}, abilities, 0.1),
    ];
    for (const [d, slope] of one.entries()) expect(other[d]).toBeCloseTo(slope, 9);
  });
});

describe("an advice on an own eval", () => {
  const ground = quality({top: 160, good: 154, small: 140});
  const general = ground.general;
  const shares = general.draws.map((ability) => logistic(0.1 * (ability - 145)));
  const own = {
    models: general.models,
    draws: shares,
    drawCount: general.drawCount,
    observed: new Map([["good", {score: 0.7}]]),
  };

  it("tells the best model measured apart from the best one predicted", () => {
    const {own: standing} = onOwnEval(own, {
      abilities: general,
      usualSlope: 0.1,
      candidates: ["top", "good", "small"],
      drawCount: 400,
    });
    expect(standing).toMatchObject({
      measured: 1,
      bestMeasured: {model: "good", share: 0.7},
      bestPredicted: {model: "top"},
    });
  });

  it("says so, and gives better models of the future something to gain", () => {
    const months = [0, 3, 6, 9, 12, 15, 18, 21, 24];
    const paths = 50;
    const line = (start: number) =>
      Float64Array.from({length: paths * months.length}, (_, i) => start + months[i % months.length]!);
    const asked = workload({
      quality: {domain: "general", benchmarks: [], gradedTasks: 50, ownEval: "mine"},
      switchingCost: 1000,
    });
    const options = [
      api("top", 10, 50),
      api("good", 2, 10, {provider: "two"}),
      api("small", 1, 2, {openness: "open"}),
    ];
    const [one] = advise({
      portfolio: portfolio([asked]),
      options: {options, unmeasured: 0, unpriced: []},
      quality: {...ground, ownEvals: new Map([["mine", own]])},
      selfhost: [],
      on: dayOf("2026-11-23"),
      outlook: {
        paths,
        months,
        closed: line(160),
        open: line(140),
        fall: () => new Float64Array(paths),
        onSale: () => 1,
        rate: () => new Float64Array(paths),
      },
      seed: 1,
      drawCount: 400,
    }).workloads;
    expect(one!.evidence).toBe(
      "your own eval mine measured one model (best of those on sale: GOOD, 70% right); all others are predicted, not measured (best: TOP, 82%)",
    );
    expect(one!.triggers.map(({measure}) => measure)).toContain("ability");
    expect(one!.overTime!.switches.value).toBeGreaterThan(0);
  });
});
