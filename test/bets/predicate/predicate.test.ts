import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Predicate, predicateSchema} from "../../../src/bets/predicate/predicate-schema.ts";
import {predicateWords} from "../../../src/bets/predicate/predicate-words.ts";
import type {Answer} from "../../../src/bets/predicate/sight.ts";
import {verdict} from "../../../src/bets/predicate/verdict.ts";
import {dayOf} from "../../../src/dates.ts";
import {event, model, number, sight} from "../made-records.ts";

const lag = (
  is: "at-least" | "above" | "at-most" | "below",
  value: number,
  on = "2026-04-01",
): Predicate => ({test: "number", number: "lag", on, is, value});
const answer = (predicate: Predicate, seen = sight()): Answer => verdict(predicate, seen).answer;
const YES = lag("at-least", 1);
const NO = lag("above", 99);
const UNTOLD: Predicate = {test: "number", number: "none", on: "2026-04-01", is: "at-least", value: 1};
const LATER = lag("at-least", 1, "2027-01-01");

describe("a rule a machine reads (R62)", () => {
  it("compares the published value: equal meets at least and at most, and fails above and below", () => {
    expect(
      [lag("at-least", 6), lag("above", 6), lag("at-most", 6), lag("below", 6)].map((one) => answer(one)),
    ).toEqual(["yes", "no", "yes", "no"]);
  });

  it("waits for the first vintage that reaches the day", () => {
    expect(answer(LATER)).toBe("not-yet");
    expect(answer(LATER, sight({asOf: dayOf("2027-01-01")}))).toBe("yes");
  });

  it("cannot tell without the number, without a value, or while it still runs", () => {
    const seen = (value: number | null, changes = {}) =>
      sight({numbers: new Map([number("lag", value, changes)])});
    expect(answer(UNTOLD)).toBe("cannot-tell");
    expect(verdict(YES, seen(null)).says).toContain("too few");
    expect(answer(lag("at-least", 9), seen(7, {censored: "right"}))).toBe("cannot-tell");
    expect(answer(lag("at-least", 6), seen(7, {censored: "right"}))).toBe("yes");
  });

  it("joins answers as Kleene's logic does, with not yet before cannot tell", () => {
    expect(answer({all: [YES, NO, UNTOLD, LATER]})).toBe("no");
    expect(answer({any: [YES, NO, UNTOLD, LATER]})).toBe("yes");
    expect(answer({all: [YES, UNTOLD, LATER]})).toBe("not-yet");
    expect(answer({all: [YES, UNTOLD]})).toBe("cannot-tell");
    expect([answer({not: YES}), answer({not: NO}), answer({not: UNTOLD}), answer({not: LATER})]).toEqual([
      "no",
      "yes",
      "cannot-tell",
      "not-yet",
    ]);
    expect([
      answer({atLeast: 2, of: [YES, YES, UNTOLD]}),
      answer({atLeast: 2, of: [YES, NO, NO]}),
      answer({atLeast: 2, of: [YES, NO, LATER]}),
    ]).toEqual(["yes", "no", "not-yet"]);
  });

  it("obeys De Morgan whatever is joined", () => {
    const leaf = fc.constantFrom(YES, NO, UNTOLD, LATER);
    fc.assert(
      fc.property(fc.array(leaf, {minLength: 1, maxLength: 5}), (parts) => {
        expect(answer({not: {all: parts}})).toBe(answer({any: parts.map((part) => ({not: part}))}));
      }),
      {seed: 3},
    );
  });

  it("takes a count as reached once it is, and as missed only when the facts reach its last day", () => {
    const rows = (value: number, absence: "no" | "cannot-tell", to = "2026-06-30"): Predicate => ({
      test: "rows",
      rows: {table: "events", who: ["z-ai", "minimax"], what: ["open-release"], from: "2026-01-01", to},
      count: "who",
      is: "at-least",
      value,
      absence,
    });
    const seen = (on: string) =>
      sight({
        rowsTo: dayOf(on),
        facts: {
          events: [
            event("a", "z-ai", "2026-02-01"),
            event("b", "z-ai", "2026-03-01"),
            event("c", "openai", "2026-03-01"),
          ],
        },
      });
    expect(answer(rows(1, "no"), seen("2026-04-01"))).toBe("yes");
    expect(verdict(rows(1, "no"), seen("2026-04-01")).evidence.facts).toEqual(["a", "b"]);
    expect(answer(rows(2, "no"), seen("2026-04-01"))).toBe("not-yet");
    expect(answer(rows(2, "no"), seen("2026-06-30"))).toBe("no");
    expect(answer(rows(2, "cannot-tell"), seen("2026-06-30"))).toBe("cannot-tell");
  });

  it("ranks and compares models of one vintage, by the index named", () => {
    const models = [
      model({model: "kimi", country: "CN", ability: 157, eci: 150}),
      model({model: "inkling", country: "US", ability: 145, eci: 151}),
      model({
        model: "fable",
        openness: "closed",
        weights: null,
        available: "2026-03-01",
        ability: 161,
        eci: 160,
      }),
      model({
        model: "opus",
        openness: "closed",
        weights: null,
        available: "2025-11-24",
        ability: 150,
        eci: 150,
      }),
      model({model: "unmeasured", ability: null, eci: null}),
    ];
    const seen = sight({models});
    const best = (to: string, instrument: "lagline" | "eci" = "lagline"): Predicate => ({
      test: "best-model",
      instrument,
      on: "2026-04-01",
      of: {openness: "open"},
      is: "at-least",
      than: {openness: "closed", to},
    });
    expect([
      answer(best("2025-12-31"), seen),
      answer(best("2026-12-31"), seen),
      answer(best("2020-01-01"), seen),
    ]).toEqual(["yes", "no", "cannot-tell"]);
    expect(verdict(best("2025-12-31", "eci"), seen).evidence.models).toEqual(["inkling", "opus"]);
    const rank = (value: number): Predicate => ({
      test: "rank",
      instrument: "lagline",
      on: "2026-04-01",
      best: {openness: "open", origin: "US"},
      among: {openness: "open"},
      is: "at-most",
      value,
    });
    expect([answer(rank(1), seen), answer(rank(2), seen)]).toEqual(["no", "yes"]);
  });

  it("reads a mean over a span, against another span, and never across published vintages", () => {
    const point = (date: string, value: number) => ({date, value, low: value, high: value});
    const seen = sight({
      dailyLag: [
        point("2025-12-01", 4),
        point("2025-12-08", 6),
        point("2026-01-05", 7),
        point("2026-01-12", 9),
      ],
      models: [model({model: "open-a"}), model({model: "closed-a", openness: "closed", weights: null})],
      indexValues: [
        {model: "open-a", index: "eci", vintage: dayOf("2026-01-01"), value: 140},
        {model: "closed-a", index: "eci", vintage: dayOf("2026-01-01"), value: 152},
        {model: "open-a", index: "eci", vintage: dayOf("2026-03-01"), value: 151},
      ].map((row) => ({
        ...row,
        provenance: {source: "s", licence: "l", retrieved: dayOf("2026-03-01"), place: {file: "f"}},
      })),
    });
    const over = (value: number): Predicate => ({
      test: "lag-over",
      measure: "lag",
      over: {from: "2026-01-01", to: "2026-01-31"},
      than: {from: "2025-12-01", to: "2025-12-31"},
      is: "at-most",
      value,
    });
    expect([answer(over(2.9), seen), answer(over(3), seen)]).toEqual(["no", "yes"]);
    const index = (on: string): Predicate => ({
      test: "published-index",
      index: "eci",
      on,
      of: {openness: "closed"},
      minus: {openness: "open"},
      is: "above",
      value: 11,
    });
    expect([
      answer(index("2025-06-01"), seen),
      answer(index("2026-02-01"), seen),
      answer(index("2026-04-01"), seen),
    ]).toEqual(["yes", "cannot-tell", "not-yet"]);
  });

  it("says what it asks in words", () => {
    expect(predicateWords({any: [lag("at-least", 6), {not: lag("below", 3)}]})).toEqual([
      "any of these holds:",
      "  lag is at least 6, in the first vintage whose results reach 2026-04-01",
      "  it is not so that",
      "    lag is below 3, in the first vintage whose results reach 2026-04-01",
    ]);
  });
});

