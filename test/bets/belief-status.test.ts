import {describe, expect, it} from "vitest";
import {type Bearing, beliefStatus} from "../../src/bets/belief-status.ts";

const bearing = (changes: Partial<Bearing>): Bearing => ({
  question: "q",
  cameOutFor: undefined,
  chanceFor: undefined,
  decisive: false,
  afterTheFact: false,
  ...changes,
});
const won = bearing({cameOutFor: true});
const lost = bearing({cameOutFor: false});
const lostAfter = bearing({cameOutFor: false, afterTheFact: true});
const leaning = (chanceFor: number) => bearing({chanceFor});
const status = (...bearings: readonly Bearing[]) => beliefStatus(bearings).status;

describe("the status of a belief (R65)", () => {
  it("is unmeasurable without anything settled or leaning", () => {
    expect([status(), status(bearing({}))]).toEqual(["unmeasurable", "unmeasurable"]);
  });

  it("holds while nothing came out against it and open questions lean its way", () => {
    expect([status(won), status(leaning(0.5)), status(won, leaning(0.9))]).toEqual([
      "holding",
      "holding",
      "holding",
    ]);
  });

  it("weakens with the first question lost, or when open questions lean against it", () => {
    expect([
      status(won, lost),
      status(lost),
      status(won, leaning(0.2)),
      status(won, won, lost, lost, won),
    ]).toEqual(["weakening", "weakening", "weakening", "weakening"]);
  });

  it("breaks on two questions lost and more than half, or on one that is the belief itself", () => {
    expect([
      status(lost, lost),
      status(lost, lost, won),
      status({...lost, decisive: true}, won, won),
    ]).toEqual(["broken", "broken", "broken"]);
  });

  it("is not broken by questions asked when their answers were known, however many", () => {
    expect([status(lostAfter, lostAfter, lostAfter), status(lost, lostAfter, lostAfter)]).toEqual([
      "weakening",
      "weakening",
    ]);
    expect(status({...lostAfter, decisive: true})).toBe("broken");
  });
});
