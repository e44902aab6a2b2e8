import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  eachStandingDay,
  firstReaching,
  frontier,
  namedRecords,
  standingOn,
  timeline,
} from "../../src/measure/frontier.ts";
import {day} from "../../src/units.ts";
import {release} from "./lag/synthetic-world.ts";

const releases = [release("c", 30, 2), release("a", 10, 0), release("d", 40, 3), release("b", 20, 1)];

describe("the frontier", () => {
  it("is the run of releases better than all before them, oldest first", () => {
    const records = namedRecords(timeline(releases, day(100)), Float64Array.of(5, 4, 7, 7));
    expect(records).toEqual([
      {model: "a", day: 10, ability: 5},
      {model: "c", day: 30, ability: 7},
    ]);
  });

  it("counts the best of several releases on one day as that day's only record", () => {
    const sameDay = [release("weak", 10, 0), release("strong", 10, 1)];
    for (const order of [sameDay, [...sameDay].reverse()])
      expect(namedRecords(timeline(order, day(10)), Float64Array.of(1, 2)).map(({model}) => model)).toEqual([
        "strong",
      ]);
  });

  it("does not see a release after the day asked about", () => {
    expect(timeline(releases, day(29)).releases.map(({model}) => model)).toEqual(["a", "b"]);
  });

  it("dates a release known to a span by the middle of it", () => {
    const span = {...release("x", 10, 0), date: {earliest: day(10), latest: day(20)}};
    expect(timeline([span], day(14)).releases).toEqual([]);
    expect([...timeline([span], day(15)).days]).toEqual([15]);
  });

  it("answers by search what a walk over its records answers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({min: 0, max: 40}), fc.integer({min: 0, max: 20})), {maxLength: 25}),
        fc.integer({min: -1, max: 42}),
        (points, asked) => {
          const line = timeline(
            points.map(([on], i) => release(`m${i}`, on, i)),
            day(100),
          );
          const records = frontier(
            line,
            Float64Array.from(points, ([, ability]) => ability),
          );
          const all = Array.from({length: records.count}, (_, i) => i);
          const reached = all.find((i) => records.abilities[i] >= asked) ?? records.count;
          expect(firstReaching(records, asked)).toBe(reached);
          expect(standingOn(records, asked)).toBe(all.filter((i) => records.days[i] <= asked).length - 1);
          const best = Math.max(...points.filter(([on]) => on <= asked).map(([, ability]) => ability));
          const standing = standingOn(records, asked);
          if (standing >= 0) expect(records.abilities[standing]).toBe(best);
          else expect(best).toBe(Number.NEGATIVE_INFINITY);
        },
      ),
    );
  });

  it("walks exactly the days of the window on which both sides have a model", () => {
    const closed = frontier(
      timeline([release("c", 10, 0), release("d", 14, 1)], day(99)),
      Float64Array.of(1, 2),
    );
    const open = frontier(timeline([release("o", 12, 0)], day(99)), Float64Array.of(0));
    const seen: number[][] = [];
    eachStandingDay({closed, open, from: 5, to: 15}, (...visit) => seen.push(visit));
    expect(seen).toEqual([
      [12, 0, 0],
      [13, 0, 0],
      [14, 1, 0],
      [15, 1, 0],
    ]);
  });
});
