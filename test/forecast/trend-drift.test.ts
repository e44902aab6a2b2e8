import {describe, expect, it} from "vitest";
import {pacePosteriors} from "../../src/forecast/trend/pace.ts";
import {trend} from "../../src/forecast/trend/trend.ts";
import {trendMethod} from "../../src/forecast/trend/trend-method.ts";
import {DAYS_PER_MONTH} from "../../src/units.ts";
import {AS_OF, madeGround} from "./made-ground.ts";

const FUTURES = 20_000;

/** Mean and variance over futures of the records that closed models set in the month after `month`. */
function recordsInMonth(month: number): {readonly mean: number; readonly variance: number} {
  const forecaster = trend(madeGround({worlds: 1}), {seed: 3, months: 36});
  const [from, to] = [AS_OF + month * DAYS_PER_MONTH, AS_OF + (month + 1) * DAYS_PER_MONTH];
  let [sum, squares] = [0, 0];
  for (let index = 0; index < FUTURES; index++) {
    const {closed} = forecaster.future(index);
    let count = 0;
    for (let i = closed.count - 1; i >= 0 && closed.days[i]! > from; i--) if (closed.days[i]! <= to) count++;
    sum += count;
    squares += count * count;
  }
  const mean = sum / FUTURES;
  return {mean, variance: squares / FUTURES - mean * mean};
}

describe("the wandering pace", () => {
  const {closed} = pacePosteriors(madeGround({worlds: 1}).worlds[0]!, AS_OF);
  const rate = closed.records / closed.months;

  // A Poisson count of a gamma rate that took `month` log-normal steps of variance (1 - memory) / A and mean 1:
  // E N = A / B,  Var N = E N + (E N)² [(1 + 1 / A) exp(month (1 - memory) / A) - 1].
  it.each([0, 12, 35])("keeps its mean and widens as fading implies, %i months on", (month) => {
    const {mean, variance} = recordsInMonth(month);
    const drift = (month * (1 - trendMethod.memory.value)) / closed.records;
    const expected = rate + rate ** 2 * ((1 + 1 / closed.records) * Math.exp(drift) - 1);
    expect(Math.abs(mean / rate - 1)).toBeLessThan(0.05);
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.12);
  });
});
