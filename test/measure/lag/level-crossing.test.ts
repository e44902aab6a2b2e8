import {describe, expect, it} from "vitest";
import {levelCrossing} from "../../../src/measure/lag/level-crossing.ts";
import {figure, handMade, inMonths} from "./synthetic-world.ts";

describe("level-crossing", () => {
  const input = handMade(
    [
      [0, 10],
      [100, 20],
    ],
    [
      [30, 10],
      [220, 16],
    ],
    300,
  );

  it("averages over the levels that both frontiers cross, each weighing alike", () => {
    const estimate = figure(levelCrossing(input));
    // From 10 to 16 closed was first on day 100, open on day 220.
    expect(estimate.value).toBeCloseTo(inMonths(120), 12);
    expect(figure(levelCrossing(input, {levels: 2})).value).toBeCloseTo(inMonths((30 + 120) / 2), 12);
  });

  it("tends to the mean over all levels as the grid grows finer", () => {
    const rich = handMade(
      [
        [0, 10],
        [50, 13],
        [100, 20],
      ],
      [
        [30, 9],
        [90, 12],
        [220, 19],
      ],
      300,
    );
    const fine = figure(levelCrossing(rich, {levels: 20_001})).value;
    expect(fine).toBeCloseTo(figure(levelCrossing(rich)).value, 2);
  });

  it("lets an open record short of the level count when it is within the tolerance of the closed model there", () => {
    const near = handMade(
      [
        [0, 10],
        [100, 20],
      ],
      [
        [30, 10],
        [150, 19],
        [220, 20],
      ],
      300,
    );
    // From 19 to 20 the tolerant rule takes the open model of day 150; below, both do.
    expect(figure(levelCrossing(near)).value).toBeCloseTo(inMonths((9 * 50 + 120) / 10), 12);
    const tolerant = figure(levelCrossing(near, {test: {kind: "tolerance", points: 2}}));
    expect(tolerant.value).toBeCloseTo(inMonths(50), 12);
  });

  it("has no answer when the frontiers have no ability in common", () => {
    expect(levelCrossing(handMade([[0, 50]], [[10, 5]], 100))).toMatchObject({kind: "insufficient"});
  });
});
