/** Worlds in which the lag is known, with the noise of measuring and of the bootstrap. */

import type {AbilityDraws, Release} from "../../../src/measure/instrument.ts";
import type {LagEstimate, LagFigure, LagInput} from "../../../src/measure/lag/estimate.ts";
import {type Random, stream} from "../../../src/numeric/random.ts";
import {DAYS_PER_MONTH, type Day, day} from "../../../src/units.ts";

export const START = 19_400;

export interface WorldOptions {
  readonly seed: number;
  readonly lagMonths: number;
  readonly drawCount: number;
  /** Standard deviation of a measured ability, and of each draw around it. */
  readonly noise: number;
  readonly releases?: number;
  readonly days?: number;
  readonly pointsPerYear?: number;
}

export interface World {
  readonly input: LagInput;
  /** The same releases with the true abilities, and draws all equal to them. */
  readonly truth: LagInput;
}

/** Each side releases on random days; ability rises along one line, open's `lagMonths` later, with a scatter below it. */
export function syntheticWorld({
  seed,
  lagMonths,
  drawCount,
  noise,
  releases = 60,
  days = 1200,
  pointsPerYear = 15,
}: WorldOptions): World {
  const random = stream(seed, 77);
  const shift = lagMonths * DAYS_PER_MONTH;
  const models: string[] = [];
  const abilities: number[] = [];
  const side = (name: string, delay: number): Release[] =>
    Array.from({length: releases}, (_, i) => {
      const on = START + random.below(days);
      // Both sides follow the line from its beginning; a delay moves open's along.
      abilities.push(100 + (pointsPerYear * (on - delay - START)) / 365.2425 - Math.abs(4 * random.normal()));
      models.push(`${name}-${String(i).padStart(4, "0")}`);
      return release(models[models.length - 1], on, models.length - 1);
    });
  const closed = side("closed", 0);
  const open = side("open", shift);
  const truth = Float64Array.from(abilities);
  const point = truth.map((ability) => ability + noise * random.normal());
  const asOf = day(START + days);
  return {
    input: {abilities: drawsAround(models, point, noise, drawCount, random), closed, open, asOf},
    truth: {abilities: drawsAround(models, truth, 0, 1, random), closed, open, asOf},
  };
}

export function drawsAround(
  models: readonly string[],
  point: Float64Array,
  noise: number,
  drawCount: number,
  random: Random,
): AbilityDraws {
  const draws = new Float64Array(drawCount * models.length);
  for (let i = 0; i < draws.length; i++)
    draws[i] = point[i % models.length] + (noise === 0 ? 0 : noise * random.normal());
  return {models, point, draws, drawCount};
}

export const release = (model: string, on: number, column: number): Release => ({
  model,
  date: {earliest: day(on), latest: day(on)},
  column,
});

/** Releases as `[days after START, ability]`; every draw equals the point unless draws are given. */
export function handMade(
  closed: readonly (readonly [number, number])[],
  open: readonly (readonly [number, number])[],
  asOfDays: number,
  drawCount = 1,
): LagInput {
  const all = [...closed, ...open];
  const models = all.map((_, i) => (i < closed.length ? `closed-${i}` : `open-${i - closed.length}`));
  const point = Float64Array.from(all, ([, ability]) => ability);
  const releases = all.map(([on], i) => release(models[i], START + on, i));
  return {
    abilities: drawsAround(models, point, 0, drawCount, stream(1)),
    closed: releases.slice(0, closed.length),
    open: releases.slice(closed.length),
    asOf: day(START + asOfDays),
  };
}

export const inMonths = (days: number): number => days / DAYS_PER_MONTH;
export const at = (days: number): Day => day(START + days);

/** The estimate where there is one; fails the test with the rule's own reason where there is none. */
export function figure(estimate: LagEstimate | undefined): LagFigure {
  if (estimate?.kind !== "estimate") throw new Error(`${estimate?.label}: ${estimate?.insufficient}`);
  return estimate;
}
