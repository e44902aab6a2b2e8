import {describe, expect, it} from "vitest";
import {readEntry} from "../../src/bets/entry-reader.ts";
import {unknownNames} from "../../src/bets/unknown-names.ts";
import {wordingFaults} from "../../src/bets/vague-wording.ts";
import {model, question, sight} from "./made-records.ts";

const predicate = {test: "number", number: "lag", on: "2026-01-20", is: "at-least", value: 6} as const;
const faults = (changes: Parameters<typeof question>[0]) =>
  wordingFaults(question({predicate, ...changes})).map(({says}) => says);

describe("a question that can come out wrong", () => {
  it("has nothing to complain of", () => {
    expect(faults({})).toEqual([]);
  });

  it.each([
    [
      "a vague word",
      {asks: "Is the lag significantly above 6 months?"},
      '"significantly"; a number, a date or a named source was expected',
    ],
    ["nothing to check", {asks: "Will open models win?"}, "a threshold, a count or a day"],
    ["no question mark", {asks: "The lag is at least 6 months"}, "ends with a question mark"],
    ["an empty field", {ties: "TBD"}, 'ties: "TBD"; what it is was expected in words'],
    ["a fallback that is the source", {fallback: "lagline"}, "another place was expected"],
    ["a closing day before its opening", {closes: "2025-12-31"}, "a day not before it opens"],
    ["a due day before its closing", {resolves: "2026-01-05"}, "a day not before it closes"],
    [
      "an opening before it is written down",
      {opens: "2025-12-01"},
      "a day not before the question is written down",
    ],
    ["a machine without a rule", {predicate: undefined}, "a machine settles by a rule"],
    [
      "a rule that waits past the due day",
      {predicate: {...predicate, on: "2027-01-01"}},
      "a test waits for 2027-01-01",
    ],
    [
      "a rule whose rows have no last day",
      {
        predicate: {
          test: "rows",
          rows: {table: "events"},
          count: "rows",
          is: "at-least",
          value: 1,
          absence: "no",
        } as const,
      },
      "the answer no can never come",
    ],
    [
      "a condition a machine cannot tell",
      {condition: {says: "If it rains."}},
      "a machine can only tell a condition by a rule",
    ],
  ] as [string, object, string][])("is refused for %s", (_, changes, why) => {
    expect(faults(changes).join("\n")).toContain(why);
  });

  it("names every fault at once", () => {
    expect(
      faults({asks: "Will it soon be comparable", ties: "?", closes: "2025-01-01"}).length,
    ).toBeGreaterThanOrEqual(5);
  });

  it("says what is missing from a bare one", () => {
    const {faults: found} = readEntry({
      kind: "question",
      id: "x",
      type: "binary",
      asks: "Is it 5?",
      at: "2026-01-01",
      by: "ada",
    });
    expect(found!.map(({path}) => path)).toEqual(
      expect.arrayContaining([
        "terms",
        "source",
        "fallback",
        "opens",
        "closes",
        "resolves",
        "ties",
        "revisions",
        "voids",
        "settledBy",
        "why",
      ]),
    );
    expect(found!.every(({says}) => says.includes("was expected"))).toBe(true);
  });

  it("knows the names of the facts, and guesses at a misspelt one", () => {
    const seen = sight({models: [model({model: "claude-opus-4.5"})]});
    const named = question({
      predicate: {
        all: [
          {...predicate, number: "lagg"},
          {
            test: "best-model",
            instrument: "lagline",
            on: "2026-01-20",
            of: {models: ["claude-opus-45"]},
            is: "above",
            than: 1,
          },
        ],
      },
    });
    expect(unknownNames(named, seen).map(({says}) => says)).toEqual([
      expect.stringContaining("number lagg; one the facts know was expected, did you mean lag?"),
      expect.stringContaining("did you mean claude-opus-4.5?"),
    ]);
  });
});
