import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {SupplierEvent} from "../../../src/data/forces/force-facts.ts";
import {dayOf} from "../../../src/dates.ts";
import type {Hazard} from "../../../src/forces/continuity/continuity-method.ts";
import {continuityQuantities} from "../../../src/forces/continuity/continuity-quantities.ts";
import {flagshipOutlooks} from "../../../src/forces/continuity/flagship-outlook.ts";
import {modelContinuity} from "../../../src/forces/continuity/model-continuity.ts";
import {openFlagships} from "../../../src/forces/continuity/open-flagships.ts";
import {priceRises} from "../../../src/forces/continuity/price-rises.ts";
import {supplierContinuity} from "../../../src/forces/continuity/supplier-continuity.ts";
import {stream} from "../../../src/numeric/random.ts";
import {type Day, day} from "../../../src/units.ts";
import {madeFacts, madeLab} from "../money/made-facts.ts";
import {madeCatalog, madeModel, madePrice} from "./made-catalog.ts";

const asOf = dayOf("2026-06-30");
const at = {asOf, seed: 5, drawCount: 300};

function event(
  lab: string,
  on: Day,
  type: SupplierEvent["type"],
  more: Partial<SupplierEvent> = {},
): SupplierEvent {
  const span = {earliest: on, latest: on};
  return {
    id: `${lab}-${type}-${on}`,
    date: span,
    sourceUrl: "https://example.org/",
    sourceDate: span,
    tier: "A",
    confidence: "high",
    licence: "facts",
    retrieved: day(30_000),
    place: {file: "events.csv", row: 2},
    lab,
    type,
    direction: "none",
    noticeDays: "unknown",
    models: [],
    summary: "made",
    ...more,
  };
}
const on = (text: string) => dayOf(text);

const labs = [
  madeLab("opener"),
  madeLab("shut", {openWeights: "no"}),
  madeLab("kept", {control: "parent", parent: "Parent"}),
];
const catalog = madeCatalog(
  [
    madeModel({
      id: "opener-1",
      lab: "opener",
      available: "2025-01-10",
      weightsDate: "2025-01-10",
      paramsB: 100,
    }),
    madeModel({
      id: "opener-2",
      lab: "opener",
      available: "2025-09-10",
      weightsDate: "2025-09-20",
      paramsB: 200,
      licenceClass: "conditional",
    }),
    madeModel({id: "shut-1", lab: "shut", available: "2025-03-01", aliases: ["Shut-1-20250301"]}),
    madeModel({id: "kept-1", lab: "kept", available: "2026-03-31", weightsDate: "2026-03-31", paramsB: 10}),
  ],
  [madePrice("shut-1", "openai", "2025-07-02", 1, 1), madePrice("opener-1", "deepseek", "2025-07-02", 1, 1)],
);
const report = (events: SupplierEvent[]) => supplierContinuity(madeFacts(labs, [], {events}), catalog, at);
const watch = (events: SupplierEvent[], hazard: Hazard, lab: string) =>
  report(events)
    .hazards.find((rates) => rates.hazard === hazard)!
    .watches.find((one) => one.lab === lab);

describe("what counts against a supplier", () => {
  it("is a retirement whose known notice is under six months; unknown notice is named, not counted", () => {
    const events = [
      event("shut", on("2026-03-01"), "retirement", {noticeDays: 91}),
      event("shut", on("2026-04-01"), "deprecation", {noticeDays: 179}),
      event("shut", on("2026-05-01"), "retirement", {noticeDays: 180}),
      event("shut", on("2026-05-02"), "retirement"),
    ];
    expect(watch(events, "short-notice-deprecation", "shut")?.events).toHaveLength(2);
    const rates = report(events).hazards.find(({hazard}) => hazard === "short-notice-deprecation")!;
    expect(rates.undetermined).toEqual([events[3].id]);
  });

  it("is nothing from before events were collected, or before it had anything to supply", () => {
    expect(
      watch([event("shut", on("2025-12-31"), "suspension")], "access-suspension", "shut")?.events,
    ).toHaveLength(0);
    expect(
      watch([event("kept", on("2026-03-30"), "suspension")], "access-suspension", "kept")?.events,
    ).toHaveLength(0);
    expect(
      watch([event("kept", on("2026-04-02"), "suspension")], "access-suspension", "kept")?.events,
    ).toHaveLength(1);
  });

  it("is counted over the time it was watched: from January 2026, or from its first model", () => {
    expect(watch([], "access-suspension", "shut")?.exposureYears).toBeCloseTo(180 / 365.2425, 6);
    expect(watch([], "access-suspension", "kept")?.exposureYears).toBeCloseTo(91 / 365.2425, 6);
  });

  it("is no licence where no weights are open, and no failure where a parent pays: left out by name", () => {
    const left = (hazard: Hazard) => report([]).hazards.find((rates) => rates.hazard === hazard)!.leftOut;
    expect(left("licence-tightening")).toEqual([{lab: "shut", why: "it opens no weights"}]);
    expect(left("company-failure")).toEqual([{lab: "kept", why: "its company is Parent"}]);
  });

  it("is a tighter licence, not a looser one", () => {
    const events = [
      event("opener", on("2026-02-01"), "licence-change", {direction: "toward-restricted"}),
      event("opener", on("2026-03-01"), "licence-change", {direction: "toward-open"}),
    ];
    expect(watch(events, "licence-tightening", "opener")?.events).toEqual([events[0].id]);
  });

  it("says that the prior speaks without events, and speaks with it below five", () => {
    const says = (count: number) => {
      const events = Array.from({length: count}, (_, i) =>
        event("shut", day(on("2026-02-01") + i), "suspension"),
      );
      return report(events).hazards.find(({hazard}) => hazard === "access-suspension")!;
    };
    expect(says(0)).toMatchObject({prior: "wholly"});
    expect(says(0).says).toMatch(/^0 events .*the prior is what speaks$/);
    expect(says(1)).toMatchObject({prior: "partly"});
    expect(says(5)).toMatchObject({prior: "none"});
  });
});

