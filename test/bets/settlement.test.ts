import {describe, expect, it} from "vitest";
import {ownPositions} from "../../src/bets/own-positions.ts";
import {settlements} from "../../src/bets/settlement.ts";
import type {Predicate} from "../../src/bets/predicate/predicate-schema.ts";
import {dayOf} from "../../src/dates.ts";
import {event, ledgerOf, position, question, sight} from "./made-records.ts";

const lagBy = (on: string): Predicate => ({test: "number", number: "lag", on, is: "at-least", value: 5});
const settled = (entries: readonly unknown[], seen = sight(), today = "2026-04-02") =>
  settlements(ledgerOf(entries).questions.values(), seen, {today: dayOf(today), by: "lagline"});

describe("settlement by machine (R63)", () => {
  const asked = question({predicate: lagBy("2026-04-01")});

  it("settles what the facts decide, with vintage, method and evidence", () => {
    expect(settled([asked])).toEqual([
      expect.objectContaining({
        kind: "resolution",
        question: "q1",
        outcome: "yes",
        vintage: "v1",
        method: "m1",
        on: "2026-04-01",
        evidence: expect.objectContaining({numbers: ["lag"]}),
      }),
    ]);
  });

  it("settles twice as it settles once", () => {
    const once = settled([asked]);
    const ledger = [asked, ...once];
    expect(settled(ledger)).toEqual([]);
    expect(ledgerOf([...ledger, ...once]).questions).toEqual(ledgerOf(ledger).questions);
    expect(ledgerOf([...ledger, ...once]).faults).toEqual([]);
  });

  it("waits for a vintage that is not published yet, and cannot tell after the grace", () => {
    const later = question({
      predicate: lagBy("2026-06-30"),
      closes: "2026-06-30",
      resolves: "2026-07-31",
      graceDays: 30,
    });
    expect(settled([later])).toEqual([]);
    expect(settled([later], sight(), "2026-08-30")).toEqual([]);
    expect(settled([later], sight(), "2026-08-31")).toMatchObject([
      {outcome: "cannot-tell", on: "2026-08-31"},
    ]);
  });

  it("leaves to a person what a person settles", () => {
    expect(settled([question({settledBy: "person", predicate: lagBy("2026-04-01")})])).toEqual([]);
  });

  it("makes a conditional question void when its condition does not come about, and settles it when it does", () => {
    const condition = {
      says: "Z.ai opens a model.",
      predicate: {
        test: "rows",
        rows: {table: "events", who: ["z-ai"], to: "2026-01-31"},
        count: "rows",
        is: "at-least",
        value: 1,
        absence: "no",
      } as const,
    };
    const conditional = {...asked, condition};
    expect(settled([conditional], sight(), "2026-02-10")).toEqual([]);
    expect(settled([conditional])).toMatchObject([{kind: "void", question: "q1"}]);
    const seen = sight({facts: {events: [event("a", "z-ai", "2026-01-20")]}});
    expect(settled([conditional], seen)).toMatchObject([{kind: "resolution", outcome: "yes"}]);
    const activation = {
      kind: "activation",
      at: "2026-01-20",
      by: "ada",
      question: "q1",
      on: "2026-01-20",
      evidence: {},
      why: "it did",
    };
    expect(settled([{...conditional, condition: {says: "Somebody says so."}}, activation])).toMatchObject([
      {outcome: "yes"},
    ]);
  });

  it("dates an answer from rows by the day they became known", () => {
    const predicate: Predicate = {
      test: "rows",
      rows: {table: "events", who: ["z-ai"], to: "2026-06-30"},
      count: "rows",
      is: "at-least",
      value: 1,
      absence: "no",
    };
    const seen = sight({facts: {events: [event("a", "z-ai", "2026-01-20", "2026-02-03")]}});
    expect(settled([question({predicate})], seen)).toMatchObject([
      {on: "2026-02-03", evidence: {facts: ["a"]}},
    ]);
  });

  it("reads off a number and a day", () => {
    const numeric = {
      ...question(),
      type: "numeric",
      unit: "months",
      range: {low: 0, high: 10},
      value: {number: "lag", on: "2026-04-01"},
    };
    expect(settled([numeric])).toMatchObject([{outcome: 6}]);
    const date = {
      ...question(),
      type: "date",
      range: {low: "2026-01-01", high: "2026-12-31"},
      value: {firstRow: {table: "events", who: ["z-ai"]}},
    };
    const seen = sight({
      facts: {events: [event("b", "z-ai", "2026-02-20"), event("a", "z-ai", "2026-01-20")]},
    });
    expect(settled([date], seen)).toMatchObject([{outcome: "2026-01-20", evidence: {facts: ["a"]}}]);
  });
});

describe("lagline's own positions (R64)", () => {
  const open = question({closes: "2026-12-31", resolves: "2026-12-31"});
  const seen = {vintage: "v2", method: "m1", asOf: dayOf("2026-04-01")};
  const chance = (probability: number) =>
    new Map([["q1", {probability, quantiles: [], numbers: [], says: "share of 10,000 futures"}]]);
  const taken = (entries: readonly unknown[], p: number) =>
    ownPositions(ledgerOf(entries).questions.values(), chance(p), seen, dayOf("2026-04-02"));
  const before = (vintage: string) =>
    position("lagline", 0.3, "2026-04-01", {
      computed: {vintage, method: "m1", asOf: "2026-04-01", event: "share"},
    });

  it("are taken on every question with a chance, and say what they were computed from", () => {
    expect(taken([open], 0.3)).toMatchObject([
      {forecaster: "lagline", stand: {probability: 0.3}, computed: {vintage: "v2", asOf: "2026-04-01"}},
    ]);
  });

  it("are taken again on a new vintage, or when they moved by a point, and not otherwise", () => {
    expect(taken([open, before("v1")], 0.3)).toHaveLength(1);
    expect(taken([open, before("v2")], 0.305)).toEqual([]);
    expect(taken([open, before("v2")], 0.311)).toHaveLength(1);
  });

  it("are not taken on a closed question", () => {
    expect(taken([question()], 0.3)).toEqual([]);
  });
});
