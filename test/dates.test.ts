import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dayOf, isoDay, isoSpan, midpoint, parseDateSpan, parseDay} from "../src/dates.ts";
import {afterMonths, day, months, monthsBetween, probability, usdPerMtok} from "../src/units.ts";

describe("dates", () => {
  it("know the days of the calendar and refuse the others", () => {
    expect(dayOf("1970-01-01")).toBe(0);
    expect(dayOf("2026-11-23")).toBe(20_780);
    expect(parseDay("2024-02-29")).toBeDefined();
    for (const text of [
      "2026-02-30",
      "2023-02-29",
      "2026-13-01",
      "2026-00-10",
      "2026-1-1",
      "yesterday",
      "",
      "2026-07",
    ]) {
      expect(parseDay(text)).toBeUndefined();
    }
  });

  it("keep a month without a day as the span of its days", () => {
    const span = parseDateSpan("2024-02");
    expect(span).toEqual({earliest: dayOf("2024-02-01"), latest: dayOf("2024-02-29")});
    expect(isoSpan(span!)).toBe("2024-02");
    expect(midpoint(span!)).toBe(dayOf("2024-02-15"));
  });

  it("print what they read", () => {
    fc.assert(fc.property(fc.integer({min: 0, max: 60_000}), (n) => parseDay(isoDay(day(n))) === n));
  });
});

describe("units", () => {
  it("count twelve months to a mean year", () => {
    expect(monthsBetween(dayOf("2000-01-01"), dayOf("2400-01-01"))).toBeCloseTo(4800, 9);
    expect(afterMonths(dayOf("2026-01-01"), months(12))).toBeCloseTo(dayOf("2026-01-01") + 365.2425, 9);
  });

  it("refuse what the unit cannot be", () => {
    expect(() => probability(1.01)).toThrow("invalid probability: 1.01; a number from 0 to 1 was expected");
    expect(() => usdPerMtok(-1)).toThrow("zero or more");
    expect(() => months(Number.NaN)).toThrow("finite");
  });
});
