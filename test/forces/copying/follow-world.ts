/** Worlds with a known coupling: a closed frontier that climbs by steps, and an open one that follows it, or does not. */
import type {CallableRelease} from "../../../src/forces/copying/monthly-frontiers.ts";
import type {AbilityDraws, Release} from "../../../src/measure/instrument.ts";
import type {Random} from "../../../src/numeric/random.ts";
import {type Day, day} from "../../../src/units.ts";

export interface FollowWorld {
  readonly coupling: number;
  readonly delay: number;
  readonly noise: "steps" | "normal";
}

export const MONTHS = 43;

/**
 * Frontiers by month; gains average about 0.9 points on both sides, as in the record. "normal": every month moves by the
 * equation plus normal noise, down too. "steps": in four months of ten a release moves the frontier by what the equation
 * asks of those months, give or take a point, never down: the mean follows the equation, the noise does not.
 */
export function frontiers({coupling, delay, noise}: FollowWorld, random: Random, months = MONTHS) {
  const callable = new Float64Array(months);
  const open = new Float64Array(months);
  const releases = 0.4;
  let a = 125;
  let o = 117;
  const drift = 0.9 - 5 * coupling;
  for (let t = 0; t < months; t++) {
    if (random.uniform() < 0.45) a -= 1.9 * Math.log(1 - random.uniform());
    callable[t] = a;
    const expected = drift + coupling * (callable[Math.max(0, t - delay)] - o);
    if (t > 0 && noise === "normal") o += expected + 1.7 * random.normal();
    if (t > 0 && noise === "steps" && random.uniform() < releases) {
      o += Math.max(0, expected / releases + random.normal());
    }
    open[t] = o;
  }
  return {open, callable};
}

/** The 15th of a month counted from January 2023. */
export const middleOf = (month: number): Day => day(Date.UTC(2023, month, 15) / 86_400_000);
export const endOf = (month: number): Day => day(Date.UTC(2023, month + 1, 0) / 86_400_000);
const span = (on: Day) => ({earliest: on, latest: on});

/** A world as releases and joint draws: abilities are seen with an error, and the draws spread as far around what is seen. */
export function releasesOf(
  {open, callable}: {open: Float64Array; callable: Float64Array},
  random: Random,
  {error, drawCount}: {error: number; drawCount: number},
): {open: Release[]; closed: CallableRelease[]; abilities: AbilityDraws; until: Day} {
  const truth = [...open, ...callable];
  const models = truth.map((_, i) => `m${i}`);
  const seen = Float64Array.from(truth, (value) => value + error * random.normal());
  const draws = Float64Array.from(
    {length: drawCount * models.length},
    (_, i) => seen[i % models.length] + error * random.normal(),
  );
  return {
    open: Array.from(open, (_, t) => ({model: models[t], date: span(middleOf(t)), column: t})),
    closed: Array.from(callable, (_, t) => ({
      model: models[open.length + t],
      date: span(middleOf(t)),
      column: open.length + t,
      api: [{from: middleOf(t)}],
    })),
    abilities: {models, point: seen, draws, drawCount},
    until: endOf(open.length - 1),
  };
}
