/**
 * Which couplings the record is consistent with, by simulation.
 *
 * The textbook interval fails here: with κ near zero the distance wanders, the estimate leans upward and its t-statistic is
 * not Student's (Dickey & Fuller 1979); the delay is chosen by the data on top. So every value of κ is tested against
 * worlds simulated at that value, with the whole procedure repeated in each (grid bootstrap, Hansen 1999). The share of
 * worlds whose t-statistic is at most the observed one, as a function of κ, falls from 1 to 0 and is read as a confidence
 * distribution.
 */
import {type Random, stream} from "../../numeric/random.ts";
import {bestFit, type CouplingMonths} from "./coupling-fit.ts";
import {couplingMethod} from "./coupling-method.ts";
import {simulatedOpen, stepWorld} from "./step-world.ts";

export interface CouplingConfidence {
  /** Tested values, ascending. */
  readonly couplings: readonly number[];
  /** Confidence that κ is at most each value, ascending in [0, 1]. */
  readonly atMost: readonly number[];
}

export const couplingGrid = (): number[] => {
  const {low, high, step} = couplingMethod.couplingGrid.value;
  return Array.from({length: Math.round((high - low) / step) + 1}, (_, i) => low + i * step);
};

/** @param path - names the random numbers: the same worlds are used for every value of κ, which keeps the curve smooth */
export function couplingConfidence(
  months: CouplingMonths,
  {
    seed,
    path,
    worlds = couplingMethod.worldsPerValue.value,
  }: {seed: number; path: readonly number[]; worlds?: number},
  delays: readonly number[] = couplingMethod.delayMonths.value,
): CouplingConfidence {
  const couplings = couplingGrid();
  const observed = bestFit(months, delays);
  const room = new Float64Array(months.n + 1);
  let before = 0;
  const atMost = couplings.map((coupling) => {
    const world = stepWorld(months, coupling, delays);
    const seen = (observed.coupling - coupling) / observed.error;
    const random = stream(seed, ...path);
    let below = 0;
    for (let w = 0; w < worlds; w++) {
      const open = simulatedOpen(months, world, random, room);
      const again = bestFit(months, delays, open);
      if ((again.coupling - coupling) / again.error <= seen) below++;
    }
    // Simulation noise may bend the curve back a little: a confidence never falls.
    before = Math.max(before, 1 - below / worlds);
    return before;
  });
  return {couplings, atMost};
}

/** The value below which the confidence is `u`; the ends of the grid beyond it. */
export function couplingAt({couplings, atMost}: CouplingConfidence, u: number): number {
  if (u <= atMost[0]) return couplings[0];
  for (let i = 1; i < couplings.length; i++) {
    if (u > atMost[i]) continue;
    const share = atMost[i] > atMost[i - 1] ? (u - atMost[i - 1]) / (atMost[i] - atMost[i - 1]) : 1;
    return couplings[i - 1] + share * (couplings[i] - couplings[i - 1]);
  }
  return couplings.at(-1)!;
}

/** Confidence that there is no coupling: the share of worlds without one that seem coupled as strongly as the record does, or more. */
export const confidenceOfNone = ({atMost}: CouplingConfidence): number => atMost[0];

/** Values of the coupling spread over its confidence distribution: one per stratum, so that few values suffice. */
export const couplingDraws = (confidence: CouplingConfidence, count: number, random: Random): number[] =>
  Array.from({length: count}, (_, i) => couplingAt(confidence, (i + random.uniform()) / count));
