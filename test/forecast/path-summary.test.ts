import {describe, expect, it} from "vitest";
import type {Forecaster} from "../../src/forecast/future.ts";
import {addRelease, futureRoom, startFuture} from "../../src/forecast/future-room.ts";
import {lagOn, monthsToRecord} from "../../src/forecast/future-metrics.ts";
import {joined, metricQuantile, summaryOf} from "../../src/forecast/summary/path-summary.ts";
import {histogramQuantile} from "../../src/numeric/histogram.ts";
import {quantiles} from "../../src/numeric/quantile.ts";
import {stream} from "../../src/numeric/random.ts";
import {day} from "../../src/units.ts";
import {AS_OF, madeGround} from "./made-ground.ts";

const made = madeGround();

/** A record a month on each side, of random size. */
function monthly(months = 24): Forecaster {
  const room = futureRoom(made);
  return {
    id: "trend",
    from: AS_OF,
    months,
    future(index) {
      startFuture(room, made, index);
      const random = stream(5, index);
      for (const side of [room.closed, room.open])
        for (let on = 20 * random.uniform(); on < 30.4 * months; on += 60 * random.uniform())
          addRelease(side, AS_OF + on, side.abilities[side.count - 1] + 3 * random.uniform());
      return room;
    },
  };
}

describe("a path summary", () => {
  const events = [{kind: "open-leads", by: day(AS_OF + 300)}] as const;

  it("is the same bytes however the paths are cut and in whichever order parts are joined", () => {
    const whole = summaryOf(monthly(), made, {from: 0, to: 300}, events);
    const parts = [
      [250, 300],
      [0, 7],
      [7, 250],
    ].map(([from, to]) => summaryOf(monthly(), made, {from, to}, events));
    expect(joined(parts)).toEqual(whole);
    expect(whole.paths).toBe(300);
  });

  it("gives quantiles within a bin of those of all values", () => {
    const forecaster = monthly();
    const summary = summaryOf(forecaster, made, {from: 0, to: 2000});
    const values = Array.from({length: 2000}, (_, i) => lagOn(forecaster.future(i), summary.days[12]));
    const ps = [0.05, 0.25, 0.5, 0.75, 0.95];
    for (const [k, exact] of quantiles(values, ps).entries())
      expect(Math.abs(metricQuantile(summary, "lag", 12, ps[k]) - exact)).toBeLessThan(0.1);
  });

  it("counts a record that does not come as beyond every month", () => {
    const still: Forecaster = {...monthly(), future: (index) => startFuture(futureRoom(made), made, index)};
    const summary = summaryOf(still, made, {from: 0, to: 20});
    expect(monthsToRecord(still.future(0).open, AS_OF)).toBe(Infinity);
    expect(histogramQuantile(summary.waits.open, 0, 0.5)).toBe(Infinity);
  });
});
