/**
 * Counts and sums of what a scenario changes, over any number of paths in a fixed room.
 *
 * Every path is run without the scenario, with it, and with its forces switched on one after the other, all with the same
 * random numbers (common random numbers): a change is the difference on one path, not between two crowds.
 */
import {addHistograms, addValue, type Histograms, histograms} from "../../numeric/histogram.ts";
import type {ChunkTask, DrawRange} from "../../numeric/chunked.ts";
import {type Channel, channelsOf, mixedConditions} from "../forces/channel.ts";
import {forcesForecaster} from "../forces/forces-forecaster.ts";
import type {ForcesGround} from "../forces/forces-ground.ts";
import type {Lever} from "../forces/lever.ts";
import type {Particles} from "../forces/particles.ts";
import {BINS, parameterBins, leverBins} from "./parameter-bins.ts";
import {TARGETS, targetReader} from "./target.ts";

/** Months at which a scenario answers, and those a quarter apart on which its path is traced. */
export const HORIZONS = [6, 12, 24, 36] as const;
export const QUARTERS = 13;
/** Targets whose change is traced through the forces. */
export const TRACED = ["closed", "open", "gap", "lag"] as const;
/** What is asked which parameter it hangs on. */
export const ASKED = [
  {target: "open", months: 12},
  {target: "lag", months: 12},
  {target: "open", months: 24},
  {target: "lag", months: 24},
] as const;

/** The sums as a task that a worker can find. */
export const effectTask: ChunkTask<EffectInput, EffectSums> = {
  module: import.meta.url,
  name: "effectSums",
  run: effectSums,
};

export interface EffectSums {
  paths: number;
  readonly channels: readonly Channel[];
  /** By target: rows without, with and change, each at every horizon [3 x horizons]. */
  readonly histograms: readonly Histograms[];
  /** Sums over paths, likewise [targets x 3 x horizons]; targets kept as logarithms are summed so. */
  readonly sums: Float64Array;
  /** Sums of each state of the switches, from none to all [(channels + 1) x traced x quarters]. */
  readonly traced: Float64Array;
  /** Paths, sums and squares of the change by bin of each parameter and lever [(parameters + levers) x asked x bins x 3]. */
  readonly binned: Float64Array;
}

export interface EffectInput {
  readonly ground: ForcesGround;
  readonly particles: Particles;
  readonly levers: readonly Lever[];
  readonly seed: number;
  readonly months: number;
}

const VIEWS = 3;

function emptySums(channels: readonly Channel[], factors: number): EffectSums {
  const rows = VIEWS * HORIZONS.length;
  return {
    paths: 0,
    channels,
    histograms: TARGETS.flatMap(({values, changes}) => [
      histograms(values, 2 * HORIZONS.length),
      histograms(changes, HORIZONS.length),
    ]),
    sums: new Float64Array(TARGETS.length * rows),
    traced: new Float64Array((channels.length + 1) * TRACED.length * QUARTERS),
    binned: new Float64Array(factors * ASKED.length * BINS * 3),
  };
}

/** The sums of paths `from` to `to`; the task of a worker. */
export function effectSums(
  {ground, particles, levers, seed, months}: EffectInput,
  {from, to}: DrawRange,
): EffectSums {
  const channels = channelsOf(levers);
  const options = {seed, months, updated: particles};
  const states = [
    forcesForecaster(ground, options),
    // The last state has every channel: it is the scenario itself and needs no mixing.
    ...channels.map((_, k) =>
      forcesForecaster(ground, {
        ...options,
        levers,
        ...(k < channels.length - 1 ? {mixed: mixedConditions(channels.slice(0, k + 1))} : {}),
      }),
    ),
  ];
  const read = targetReader(ground.asOf, QUARTERS);
  const rows = states.map(() => new Float64Array(TARGETS.length * QUARTERS));
  const parameters = parameterBins(particles);
  const levered = leverBins(levers);
  const factors = parameters.factors + levered.factors;
  const sums = emptySums(channels, factors);
  for (let index = from; index < to; index++) {
    for (const [s, state] of states.entries()) read(state.future(index), rows[s]);
    const [without, withAll] = [rows[0], rows[rows.length - 1]];
    for (let t = 0; t < TARGETS.length; t++) addTarget(sums, t, without, withAll);
    addTraces(sums, rows);
    const particle = states[0].particleOf(index);
    const amounts = states[states.length - 1].amountsOf(index);
    for (const [a, {target, months: at}] of ASKED.entries()) {
      const cell = TARGETS.findIndex(({id}) => id === target) * QUARTERS + at / 3;
      const change = withAll[cell] - without[cell];
      for (let f = 0; f < factors; f++) {
        const bin =
          f < parameters.factors
            ? parameters.binOf(particle, f)
            : levered.binOf(amounts, f - parameters.factors);
        const at3 = ((f * ASKED.length + a) * BINS + bin) * 3;
        sums.binned[at3]++;
        sums.binned[at3 + 1] += change;
        sums.binned[at3 + 2] += change * change;
      }
    }
  }
  sums.paths = to - from;
  return sums;
}

function addTarget(sums: EffectSums, t: number, without: Float64Array, withAll: Float64Array): void {
  const count = HORIZONS.length;
  for (const [h, months] of HORIZONS.entries()) {
    const cell = t * QUARTERS + months / 3;
    const change = withAll[cell] - without[cell];
    addValue(sums.histograms[2 * t], h, without[cell]);
    addValue(sums.histograms[2 * t], count + h, withAll[cell]);
    // An ability that neither world reaches has no price in both: nothing changed.
    const differs = without[cell] === withAll[cell] ? 0 : change;
    addValue(sums.histograms[2 * t + 1], h, differs);
    const at = t * VIEWS * count + h;
    sums.sums[at] += without[cell];
    sums.sums[at + count] += withAll[cell];
    sums.sums[at + 2 * count] += differs;
  }
}

function addTraces({traced}: EffectSums, rows: readonly Float64Array[]): void {
  for (const [s, row] of rows.entries())
    for (const [k, id] of TRACED.entries()) {
      const t = TARGETS.findIndex((target) => target.id === id);
      for (let q = 0; q < QUARTERS; q++)
        traced[(s * TRACED.length + k) * QUARTERS + q] += row[t * QUARTERS + q];
    }
}

/** Sums of parts of the paths as one; the parts in order, so that the bytes do not depend on who made them. */
export function joinedSums([first, ...rest]: readonly EffectSums[]): EffectSums {
  for (const part of rest) {
    for (const [i, of] of part.histograms.entries()) addHistograms(first.histograms[i], of);
    for (const key of ["sums", "traced", "binned"] as const)
      for (let i = 0; i < part[key].length; i++) first[key][i] += part[key][i];
    first.paths += part.paths;
  }
  return first;
}
