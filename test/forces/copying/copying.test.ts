import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import {dayOf} from "../../../src/dates.ts";
import {couplingSides} from "../../../src/forces/copying/callable-releases.ts";
import {claims} from "../../../src/forces/copying/claims.ts";
import {bestFit, couplingMonths, delayFit, delayWeights} from "../../../src/forces/copying/coupling-fit.ts";
import {couplingMethod} from "../../../src/forces/copying/coupling-method.ts";
import {
  type FastFollowInput,
  fastFollow,
  monthsWithoutCoupling,
} from "../../../src/forces/copying/fast-follow.ts";
import {monthlyFrontiers, monthlyStanding} from "../../../src/forces/copying/monthly-frontiers.ts";
import {naturalExperiments} from "../../../src/forces/copying/natural-experiments.ts";
import {
  horizonAdvantage,
  normalCrps,
  rollingAdvantage,
} from "../../../src/forces/copying/rolling-comparison.ts";
import {
  apiSpans,
  recordedWithholdings,
  withholdings,
  within,
} from "../../../src/forces/copying/withholding.ts";
import {stream} from "../../../src/numeric/random.ts";
import {day} from "../../../src/units.ts";
import {endOf, frontiers, middleOf, releasesOf} from "./follow-world.ts";

const folder = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const facts = loadForceFacts(folder("data/forces"));
const catalog = loadCatalog(folder("data"));
const today = dayOf("2026-11-23");
const delays = couplingMethod.delayMonths.value;

/** Exactly 10% of the distance per month to where closed stood three months before, plus 0.2, without noise. */
function exactWorld() {
  const callable = Float64Array.from(
    {length: 40},
    (_, t) => 125 + Math.floor(t / 4) * 3 + (t % 7 === 0 ? 1 : 0),
  );
  const open = new Float64Array(40);
  open[0] = 117;
  for (let t = 1; t < 40; t++)
    open[t] = open[t - 1] + 0.2 + 0.1 * (callable[Math.max(0, t - 3)] - open[t - 1]);
  return {open, callable};
}

describe("the error-correction fit", () => {
  it("gives back coupling, drift and delay of a world without noise", () => {
    const fit = bestFit(couplingMonths(exactWorld(), delays)!, delays);
    expect(fit.delay).toBe(3);
    expect(fit.coupling).toBeCloseTo(0.1, 9);
    expect(fit.drift).toBeCloseTo(0.2, 9);
    expect(fit.squares).toBeLessThan(1e-15);
  });

  it("does not change when both sides gain the same points", () => {
    const {open, callable} = frontiers({coupling: 0.1, delay: 3, noise: "steps"}, stream(1));
    const shifted = {open: open.map((value) => value + 50), callable: callable.map((value) => value + 50)};
    const [a, b] = [{open, callable}, shifted].map((world) => delayFit(couplingMonths(world, delays)!, 3));
    expect(b.coupling).toBeCloseTo(a.coupling, 9);
    expect(b.drift).toBeCloseTo(a.drift, 9);
  });

  it("weighs the delays to a sum of one, and the true one most where there is no noise", () => {
    const weights = delayWeights(couplingMonths(exactWorld(), delays)!, 0.1, delays);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(weights[3]).toBeGreaterThan(0.99);
  });
});

describe("the world without coupling", () => {
  it("leaves the lag as it is when there was none, and widens it by closed progress when there was", () => {
    const months = couplingMonths(exactWorld(), delays)!;
    expect(monthsWithoutCoupling(months, 0, 3, stream(1))).toBe(0);
    expect(monthsWithoutCoupling(months, 0.1, 3, stream(1))!).toBeGreaterThan(3);
  });

  it("has no answer where closed stood still", () => {
    const flat = {open: exactWorld().open, callable: new Float64Array(40).fill(130)};
    expect(monthsWithoutCoupling(couplingMonths(flat, delays)!, 0.1, 3, stream(1))).toBeUndefined();
  });
});

describe("the back-test", () => {
  const months = couplingMonths(exactWorld(), delays)!;

  it("over a year finds no error left with the coupling where the world follows it exactly", () => {
    const starts = horizonAdvantage(months, delays, {firstMonths: 15, horizon: 12});
    expect(starts).toHaveLength(months.n - 15 - 12 + 1);
    for (const [i, saved] of starts.entries()) {
      // Own drift: the mean gain so far, carried on for twelve months.
      const t = 15 + i;
      const drift = (months.open[t] - months.open[0]) / t;
      expect(saved).toBeCloseTo(Math.abs(months.open[t] + 12 * drift - months.open[t + 12]), 6);
    }
  });

  it("month by month saves error in such a world, and sees nothing of the month it forecasts", () => {
    const saved = rollingAdvantage(months, delays, 15);
    expect(saved).toHaveLength(months.n - 15);
    expect(saved.every((value) => value > 0)).toBe(true);
    const shorter = {...months, open: months.open.slice(0, -1), n: months.n - 1};
    expect(rollingAdvantage(shorter, delays, 15)).toEqual(saved.slice(0, -1));
  });
});