describe("notice given", () => {
  it("is set against the notice promised", () => {
    const events = [
      event("shut", on("2026-01-10"), "policy-notice-period", {noticeDays: 60}),
      event("shut", on("2026-02-01"), "retirement", {noticeDays: 30}),
      event("shut", on("2026-03-01"), "retirement", {noticeDays: 60}),
      event("shut", on("2026-04-01"), "retirement", {noticeDays: 200}),
    ];
    const {notice} = report(events).histories.get("shut")!;
    expect(notice).toMatchObject({
      promisedDays: 60,
      medianDays: 60,
      belowPromise: 1,
      belowShortNotice: 2,
      unknown: 0,
    });
  });
});

describe("the two kinds of continuity", () => {
  const events = [
    event("shut", on("2026-05-01"), "deprecation", {noticeDays: 92, models: ["shut-1"]}),
    event("opener", on("2026-04-01"), "retirement", {noticeDays: 20, models: ["opener-1"]}),
  ];

  it("are apart: an open model keeps running when its service is retired, a closed one ends with it", () => {
    const open = modelContinuity(report(events), "opener-1");
    expect(open.service).toMatchObject({kind: "retired", on: on("2026-04-01")});
    expect(open.weights.kind).toBe("keeps-running");
    const closed = modelContinuity(report(events), "shut-1");
    expect(closed.weights.kind).toBe("none");
    expect(closed.service).toMatchObject({kind: "scheduled", on: day(on("2026-05-01") + 92)});
  });

  it("gives chances while the service runs, and refuses a model nobody knew", () => {
    const {service} = modelContinuity(report([]), "shut-1");
    if (service.kind !== "running") throw new Error("not running");
    for (const chance of [service.suspension, service.shortNoticeRetirement]) {
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThan(1);
    }
    expect(() => modelContinuity(report([]), "shut-9")).toThrow(/unknown model: shut-9/);
  });
});

describe("open flagships", () => {
  it("are told by ability where it is known, else by size, and variants within a month are one", () => {
    const open = (id: string, weightsDate: string, paramsB: number) =>
      madeModel({id, lab: "a", weightsDate, paramsB});
    const made = madeCatalog([
      open("big", "2025-01-01", 100),
      open("small", "2025-03-01", 10),
      open("next", "2025-05-01", 120),
      open("next-chat", "2025-05-20", 120),
      open("half", "2025-09-01", 60),
    ]);
    expect(openFlagships(made).map(({model}) => model)).toEqual(["big", "next", "half"]);
    const ability = new Map([
      ["big", 100],
      ["small", 105],
      ["next", 103],
      ["next-chat", 104],
      ["half", 110],
    ]);
    expect(openFlagships(made, ability).map(({model}) => model)).toEqual(["big", "small", "half"]);
  });
});

describe("the wait for an open flagship", () => {
  it("counts waits of over a year, the running one included, and is no shorter for it", () => {
    const open = (id: string, lab: string, weightsDate: string) =>
      madeModel({id, lab, weightsDate, paramsB: 100});
    const made = madeCatalog([
      open("a1", "a", "2024-02-01"),
      open("a2", "a", "2025-06-01"),
      open("b1", "b", "2025-12-01"),
      open("b2", "b", "2026-05-01"),
    ]);
    const outlooks = flagshipOutlooks(made, {asOf, drawCount: 300, random: stream(1)});
    expect(outlooks.map(({lab, droughts}) => [lab, droughts])).toEqual([
      ["a", 1],
      ["b", 0],
    ]);
    const later = madeCatalog([
      ...made.models.values(),
      madeModel({id: "c", lab: "c", available: "2026-06-29"}),
    ]);
    const [a] = flagshipOutlooks(later, {asOf, drawCount: 300, random: stream(1)});
    expect(a.droughts).toBe(2);
    expect(a.monthsSinceLast).toBeGreaterThan(12);
  });
});

