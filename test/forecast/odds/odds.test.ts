import {describe, expect, it} from "vitest";
import {forcesForecaster} from "../../../src/forecast/forces/forces-forecaster.ts";
import {probabilitiesOf, probabilityOf} from "../../../src/forecast/odds/probability-of.ts";
import {questionNamed} from "../../../src/forecast/odds/question-named.ts";
import {QUESTIONS} from "../../../src/forecast/odds/questions.ts";
import {trend} from "../../../src/forecast/trend/trend.ts";
import {afterMonths, day, months} from "../../../src/units.ts";
import {AS_OF, madeGround} from "../forces/made-ground.ts";

const ground = madeGround();
const forces = forcesForecaster(ground, {seed: 1});
const asked = {asOf: AS_OF, by: day(Math.round(afterMonths(AS_OF, months(12)))), lab: "alpha"};

describe("odds (METHOD R59)", () => {
  it("are at least twelve questions with different names, words and meanings", () => {
    expect(QUESTIONS.length).toBeGreaterThanOrEqual(12);
    for (const of of [
      QUESTIONS.map(({id}) => id),
      QUESTIONS.map(({asks}) => asks),
      QUESTIONS.map((q) => JSON.stringify(q.event(asked))),
    ])
      expect(new Set(of).size).toBe(QUESTIONS.length);
  });

  it("are shares of futures in which the event happens, all from the same futures", () => {
    const events = QUESTIONS.map((question) => question.event(asked));
    const chances = probabilitiesOf(events, forces, 400);
    for (const [k, {probability, error}] of chances.entries()) {
      expect(probability, QUESTIONS[k].id).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(error).toBeLessThanOrEqual(0.5 / Math.sqrt(400) + 1e-12);
      expect(probabilityOf(events[k], forces, 400).probability).toBe(probability);
    }
  });

  it("of opposites add up to one, and never fall with a later day", () => {
    const on = asked.by;
    const of = (is: "below" | "at-least") =>
      probabilityOf({kind: "metric", metric: "lag", on, is, value: 6}, forces, 300).probability!;
    expect(of("below") + of("at-least")).toBeCloseTo(1, 12);
    const by = (m: number) =>
      probabilityOf({kind: "matches-today", by: day(Math.round(afterMonths(AS_OF, months(m))))}, forces, 300)
        .probability!;
    for (const [soon, late] of [
      [3, 6],
      [6, 12],
      [12, 36],
    ])
      expect(by(soon)).toBeLessThanOrEqual(by(late));
  });

  it("are none where a forecaster does not follow what is asked", () => {
    const event = QUESTIONS.find(({id}) => id === "lab-runs-short")!.event(asked);
    expect(probabilityOf(event, trend(ground, {seed: 1, months: 36}), 50).probability).toBeNull();
    expect(probabilityOf(event, forces, 50).probability).not.toBeNull();
  });
});

describe("the question meant", () => {
  it.each([
    ["open matches today's closed frontier", "open-matches-today"],
    ["Open matches todays closed frontier?", undefined],
    ["open-first", "open-first"],
    ["Lag over 12 months", "lag-over"],
  ])("by %j is %s", (text, id) => {
    if (id) expect(questionNamed(text).id).toBe(id);
    else expect(() => questionNamed(text)).toThrow("did you mean");
  });

  it("is never guessed: the nearest are offered", () => {
    expect(() => questionNamed("open beats everything")).toThrow(
      /^unknown question: open beats everything; did you mean "/,
    );
    expect(() => questionNamed("weather tomorrow")).toThrow("`lagline odds` lists the questions");
  });
});