describe("the score of a normal forecast", () => {
  it("is (√2 - 1)/√π for the middle of a standard normal, scales with it, and is the plain error without spread", () => {
    expect(normalCrps(0, {mean: 0, sd: 1})).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 10);
    expect(normalCrps(3, {mean: 3, sd: 5})).toBeCloseTo((5 * (Math.SQRT2 - 1)) / Math.sqrt(Math.PI), 10);
    expect(normalCrps(4, {mean: 1, sd: 0})).toBe(3);
  });
});

const world = (seed: number, months?: number): FastFollowInput & {seed: number} => {
  const random = stream(seed, 1);
  const latent = frontiers({coupling: 0.2, delay: 2, noise: "steps"}, random, months);
  return {...releasesOf(latent, random, {error: 0.5, drawCount: 3}), seed};
};

describe("fast following", () => {
  const input = world(4);
  const found = fastFollow(input);

  it("gives its quantities, each with what it is about, and no year-ahead error from a year and a half", () => {
    for (const quantity of [found.coupling, found.delay, found.none, found.withoutIt, found.advantage]) {
      expect(quantity.id).toMatch(/^copying\./);
      expect(quantity.value).not.toBeNull();
      expect(quantity.n).toBeGreaterThan(0);
    }
    expect(found.yearAhead).toMatchObject({
      value: null,
      insufficient: expect.stringContaining("1 whole year, and 3 are needed"),
    });
    expect(found.delays.reduce((sum, {weight}) => sum + weight, 0)).toBeCloseTo(1, 9);
  });

  it("is the same for the same seed, whatever the order of releases", () => {
    expect(
      fastFollow({...input, open: [...input.open].reverse(), closed: [...input.closed].reverse()}),
    ).toEqual(found);
  });

  it("does not see what is released after the last measured day", () => {
    const until = endOf(36);
    const past = {...input, until};
    const cut = {
      ...past,
      open: input.open.filter(({date}) => date.latest <= until),
      closed: input.closed.filter(({api}) => api[0].from <= until),
    };
    expect(fastFollow(past)).toEqual(fastFollow(cut));
  });

  it("has no number from a record of two years: the longest delay takes nine months of it", () => {
    const short = fastFollow(world(4, 24));
    expect(short.coupling).toMatchObject({value: null, interval: null});
    expect(short.coupling.insufficient).toMatch(/months have both frontiers/);
  });
});

describe("the callable frontier", () => {
  it("leaves out a model in the months it is switched off", () => {
    const closed = [
      {model: "a", date: {earliest: middleOf(0), latest: middleOf(0)}, column: 1, api: [{from: middleOf(0)}]},
      {
        model: "b",
        date: {earliest: middleOf(1), latest: middleOf(1)},
        column: 2,
        api: [{from: middleOf(1), to: middleOf(3)}, {from: middleOf(4)}],
      },
    ];
    const open = [{model: "o", date: {earliest: middleOf(0), latest: middleOf(0)}, column: 0}];
    const standing = monthlyStanding(open, closed, endOf(5));
    expect([...monthlyFrontiers(standing, [100, 120, 130]).callable]).toEqual([120, 130, 130, 120, 130, 130]);
  });

  it("is that of models nobody could call for none", () => {
    const mythos = catalog.models.get("claude-mythos-preview")!;
    const withheld = withholdings(catalog.models, facts, today);
    expect(apiSpans(mythos, withheld)).toEqual([]);
  });

  it("holds Fable 5 until 12 June, not until 1 July, and then again", () => {
    const spans = apiSpans(catalog.models.get("claude-fable-5")!, withholdings(catalog.models, facts, today));
    expect(["2026-06-10", "2026-06-20", "2026-07-02"].map((on) => within(spans, dayOf(on)))).toEqual([
      true,
      false,
      true,
    ]);
    const early = apiSpans(
      catalog.models.get("claude-fable-5")!,
      withholdings(catalog.models, facts, dayOf("2026-06-11")),
    );
    expect(early).toEqual([{from: dayOf("2026-06-09")}]);
  });

  it("takes its withheld spans from rows that exist", () => {
    const known = new Set([...facts.events, ...facts.distillation].map(({id}) => id));
    expect(recordedWithholdings.filter((id) => !known.has(id))).toEqual([]);
  });

  it("holds an open model only until its weights are out", () => {
    const kimi = catalog.models.get("kimi-k3")!;
    const {open, closed} = couplingSides(catalog, facts, [kimi.id], today);
    expect(open).toHaveLength(1);
    expect(closed[0].api).toEqual([{from: kimi.available!.latest, to: kimi.weightsDate!.latest}]);
  });

  it("does not see a withheld span before its page is published", () => {
    const events = facts.events.map((event) =>
      event.id === "anthropic-2026-06-12-outage-regulatory"
        ? {...event, sourceDate: {earliest: dayOf("2026-08-01"), latest: dayOf("2026-08-01")}}
        : event,
    );
    const seen = (asOf: string) =>
      withholdings(catalog.models, {...facts, events}, dayOf(asOf)).some(({why}) => why === "switched-off");
    expect(seen("2026-07-31")).toBe(false);
    expect(seen("2026-08-01")).toBe(true);
  });

  it("does not see withheld spans or models after the as-of date", () => {
    fc.assert(
      fc.property(fc.integer({min: dayOf("2024-01-01"), max: today}).map(day), (asOf) => {
        for (const {from, to} of withholdings(catalog.models, facts, asOf)) {
          expect(from).toBeLessThanOrEqual(asOf);
          if (to !== undefined) expect(to).toBeLessThanOrEqual(asOf);
        }
      }),
      {numRuns: 40},
    );
  });
});

