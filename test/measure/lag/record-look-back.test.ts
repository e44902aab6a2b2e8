import {describe, expect, it} from "vitest";
import {recordLookBack} from "../../../src/measure/lag/record-look-back.ts";
import {figure, at, handMade, inMonths} from "./synthetic-world.ts";

const FROM = {since: at(0)};

describe("record-look-back", () => {
  it("looks back from each open record to the first closed model at least as able", () => {
    const estimate = figure(
      recordLookBack(
        handMade(
          [
            [0, 10],
            [100, 20],
          ],
          [
            [60, 5],
            [250, 20],
          ],
          300,
        ),
        FROM,
      ),
    );
    expect(estimate.value).toBeCloseTo(inMonths((60 + 150) / 2), 12);
    expect(estimate.records.map(({matchedBy}) => matchedBy)).toEqual(["closed-0", "closed-1"]);
  });

  it("is negative when open came first, and bounded while closed has not caught up", () => {
    const {records} = figure(
      recordLookBack(
        handMade(
          [
            [0, 10],
            [100, 20],
          ],
          [
            [60, 15],
            [250, 99],
          ],
          300,
        ),
        FROM,
      ),
    );
    expect(records[0]).toMatchObject({months: inMonths(-40), censored: "none"});
    expect(records[1]).toMatchObject({months: inMonths(-50), censored: "left", matchedBy: undefined});
  });

  it("needs an open record in its window", () => {
    const estimate = recordLookBack(handMade([[0, 10]], [[10, 5]], 900));
    expect(estimate).toMatchObject({kind: "insufficient", n: {closed: 1, open: 1}});
  });
});

describe("a record's story over the draws", () => {
  it("names the model that decides it in most draws, and how often it is a record", () => {
    // In three draws of ten the first closed model falls short of the open record, and the second decides.
    const world = handMade(
      [
        [0, 10],
        [40, 12],
        [60, 30],
      ],
      [
        [50, 9],
        [55, 5],
      ],
      100,
      10,
    );
    const draws = world.abilities.draws.map((ability, i) => (i % 5 === 0 && i < 15 ? 8 : ability));
    const {records} = figure(recordLookBack({...world, abilities: {...world.abilities, draws}}, FROM));
    expect(records).toMatchObject([
      {model: "open-0", matchedBy: "closed-0", recordShare: 1, months: inMonths(50)},
    ]);
    expect(records[0].interval.low).toBeCloseTo(inMonths(10), 12);
  });
});
