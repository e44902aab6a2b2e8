import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/errors.ts";
import {emptyFrontier, frontier, timeline} from "../../../src/measure/frontier.ts";
import {dailyLags, dailyLookBack} from "../../../src/measure/lag/daily-look-back.ts";
import type {LagInput} from "../../../src/measure/lag/estimate.ts";
import {figure, at, handMade, inMonths} from "./synthetic-world.ts";

describe("daily-look-back", () => {
  const lagsOf = (input: LagInput, from: number, to: number) => {
    const [closed, open] = [timeline(input.closed, input.asOf), timeline(input.open, input.asOf)];
    const {point} = input.abilities;
    return dailyLags(
      frontier(closed, point, emptyFrontier(closed)),
      frontier(open, point, emptyFrontier(open)),
      {
        from: at(from),
        to: at(to),
      },
    );
  };

  it("asks on each day how long ago closed first did what open does best", () => {
    const {from, lags} = lagsOf(
      handMade(
        [
          [0, 10],
          [100, 20],
        ],
        [
          [3, 8],
          [103, 15],
        ],
        200,
      ),
      0,
      104,
    );
    expect(from).toBe(at(3));
    expect([...lags.slice(0, 2)]).toEqual([inMonths(3), inMonths(4)]);
    expect([...lags.slice(-3)]).toEqual([inMonths(102), inMonths(3), inMonths(4)]);
  });

  it("is minus the age of the open lead, and changes sign when the sides are exchanged", () => {
    const input = handMade(
      [
        [0, 10],
        [50, 12],
        [90, 30],
      ],
      [
        [20, 11],
        [70, 20],
      ],
      120,
    );
    const there = lagsOf(input, 0, 120);
    const back = lagsOf({...input, closed: input.open, open: input.closed}, 0, 120);
    expect([...back.lags]).toEqual([...there.lags].map((lag) => -lag));
    // Day 80: open has 20, closed 12, which open first reached with 20 on day 70.
    expect(there.lags[80 - 20]).toBe(inMonths(-10));
    // Day 60: closed leads with 12; it first did 11 on day 50.
    expect(there.lags[60 - 20]).toBe(inMonths(10));
  });

  it("counts at a tie the side that came later as the follower", () => {
    const tie = lagsOf(
      handMade(
        [
          [0, 10],
          [70, 20],
        ],
        [[50, 20]],
        80,
      ),
      80,
      80,
    );
    expect([...tie.lags]).toEqual([inMonths(-30)]);
    const other = lagsOf(handMade([[0, 20]], [[50, 20]], 80), 80, 80);
    expect([...other.lags]).toEqual([inMonths(80)]);
  });

  it("gives the last day and a trend: twelve months a year while nothing new comes out", () => {
    const {also} = figure(dailyLookBack(handMade([[0, 10]], [[1, 5]], 300)));
    expect(also[0].value).toBeCloseTo(inMonths(300), 12);
    expect(also[1].value).toBeCloseTo(12, 9);
  });

  it("refuses a window that ends after the as-of date", () => {
    const input = handMade([[0, 10]], [[1, 5]], 300);
    expect(() => dailyLookBack(input, {window: {from: at(10), to: at(301)}})).toThrow(InputError);
    expect(() => dailyLookBack(input, {window: {from: at(20), to: at(10)}})).toThrow(/invalid window/);
  });
});
