import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {costDraws} from "../../src/advise/cost/cost-draws.ts";
import {fieldOf} from "../../src/advise/decision/contenders.ts";
import {choiceOf} from "../../src/advise/decision/choice-of-option.ts";
import {horizonOf} from "../../src/advise/decision/horizon.ts";
import {bestRoute} from "../../src/advise/decision/routing.ts";
import {continuityOf, type Option, supplierOf} from "../../src/advise/options/option.ts";
import type {Limits, Workload} from "../../src/advise/portfolio/portfolio.ts";
import {loadForceFacts} from "../../src/data/forces/load-force-facts.ts";
import {dayOf} from "../../src/dates.ts";
import {api, DRAWS, own, portfolio, quality, run, workload} from "./made-options.ts";

const facts = loadForceFacts(new URL("../../data/forces", import.meta.url).pathname).selfhost;
const costs = costDraws(facts, {on: dayOf("2026-11-23"), seed: 7, drawCount: DRAWS});
const ground = quality({top: 160, good: 154, open: 152, small: 140});
const options: readonly Option[] = [
  api("top", 10, 50),
  api("good", 2, 10, {provider: "two"}),
  api("open", 0.5, 2, {
    provider: "novita",
    openness: "open",
    seller: "third-party",
    licenceClass: "permissive",
    origin: "China",
  }),
  api("open", 0.7, 2.5, {
    provider: "deepinfra",
    openness: "open",
    seller: "third-party",
    licenceClass: "permissive",
    origin: "China",
  }),
  api("small", 0.05, 0.2, {provider: "three"}),
  own("open"),
];

function decide(asked: Workload = workload(), some = options) {
  const horizon = horizonOf(asked, portfolio());
  const field = fieldOf(asked, some, horizon, {ground, costs, run});
  return {field, horizon, choice: choiceOf(field.contenders, asked, horizon)};
}

describe("the horizon", () => {
  it("of no growth and no discount is twelve times a month", () => {
    const {tasksPerYear, years} = horizonOf(workload(), {horizonMonths: 24, discountRate: 0});
    expect(tasksPerYear).toBeCloseTo(1_200_000, 6);
    expect(years).toBeCloseTo(2, 12);
  });

  it("counts less of what comes later", () => {
    const growing = workload({growthPerYear: 1});
    const [now, later] = [
      horizonOf(growing, {horizonMonths: 24, discountRate: 0}),
      horizonOf(growing, {horizonMonths: 24, discountRate: 0.5}),
    ];
    expect(later.tasksPerYear).toBeLessThan(now.tasksPerYear);
  });
});

describe("the choice", () => {
  it("scales with volume where only prices count", () => {
    const cost = (tasksPerMonth: number) =>
      decide(workload({tasksPerMonth})).choice.ranking.find(
        ({contender}) => contender.option.id === "good@two",
      )!.cost;
    expect(cost(300_000)).toBeCloseTo(3 * cost(100_000), 6);
  });

  it("is not changed by an option that costs more and does the same", () => {
    const dearer = api("open", 5, 20, {
      provider: "dear",
      openness: "open",
      seller: "third-party",
      licenceClass: "permissive",
      origin: "China",
    });
    const [before, after] = [decide().choice, decide(workload(), [...options, dearer]).choice];
    expect(after.primary.contender.option.id).toBe(before.primary.contender.option.id);
    expect(after.ranking.map(({expected, bestShare}) => [expected, bestShare])).toEqual(
      before.ranking.map(({expected, bestShare}) => [expected, bestShare]),
    );
  });

  it("does not depend on the order of options", () => {
    const [one, other] = [decide(), decide(workload(), [...options].reverse())];
    expect(other.choice.ranking.map(({contender, expected}) => [contender.option.id, expected])).toEqual(
      one.choice.ranking.map(({contender, expected}) => [contender.option.id, expected]),
    );
  });

  it("never likes an option more at a higher price", () => {
    fc.assert(
      fc.property(fc.double({min: 1, max: 20, noNaN: true}), (factor) => {
        const raised = options.map((option) =>
          option.id === "good@two" ? api("good", 2 * factor, 10 * factor, {provider: "two"}) : option,
        );
        const at = (some: readonly Option[]) =>
          decide(workload(), some).choice.ranking.find(({contender}) => contender.option.id === "good@two")!;
        const [before, after] = [at(options), at(raised)];
        expect(after.expected).toBeLessThanOrEqual(before.expected);
        expect(after.bestShare).toBeLessThanOrEqual(before.bestShare);
      }),
      {numRuns: 10},
    );
  });

  it("gives chances of being best that add up to one, and regrets that are never negative", () => {
    const {ranking} = decide().choice;
    expect(ranking.reduce((sum, {bestShare}) => sum + bestShare, 0)).toBeCloseTo(1, 9);
    expect(ranking.every(({regret}) => regret >= 0)).toBe(true);
  });

  it("takes the cheaper of two that cannot be told apart, and says so", () => {
    const alike = quality({left: 150.1, right: 150}, 0.5, 0.01);
    const asked = workload({valueOfSuccess: 100});
    const some = [api("left", 2, 10), api("right", 1.9, 9.5, {provider: "two"})];
    const horizon = horizonOf(asked, portfolio());
    const choice = choiceOf(
      fieldOf(asked, some, horizon, {ground: alike, costs, run}).contenders,
      asked,
      horizon,
    );
    expect(choice.verdict).toBe("no difference");
    expect(choice.primary.contender.option.model).toBe("right");
    expect(choice.insteadOf!.contender.option.model).toBe("left");
  });

  it("does not call a worse model alike merely because little is known", () => {
    const vague = quality({strong: 160, weak: 130}, 12);
    const asked = workload({valueOfSuccess: 100});
    const some = [api("strong", 10, 50), api("weak", 0.1, 0.4, {provider: "two"})];
    const horizon = horizonOf(asked, portfolio());
    const choice = choiceOf(
      fieldOf(asked, some, horizon, {ground: vague, costs, run}).contenders,
      asked,
      horizon,
    );
    expect(choice.primary.contender.option.model).toBe("strong");
  });

  it("keeps what runs today until another is worth more than the switch", () => {
    const asked = workload({tasksPerMonth: 200, today: {model: "good", provider: "two"}, switchingCost: 1e7});
    expect(decide(asked).choice.primary.contender.option.model).toBe("good");
  });

  it("names a fallback of another supplier, lab and kind of continuity where there is one", () => {
    const {primary, fallback, fallbackShares} = decide().choice;
    expect(fallbackShares).toBe("nothing");
    expect(supplierOf(fallback!.contender.option)).not.toBe(supplierOf(primary.contender.option));
    expect(fallback!.contender.option.lab).not.toBe(primary.contender.option.lab);
    expect(continuityOf(fallback!.contender.option)).not.toBe(continuityOf(primary.contender.option));
  });
});

