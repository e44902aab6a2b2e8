import {describe, expect, it} from "vitest";
import {forecastDays} from "../../src/forecast/forecast-calendar.ts";
import {FORECASTERS} from "../../src/forecast/forecasters.ts";
import type {Forecaster} from "../../src/forecast/future.ts";
import {metricReader} from "../../src/forecast/future-metrics.ts";
import type {Ground} from "../../src/forecast/ground.ts";
import {mixture} from "../../src/forecast/mixture/mixture.ts";
import {mean} from "../../src/numeric/quantile.ts";
import {DAYS_PER_MONTH, day} from "../../src/units.ts";
import {AS_OF, madeGround} from "./made-ground.ts";

const run = {seed: 3, months: 24};
const made = madeGround();
const mixed = {
  id: "mixture" as const,
  make: (ground: Ground, asked: typeof run): Forecaster =>
    mixture(
      ground,
      asked,
      FORECASTERS.map(({id}) => ({id, weight: 0.2})),
    ),
};

describe.each([...FORECASTERS, mixed])("$id", ({id, make}) => {
  const days = forecastDays(AS_OF, run.months);
  const valuesOf = (forecaster: Forecaster, indices: readonly number[]) => {
    const read = metricReader(days);
    return new Map(indices.map((i) => [i, read(forecaster.future(i)).map((row) => Array.from(row))]));
  };

  it("gives a future that depends on its number alone, not on the order", () => {
    const forward = valuesOf(make(made, run), [0, 1, 2, 3, 40, 41]);
    const backward = valuesOf(make(made, run), [41, 40, 3, 2, 1, 0]);
    expect(Object.fromEntries(backward)).toEqual(Object.fromEntries(forward));
  });

  it("gives the same futures from a ground that was sent as JSON", () => {
    const sent = JSON.parse(JSON.stringify(made)) as Ground;
    expect(valuesOf(make(sent, run), [0, 5, 17])).toEqual(valuesOf(make(made, run), [0, 5, 17]));
  });

  it("keeps the past of the world it continues and adds records that ascend in day and ability", () => {
    const forecaster = make(made, run);
    expect([forecaster.id, forecaster.from, forecaster.months]).toEqual([id, AS_OF, 24]);
    for (let index = 0; index < 60; index++) {
      const future = forecaster.future(index);
      for (const side of ["closed", "open"] as const) {
        const {count, days: on, abilities} = future[side];
        const past = made.worlds[future.draw][side];
        expect(Array.from(on.subarray(0, past.days.length))).toEqual(past.days);
        expect(Array.from(abilities.subarray(0, past.days.length))).toEqual(past.abilities);
        for (let i = 1; i < count; i++) {
          expect(on[i]).toBeGreaterThan(on[i - 1]);
          expect(abilities[i]).toBeGreaterThan(abilities[i - 1]);
        }
        if (count > past.days.length) expect(on[past.days.length]).toBeGreaterThan(AS_OF);
      }
    }
  });

  it("is in points whatever their zero: moving every ability by 7 moves the frontiers by 7 and no lag", () => {
    const moved: Ground = {
      ...made,
      worlds: made.worlds.map(({closed, open}) => ({
        closed: {days: closed.days, abilities: closed.abilities.map((a) => a + 7)},
        open: {days: open.days, abilities: open.abilities.map((a) => a + 7)},
      })),
    };
    const [before, after] = [made, moved].map((ground) => valuesOf(make(ground, run), [0, 1, 2, 3, 4]));
    for (const [index, [closed, open, , lag]] of before) {
      const [closedAfter, openAfter, , lagAfter] = after.get(index)!;
      for (const m of [6, 12, 24]) {
        expect(closedAfter[m]).toBeCloseTo(closed[m] + 7, 8);
        expect(openAfter[m]).toBeCloseTo(open[m] + 7, 8);
        expect(lagAfter[m]).toBeCloseTo(lag[m], 8);
      }
    }
  });

  it("starts on the as-of date from the measured numbers", () => {
    const read = metricReader(days);
    const rows = read(make(made, run).future(0));
    const {closed, open} = made.worlds[0];
    expect(rows[0][0]).toBe(closed.abilities.at(-1));
    expect(rows[1][0]).toBe(open.abilities.at(-1));
    const same = closed.days.find((_, i) => closed.abilities[i] >= open.abilities.at(-1)!)!;
    if (closed.abilities.at(-1)! > open.abilities.at(-1)!)
      expect(rows[3][0]).toBeCloseTo((AS_OF - same) / DAYS_PER_MONTH, 9);
  });
});

describe("delaying every open release by three months", () => {
  const DELAY = Math.round(3 * DAYS_PER_MONTH);
  /** The same worlds with open three months later, seen three months later. */
  const delayed: Ground = {
    ...made,
    asOf: day(AS_OF + DELAY),
    worlds: made.worlds.map(({closed, open}) => ({
      closed,
      open: {days: open.days.map((on) => on + DELAY), abilities: open.abilities},
    })),
  };

  it.each(["lag-persists", "no-change"] as const)("adds three months to the lag that %s expects", (id) => {
    const {make} = FORECASTERS.find((one) => one.id === id)!;
    const [before, after] = [made, delayed].map((ground) => {
      const forecaster = make(ground, run);
      const read = metricReader(forecastDays(ground.asOf, run.months));
      return Array.from({length: 400}, (_, i) => Array.from(read(forecaster.future(i))[3]));
    });
    const leads = made.worlds.map(({closed, open}) => open.abilities.at(-1)! >= closed.abilities.at(-1)!);
    const shifts = (m: number) =>
      before.flatMap((row, i) => (leads[i % leads.length] ? [] : [after[i][m] - row[m]]));
    for (const shift of shifts(0)) expect(shift).toBeCloseTo(DELAY / DAYS_PER_MONTH, 9);
    // Later months add noise of nearly the same spread to both: the same draws, so the mean is the delay.
    expect(Math.abs(mean(shifts(12)) - DELAY / DAYS_PER_MONTH)).toBeLessThan(0.3);
  });
});
