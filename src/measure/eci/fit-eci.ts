/**
 * The index itself: one ability per model, a difficulty and a slope per benchmark, from prepared results.
 *
 * Rebuilt from the mathematics of Epoch AI's capabilities index, and taken to the true optimum of its objective; the
 * published solution stops a little early.
 */
import {InputError} from "../../errors.ts";
import {
  type ArrowBounds,
  type ArrowMinimum,
  type ArrowPoint,
  arrowMinimum,
} from "../../numeric/least-squares-arrow.ts";
import {type EciData, indexOfAny, unlinkedModels} from "./eci-data.ts";
import type {EciMethod} from "./eci-method.ts";
import {eciObjective} from "./eci-objective.ts";

export interface EciFit {
  readonly data: EciData;
  readonly method: EciMethod;
  /** Index of the benchmark with slope 1. */
  readonly reference: number;
  /** The minimum as found, before any shift: abilities [models]; D and α interleaved [2 x benchmarks]. */
  readonly raw: ArrowPoint;
  /** Ability per model on the logistic scale, shifted so that the reference benchmark has difficulty 0 [models]. */
  readonly capability: Float64Array;
  /** Likewise [benchmarks]. */
  readonly difficulty: Float64Array;
  /** Discrimination α on the logistic scale [benchmarks]. */
  readonly slope: Float64Array;
  /** ½ Σ r², penalty included. */
  readonly cost: number;
  /** Root mean square of the residuals, penalty left out; on the scale of performance. */
  readonly rms: number;
  readonly iterations: number;
  /** Largest gradient of a free parameter at the solution. */
  readonly gradient: number;
  /** Parameters that ended on a bound, named; empty on the published snapshots. */
  readonly atBound: readonly string[];
  /** Models whose place on the scale is set by the penalty alone, see `unlinkedModels`. */
  readonly unlinked: readonly string[];
}

export interface EciStart {
  /** Where to begin [models], and [2 x benchmarks] as D and α interleaved. Default: additive effects on the logits, slopes 1. */
  readonly start?: ArrowPoint;
}

/**
 * Minimises Σ (σ(α_b (C_m - D_b)) - y)² + λ Σθ²/P within the bounds of `method`.
 *
 * @throws InputError when the reference benchmark is absent; FitError when the fit does not settle
 */
export function fitEci(data: EciData, method: EciMethod, {start}: EciStart = {}): EciFit {
  const reference = indexOfAny(data.benchmarks, method.referenceBenchmark.value);
  if (reference < 0) {
    throw new InputError(
      "missing",
      `reference benchmark: ${method.referenceBenchmark.value.join(" or ")}; the index needs it to fix the slopes`,
    );
  }
  const performance = clipped(data.performance, method.clip.value);
  const minimum = eciMinimum(data, method, {
    reference,
    performance,
    start: start ?? additiveStart(data, performance),
    gradient: method.gradient.value,
  });
  const {capability, difficulty, slope} = shifted(minimum, reference);
  return {
    data,
    method,
    reference,
    raw: {inner: minimum.inner, outer: minimum.outer},
    capability,
    difficulty,
    slope,
    cost: minimum.cost,
    rms: rms(data, performance, minimum),
    iterations: minimum.iterations,
    gradient: minimum.gradient,
    atBound: boundNames(data, method, reference, minimum),
    unlinked: unlinkedModels(data, reference),
  };
}

export interface EciMinimumOptions {
  readonly reference: number;
  readonly performance: Float64Array;
  readonly counts?: Uint8Array;
  readonly start: ArrowPoint;
  readonly gradient: number;
  /** Models and benchmarks without any row in this draw [models], [benchmarks]: held at the start. */
  readonly absent?: {readonly models: Uint8Array; readonly benchmarks: Uint8Array};
}

/** The minimum of the objective for one set of row counts. */
export function eciMinimum(data: EciData, method: EciMethod, options: EciMinimumOptions): ArrowMinimum {
  const {reference, performance, counts, start, absent, gradient} = options;
  const problem = eciObjective(data, {penalty: method.penalty.value, reference, performance, counts});
  const bounds = eciBounds(data, method, reference);
  if (absent) hold(bounds, start, absent);
  return arrowMinimum(problem, start, bounds, {
    gradient,
    iterations: method.iterations.value,
    what: "capabilities index",
  });
}

