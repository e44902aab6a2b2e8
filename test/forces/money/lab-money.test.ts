import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {dayOf} from "../../../src/dates.ts";
import {type LabMoney, labMoney, type MoneyReport} from "../../../src/forces/money/lab-money.ts";
import {moneyMethod} from "../../../src/forces/money/money-method.ts";
import {moneyQuantities} from "../../../src/forces/money/money-quantities.ts";
import {median, quantiles} from "../../../src/numeric/quantile.ts";
import {day} from "../../../src/units.ts";
import {madeFacts, madeFigure, madeLab} from "./made-facts.ts";

const asOf = dayOf("2026-06-30");
const at = {asOf, seed: 7, drawCount: 800};
const shipped = loadForceFacts(new URL("../../../data/forces/", import.meta.url).pathname);

const labOf = ({labs}: MoneyReport, id: string): LabMoney => labs.find(({lab}) => lab.id === id)!;
function own(report: MoneyReport, id: string) {
  const {stayingPower} = labOf(report, id);
  if (stayingPower.kind !== "own") throw new Error(`${id} has a parent`);
  return stayingPower;
}
const width = (draws: Float64Array) => {
  const [low, high] = quantiles(draws, [0.05, 0.95]);
  return Math.log(high / low);
};

describe("money as of a day", () => {
  it("sees nothing that happened or was published later", () => {
    const base = labMoney(shipped, {...at, drawCount: 200});
    fc.assert(
      fc.property(
        fc.constantFrom("openai", "z-ai", "mistral", "arcee-ai"),
        fc.constantFrom(
          "cash_usd",
          "annual_burn_usd",
          "annualised_revenue_usd",
          "funding_round_usd",
          "valuation_usd",
        ),
        fc.double({min: 1e6, max: 1e12, noNaN: true}),
        fc.integer({min: 1, max: 500}),
        fc.boolean(),
        (lab, metric, usd, wait, publishedLate) => {
          const later = day(asOf + wait);
          const span = {earliest: later, latest: later};
          const fact = publishedLate
            ? madeFigure(lab, metric as "cash_usd", day(asOf - 20), usd, {sourceDate: span})
            : madeFigure(lab, metric as "cash_usd", later, usd, {sourceDate: {earliest: asOf, latest: asOf}});
          const again = labMoney({...shipped, finance: [...shipped.finance, fact]}, {...at, drawCount: 200});
          expect(moneyQuantities(again)).toEqual(moneyQuantities(base));
        },
      ),
      {numRuns: 12},
    );
  });

  it("does not depend on the order of rows or labs", () => {
    const turned = {
      ...shipped,
      labs: new Map([...shipped.labs].reverse()),
      finance: [...shipped.finance].reverse(),
    };
    expect(moneyQuantities(labMoney(turned, at))).toEqual(moneyQuantities(labMoney(shipped, at)));
  });

  it("gives the same numbers for the same seed and others for another", () => {
    expect(moneyQuantities(labMoney(shipped, at))).toEqual(moneyQuantities(labMoney(shipped, at)));
    expect(moneyQuantities(labMoney(shipped, {...at, seed: 8}))).not.toEqual(
      moneyQuantities(labMoney(shipped, at)),
    );
  });

  it("names each quantity once and gives no number only with a reason", () => {
    const quantities = moneyQuantities(labMoney(shipped, at));
    expect(new Set(quantities.map(({id}) => id)).size).toBe(quantities.length);
    for (const {value, insufficient} of quantities) expect(value === null).toBe(insufficient !== null);
    for (const {value, interval} of quantities) {
      if (value !== null && interval?.low != null && interval.high !== null) {
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
      }
    }
  });
});

describe("the runway of a subsidiary", () => {
  it("is its parent's will and no number", () => {
    const report = labMoney(shipped, at);
    const {stayingPower} = labOf(report, "google");
    expect(stayingPower).toMatchObject({kind: "parent", parent: "Alphabet"});
    const runway = moneyQuantities(report).find(({id}) => id === "money.google.runway");
    expect(runway).toMatchObject({value: null, interval: null});
    expect(runway?.insufficient).toContain("will of Alphabet");
  });

  it("was its own before it was bought", () => {
    expect(labOf(labMoney(shipped, {...at, asOf: dayOf("2026-01-31")}), "xai").stayingPower.kind).toBe("own");
    expect(labOf(labMoney(shipped, {...at, asOf: dayOf("2026-02-28")}), "xai").stayingPower.kind).toBe(
      "parent",
    );
  });
});

