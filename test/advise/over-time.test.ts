import {describe, expect, it} from "vitest";
import {costDraws} from "../../src/advise/cost/cost-draws.ts";
import {advise} from "../../src/advise/advise.ts";
import {fieldOf} from "../../src/advise/decision/contenders.ts";
import {contenderOf, netValue} from "../../src/advise/decision/contender.ts";
import {choiceOf} from "../../src/advise/decision/choice-of-option.ts";
import {horizonOf} from "../../src/advise/decision/horizon.ts";
import type {Option} from "../../src/advise/options/option.ts";
import type {Outlook} from "../../src/advise/over-time/outlook.ts";
import {flippingResult} from "../../src/advise/over-time/flipping-result.ts";
import {pointsNeeded} from "../../src/advise/over-time/points-needed.ts";
import {stopRate} from "../../src/advise/over-time/stop-rate.ts";
import {switching} from "../../src/advise/over-time/switching.ts";
import {triggers} from "../../src/advise/over-time/triggers.ts";
import {logistic} from "../../src/advise/quality/response.ts";
import {adviceQuantitiesOf, workloadAdviceSchema, portfolioViewSchema} from "../../src/advice-report.ts";
import {mean} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {loadForceFacts} from "../../src/data/forces/load-force-facts.ts";
import {dayOf} from "../../src/dates.ts";
import {api, DRAWS, own, portfolio, quality, run, workload} from "./made-options.ts";

const facts = loadForceFacts(new URL("../../data/forces", import.meta.url).pathname).selfhost;
const on = dayOf("2026-11-23");
const costs = costDraws(facts, {on, seed: 7, drawCount: DRAWS});
const ground = quality({top: 160, good: 154, open: 152, small: 140});
const open = (provider: string, input: number) =>
  api("open", input, 4 * input, {
    provider,
    openness: "open",
    seller: "third-party",
    licenceClass: "permissive",
    origin: "China",
  });
const options: readonly Option[] = [
  api("top", 10, 50, {provider: "one"}),
  api("good", 2, 10, {provider: "two"}),
  open("novita", 0.5),
  open("deepinfra", 0.7),
  api("small", 0.05, 0.2, {provider: "three"}),
  own("open"),
];
const PATHS = 200;

/** Frontiers that gain so many points a year on each side, prices that fall so fast, suppliers that fail so often. */
function outlook({closedGain = 0, openGain = 0, fall = 0, rate = 0} = {}): Outlook {
  const months = [0, 3, 6, 9, 12, 15, 18, 21, 24];
  const line = (start: number, gain: number) =>
    Float64Array.from(
      {length: PATHS * months.length},
      (_, i) => start + (gain * months[i % months.length]!) / 12,
    );
  return {
    paths: PATHS,
    months,
    closed: line(160, closedGain),
    open: line(152, openGain),
    fall: () => new Float64Array(PATHS).fill(fall),
    onSale: () => 10,
    rate: () => new Float64Array(PATHS).fill(rate),
  };
}

const asked = workload({kind: "support", valueOfSuccess: 0.3, switchingCost: 5000});
const horizon = horizonOf(asked, portfolio());
const field = fieldOf(asked, options, horizon, {ground, costs, run});
const choice = choiceOf(field.contenders, asked, horizon);
const abilities: Readonly<Record<string, number>> = {top: 160, good: 154, open: 152, small: 140};

function follow(what: Parameters<typeof outlook>[0], discountRate = 0) {
  const side = (openness: "open" | "closed") =>
    choice.ranking.find(({contender}) => contender.option.openness === openness)!.contender;
  return switching(
    {
      start: choice.primary.contender,
      fallback: choice.fallback?.contender,
      sides: {open: side("open"), closed: side("closed")},
      stakes: asked,
      horizon,
      slope: field.success!.slope,
      abilityOf: ({model}) => abilities[model]!,
      outlook: outlook(what),
      discountRate,
    },
    stream(1, 1),
  );
}

