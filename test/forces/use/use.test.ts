import {fileURLToPath} from "node:url";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {AdoptionFact} from "../../../src/data/forces/force-facts.ts";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {dayOf, parseDateSpan} from "../../../src/dates.ts";
import {InputError} from "../../../src/errors.ts";
import {
  adoptionSeries,
  newestShare,
  shareChange,
  sideBySide,
} from "../../../src/forces/use/adoption-series.ts";
import {CHANNELS, channelOf} from "../../../src/forces/use/channel.ts";
import {productLoops} from "../../../src/forces/use/product-loops.ts";
import {relativeAdoption} from "../../../src/forces/use/relative-adoption.ts";
import {day} from "../../../src/units.ts";

const {adoption, distribution} = loadForceFacts(
  fileURLToPath(new URL("../../../data/forces", import.meta.url)),
);
const today = dayOf("2026-11-23");

const row = (given: Partial<AdoptionFact> & {on: string}): AdoptionFact => ({
  id: `row-${given.on}-${given.metric ?? "share"}`,
  date: parseDateSpan(given.on)!,
  metric: "openrouter_token_share_open",
  segment: "all tokens",
  value: {low: 20, mid: 20, high: 20},
  unit: "percent",
  note: "",
  sourceUrl: "https://example.org",
  sourceDate: parseDateSpan(given.on)!,
  tier: "B",
  confidence: "medium",
  licence: "facts",
  retrieved: today,
  place: {file: "adoption.csv", row: 2},
  ...given,
});

describe("adoption series", () => {
  it("place every metric of the facts in a channel that states its bias", () => {
    expect(adoption.filter((fact) => channelOf(fact) === "unclassified").map(({metric}) => metric)).toEqual(
      [],
    );
    for (const {bias} of Object.values(CHANNELS)) expect(bias).not.toBe("");
  });

  it("keep every known row, once, within one channel and one unit", () => {
    const series = adoptionSeries(adoption, today);
    expect(series.flatMap(({points}) => points.map(({source}) => source.fact)).sort()).toEqual(
      adoption.map(({id}) => id).sort(),
    );
    const unitOf = new Map(adoption.map(({id, unit}) => [id, unit]));
    for (const {points, unit} of series)
      for (const {source} of points) expect(unitOf.get(source.fact)).toBe(unit);
  });

  it("never join the survey of one firm with the use inside another", () => {
    const surveys = adoptionSeries(adoption, today).filter(({metric}) => metric === "enterprise_share_open");
    expect(surveys.map(({points}) => points.length).sort()).toEqual([1, 3]);
  });

  it("refuse to stand beside a series of another channel or unit", () => {
    const series = adoptionSeries(adoption, today);
    fc.assert(
      fc.property(fc.constantFrom(...series), fc.constantFrom(...series), (a, b) => {
        if (a.channel === b.channel && a.unit === b.unit) {
          expect(sideBySide(a, b)).toHaveLength(a.points.length + b.points.length);
        } else expect(() => sideBySide(a, b)).toThrow(InputError);
      }),
    );
  });

  it("say in the message which channels were to be blended", () => {
    const series = adoptionSeries(adoption, today);
    const router = series.find(({metric}) => metric === "openrouter_token_share_open")!;
    const survey = series.find(({metric}) => metric === "enterprise_share_open")!;
    expect(() => sideBySide(router, survey)).toThrow(
      "conflicting channels: router-tokens and enterprise-survey",
    );
  });

  it("of two channels known by type do not even compile side by side", () => {
    const all = adoptionSeries(adoption, today);
    const router = {...all[0], channel: "router-tokens" as const};
    const survey = {...all[0], channel: "enterprise-survey" as const};
    // @ts-expect-error a survey is no router
    expect(() => sideBySide(router, survey)).toThrow(InputError);
  });

  it("do not see what was published or happened after the as-of date", () => {
    fc.assert(
      fc.property(fc.integer({min: dayOf("2024-01-01"), max: today}).map(day), (asOf) => {
        for (const {points} of adoptionSeries(adoption, asOf)) {
          for (const at of points) {
            expect(at.day).toBeLessThanOrEqual(asOf);
            const fact = adoption.find(({id}) => id === at.source.fact)!;
            expect(fact.sourceDate!.earliest).toBeLessThanOrEqual(asOf);
          }
        }
      }),
      {numRuns: 50},
    );
  });

  it("show a metric nobody has placed yet as unclassified", () => {
    expect(adoptionSeries([row({on: "2026-01-01", metric: "new_metric"})], today)[0].channel).toBe(
      "unclassified",
    );
  });
});

