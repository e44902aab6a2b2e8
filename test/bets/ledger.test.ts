import {describe, expect, it} from "vitest";
import type {Position} from "../../src/bets/entry.ts";
import {scoreboard} from "../../src/bets/scores/scoreboard.ts";
import {questionState} from "../../src/bets/question-state.ts";
import {dayOf} from "../../src/dates.ts";
import {hashOf, ledgerOf, position, question, questionOf, resolution} from "./made-records.ts";

const says = (entries: readonly unknown[], on?: string) =>
  ledgerOf(entries, on)
    .faults.map((fault) => fault.says)
    .join("\n");
const person = question({settledBy: "person"});
const answer = resolution("yes", "2026-01-20", {by: "ada", vintage: null, method: null});

describe("the ledger on a day (R61)", () => {
  it("sees nothing dated after it", () => {
    const entries = [question(), position("ada", 0.3, "2026-01-02"), position("ada", 0.9, "2026-01-05")];
    const ledger = ledgerOf(entries, "2026-01-03");
    expect(ledger.questions.get("q1")!.positions.map(({entry}) => entry.on)).toEqual(["2026-01-02"]);
    expect([ledger.later, ledger.faults]).toEqual([1, []]);
  });

  it("names a record dated before the one it follows, and keeps it", () => {
    const entries = [question({at: "2026-01-05", opens: "2026-01-05"}), position("ada", 0.3, "2026-01-04")];
    const ledger = ledgerOf(entries);
    expect(ledger.faults[0]!.says).toContain(
      "dated 2026-01-04, before the one it follows (2026-01-05): a clock was wrong",
    );
    expect(ledger.questions.get("q1")!.positions).toHaveLength(1);
  });

  it("keeps the first question of an id and names the second", () => {
    const ledger = ledgerOf([question(), question({asks: "Is it at least 7 months?"})]);
    expect(ledger.questions.get("q1")!.entry.asks).toContain("6 months");
    expect(ledger.faults[0]!.says).toContain("has the id of another question: q1");
  });

  it("reads on past a record that is none, and says what is wrong with it", () => {
    expect(says([{kind: "rumour"}, question()])).toContain('kind: "rumour"; one of belief, question');
    expect(says([{...question(), closes: "2026-02-30"}])).toContain(
      'closes: "2026-02-30"; a calendar day as YYYY-MM-DD was expected',
    );
    expect(says([{...question(), pwned: true}])).toContain("field: pwned");
    expect(ledgerOf([{kind: "rumour"}, question()]).questions.size).toBe(1);
  });

  it.each([
    [
      "before it is written down",
      position("ada", 0.3, "2026-01-05", {at: "2026-01-04"}),
      "after the day it was written down",
    ],
    ["after the closing day", position("ada", 0.3, "2026-01-11"), "after the question closed on 2026-01-10"],
    [
      "on a question that is not there",
      position("ada", 0.3, "2026-01-05", {question: "q9"}),
      "a question that is not there: q9",
    ],
    [
      "as quantiles on a yes-or-no question",
      position("ada", {quantiles: {"0.1": 1, "0.5": 2, "0.9": 3}}, "2026-01-05"),
      "a probability was expected",
    ],
    ["outside 0 and 1", position("ada", 1.2, "2026-01-05"), "at most 1 was expected"],
  ])("refuses a position %s", (_, entry, why) => {
    expect(says([question(), entry])).toContain(why);
    expect(ledgerOf([question(), entry]).questions.get("q1")!.positions).toEqual([]);
  });

  it("takes positions of 0 and 1", () => {
    expect(
      questionOf(question(), position("ada", 0, "2026-01-02"), position("bo", 1, "2026-01-02")).positions,
    ).toHaveLength(2);
  });

  it("refuses a position taken when the answer could be known", () => {
    const entries = [question(), resolution("yes", "2026-01-05"), position("eve", 1, "2026-01-06")];
    expect(says(entries)).toContain("when the answer could be known");
  });

  it("settles once: the same answer again changes nothing, another one is a fault", () => {
    const once = [question(), resolution("yes", "2026-01-20")];
    expect(ledgerOf([...once, resolution("yes", "2026-01-21")]).faults).toEqual([]);
    const twice = ledgerOf([...once, resolution("no", "2026-01-21")]);
    expect(twice.questions.get("q1")!.resolution!.entry.outcome).toBe("yes");
    expect(twice.faults[0]!.says).toContain("stands as yes; a correction was expected");
  });

  it("lets a person's answer stand only once a second person agrees", () => {
    const confirm = (by: string, agrees: boolean) => ({
      kind: "confirmation",
      at: "2026-01-21",
      by,
      of: hashOf(2),
      agrees,
      why: "read it",
    });
    const state = (...more: readonly unknown[]) => {
      const record = ledgerOf([person, answer, ...more]).questions.get("q1")!;
      return questionState(record, dayOf("2026-01-21"), true);
    };
    expect(state()).toBe("proposed");
    expect(state(confirm("bo", true))).toBe("settled");
    expect(state(confirm("bo", false))).toBe("disputed");
    expect(state(confirm("bo", false), confirm("cy", true))).toBe("disputed");
    expect(state(confirm("ada", true))).toBe("proposed");
    expect(says([person, answer, confirm("ada", true)])).toContain(
      "confirms the answer of the same person, ada",
    );
  });

  it("corrects an answer by a later record that names it, and keeps both", () => {
    const fix = {
      kind: "correction",
      at: "2026-02-01",
      by: "bo",
      of: hashOf(2),
      changes: {outcome: "no"},
      why: "misread",
    };
    const record = ledgerOf([question(), resolution("yes", "2026-01-20"), fix]).questions.get("q1")!;
    expect(record.resolution!.entry.outcome).toBe("no");
    expect(record.resolution!.corrections).toMatchObject([{by: "bo", why: "misread"}]);
  });

  it("lets nobody change what was asked once a position is taken, nor who wrote what", () => {
    const fix = (changes: object) => ({
      kind: "correction",
      at: "2026-02-01",
      by: "eve",
      of: hashOf(1),
      changes,
      why: "better",
    });
    const entries = [question(), position("ada", 0.3, "2026-01-02")];
    expect(says([...entries, fix({asks: "Is it at least 9 months?"})])).toContain(
      "fixed once somebody took a position: ask a new question",
    );
    expect(says([...entries, fix({by: "eve"})])).toContain("corrects by of entry 1, which is fixed");
    expect(says([question(), fix({asks: "Is it at least 9 months?"})])).toBe("");
    expect(says([question(), fix({closes: "soon"})])).toContain("unreadable");
    expect(says([question(), {...fix({asks: "x"}), of: "f".repeat(64)}])).toContain(
      "a record that is not there",
    );
  });

  it("keeps a void question void, and a settled one from being voided", () => {
    const gone = {
      kind: "void",
      at: "2026-01-20",
      by: "ada",
      question: "q1",
      evidence: {},
      why: "source gone",
    };
    expect(says([question(), gone, resolution("yes", "2026-01-21")])).toContain(
      "settles a question that is void",
    );
    expect(says([question(), resolution("yes", "2026-01-19"), gone])).toContain(
      "a correction of the answer was expected",
    );
  });
});