/** Results moved off 0 and 1. */
export const clipped = (performance: Float64Array, clip: number): Float64Array =>
  performance.map((value) => Math.min(1 - clip, Math.max(clip, value)));

/** Abilities and difficulties with the reference benchmark at 0. */
export function shifted({inner, outer}: ArrowPoint, reference: number) {
  const origin = outer[2 * reference];
  return {
    capability: inner.map((value) => value - origin),
    difficulty: Float64Array.from({length: outer.length / 2}, (_, b) => outer[2 * b] - origin),
    slope: Float64Array.from({length: outer.length / 2}, (_, b) => outer[2 * b + 1]),
  };
}

/** Where a fit begins: slopes 1, additive effects of model and benchmark on the logits, by a few alternating means. */
function additiveStart(
  {models, benchmarks, rowModel, rowBenchmark}: EciData,
  performance: Float64Array,
): ArrowPoint {
  const ability = new Float64Array(models.length);
  const difficulty = new Float64Array(benchmarks.length);
  // Shrunk off the ends, where a logit says more about rounding than about ability.
  const logit = performance.map((y) => Math.log((y + 0.05) / (1.05 - y)));
  for (let pass = 0; pass < 5; pass++) {
    means(ability, rowModel, (r) => logit[r] + difficulty[rowBenchmark[r]]);
    means(difficulty, rowBenchmark, (r) => ability[rowModel[r]] - logit[r]);
  }
  return {
    inner: ability,
    outer: Float64Array.from({length: 2 * benchmarks.length}, (_, j) => (j % 2 ? 1 : difficulty[j / 2])),
  };
}

function means(into: Float64Array, group: Int32Array, value: (row: number) => number): void {
  const count = new Float64Array(into.length);
  into.fill(0);
  for (let r = 0; r < group.length; r++) {
    into[group[r]] += value(r);
    count[group[r]] += 1;
  }
  for (let g = 0; g < into.length; g++) into[g] /= count[g];
}

function eciBounds({models, benchmarks}: EciData, method: EciMethod, reference: number): ArrowBounds {
  const location = method.locationBound.value;
  const [flattest, steepest] = method.slopeBounds.value;
  const outer = (position: number, slope: number) =>
    Float64Array.from({length: 2 * benchmarks.length}, (_, j) => {
      if (j === 2 * reference + 1) return 1;
      return j % 2 === 0 ? position : slope;
    });
  return {
    lower: {inner: new Float64Array(models.length).fill(-location), outer: outer(-location, flattest)},
    upper: {inner: new Float64Array(models.length).fill(location), outer: outer(location, steepest)},
  };
}

function hold(
  {lower, upper}: ArrowBounds,
  start: ArrowPoint,
  absent: NonNullable<EciMinimumOptions["absent"]>,
) {
  for (const [m, gone] of absent.models.entries()) {
    if (gone) lower.inner[m] = upper.inner[m] = start.inner[m];
  }
  for (const [b, gone] of absent.benchmarks.entries()) {
    if (!gone) continue;
    for (const j of [2 * b, 2 * b + 1]) lower.outer[j] = upper.outer[j] = start.outer[j];
  }
}

function rms(
  {rowModel, rowBenchmark}: EciData,
  performance: Float64Array,
  {inner, outer}: ArrowPoint,
): number {
  let squares = 0;
  for (let r = 0; r < performance.length; r++) {
    const b = 2 * rowBenchmark[r];
    squares += (1 / (1 + Math.exp(-outer[b + 1] * (inner[rowModel[r]] - outer[b]))) - performance[r]) ** 2;
  }
  return Math.sqrt(squares / performance.length);
}

function boundNames(
  data: EciData,
  method: EciMethod,
  reference: number,
  {inner, outer}: ArrowPoint,
): string[] {
  const {lower, upper} = eciBounds(data, method, reference);
  const touches = (x: number, low: number, high: number) => low < high && (x <= low || x >= high);
  const names: string[] = [];
  for (const [m, id] of data.models.entries()) {
    if (touches(inner[m], lower.inner[m], upper.inner[m])) names.push(`ability of ${id}`);
  }
  for (const [b, id] of data.benchmarks.entries()) {
    if (touches(outer[2 * b], lower.outer[2 * b], upper.outer[2 * b])) names.push(`difficulty of ${id}`);
    const a = 2 * b + 1;
    if (touches(outer[a], lower.outer[a], upper.outer[a])) names.push(`slope of ${id}`);
  }
  return names;
}