describe("the change of a share", () => {
  it("is the difference over the years, with the ranges at their ends", () => {
    // 20% to 30% over 365 days: 0.1 · 365.2425 / 365; ends (28 - 22)/100 and (33 - 19)/100.
    const series = adoptionSeries(
      [
        row({on: "2025-01-01", value: {low: 19, mid: 20, high: 22}}),
        row({on: "2026-01-01", value: {low: 28, mid: 30, high: 33}}),
      ],
      today,
    )[0];
    const {value, interval} = shareChange(series);
    const perYear = 365.2425 / 365;
    expect(value).toBeCloseTo(0.1 * perYear, 12);
    expect(interval!.low).toBeCloseTo(0.06 * perYear, 12);
    expect(interval!.high).toBeCloseTo(0.14 * perYear, 12);
  });

  it("has no number from one point, from a count, or from two points close together", () => {
    const one = adoptionSeries([row({on: "2026-01-01"})], today)[0];
    expect(shareChange(one)).toMatchObject({
      value: null,
      insufficient: expect.stringContaining("two are needed"),
    });
    const close = adoptionSeries([row({on: "2026-01-01"}), row({on: "2026-02-01"})], today)[0];
    expect(shareChange(close).insufficient).toMatch(/close together/);
    const counted = adoptionSeries([row({on: "2026-01-01", unit: "million"})], today)[0];
    expect(shareChange(counted).insufficient).toMatch(/million/);
    expect(newestShare(counted).value).toBeNull();
  });

  it("carries the bias of its channel in its note", () => {
    expect(newestShare(adoptionSeries([row({on: "2026-01-01"})], today)[0]).note).toBe(
      CHANNELS["router-tokens"].bias,
    );
  });
});

describe("adoption by age", () => {
  it("reads the release day from the router's name of a version", () => {
    const week = (segment: string, share: number) =>
      row({
        on: "2026-11-06",
        id: segment,
        metric: "openrouter_model_token_share",
        segment,
        value: {low: share, mid: share, high: share},
      });
    const {byAge, covered, medianAge} = relativeAdoption(
      [week("young-20261027 (week)", 10), week("old-20251106 (week)", 30), week("unnamed (week)", 5)],
      today,
    );
    expect(byAge.map(({model, ageDays}) => [model, ageDays])).toEqual([
      ["young", 10],
      ["old", 365],
    ]);
    expect(covered).toBeCloseTo(0.4, 12);
    expect(medianAge.value).toBe(365);
  });

  it("says that downloads against the size class cannot be had", () => {
    expect(relativeAdoption(adoption, today).againstSizeClass).toMatchObject({value: null, interval: null});
  });
});

describe("product loops", () => {
  it("name first who trains on users while the product runs, since when, with effect and source", () => {
    const loops = productLoops(distribution, today);
    expect(loops[0]).toMatchObject({lab: "anysphere", loop: "online-rl", since: "2025-09-12"});
    expect(loops.flatMap(({effects}) => effects)).toHaveLength(distribution.length);
    for (const {effects} of loops) for (const {source} of effects) expect(source.url).toMatch(/^https:/);
  });

  it("do not see what came later", () => {
    expect(productLoops(distribution, dayOf("2025-08-01"))).toEqual([]);
    const early = productLoops(distribution, dayOf("2026-03-01"));
    expect(early.flatMap(({effects}) => effects).every(({date}) => date <= "2026-03-01")).toBe(true);
  });
});
