import {describe, expect, it} from "vitest";
import {verticalGap} from "../../src/measure/gap.ts";
import {figure, at, handMade} from "./lag/synthetic-world.ts";

describe("the vertical gap", () => {
  it("is best closed minus best open on a day, and its mean over days", () => {
    const input = handMade(
      [
        [0, 10],
        [9, 20],
      ],
      [[0, 8]],
      9,
    );
    const estimate = figure(verticalGap(input, {window: {from: at(0), to: at(9)}}));
    expect(estimate.value).toBeCloseTo((9 * 2 + 12) / 10, 12);
    expect(estimate.also[0].value).toBe(12);
    expect(estimate.unit).toBe("points");
  });

  it("is negative when open leads", () => {
    const input = handMade([[0, 10]], [[0, 14]], 5);
    expect(figure(verticalGap(input, {window: {from: at(5), to: at(5)}})).value).toBe(-4);
  });
});