describe("unknown cash", () => {
  const report = labMoney(
    madeFacts(
      [madeLab("quiet"), madeLab("told")],
      [
        madeFigure("told", "cash_usd", dayOf("2026-06-01"), 1e9),
        madeFigure("told", "quarterly_cash_burn_usd", dayOf("2026-05-31"), 1e8),
      ],
    ),
    at,
  );

  it("gives a wide answer that says the prior speaks, and never zero", () => {
    const {cash, burn, runwayMonths, says} = own(report, "quiet");
    expect([cash.prior, burn.prior]).toEqual(["wholly", "wholly"]);
    expect(says).toContain("prior");
    expect(Math.min(...cash.draws)).toBeGreaterThan(0);
    expect(Math.min(...runwayMonths)).toBeGreaterThan(0);
    expect(width(cash.draws)).toBeGreaterThan(5 * width(own(report, "told").cash.draws));
    expect(width(runwayMonths)).toBeGreaterThan(width(own(report, "told").runwayMonths));
    expect(moneyQuantities(report).find(({id}) => id === "money.quiet.runway")?.prior).toBe("wholly");
    expect(moneyQuantities(report).find(({id}) => id === "money.told.runway")?.prior).toBe("none");
  });

  it("is not used where a balance and a burn are stated", () => {
    const {says, runwayMonths} = own(report, "told");
    expect(says).toBe("");
    // One billion less a month of burn, at 0.4 billion a year and rising: two years and a bit.
    expect(median(runwayMonths)).toBeGreaterThan(18);
    expect(median(runwayMonths)).toBeLessThan(32);
  });
});

describe("raising money as before", () => {
  it("never makes a lab run short earlier, and helps more the oftener it raised", () => {
    const report = labMoney(shipped, at);
    for (const {stayingPower} of report.labs) {
      if (stayingPower.kind === "parent") continue;
      for (const {withRaising, withoutNewMoney} of stayingPower.shortWithin) {
        expect(withRaising).toBeLessThanOrEqual(withoutNewMoney);
      }
    }
    const months = [1, 2, 3, 4, 5, 6, 7, 8];
    const rounds = months.map((month) =>
      madeFigure("often", "funding_round_usd", day(asOf - 60 * month), 5e7),
    );
    const same = (lab: string) => [
      madeFigure(lab, "cash_usd", day(asOf - 5), 1e8),
      madeFigure(lab, "annual_burn_usd", day(asOf - 5), 1e8),
    ];
    const made = labMoney(
      madeFacts(
        [madeLab("often"), madeLab("once"), madeLab("silent")],
        [
          ...rounds,
          madeFigure("once", "funding_round_usd", day(asOf - 500), 5e7),
          ...same("often"),
          ...same("once"),
          ...same("silent"),
        ],
      ),
      at,
    );
    const within = (id: string) => own(made, id).shortWithin.at(-1)!.withRaising;
    expect(within("often")).toBeLessThan(within("once") - 0.1);
    // No round on record is a gap of the record: such a lab raises as labs do, not as one that never could.
    expect(within("silent")).toBeLessThan(within("once"));
  });
});

describe("figures that disagree", () => {
  const lab = madeLab("lab");
  const revenue = (finance: ReturnType<typeof madeFigure>[]) => {
    const {revenue: estimate} = labOf(labMoney(madeFacts([lab], finance), {...at, drawCount: 4000}), "lab");
    if (estimate.kind !== "estimated") throw new Error("no revenue");
    return estimate.draws;
  };
  const figure = (usd: number, more: Parameters<typeof madeFigure>[4] = {}) =>
    madeFigure("lab", "annualised_revenue_usd", day(asOf - 1), usd, more);

  it("stay apart instead of meeting in the middle", () => {
    const draws = revenue([figure(1e9), figure(4e9)]);
    const near = (usd: number) =>
      draws.filter((draw) => Math.abs(Math.log(draw / usd)) < 0.2).length / draws.length;
    expect(near(1e9)).toBeGreaterThan(0.4);
    expect(near(4e9)).toBeGreaterThan(0.4);
    expect(near(2e9)).toBeLessThan(0.05);
  });

  it("weigh by happening, not by how often it is told", () => {
    const told = [1, 2, 3, 4].map((i) => figure(1e9 + i, {event: "a"}));
    const draws = revenue([...told, figure(4e9)]);
    expect(draws.filter((draw) => draw > 2e9).length / draws.length).toBeGreaterThan(0.4);
  });

  it("are overtaken by newer ones, but not by one without a page", () => {
    const old = {...figure(1e9), date: {earliest: day(asOf - 200), latest: day(asOf - 200)}};
    const aboveTwo = (draws: Float64Array) => draws.filter((draw) => draw > 6e9).length / draws.length;
    expect(aboveTwo(revenue([old, figure(8e9)]))).toBeGreaterThan(0.9);
    const unsourced = aboveTwo(revenue([old, figure(8e9, {tier: "none", confidence: "low"})]));
    expect(unsourced).toBeGreaterThan(0.1);
    expect(unsourced).toBeLessThan(0.9);
  });

  it("are wider the weaker the source, the less sure and the older", () => {
    const narrow = width(revenue([figure(1e9)]));
    expect(width(revenue([figure(1e9, {tier: "C"})]))).toBeGreaterThan(1.2 * narrow);
    expect(width(revenue([figure(1e9, {confidence: "low"})]))).toBeGreaterThan(1.2 * narrow);
    expect(
      width(revenue([{...figure(1e9), date: {earliest: day(asOf - 150), latest: day(asOf - 150)}}])),
    ).toBeGreaterThan(2 * narrow);
  });

  it("include what a published sum leaves once the others are taken off", () => {
    const both = madeLab("both", {role: "aggregate", members: ["lab", "other"]});
    const sum = madeFigure("both", "annualised_revenue_usd", day(asOf - 1), 5e9);
    const other = madeFigure("other", "annualised_revenue_usd", day(asOf - 20), 2e9);
    const facts = madeFacts([lab, madeLab("other"), both], [sum, other]);
    const {revenue: estimate} = labOf(labMoney(facts, {...at, drawCount: 2000}), "lab");
    if (estimate.kind !== "estimated") throw new Error("no revenue");
    expect(median(estimate.draws) / 3e9).toBeCloseTo(1, 1);
    expect(estimate.facts).toEqual([sum.id]);
  });

  it("are put on the net footing when resale is booked gross, by the stated range", () => {
    const ratio =
      median(revenue([figure(1e9, {booking: "gross"})])) / median(revenue([figure(1e9, {booking: "net"})]));
    expect(ratio).toBeGreaterThan(moneyMethod.netOfGross.value.low);
    expect(ratio).toBeLessThan(moneyMethod.netOfGross.value.high);
  });
});

