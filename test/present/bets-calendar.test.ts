import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {BetQuestion} from "../../src/bets-report.ts";
import {betsCalendar} from "../../src/present/bets-calendar.ts";

const question = (changes: Partial<BetQuestion> = {}) =>
  ({
    id: "q1",
    asks: "Is it 6?",
    closes: "2026-12-31",
    resolves: "2027-01-31",
    source: "lagline",
    state: "open",
    ...changes,
  }) as BetQuestion;
const calendar = (...questions: readonly BetQuestion[]) =>
  betsCalendar({questions: [...questions], asOf: "2026-11-26"});
/** RFC 5545, 3.1: a line break followed by one white space joins. */
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("the calendar of closing days (RFC 5545)", () => {
  it("is a calendar with one all-day event per closing and due day", () => {
    const lines = unfolded(calendar(question()));
    expect([lines[0], lines[1], lines.at(-2), lines.at(-1)]).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "END:VCALENDAR",
      "",
    ]);
    expect(lines.filter((line) => line.startsWith("DTSTART"))).toEqual([
      "DTSTART;VALUE=DATE:20261231",
      "DTSTART;VALUE=DATE:20270131",
    ]);
    expect(lines.filter((line) => line.startsWith("UID:"))).toEqual([
      "UID:q1-closes@bets.lagline",
      "UID:q1-due@bets.lagline",
    ]);
    expect(
      lines.filter((line) => line.startsWith("DTSTAMP")).every((line) => line === "DTSTAMP:20261126T000000Z"),
    ).toBe(true);
  });

  it("ends every line in CRLF and folds at 75 octets within no character", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme", minLength: 0, maxLength: 200}), (asks) => {
        const text = calendar(question({asks}));
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
      {numRuns: 80, seed: 2},
    );
  });

  it("escapes what would end a value or start another property", () => {
    const hostile = "a, b; c\\ d\r\nEND:VEVENT\u0007";
    const lines = unfolded(calendar(question({asks: hostile})));
    expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(2);
    expect(lines.find((line) => line.startsWith("SUMMARY"))).toBe(
      "SUMMARY:q1 closes: a\\, b\\; c\\\\ d\\nEND:VEVENT",
    );
  });

  it("leaves out what is settled or void, and the closing day of what has closed", () => {
    expect(calendar(question({state: "settled"}), question({state: "void"}))).not.toContain("VEVENT");
    expect(calendar(question({state: "due"}))).not.toContain("q1-closes");
  });
});
