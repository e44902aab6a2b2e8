import {describe, expect, it} from "vitest";
import {dayOf} from "../../src/dates.ts";
import {forecastDays, horizonDay} from "../../src/forecast/forecast-calendar.ts";
import {happens} from "../../src/forecast/future-event.ts";
import {
  abilityOn,
  gapOn,
  lagOn,
  METRICS,
  metricReader,
  monthsToAbility,
  monthsToRecord,
  yearLagOn,
} from "../../src/forecast/future-metrics.ts";
import {addRelease, futureRoom, startFuture} from "../../src/forecast/future-room.ts";
import {ground, type World} from "../../src/forecast/ground.ts";
import {dailyLags} from "../../src/measure/lag/daily-look-back.ts";
import {dayWindow} from "../../src/measure/lag/day-window.ts";
import {mean} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {DAYS_PER_MONTH, day} from "../../src/units.ts";
import {AS_OF, madeGround} from "./made-ground.ts";

/** The future in which nothing comes, or what is given does. */
function futureOf(world: World, coming: {closed?: [number, number][]; open?: [number, number][]} = {}) {
  const made = {asOf: AS_OF, dropped: 0, worlds: [world]};
  const room = startFuture(futureRoom(made), made, 0);
  for (const side of ["closed", "open"] as const)
    for (const [wait, ability] of coming[side] ?? []) addRelease(room[side], AS_OF + wait, ability);
  return room;
}

const WORLD: World = {
  closed: {days: [AS_OF - 400, AS_OF - 100], abilities: [130, 140]},
  open: {days: [AS_OF - 300, AS_OF - 50], abilities: [120, 135]},
};

describe("metrics of a future", () => {
  it("read the lag of R11 on any day, past or to come, and over the year before it", () => {
    for (let seed = 0; seed < 20; seed++) {
      const made = madeGround({seed, worlds: 1, months: 20});
      const room = startFuture(futureRoom(made), made, 0);
      const random = stream(seed, 99);
      let on = AS_OF as number;
      for (let i = 0; i < 30; i++) {
        on += 40 * random.uniform();
        const side = random.uniform() < 0.5 ? room.closed : room.open;
        addRelease(side, on, side.abilities[side.count - 1] + 6 * random.uniform() - 1);
      }
      const days = forecastDays(AS_OF, 24);
      const rows = metricReader(days)(room);
      for (const [m, at] of days.entries()) {
        const window = dayWindow(at);
        const year = dailyLags(room.closed, room.open, window);
        const last = dailyLags(room.closed, room.open, {from: at, to: at});
        expect(lagOn(room, at)).toBeCloseTo(last.lags[0], 9);
        expect(yearLagOn(room, at)).toBeCloseTo(mean(year.lags), 9);
        expect(rows.map((row) => row[m])).toEqual([
          abilityOn(room.closed, at),
          abilityOn(room.open, at),
          gapOn(room, at),
          expect.closeTo(last.lags[0], 9),
          expect.closeTo(mean(year.lags), 9),
        ]);
      }
      expect(METRICS).toEqual(["closed", "open", "gap", "lag", "lag-year"]);
    }
  });

  it("turn the sign where open leads", () => {
    const future = futureOf(WORLD, {open: [[10, 150]]});
    expect(gapOn(future, AS_OF + 20)).toBe(-10);
    expect(lagOn(future, day(AS_OF + 20))).toBeCloseTo(-10 / DAYS_PER_MONTH, 12);
  });

  it("grow by a month a month while nothing comes", () => {
    const future = futureOf(WORLD);
    expect(lagOn(future, day(AS_OF + 30)) - lagOn(future, AS_OF)).toBeCloseTo(30 / DAYS_PER_MONTH, 12);
  });

  it("say how long until the next record and until an ability, and that neither comes", () => {
    const future = futureOf(WORLD, {open: [[61, 139]]});
    expect(monthsToRecord(future.open, AS_OF)).toBeCloseTo(61 / DAYS_PER_MONTH, 12);
    expect(monthsToRecord(future.closed, AS_OF)).toBe(Infinity);
    expect(monthsToAbility(future.open, 135, AS_OF)).toBe(0);
    expect(monthsToAbility(future.open, 139, AS_OF)).toBeCloseTo(61 / DAYS_PER_MONTH, 12);
    expect(monthsToAbility(future.open, 139.1, AS_OF)).toBe(Infinity);
  });

  it("leave the past as it was: a release that is no record changes nothing", () => {
    const before = futureOf(WORLD);
    const after = futureOf(WORLD, {open: [[5, 135]], closed: [[7, 139]]});
    expect([after.open.count, after.closed.count]).toEqual([before.open.count, before.closed.count]);
  });
});

describe("events", () => {
  const future = futureOf(WORLD, {
    open: [
      [61, 139],
      [90, 141],
    ],
    closed: [[200, 150]],
  });
  const by = (wait: number) => day(AS_OF + wait);
  it.each([
    [{kind: "reaches", side: "open", ability: 139, by: by(61)}, true],
    [{kind: "reaches", side: "open", ability: 139, by: by(60)}, false],
    [{kind: "record", side: "closed", by: by(199)}, false],
    [{kind: "record", side: "closed", by: by(200)}, true],
    [{kind: "open-leads", by: by(89)}, false],
    [{kind: "open-leads", by: by(90)}, true],
    [{kind: "metric", metric: "gap", on: by(70), is: "below", value: 1.5}, true],
    [{kind: "metric", metric: "gap", on: by(70), is: "at-least", value: 1}, true],
    [{kind: "metric", metric: "gap", on: by(70), is: "below", value: 1}, false],
    [{kind: "series-below", series: "price.150", month: 3, value: 1}, false],
  ] as const)("%o happens: %s", (event, expected) => {
    expect(happens(event, future, AS_OF)).toBe(expected);
  });
});

describe("the ground", () => {
  it("does not see releases after the as-of date, and drops worlds without records of a side", () => {
    const span = (text: string) => ({earliest: dayOf(text), latest: dayOf(text)});
    const input = {
      abilities: {
        models: ["a", "b", "c"],
        point: Float64Array.of(1, 2, 3),
        draws: Float64Array.of(1, 2, 3),
        drawCount: 1,
      },
      closed: [
        {model: "a", column: 0, date: span("2025-01-01")},
        {model: "c", column: 2, date: span("2026-01-02")},
      ],
      open: [{model: "b", column: 1, date: span("2025-03-01")}],
      asOf: AS_OF,
    };
    expect(ground(input).worlds).toEqual([
      {
        closed: {days: [dayOf("2025-01-01")], abilities: [1]},
        open: {days: [dayOf("2025-03-01")], abilities: [2]},
      },
    ]);
    expect(ground({...input, open: []})).toMatchObject({worlds: [], dropped: 1});
    expect(JSON.parse(JSON.stringify(ground(input)))).toEqual(ground(input));
  });

  it("reads months to whole days", () => {
    expect(horizonDay(dayOf("2025-10-01"), 12)).toBe(dayOf("2026-10-01"));
  });
});