describe("a claimed profit", () => {
  it("lets the lab pay its way in as many draws as the claim is believed, while it is fresh", () => {
    const claim = (back: number) =>
      madeFigure("lab", "operating_profit_claim", day(asOf - back), 0, {
        unit: "none",
        value: {low: "unknown", mid: "unknown", high: "unknown"},
      });
    const share = (back: number) =>
      own(labMoney(madeFacts([madeLab("lab")], [claim(back)]), at), "lab").burn.selfFunded;
    expect(share(30)).toBeCloseTo(moneyMethod.profitClaimCredence.value.high, 1);
    expect(share(600)).toBe(0);
  });
});

describe("growth", () => {
  const revenue = (lab: string, back: number, usd: number) =>
    madeFigure(lab, "annualised_revenue_usd", day(asOf - back), usd);
  const growth = (finance: ReturnType<typeof madeFigure>[]) =>
    labMoney(madeFacts([madeLab("a"), madeLab("b")], finance), at).ground.revenueGrowth;

  it("is the lab's own where its figures span a year, and nearer to all labs' where they span a quarter", () => {
    const year = growth([revenue("a", 366, 1e8), revenue("a", 1, 1e9)]).byLab.get("a")!;
    const quarter = growth([revenue("a", 92, 1e9 / 10 ** 0.25), revenue("a", 1, 1e9)]).byLab.get("a")!;
    expect(year.mean).toBeGreaterThan(1.9);
    expect(year.mean).toBeLessThan(Math.log(10));
    expect(quarter.mean).toBeLessThan(year.mean);
    expect(quarter.sd).toBeGreaterThan(1.3 * year.sd);
    // A real business wanders: even a year of exact figures leaves a fifth or more open.
    expect(year.sd).toBeGreaterThan(0.2);
  });

  it("of a lab with one figure is that of all labs", () => {
    const {pool, byLab} = growth([revenue("a", 366, 1e8), revenue("a", 1, 1e9), revenue("b", 1, 1e8)]);
    expect(byLab.has("b")).toBe(false);
    expect(pool.mean).toBeGreaterThan(moneyMethod.revenueGrowthPerYear.value.mean);
  });
});

describe("one raise told twice", () => {
  const lab = madeLab("lab");
  const base = [
    madeFigure("lab", "cash_usd", dayOf("2026-01-31"), 1e8),
    madeFigure("lab", "annual_burn_usd", dayOf("2026-01-31"), 1e7),
  ];
  const cash = (rounds: ReturnType<typeof madeFigure>[]) =>
    median(own(labMoney(madeFacts([lab], [...base, ...rounds]), at), "lab").cash.draws);
  const told = (usd: number, more: Parameters<typeof madeFigure>[4] = {}) =>
    madeFigure("lab", "funding_round_usd", dayOf("2026-03-31"), usd, more);

  it("arrives once", () => {
    const once = cash([told(1e9)]);
    expect(cash([told(1e9, {event: "a"}), told(1.02e9, {event: "a"})]) / once).toBeCloseTo(1, 1);
    expect(cash([told(1e9), told(1.02e9)]) / once).toBeGreaterThan(1.8);
    const whole = told(1.1e9);
    expect(cash([whole, told(1e9, {partOf: whole.id})]) / cash([whole])).toBeCloseTo(1, 1);
  });

  it("counts as talk only while its closing is not known", () => {
    const talk = told(3e9, {event: "a", status: "talks"});
    expect(cash([talk, told(1e9, {event: "a"})]) / cash([told(1e9)])).toBeCloseTo(1, 1);
    expect(cash([talk])).toBeLessThan(cash([told(3e9)]));
  });
});
