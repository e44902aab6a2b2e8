import {describe, expect, it} from "vitest";
import {lastDayNotBetter} from "../../../src/measure/lag/last-day-not-better.ts";
import {figure, at, handMade, inMonths} from "./synthetic-world.ts";

describe("last-day-not-better", () => {
  const input = handMade(
    [
      [0, 10],
      [100, 11],
      [200, 20],
    ],
    [[10, 10]],
    230,
  );
  const window = {from: at(230), to: at(230)};

  it("goes back to the day on which the first of the clearly better records came", () => {
    expect(figure(lastDayNotBetter(input, {window, test: {kind: "strict"}})).value).toBeCloseTo(
      inMonths(130),
      12,
    );
    expect(figure(lastDayNotBetter(input, {window, test: {kind: "tolerance", points: 2}})).value).toBeCloseTo(
      inMonths(30),
      12,
    );
  });

  it("is zero while not even the standing record is clearly better", () => {
    expect(figure(lastDayNotBetter(input, {window, test: {kind: "tolerance", points: 15}})).value).toBe(0);
  });

  it("has no answer on days when closed always was better", () => {
    const behind = handMade([[0, 10]], [[10, 5]], 100);
    expect(lastDayNotBetter(behind, {test: {kind: "strict"}})).toMatchObject({kind: "insufficient"});
  });

  it("separates by pairs what two wide intervals do not: errors shared by both models cancel", () => {
    const two = handMade(
      [
        [0, 8],
        [100, 11],
      ],
      [[10, 10]],
      200,
      100,
    );
    const common = Float64Array.from({length: 300}, (_, i) => {
      const draw = Math.floor(i / 3);
      return two.abilities.point[i % 3] + 5 * Math.sin(draw * 2.4) + 0.1 * Math.cos(i * 7.7);
    });
    const noisy = {...two, abilities: {...two.abilities, draws: common}};
    const day200 = {window: {from: at(200), to: at(200)}};
    expect(
      figure(lastDayNotBetter(noisy, {...day200, test: {kind: "paired", level: 0.95}})).point,
    ).toBeCloseTo(inMonths(100), 12);
    expect(figure(lastDayNotBetter(noisy, {...day200, test: {kind: "unpaired", z: 1.96}})).point).toBe(0);
  });
});
