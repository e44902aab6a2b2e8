/**
 * Simulation-based calibration (Talts et al. 2018): worlds whose parameters are drawn from the priors are run for the length
 * of the window, their records are given to the update, and the truth must fall inside its intervals as often as they say.
 */
import {describe, expect, it} from "vitest";
import {forcesForecaster} from "../../../src/forecast/forces/forces-forecaster.ts";
import {forcesForecastMethod} from "../../../src/forecast/forces/forces-forecast-method.ts";
import {COLUMN, COLUMNS, type Parameter} from "../../../src/forecast/forces/parameters.ts";
import {particles} from "../../../src/forecast/forces/particles.ts";
import type {World} from "../../../src/forecast/ground.ts";
import {quantiles} from "../../../src/numeric/quantile.ts";
import {DAYS_PER_MONTH, type Day} from "../../../src/units.ts";
import {AS_OF, madeGround, madeLab} from "./made-ground.ts";

const WINDOW = forcesForecastMethod.windowMonths.value;
const TRUTHS = 120;
const COPIES = 25;
const labs = [madeLab("alpha", {tightening: [0]}), madeLab("others", {cadence: 0, tightening: [0]})];

/** Two records on the as-of date and nothing before: the update has nothing to go by and gives the priors. */
const start: World = {
  closed: {days: [AS_OF], abilities: [130]},
  open: {days: [AS_OF], abilities: [122]},
};
const about = (worlds: readonly World[], asOf = AS_OF) =>
  madeGround({worlds, asOf, labs, labRecords: worlds.map(() => [0, 0]), lawYears: 0});

function truths() {
  const ground = about(Array.from({length: TRUTHS}, () => start));
  const drawn = particles(ground, 11);
  const values = drawn.values.slice();
  // What the update holds fixed is held fixed here too.
  for (let p = 0; p < drawn.count; p++)
    for (const name of [
      "paceDrift",
      "spendPoints",
      "banPerYear",
      "thresholdPerYear",
      "withheldUsual",
    ] as const)
      values[p * COLUMNS + COLUMN[name]] = 0;
  const forecaster = forcesForecaster(ground, {seed: 12, months: WINDOW, updated: {...drawn, values}});
  return Array.from({length: TRUTHS}, (_, i) => {
    const {closed, open} = forecaster.future(i);
    const world: World = {
      closed: {
        days: [...closed.days.subarray(0, closed.count)],
        abilities: [...closed.abilities.subarray(0, closed.count)],
      },
      open: {
        days: [...open.days.subarray(0, open.count)],
        abilities: [...open.abilities.subarray(0, open.count)],
      },
    };
    return {world, truth: (name: Parameter) => values[i * COLUMNS + COLUMN[name]]};
  });
}

const NAMES: readonly Parameter[] = [
  "closedPace",
  "closedRate",
  "closedUrgency",
  "closedSize",
  "ownPace",
  "coupling",
  "openRate",
  "openSize",
];

describe("the update of the forces forecast (METHOD R57)", () => {
  const later = (AS_OF + WINDOW * DAYS_PER_MONTH) as Day;
  const inside = new Map(NAMES.map((name) => [name, 0]));
  let width = 0;
  for (const {world, truth} of truths()) {
    const updated = particles(
      about(
        Array.from({length: COPIES}, () => world),
        later,
      ),
      13,
    );
    for (const name of NAMES) {
      const draws = Array.from({length: updated.count}, (_, p) => updated.values[p * COLUMNS + COLUMN[name]]);
      const [low, high] = quantiles(draws, [0.1, 0.9]);
      if (truth(name) >= low && truth(name) <= high) inside.set(name, inside.get(name)! + 1);
      if (name === "closedPace") width += Math.log(high / low) / TRUTHS;
    }
  }

  // 80% intervals over 120 worlds: by chance alone 95% of shares lie in 73% to 87%; 100 draws per world blur the ends a little.
  it.each(NAMES)("holds the truth of %s in about 80% of its 80% intervals", (name) => {
    const share = inside.get(name)! / TRUTHS;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.93);
  });

  it("learns the pace: its interval is less than half as wide as the prior's", () => {
    // The prior's middle 80% of a lognormal from 4 to 30 spans log(30/4) · 1.2816/1.6449.
    expect(width).toBeLessThan(0.5 * Math.log(30 / 4) * (1.2816 / 1.6449));
  });
});
