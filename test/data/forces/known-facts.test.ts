import {describe, expect, it} from "vitest";
import type {DatedFact} from "../../../src/data/forces/force-facts.ts";
import {isKnown, knownFacts, publishedBy} from "../../../src/data/forces/known-facts.ts";
import {loadForceFacts} from "../../../src/data/forces/load-force-facts.ts";
import {dayOf, parseDateSpan} from "../../../src/dates.ts";

const fact = (date: string, sourceDate: string | undefined, retrieved = "2026-11-23"): DatedFact => ({
  id: "a",
  date: parseDateSpan(date)!,
  ...(sourceDate === undefined
    ? {}
    : {sourceUrl: "https://example.org", sourceDate: parseDateSpan(sourceDate)!}),
  tier: sourceDate === undefined ? "none" : "A",
  confidence: "low",
  licence: "facts",
  retrieved: dayOf(retrieved),
  place: {file: "x.csv", row: 2},
});

describe("what was known on a day", () => {
  it("needs both the event and its page", () => {
    const round = fact("2026-05-10", "2026-05-20");
    expect(isKnown(round, dayOf("2026-05-19"))).toBe(false);
    expect(isKnown(round, dayOf("2026-05-20"))).toBe(true);
    expect(isKnown(fact("2026-12-31", "2026-05-20"), dayOf("2026-11-23"))).toBe(false);
  });

  it("takes the last day of a month, but never a day after we read the page", () => {
    expect(isKnown(fact("2026-05-10", "2026-05"), dayOf("2026-05-30"))).toBe(false);
    expect(isKnown(fact("2026-05-10", "2026-05"), dayOf("2026-05-31"))).toBe(true);
    expect(publishedBy(fact("2026-11-01", "2026-11"))).toBe(dayOf("2026-11-23"));
  });

  it("counts a row without a page from the day it was read", () => {
    expect(isKnown(fact("2026-05-10", undefined), dayOf("2026-11-22"))).toBe(false);
    expect(isKnown(fact("2026-05-10", undefined), dayOf("2026-11-23"))).toBe(true);
  });

  it("only grows as days pass", () => {
    const all = loadForceFacts(new URL("../../../data/forces/", import.meta.url).pathname);
    const counts = ["2024-12-31", "2025-12-31", "2026-06-30", "2026-11-23"].map(
      (day) => knownFacts(all, dayOf(day)).finance.length,
    );
    expect([...counts].sort((a, b) => a - b)).toEqual(counts);
    expect(counts[3]).toBeLessThan(all.finance.length);
  });
});
