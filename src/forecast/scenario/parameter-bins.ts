/** In which eighth of its values each parameter, and each amount of a scenario, lies on a path. */
import {quantiles} from "../../numeric/quantile.ts";
import {stream} from "../../numeric/random.ts";
import {drawnLevers, type Lever} from "../forces/lever.ts";
import {COLUMNS} from "../forces/parameters.ts";
import type {Particles} from "../forces/particles.ts";

export const BINS = 8;
const LADDER = Array.from({length: BINS - 1}, (_, b) => (b + 1) / BINS);
/** Draws from which the eighths of an amount are told. */
const DRAWS = 800;
const PURPOSE = 0xf0d1;

const binAmong = (bounds: readonly number[], value: number): number => {
  let bin = 0;
  while (bin < bounds.length && value > bounds[bin]) bin++;
  return bin;
};

export interface ParameterBins {
  readonly factors: number;
  readonly binOf: (particle: number, factor: number) => number;
}

export function parameterBins({values, count}: Particles): ParameterBins {
  const bins = new Uint8Array(count * COLUMNS);
  for (let c = 0; c < COLUMNS; c++) {
    const own = Float64Array.from({length: count}, (_, p) => values[p * COLUMNS + c]);
    const bounds = quantiles(own, LADDER);
    for (let p = 0; p < count; p++) bins[p * COLUMNS + c] = binAmong(bounds, own[p]);
  }
  return {factors: COLUMNS, binOf: (particle, factor) => bins[particle * COLUMNS + factor]};
}

export interface LeverBins {
  readonly factors: number;
  readonly binOf: (amounts: readonly Lever<number>[], factor: number) => number;
}

/** Levers with an uncertain amount are factors, in their order. */
export function leverBins(levers: readonly Lever[]): LeverBins {
  const random = stream(1, PURPOSE);
  const drawn = Array.from({length: DRAWS}, () => drawnLevers(levers, random));
  const uncertain = uncertainLevers(levers);
  const bounds = uncertain.map((i) =>
    quantiles(
      drawn.map((amounts) => amountOf(amounts[i])),
      LADDER,
    ),
  );
  return {
    factors: uncertain.length,
    binOf: (amounts, factor) => binAmong(bounds[factor], amountOf(amounts[uncertain[factor]])),
  };
}

/** Places of the levers whose amount is not one number. */
export const uncertainLevers = (levers: readonly Lever[]): number[] =>
  levers.flatMap((lever, i) =>
    "amount" in lever && lever.amount !== null && lever.amount.kind !== "point" ? [i] : [],
  );

const amountOf = (lever: Lever<number>): number => ("amount" in lever ? (lever.amount ?? 0) : 0);
