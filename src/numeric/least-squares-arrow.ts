/**
 * Bounded least squares (or any smooth sum) whose Hessian is an arrow: many *inner* unknowns that meet each other
 * only through few *outer* ones.
 *
 *     H = | diag(h)   C |     inner [n], outer [k], C sparse
 *         |   Cᵀ      A |
 *
 * Each step is Levenberg-Marquardt: solve (H + μ diag(H)) p = -g. The inner unknowns are eliminated first (Schur
 * complement S = A - Σ c_i c_iᵀ / h_i), so a step costs O(k³/6 + Σ nnz(c_i)²) instead of O((n + k)³). Gauss-Newton
 * curvature is used far from the optimum, where it is never indefinite; exact curvature near it, where it makes the
 * convergence quadratic although residuals do not vanish. Bounds are kept by projection: an unknown that sits on its
 * bound with the gradient pushing outwards stays fixed for that step (Bertsekas 1982, projected Newton).
 *
 * Moré (1978) for the damping; Nielsen (1999) for its update; Triggs et al. (2000), section 6, for the arrow.
 */
import {FitError} from "../errors.ts";
import {factorise, solveFactored} from "./least-squares-cholesky.ts";

/** Gradient and curvature at one point; the arrays are owned by the solver and filled by the problem. */
export interface ArrowDerivatives {
  readonly innerGradient: Float64Array;
  readonly outerGradient: Float64Array;
  /** Diagonal of the inner block [inner]. */
  readonly innerCurvature: Float64Array;
  /** The sparse block, one value per entry of `crossColumn`. */
  readonly cross: Float64Array;
  /** Outer block [outer x outer], row-major; only the lower triangle is read. */
  readonly outerCurvature: Float64Array;
}

export interface ArrowProblem {
  readonly inner: number;
  readonly outer: number;
  /** Entries `crossStart[i]` to `crossStart[i + 1]` of `crossColumn` are the outer unknowns inner unknown i meets, ascending. */
  readonly crossStart: Int32Array;
  readonly crossColumn: Int32Array;
  /** Value of the objective. */
  cost(inner: Float64Array, outer: Float64Array): number;
  /** Fills `out` (all zero on entry) with gradient and Gauss-Newton or exact curvature. */
  derivatives(inner: Float64Array, outer: Float64Array, curvature: Curvature, out: ArrowDerivatives): void;
}

export type Curvature = "gauss-newton" | "exact";

/** One value per unknown. */
export interface ArrowPoint {
  readonly inner: Float64Array;
  readonly outer: Float64Array;
}

/** Equal bounds hold an unknown where it is. */
export interface ArrowBounds {
  readonly lower: ArrowPoint;
  readonly upper: ArrowPoint;
}

export interface ArrowOptions {
  /** Settled when no free unknown has a larger gradient. */
  readonly gradient: number;
  readonly iterations: number;
  /** What is fitted, for the message of a FitError. */
  readonly what: string;
}

export interface ArrowMinimum extends ArrowPoint {
  readonly cost: number;
  readonly iterations: number;
  /** Largest gradient among the free unknowns. */
  readonly gradient: number;
}

/** Relative decrease of the cost below which the next step uses exact curvature. */
const NEAR = 0.02;
/** One good step lowers the damping at most this far; a longer memory wastes fewer steps in curved valleys. */
const SHRINK = 0.1;
const FIRST_DAMPING = 1e-2;
const MOST_DAMPING = 1e16;

/**
 * A local minimum within the bounds, from `start`.
 *
 * @throws FitError when the gradient is not small after `options.iterations` steps
 */