describe("the freedom to switch", () => {
  it("is worth something once frontiers move, and used", () => {
    const still = follow({});
    const moving = follow({openGain: 15, closedGain: 15});
    expect(mean(moving.free) - moving.bound).toBeGreaterThan(mean(still.free) - still.bound);
    expect(moving.switched).toBeGreaterThan(0.5);
    expect(mean(moving.free)).toBeGreaterThan(moving.bound);
  });

  it("is used for price when prices alone fall", () => {
    const {causes, switched} = follow({fall: 0.9});
    expect(causes.price).toBeGreaterThan(0);
    expect(switched).toBeGreaterThan(0);
    expect(causes.supplier).toBe(0);
  });

  it("loses value when suppliers stop, and none on own machines", () => {
    expect(follow({rate: 0.5}).bound).toBeLessThan(follow({}).bound);
    expect(stopRate(own("open"), outlook({rate: 2})).every((rate) => rate === 0)).toBe(true);
  });

  it("counts a retirement of one of ten models as a tenth of the lab's", () => {
    const rates = stopRate(api("top", 1, 1), outlook({rate: 1}));
    expect(rates[0]).toBeCloseTo(2.1, 12);
    expect(stopRate(open("novita", 1), outlook({rate: 1}))[0]).toBeCloseTo(2, 12);
  });
});

describe("triggers", () => {
  const input = {
    workload: asked,
    horizon,
    choice,
    slope: field.success!.slope,
    abilityOf: (model: string) => abilities[model]!,
    horizonMonths: 24,
  };
  const all = (what: Parameters<typeof outlook>[0]) => triggers({...input, outlook: outlook(what)});
  const chance = (what: Parameters<typeof outlook>[0], measure: string) =>
    all(what).find((trigger) => trigger.measure === measure)?.probability.value;

  it("on price cannot fire where prices stand, and surely fire where they collapse", () => {
    expect(chance({}, "price")).toBe(0);
    expect(chance({fall: 0.95}, "price")).toBe(1);
  });

  it("on ability fire when the other side gets there", () => {
    const [never, surely] = [chance({}, "ability"), chance({openGain: 100, closedGain: 100}, "ability")];
    expect(never).toBe(0);
    expect(surely).toBe(1);
  });

  it("on ability do not fire because the frontier is abler, and dearer, than the option already", () => {
    // The best open option stands at 152, the open frontier at 158: nothing has been gained on either.
    const abler = {...outlook(), open: new Float64Array(PATHS * 9).fill(158)};
    const [trigger] = triggers({...input, outlook: abler}).filter(({measure}) => measure === "ability");
    expect(trigger!.probability.value).toBe(0);
    expect(trigger!.threshold).toBeGreaterThan(158);
  });

  it("on ability stand where the other side's best option is worth the switch, and not a little before", () => {
    const other = choice.ranking.find(
      ({contender}) => contender.option.openness !== choice.primary.contender.option.openness,
    )!;
    const points = pointsNeeded({...input, outlook: outlook()}, other)(1)!;
    const settled = {...asked, switchingCost: 0};
    const worth = (gained: number) => {
      const {success, option, drawCount} = other.contender;
      const better = success.map((share, d) =>
        logistic(Math.log(share / (1 - share)) + field.success!.slope[d]! * gained),
      );
      const contender = contenderOf(option, (into) => (into.set(better), into), {
        ...other.contender,
        drawCount,
      });
      return mean(netValue(contender, settled, horizon));
    };
    const wanted = mean(netValue(choice.primary.contender, settled, horizon)) + asked.switchingCost / 1;
    expect(worth(points)).toBeGreaterThanOrEqual(wanted);
    expect(worth(points - 0.01)).toBeLessThan(wanted);
  });

  it("say when half of the futures are there, and count none that comes too late to pay back", () => {
    const jump = (month: number) => {
      const {months} = outlook();
      const line = (start: number) =>
        Float64Array.from({length: PATHS * months.length}, (_, i) =>
          months[i % months.length]! >= month ? start + 40 : start,
        );
      const moved = {...outlook(), open: line(152), closed: line(160)};
      return triggers({...input, outlook: moved}).find(({measure}) => measure === "ability")!;
    };
    expect(jump(9).probability.value).toBe(1);
    expect(jump(9).then).toMatch(/half of the futures are there within 9 months/);
    expect(jump(24).probability.value).toBe(0);
    expect(jump(24).then).not.toMatch(/half/);
  });

  it("on an own eval count that a low result speaks against the others too", () => {
    // The rival does 75% + half of what the primary is off 80%: they meet at 70%, not at 75%.
    const shares = Array.from({length: 101}, (_, i) => 0.6 + 0.004 * i);
    const made = (model: string, of: (share: number) => number) =>
      contenderOf(api(model, 0, 0), (into) => (into.set(shares.map(of)), into), {
        drawCount: shares.length,
        perTask: 0,
        perYear: undefined,
      });
    const stakes = {valueOfSuccess: 1, costOfFailure: 0, switchingCost: 0};
    const year = {tasksPerYear: 1000, years: 1, shares: [1]};
    const two = [made("top", (share) => share), made("good", (share) => 0.75 + 0.5 * (share - 0.8))];
    const flip = flippingResult(choiceOf(two, stakes, year), stakes, year)!;
    expect(flip.rival.contender.option.model).toBe("good");
    expect(flip.share).toBeCloseTo(0.7, 9);
  });

  it("on a supplier follow its rates: 1 − exp(−rate × years)", () => {
    const rate = 0.1;
    const {option} = choice.primary.contender;
    const expected = 1 - Math.exp(-stopRate(option, outlook({rate}))[0]! * 2);
    expect(chance({rate}, "event")).toBeCloseTo(expected, 9);
    expect(chance({}, "event")).toBe(0);
  });

  it("have ids that are unique and thresholds that are numbers or none", () => {
    const made = all({fall: 0.5, openGain: 5, closedGain: 5, rate: 0.1});
    expect(new Set(made.map(({id}) => id)).size).toBe(made.length);
    for (const {threshold} of made) expect(threshold === null || Number.isFinite(threshold)).toBe(true);
  });
});

