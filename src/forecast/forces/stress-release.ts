/**
 * When records come and how large they are: the stress-release model.
 *
 * A side's stress X is how far its state of the art is ahead of what it has released, in points. It builds up at the side's
 * pace and is released by records:
 *
 *   X(t) = X(0) + ∫ pace − Σ sizes,   hazard of a record λ·e^(βX),   sizes exponential with mean m
 *
 * so that a side that has shown little for long is likely to show something, and over time releases what it gains. Vere-Jones
 * 1978 (Journal of Physics of the Earth 26:129) for earthquakes; all rates here are per month.
 */
import {exp, expm1, log1p} from "../../numeric/elementary.ts";

/** Behaviour of one side's records. */
export interface ReleaseLaw {
  /** λ, a month, at no stress. */
  readonly rate: number;
  /** β, per point. */
  readonly urgency: number;
  /** m, points. */
  readonly meanSize: number;
}

const FLAT = 1e-9;

/**
 * ∫ e^(βX) over a span of months in which stress builds at `pace`.
 *
 * @param now - e^(βX) at its beginning, where it is known already
 */
export function urgencyOver(
  stress: number,
  pace: number,
  urgency: number,
  span: number,
  now = exp(urgency * stress),
): number {
  const slope = urgency * pace;
  return Math.abs(slope * span) < FLAT ? now * span : (now * expm1(slope * span)) / slope;
}

/** Months until ∫ e^(βX) has come to `due`, while stress builds at `pace`; the inverse of `urgencyOver`. */
export function spanOfUrgency(
  stress: number,
  pace: number,
  urgency: number,
  due: number,
  now = exp(urgency * stress),
): number {
  const slope = urgency * pace;
  return Math.abs(slope) < FLAT ? due / now : log1p((due * slope) / now) / slope;
}