describe("the calendar of retirements", () => {
  it("holds what was announced and is still to come, soonest first", () => {
    const june = {sourceDate: {earliest: on("2026-06-01"), latest: on("2026-06-01")}};
    const events = [
      event("shut", on("2026-09-01"), "retirement", {announced: on("2026-06-01"), ...june}),
      event("shut", on("2026-08-01"), "retirement", {noticeDays: 90, ...june}),
      event("shut", on("2026-07-20"), "retirement", {noticeDays: 10, ...june}),
      event("shut", on("2026-06-01"), "retirement", {noticeDays: 90}),
      event("shut", on("2026-08-02"), "retirement", {announced: on("2026-06-01")}),
    ];
    expect(report(events).scheduled).toEqual([events[1], events[0]]);
  });
});

describe("a price rise", () => {
  const prices = (...steps: [string, number][]) =>
    priceRises(
      madeCatalog(
        [madeModel({id: "m", lab: "openai", available: "2025-01-01"})],
        steps.map(([from, usd]) => madePrice("m", "openai", from, usd, usd)),
      ),
      asOf,
    ).rises.map(({day: when, factor}) => [when, factor]);

  it("is a step up of a standing price at the supplier's own door", () => {
    expect(prices(["2025-08-01", 1], ["2025-10-01", 1.5])).toEqual([[on("2025-10-01"), 1.5]]);
    expect(prices(["2025-08-01", 1], ["2025-10-01", 0.5], ["2026-01-01", 0.6])).toEqual([
      [on("2026-01-01"), 1.2],
    ]);
  });

  it("is no opening offer, no rounding, no correction, and nothing after the day", () => {
    expect(prices(["2025-08-01", 1], ["2025-08-20", 1.5])).toEqual([]);
    expect(prices(["2025-08-01", 1], ["2025-10-01", 1.04])).toEqual([]);
    expect(prices(["2025-08-01", 1], ["2025-10-01", 9])).toEqual([]);
    expect(prices(["2025-08-01", 1], ["2026-07-01", 1.5])).toEqual([]);
    const elsewhere = madeCatalog(
      [madeModel({id: "m", lab: "openai", available: "2025-01-01"})],
      [madePrice("m", "deepinfra", "2025-08-01", 1, 1), madePrice("m", "deepinfra", "2025-10-01", 1.5, 1.5)],
    );
    expect(priceRises(elsewhere, asOf).rises).toEqual([]);
  });
});

describe("continuity as of a day", () => {
  it("sees nothing that happened, was published or opened later", () => {
    const base = continuityQuantities(report([]));
    fc.assert(
      fc.property(
        fc.constantFrom("opener", "shut", "kept"),
        fc.constantFrom("suspension", "licence-change", "retirement", "price-rise", "bankruptcy"),
        fc.integer({min: 1, max: 400}),
        fc.boolean(),
        (lab, type, wait, publishedLate) => {
          const later = day(asOf + wait);
          const span = {earliest: later, latest: later};
          const late = publishedLate
            ? event(lab, day(asOf - 30), type as "suspension", {
                sourceDate: span,
                noticeDays: 10,
                direction: "toward-closed",
              })
            : event(lab, later, type as "suspension", {
                sourceDate: {earliest: asOf, latest: asOf},
                noticeDays: 10,
                direction: "toward-closed",
              });
          const opened = madeModel({
            id: "later",
            lab,
            available: "2026-07-05",
            weightsDate: "2026-07-05",
            paramsB: 999,
          });
          const grown = madeCatalog(
            [...catalog.models.values(), opened],
            [...catalog.prices, madePrice("shut-1", "openai", "2026-07-10", 9, 9)],
          );
          const again = supplierContinuity(madeFacts(labs, [], {events: [late]}), grown, at);
          expect(continuityQuantities(again)).toEqual(base);
        },
      ),
      {numRuns: 15},
    );
  });

  it("names each quantity once and gives no number only with a reason", () => {
    const quantities = continuityQuantities(report([]));
    expect(new Set(quantities.map(({id}) => id)).size).toBe(quantities.length);
    for (const {value, insufficient} of quantities) expect(value === null).toBe(insufficient !== null);
  });
});