export function arrowMinimum(
  problem: ArrowProblem,
  start: ArrowPoint,
  bounds: ArrowBounds,
  options: ArrowOptions,
): ArrowMinimum {
  const {inner: n, outer: k} = problem;
  let at: ArrowPoint = {inner: Float64Array.from(start.inner), outer: Float64Array.from(start.outer)};
  let next: ArrowPoint = {inner: new Float64Array(n), outer: new Float64Array(k)};
  project(at, bounds);
  const d = derivativesFor(problem);
  const step: ArrowPoint = {inner: new Float64Array(n), outer: new Float64Array(k)};
  const work = {schur: new Float64Array(k * k), fixedInner: new Uint8Array(n), fixedOuter: new Uint8Array(k)};

  let cost = problem.cost(at.inner, at.outer);
  let curvature: Curvature = "gauss-newton";
  let damping = FIRST_DAMPING;
  let growth = 2;
  let gradient = Number.POSITIVE_INFINITY;
  let fresh = false;

  for (let iteration = 0; iteration <= options.iterations; iteration++) {
    if (!fresh) {
      clear(d);
      problem.derivatives(at.inner, at.outer, curvature, d);
      gradient = Math.max(
        freeGradient(d.innerGradient, at.inner, bounds.lower.inner, bounds.upper.inner, work.fixedInner),
        freeGradient(d.outerGradient, at.outer, bounds.lower.outer, bounds.upper.outer, work.fixedOuter),
      );
      if (gradient <= options.gradient) return {...at, cost, iterations: iteration, gradient};
      fresh = true;
    }
    if (!dampedStep(problem, d, damping, work, step)) {
      if (curvature === "exact") {
        curvature = "gauss-newton";
        fresh = false;
      }
      damping *= growth;
      growth *= 2;
      continue;
    }
    for (let i = 0; i < n; i++) next.inner[i] = at.inner[i] + step.inner[i];
    for (let i = 0; i < k; i++) next.outer[i] = at.outer[i] + step.outer[i];
    project(next, bounds);
    for (let i = 0; i < n; i++) step.inner[i] = next.inner[i] - at.inner[i];
    for (let i = 0; i < k; i++) step.outer[i] = next.outer[i] - at.outer[i];
    const promised = promisedDecrease(problem, d, step);
    const nextCost = problem.cost(next.inner, next.outer);
    const decrease = cost - nextCost;
    // At the rounding limit of the cost the gradient alone can still tell whether the step helps.
    const atRounding = promised <= 1e-13 * cost && Math.abs(decrease) <= 1e-13 * cost;
    if ((promised > 0 && decrease > 1e-4 * promised) || atRounding) {
      const gain = atRounding ? 1 : decrease / promised;
      damping *= Math.max(SHRINK, 1 - (2 * gain - 1) ** 3);
      growth = 2;
      curvature = decrease < NEAR * cost ? "exact" : "gauss-newton";
      [at, next] = [next, at];
      cost = nextCost;
      fresh = false;
    } else {
      damping = Math.max(damping, 1e-9) * growth;
      growth *= 2;
    }
    if (damping > MOST_DAMPING) break;
  }
  throw new FitError(options.what, {iterations: options.iterations, gradient});
}

/** Zeroed arrays of the right size for `problem.derivatives`. */
export function derivativesFor(problem: ArrowProblem): ArrowDerivatives {
  return {
    innerGradient: new Float64Array(problem.inner),
    outerGradient: new Float64Array(problem.outer),
    innerCurvature: new Float64Array(problem.inner),
    cross: new Float64Array(problem.crossColumn.length),
    outerCurvature: new Float64Array(problem.outer * problem.outer),
  };
}

function clear(d: ArrowDerivatives): void {
  d.innerGradient.fill(0);
  d.outerGradient.fill(0);
  d.innerCurvature.fill(0);
  d.cross.fill(0);
  d.outerCurvature.fill(0);
}

function project(point: ArrowPoint, {lower, upper}: ArrowBounds): void {
  clip(point.inner, lower.inner, upper.inner);
  clip(point.outer, lower.outer, upper.outer);
}

function clip(x: Float64Array, lower: Float64Array, upper: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    if (x[i] < lower[i]) x[i] = lower[i];
    else if (x[i] > upper[i]) x[i] = upper[i];
  }
}

