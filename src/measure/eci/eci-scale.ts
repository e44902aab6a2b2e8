/**
 * The published scale: ECI = 130 + 20 (C - C₁) / (C₂ - C₁), fixed by two anchor models. Difficulties take the same
 * map, slopes its inverse: α / b with b = 20 / (C₂ - C₁).
 */
import {InputError} from "../../errors.ts";
import {indexOfAny} from "./eci-data.ts";
import type {EciMethod, ScaleAnchor} from "./eci-method.ts";
import type {EciFit} from "./fit-eci.ts";

/** index = offset + factor · C. */
export interface EciScale {
  readonly offset: number;
  readonly factor: number;
}

export interface EciAnchors {
  readonly low: number;
  readonly high: number;
  readonly lowValue: number;
  readonly highValue: number;
}

/** Index values of the main fit, in the order of `fit.data`. */
export interface EciIndex {
  readonly scale: EciScale;
  /** [models], index points. */
  readonly ability: Float64Array;
  /** [benchmarks], index points. */
  readonly difficulty: Float64Array;
  /** [benchmarks], per index point. */
  readonly slope: Float64Array;
}

/**
 * The fit on the published scale.
 *
 * @throws InputError when an anchor is absent. A caller without them sets `lowAnchor` and `highAnchor` of the method
 *   to two models of its own and thereby states its scale.
 */
export function eciIndex(fit: EciFit): EciIndex {
  const scale = eciScale(fit.capability, eciAnchors(fit.data.models, fit.method));
  return {
    scale,
    ability: fit.capability.map((value) => scale.offset + scale.factor * value),
    difficulty: fit.difficulty.map((value) => scale.offset + scale.factor * value),
    slope: fit.slope.map((value) => value / scale.factor),
  };
}

/** Positions of the two anchors among `models`. */
export function eciAnchors(models: readonly string[], method: EciMethod): EciAnchors {
  return {
    low: anchorPosition(models, method.lowAnchor.value),
    high: anchorPosition(models, method.highAnchor.value),
    lowValue: method.lowAnchor.value.value,
    highValue: method.highAnchor.value.value,
  };
}

function anchorPosition(models: readonly string[], {ids, value}: ScaleAnchor): number {
  const index = indexOfAny(models, ids);
  if (index < 0) {
    throw new InputError(
      "missing",
      `anchor of the index scale at ${value}: ${ids.join(" or ")}; a model with results under one of these ids was expected`,
    );
  }
  return index;
}

/**
 * The map that puts the anchors at their values.
 *
 * @throws InputError when the upper anchor is not above the lower one, which would turn the scale round
 */
export function eciScale(capability: Float64Array, {low, high, lowValue, highValue}: EciAnchors): EciScale {
  const span = capability[high] - capability[low];
  if (!(span > 0)) {
    throw new InputError(
      "conflicting",
      `anchors of the index scale: the upper is ${span} above the lower; a positive distance was expected`,
    );
  }
  const factor = (highValue - lowValue) / span;
  return {factor, offset: lowValue - factor * capability[low]};
}