describe("natural experiments", () => {
  const base = world(8);
  const span = (model: string, from: number, to?: number, brief = false) => ({
    model,
    from: middleOf(from),
    ...(to === undefined ? {} : {to: middleOf(to)}),
    why: "held-back" as const,
    source: null,
    brief,
  });
  const outcome = (given: Parameters<typeof naturalExperiments>[1]) =>
    naturalExperiments(base, given, [])[0].effect;
  // The last closed model of all is ahead of everything before it.
  const best = base.closed.at(-1)!.model;

  it("give a number with an interval, wide, where the best model was withheld for months", () => {
    const effect = outcome([span(best, 15, 20)]);
    expect(effect.value).not.toBeNull();
    expect(effect.interval!.high! - effect.interval!.low!).toBeGreaterThan(5);
    expect(effect.n).toBe(5);
  });

  it("say why there is none: too short, brief, unmeasured, not ahead, not over", () => {
    expect(outcome([{...span(best, 15), to: day(middleOf(15) + 19)}]).insufficient).toMatch(
      /^it lasted 19 days/,
    );
    expect(outcome([span(best, 15, undefined, true)]).insufficient).toMatch(/days only/);
    expect(outcome([span("nobody", 15, 20)]).insufficient).toMatch(/not measured/);
    expect(outcome([span(base.open[0].model, 15, 20)]).insufficient).toMatch(/as able in 100%/);
    expect(outcome([span(best, 38)]).insufficient).toMatch(/not over/);
  });

  it("find a slow-down that is there", () => {
    // Open stands still in months 20 to 29 and gains two points in every other.
    const open = new Float64Array(43);
    for (let t = 1; t < 43; t++) open[t] = open[t - 1] + (t >= 20 && t < 30 ? 0 : 2);
    const made = releasesOf({open, callable: Float64Array.from({length: 43}, (_, t) => 150 + t)}, stream(3), {
      error: 0,
      drawCount: 40,
    });
    const withheld = [{...span(made.closed.at(-1)!.model, 20, 30)}];
    const [{effect}] = naturalExperiments({...made, seed: 1}, withheld, [{delay: 0, weight: 1}]);
    expect(effect.value).toBeCloseTo(-24, 9);
    expect(effect.n).toBe(10);
  });
});

describe("accusations", () => {
  it("stand beside what speaks against them, with accuser, tier and confidence, and every row is shown", () => {
    const {parties, defences, responses, otherMeasurements} = claims(facts.distillation, today);
    const moonshot = parties.find(({party}) => party === "moonshot-ai")!;
    expect(moonshot.claims.map(({by}) => by[0])).toContain("us-ostp");
    expect(moonshot.counter).toHaveLength(2);
    expect(parties.find(({party}) => party === "deepseek")!.counter).toEqual([]);
    const rows = [
      ...parties.flatMap((of) => [...of.claims, ...of.counter, ...of.measurements]),
      ...defences,
      ...responses,
      ...otherMeasurements,
    ];
    expect(new Set(rows.map(({source}) => source.fact)).size).toBe(facts.distillation.length);
    for (const {source} of rows) expect(["high", "medium", "low"]).toContain(source.confidence);
  });

  it("are not seen before they were published", () => {
    const early = claims(facts.distillation, dayOf("2026-07-01"));
    expect(early.parties.flatMap((of) => of.claims).every(({date}) => date <= "2026-07-01")).toBe(true);
    expect(early.parties.find(({party}) => party === "moonshot-ai")?.counter ?? []).toEqual([]);
  });
});