/** Marks unknowns held by a bound and returns the largest gradient of the others. */
function freeGradient(
  gradient: Float64Array,
  x: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
  fixed: Uint8Array,
): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    const held = (x[i] <= lower[i] && gradient[i] >= 0) || (x[i] >= upper[i] && gradient[i] <= 0);
    fixed[i] = held || lower[i] === upper[i] ? 1 : 0;
    if (fixed[i] === 0) largest = Math.max(largest, Math.abs(gradient[i]));
  }
  return largest;
}

interface Work {
  readonly schur: Float64Array;
  readonly fixedInner: Uint8Array;
  readonly fixedOuter: Uint8Array;
}

/** Solves (H + damping diag|H|) step = -gradient over the free unknowns; false when that matrix is not positive. */
function dampedStep(
  {inner: n, outer: k, crossStart, crossColumn}: ArrowProblem,
  {innerGradient, outerGradient, innerCurvature, cross, outerCurvature}: ArrowDerivatives,
  damping: number,
  {schur, fixedInner, fixedOuter}: Work,
  {inner: innerStep, outer: outerStep}: ArrowPoint,
): boolean {
  schur.set(outerCurvature);
  for (let j = 0; j < k; j++) {
    outerStep[j] = -outerGradient[j];
    schur[j * k + j] = damped(schur[j * k + j], damping);
  }
  for (let i = 0; i < n; i++) {
    if (fixedInner[i]) continue;
    const h = damped(innerCurvature[i], damping);
    if (!(h > 0)) return false;
    const pull = innerGradient[i] / h;
    const start = crossStart[i];
    const end = crossStart[i + 1];
    for (let e = start; e < end; e++) {
      const scaled = cross[e] / h;
      if (scaled === 0) continue;
      const base = crossColumn[e] * k;
      outerStep[crossColumn[e]] += cross[e] * pull;
      for (let f = start; f <= e; f++) schur[base + crossColumn[f]] -= scaled * cross[f];
    }
  }
  for (let j = 0; j < k; j++) {
    if (!fixedOuter[j]) continue;
    isolate(schur, k, j);
    outerStep[j] = 0;
  }
  if (!factorise(schur, k)) return false;
  solveFactored(schur, k, outerStep);
  for (let i = 0; i < n; i++) {
    let right = -innerGradient[i];
    for (let e = crossStart[i]; e < crossStart[i + 1]; e++) right -= cross[e] * outerStep[crossColumn[e]];
    innerStep[i] = fixedInner[i] ? 0 : right / damped(innerCurvature[i], damping);
  }
  return true;
}

const damped = (h: number, damping: number): number => h + damping * Math.max(Math.abs(h), 1e-9);

/** Makes row and column j those of the identity. */
function isolate(matrix: Float64Array, k: number, j: number): void {
  for (let i = 0; i < j; i++) matrix[j * k + i] = 0;
  for (let i = j + 1; i < k; i++) matrix[i * k + j] = 0;
  matrix[j * k + j] = 1;
}

/** What the quadratic model says the step gains: -(gᵀp + pᵀHp/2). */
function promisedDecrease(
  {inner: n, outer: k, crossStart, crossColumn}: ArrowProblem,
  d: ArrowDerivatives,
  step: ArrowPoint,
): number {
  let linear = 0;
  let quadratic = 0;
  for (let i = 0; i < n; i++) {
    const p = step.inner[i];
    linear += d.innerGradient[i] * p;
    let across = 0;
    for (let e = crossStart[i]; e < crossStart[i + 1]; e++) across += d.cross[e] * step.outer[crossColumn[e]];
    quadratic += p * (d.innerCurvature[i] * p + 2 * across);
  }
  for (let j = 0; j < k; j++) {
    const p = step.outer[j];
    linear += d.outerGradient[j] * p;
    let below = 0;
    for (let i = 0; i < j; i++) below += d.outerCurvature[j * k + i] * step.outer[i];
    quadratic += p * (d.outerCurvature[j * k + j] * p + 2 * below);
  }
  return -(linear + quadratic / 2);
}