describe("a whole advice", () => {
  const ask = (
    workloads = [asked, workload({id: "other", name: "Other", style: "user-driven", valueOfSuccess: 5})],
  ) =>
    advise({
      portfolio: portfolio(workloads),
      options: {options, unmeasured: 0, unpriced: []},
      quality: ground,
      selfhost: facts,
      on,
      outlook: outlook({openGain: 8, closedGain: 8, fall: 0.5, rate: 0.05}),
      seed: 7,
      drawCount: DRAWS,
    });
  const advice = ask();

  it("is what its schema says", () => {
    for (const one of advice.workloads) workloadAdviceSchema.parse(one);
    portfolioViewSchema.parse(advice.view);
  });

  it("is the same value again", () => {
    expect(JSON.stringify(ask())).toBe(JSON.stringify(advice));
  });

  it("gives each workload the same alone as among others", () => {
    expect(JSON.stringify(ask([asked]).workloads[0])).toBe(JSON.stringify(advice.workloads[0]));
  });

  it("names every number by an id of its own", () => {
    const ids = adviceQuantitiesOf(advice).map(({id}) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith("advice."))).toBe(true);
  });

  it("says which limits leave nothing, instead of an option", () => {
    const strict = workload({limits: {...asked.limits, onPremises: true, licences: ["closed"]}});
    const [one] = ask([strict]).workloads;
    expect(one).toMatchObject({verdict: "nothing allowed", primary: null});
    expect(one!.sentence).toMatch(/on_premises/);
  });

  it("says that work is not worth it when every option loses", () => {
    const [one] = ask([workload({valueOfSuccess: 0, costOfFailure: 1})]).workloads;
    expect(one!.verdict).toBe("not worth running");
    expect(one!.fallback).toBeNull();
  });

  it("adds its concentration up to one and never counts a blow that hits nobody", () => {
    const {suppliers, origins, licences, stresses, frontier} = advice.view!;
    for (const rows of [suppliers, origins, licences]) {
      expect(rows.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    for (const {workloads, loss} of stresses) if (workloads.length === 0) expect(loss.value).toBe(0);
    expect(frontier.some(({isAdvised}) => isAdvised)).toBe(true);
  });

  it("has a frontier on which less risk always costs value", () => {
    const points = advice.view!.frontier.filter(({isAdvised}) => !isAdvised);
    for (const [at, point] of points.entries()) {
      if (at > 0) expect(point.risk).toBeLessThanOrEqual(points[at - 1]!.risk);
    }
  });
});
