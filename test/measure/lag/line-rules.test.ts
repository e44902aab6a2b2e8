import {describe, expect, it} from "vitest";
import {frontierLine} from "../../../src/measure/lag/frontier-line.ts";
import {trendLine} from "../../../src/measure/lag/trend-line.ts";
import {figure, handMade, inMonths} from "./synthetic-world.ts";

describe("the rules by lines", () => {
  // Closed gains 10 points every 100 days, exactly on a line.
  const closed = [
    [0, 100],
    [100, 110],
    [200, 120],
    [300, 130],
  ] as const;
  const input = handMade(closed, [[310, 115]], 320);

  it("divide today's gap by the closed slope", () => {
    const estimate = figure(trendLine(input));
    expect(estimate.value).toBeCloseTo(inMonths(150), 9);
    expect(estimate.also[0].value).toBeCloseTo(36.52425, 9);
  });

  it("read the day on which the closed line had the candidate's ability", () => {
    expect(figure(frontierLine(input)).value).toBeCloseTo(inMonths(310 - 150), 9);
    expect(() => frontierLine(input, {candidate: "closed-0"})).toThrow(/unknown candidate/);
  });

  it("do not see closed records older than the trend's window", () => {
    // Far below the line, long before: with them the slope would be another.
    const old = handMade([[-2000, 10], [-1900, 20], ...closed], [[310, 115]], 320);
    expect(figure(trendLine(old)).value).toBeCloseTo(inMonths(150), 9);
    expect(figure(frontierLine(old)).value).toBeCloseTo(inMonths(310 - 150), 9);
    expect(figure(trendLine(old, {trendMonths: 120})).value).not.toBeCloseTo(inMonths(150), 1);
  });

  it("need a line that rises", () => {
    const flat = handMade(closed.slice(0, 3), [[310, 115]], 320);
    for (const estimate of [trendLine(flat), frontierLine(flat)])
      expect(estimate).toMatchObject({kind: "insufficient"});
  });
});
