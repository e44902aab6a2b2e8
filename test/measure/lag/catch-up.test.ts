import {describe, expect, it} from "vitest";
import {catchUp} from "../../../src/measure/lag/catch-up.ts";
import {day} from "../../../src/units.ts";
import {figure, at, handMade, inMonths} from "./synthetic-world.ts";

const FROM = {since: at(0)};

describe("catch-up", () => {
  const input = handMade(
    [
      [0, 10],
      [100, 20],
      [200, 30],
    ],
    [
      [60, 10],
      [250, 25],
    ],
    300,
  );

  it("waits from each closed record to the first open release at least as able, and still waits for the last", () => {
    const estimate = figure(catchUp(input, FROM));
    expect(
      estimate.records.map(({model, matchedBy, months, censored}) => [model, matchedBy, months, censored]),
    ).toEqual([
      ["closed-0", "open-0", inMonths(60), "none"],
      ["closed-1", "open-1", inMonths(150), "none"],
      ["closed-2", undefined, inMonths(100), "right"],
    ]);
    // Two thirds wait after 60 days; the wait of 100 days is censored; then one of one ends at 150.
    expect(estimate.value).toBeCloseTo(inMonths(150), 12);
    expect(estimate.also[0].value).toBeCloseTo(inMonths(60 / 3 + (150 * 2) / 3), 12);
  });

  it("is at least as long as its follow-up while fewer than half of the records are matched", () => {
    const early = figure(
      catchUp(
        handMade(
          [
            [0, 10],
            [5, 20],
            [8, 30],
          ],
          [[10, 10]],
          100,
        ),
        FROM,
      ),
    );
    expect(early.censored).toBe("right");
    expect(early.interval.censored).toBe("right");
    expect(early.value).toBeCloseTo(inMonths(95), 12);
    expect(early.interval.high).toBeCloseTo(inMonths(95), 12);
  });

  it("leaves out closed records of before its window, though they are still what must be beaten", () => {
    const {records} = figure(catchUp(input, {since: at(50)}));
    expect(records.map(({model}) => model)).toEqual(["closed-1", "closed-2"]);
  });

  it("has a negative wait where open came first", () => {
    const ahead = handMade(
      [
        [0, 10],
        [100, 20],
      ],
      [[70, 40]],
      300,
    );
    expect(figure(catchUp(ahead, FROM)).records.map(({months}) => months)).toEqual([
      inMonths(70),
      inMonths(-30),
    ]);
  });

  it("takes waits as intervals where a month is all that is known of a release", () => {
    const vague = {
      ...input,
      open: input.open.map((release) => ({
        ...release,
        date: {earliest: day(release.date.earliest - 15), latest: day(release.date.latest + 15)},
      })),
    };
    const estimate = figure(catchUp(vague, FROM));
    expect(estimate.variant).toBe("Turnbull median");
    expect(estimate.value).toBeCloseTo(inMonths(150), 9);
  });
});