describe("the scoreboard (R66)", () => {
  const settled = (...positions: readonly Position[]) =>
    scoreboard([questionOf(question(), ...positions, resolution("yes", "2026-01-20"))]);

  it("scores a question asked before its answer was known", () => {
    const {forecasters, counts} = settled(
      position("ada", 0.9, "2026-01-01"),
      position("bo", 0.6, "2026-01-01"),
    );
    expect(counts).toMatchObject({scored: 1, afterTheFact: 0});
    const [ada, bo] = forecasters;
    expect(ada).toMatchObject({
      forecaster: "ada",
      questions: 1,
      brier: expect.closeTo(0.01, 12),
      brierIndex: expect.closeTo(90, 9),
    });
    expect(ada!.baseline).toBeCloseTo(84.79969066, 7);
    expect(ada!.peer).toBeCloseTo(100 * Math.log(0.9 / 0.6), 9);
    expect(bo!.peer).toBeCloseTo(-ada!.peer, 9);
  });

  it("scores nobody on a question asked when its answer was known", () => {
    const late = question({opens: "2026-01-25", closes: "2026-01-30", at: "2026-01-25"});
    const board = scoreboard([questionOf(late, resolution("yes", "2026-01-20", {at: "2026-01-26"}))]);
    expect([board.scores, board.counts]).toEqual([[], expect.objectContaining({scored: 0, afterTheFact: 1})]);
  });

  it("counts directions, voids and what cannot be told beside, and scores none of them", () => {
    const direction = position("nathan", {direction: "yes"}, "2026-01-02");
    const untold = questionOf(question(), direction, resolution("cannot-tell", "2026-01-20"));
    const {scores, counts, forecasters} = scoreboard([untold]);
    expect(scores).toEqual([]);
    expect(counts).toMatchObject({scored: 0, cannotTell: 1, unresolved: 0});
    expect(forecasters).toMatchObject([{forecaster: "nathan", directions: 1, questions: 0, running: 0}]);
  });

  it("scores days by the distance in days", () => {
    const date = {...question(), type: "date", range: {low: "2026-01-01", high: "2026-04-11"}};
    const quantiles = {"0.25": "2026-02-01", "0.5": "2026-02-11", "0.75": "2026-02-21"};
    const record = ledgerOf([
      date,
      position("ada", {quantiles}, "2026-01-01"),
      resolution("2026-02-11", "2026-02-11"),
    ]);
    expect(record.faults).toEqual([]);
    const [score] = scoreboard([...record.questions.values()]).scores;
    // Uniform over 40 days with the answer in the middle: 40 (1/8 + 1/8) / 3.
    expect(score!.crps).toBeCloseTo(10 / 3, 9);
    expect(score!.crpsOfRange).toBeCloseTo(1 / 30, 9);
  });
});
