/**
 * How wrong a naive rule was so far, as far as the as-of date tells: its own past errors are its spread.
 *
 *   v = (v₀ H₀ + v̂ H) / (H₀ + H),  v̂ = mean of e² / h  over days a month apart and horizons h
 *
 * A random walk's variance per month; H months of history against a prior v₀ that weighs H₀ months, because an early as-of date
 * knows next to no errors.
 */
import {DAYS_PER_MONTH} from "../../units.ts";
import {lagOn, type Side} from "../future-metrics.ts";
import {futureRoom, startFuture} from "../future-room.ts";
import type {Ground} from "../ground.ts";
import {day} from "../../units.ts";
import {baselineMethod} from "./baseline-method.ts";
import {bestBy, type PathRule} from "./frontier-path.ts";

/** Worlds that errors are read in: a mean over more hardly changes. */
const WORLDS = 40;

/** Variance per month of a rule's error on one side, points² per month. */
export function pathVariance({asOf, worlds}: Ground, side: Side, rule: PathRule): number {
  return shrunk(
    worlds.slice(0, WORLDS).map((world) => {
      const records = world[side];
      return {
        first: records.days[0],
        error: (on: number, months: number) =>
          rule(records, on)(months) - bestBy(records, on + months * DAYS_PER_MONTH),
      };
    }),
    asOf,
    baselineMethod.priorError.value.points,
  );
}

/** Variance per month of taking the lag for the same later, months² per month. */
export function lagVariance(ground: Ground): number {
  const {asOf, worlds} = ground;
  const room = futureRoom(ground);
  return shrunk(
    worlds.slice(0, WORLDS).map((world, index) => {
      const past = () => startFuture(room, ground, index);
      const lag = (on: number) => lagOn(past(), day(Math.round(on)));
      return {
        first: Math.max(world.closed.days[0], world.open.days[0]),
        error: (on: number, months: number) => lag(on + months * DAYS_PER_MONTH) - lag(on),
      };
    }),
    asOf,
    baselineMethod.priorError.value.lag,
  );
}

interface Tried {
  /** First day the rule could have been used on. */
  readonly first: number;
  readonly error: (on: number, months: number) => number;
}

function shrunk(tried: readonly Tried[], asOf: number, priorError: number): number {
  const {errorHorizons, priorError: prior} = baselineMethod;
  let [squares, cases, history] = [0, 0, 0];
  for (const {first, error} of tried) {
    history += (asOf - first) / DAYS_PER_MONTH / tried.length;
    for (const months of errorHorizons.value)
      for (let on = asOf - months * DAYS_PER_MONTH; on >= first; on -= DAYS_PER_MONTH) {
        squares += error(on, months) ** 2 / months;
        cases++;
      }
  }
  const {months: weight} = prior.value;
  const seen = cases > 0 ? history : 0;
  const variance = cases > 0 ? squares / cases : 0;
  return ((priorError ** 2 / 12) * weight + variance * seen) / (weight + seen);
}
