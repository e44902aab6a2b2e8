import {describe, expect, it} from "vitest";
import {forcesForecaster} from "../../../src/forecast/forces/forces-forecaster.ts";
import type {Future} from "../../../src/forecast/future.ts";
import {DAYS_PER_MONTH} from "../../../src/units.ts";
import {AS_OF, madeGround} from "./made-ground.ts";

const ground = madeGround();

const copied = ({draw, closed, open, series}: Future) => ({
  draw,
  closed: [...closed.days.subarray(0, closed.count), ...closed.abilities.subarray(0, closed.count)],
  open: [...open.days.subarray(0, open.count), ...open.abilities.subarray(0, open.count)],
  series: new Map([...series].map(([id, row]) => [id, [...row]])),
});

describe("the forces forecast (METHOD R55 to R57)", () => {
  const forecaster = forcesForecaster(ground, {seed: 3});

  it("gives a path the same bytes whichever others were made before it", () => {
    const alone = copied(forcesForecaster(ground, {seed: 3}).future(17));
    for (const i of [5, 900, 16]) forecaster.future(i);
    expect(copied(forecaster.future(17))).toEqual(alone);
  });

  it("starts from plain data: a ground that went through JSON gives the same paths", () => {
    const again = forcesForecaster(JSON.parse(JSON.stringify(ground)), {seed: 3});
    expect(copied(again.future(7))).toEqual(copied(forecaster.future(7)));
  });

  it("continues the past: records rise in day and ability, and what was is not changed", () => {
    for (let i = 0; i < 200; i++) {
      const future = forecaster.future(i);
      for (const side of ["closed", "open"] as const) {
        const {count, days, abilities} = future[side];
        const past = ground.worlds[future.draw][side];
        expect([...days.subarray(0, past.days.length)]).toEqual(past.days);
        for (let k = 1; k < count; k++) {
          expect(days[k]).toBeGreaterThan(days[k - 1]);
          expect(abilities[k]).toBeGreaterThan(abilities[k - 1]);
        }
        expect(days[count - 1]).toBeLessThanOrEqual(AS_OF + 36 * DAYS_PER_MONTH + 1e-6);
      }
    }
  });

  it("follows what it promises, month by month, without gaps", () => {
    const {series} = forecaster.future(1);
    for (const id of [
      "price.150",
      "price.165",
      "cash.alpha",
      "short.alpha",
      "withheld.beta",
      "use.open",
      "open.us",
    ])
      expect([...series.keys()]).toContain(id);
    for (const row of series.values()) {
      expect(row.length).toBe(37);
      expect(row.some(Number.isNaN)).toBe(false);
    }
  });

  it("never lets a higher ability cost less than a lower one", () => {
    for (let i = 0; i < 200; i++) {
      const {series} = forecaster.future(i);
      for (let m = 0; m <= 36; m++)
        expect(series.get("price.150")![m]).toBeLessThanOrEqual(series.get("price.155")![m]);
    }
  });
});