describe("limits", () => {
  const limits = fc.record({
    dataResidency: fc.constantFrom("EU" as const, "US" as const, "any" as const),
    licences: fc.subarray(["permissive", "conditional", "non-commercial", "closed"] as const, {minLength: 1}),
    excludedOrigins: fc.subarray(["US", "China", "other"] as const),
    originsNotAtHome: fc.subarray(["US", "China", "other"] as const),
    onPremises: fc.boolean(),
    excluded: fc.subarray(["top", "deepinfra", "lab of small"]),
  });

  it("are never broken, whatever an option is worth", () => {
    fc.assert(
      fc.property(limits, (some: Limits) => {
        const asked = workload({limits: some});
        const {contenders, ruledOut, dearer} = fieldOf(asked, options, horizonOf(asked, portfolio()), {
          ground,
          costs,
          run,
        });
        expect(contenders.length + ruledOut.length + dearer.length).toBe(options.length);
        for (const {option} of contenders) {
          if (some.onPremises) expect(option.hosting).toBe("self-hosted");
          expect(some.excludedOrigins).not.toContain(option.origin);
          expect(some.licences).toContain(option.openness === "closed" ? "closed" : option.licenceClass);
          for (const name of [option.model, option.provider, option.lab])
            expect(some.excluded).not.toContain(name);
        }
      }),
      {numRuns: 60},
    );
  });

  it("keep a flexible tier away from work that a person waits for", () => {
    const flex = api("top", 1, 5, {provider: "openrouter:Lab", tier: "flex"});
    const asked = (latency: Workload["latency"]) => {
      const one = workload({latency});
      return fieldOf(one, [...options, flex], horizonOf(one, portfolio()), {ground, costs, run});
    };
    expect(asked("interactive").ruledOut.map(({option}) => option.id)).toContain(flex.id);
    expect(asked("minutes").contenders.map(({option}) => option.id)).toContain(flex.id);
  });
});

describe("a route", () => {
  it("pays only where failures are noticed", () => {
    const asked = workload({valueOfSuccess: 3, noticed: 0});
    const {choice, horizon} = decide(asked);
    expect(bestRoute(choice.ranking, asked, horizon, 1)).toBeUndefined();
  });

  it("sends on what visibly fails and no more", () => {
    const asked = workload({valueOfSuccess: 3, noticed: 1, switchingCost: 0});
    const {choice, horizon} = decide(asked);
    const route = bestRoute(choice.ranking, asked, horizon, 1)!;
    const first = route.first.contender.success;
    const failed = 1 - first.reduce((sum, share) => sum + share, 0) / first.length;
    expect(route.escalated).toBeCloseTo(failed, 9);
    expect(route.gain).toBeGreaterThan(0);
    expect(route.expected - choice.ranking[0]!.expected).toBeCloseTo(route.gain, 6);
  });
});