describe("what a rule cannot be", () => {
  const refused = (raw: unknown) => expect(predicateSchema.safeParse(raw).success).toBe(false);

  it("names no file, address, pattern or code", () => {
    refused({test: "number", number: "lag", on: "2026-04-01", is: "at-least", value: 6, file: "/etc/passwd"});
    refused({
      test: "rows",
      rows: {table: "../../secret", to: "2026-04-01"},
      count: "rows",
      is: "at-least",
      value: 1,
      absence: "no",
    });
    refused({test: "fetch", url: "https://example.org"});
    refused({test: "number", number: {toString: "() => 1"}, on: "2026-04-01", is: "at-least", value: 6});
    refused("process.exit()");
    refused({test: "number", number: "lag", on: "2026-04-01", is: ">=", value: 6});
  });

  it("is neither deeper nor larger than a person can review", () => {
    const deep = (levels: number): unknown => (levels === 0 ? YES : {not: deep(levels - 1)});
    expect(predicateSchema.safeParse(deep(6)).success).toBe(true);
    refused(deep(7));
    refused(deep(50_000 / 10));
    refused({all: Array.from({length: 61}, () => YES)});
  });

  it("does nothing with names of the language's own", () => {
    expect(answer({test: "number", number: "__proto__", on: "2026-04-01", is: "at-least", value: 0})).toBe(
      "cannot-tell",
    );
    expect(answer({test: "number", number: "constructor", on: "2026-04-01", is: "at-least", value: 0})).toBe(
      "cannot-tell",
    );
  });
});
