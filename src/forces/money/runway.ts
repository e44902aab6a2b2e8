/** How long cash lasts when burn grows at a steady rate. */
import {moneyMethod} from "./money-method.ts";

/**
 * Months until the cash is used up: t with ∫₀ᵗ b·e^(gs) ds = cash, so t = ln(1 + g·cash/b)/g years.
 *
 * @param cash - USD
 * @param burn - USD a year; 0 when the lab pays its way
 * @param growth - log units a year; negative when burn falls
 * @returns months, Infinity when the money never runs out
 */
export function runwayMonths({cash, burn, growth}: {cash: number; burn: number; growth: number}): number {
  if (burn <= 0) return Number.POSITIVE_INFINITY;
  const years = cash / burn;
  if (Math.abs(growth) < 1e-6) return 12 * years;
  const inside = 1 + growth * years;
  return inside <= 0 ? Number.POSITIVE_INFINITY : (12 * Math.log(inside)) / growth;
}

/** The same, cut at the cap: beyond, cash is not what limits the lab. */
export const cappedRunwayMonths = (state: {cash: number; burn: number; growth: number}): number =>
  Math.min(runwayMonths(state), moneyMethod.runwayCapMonths.value);

/** Share of draws below `months`. */
export function shareBelow(draws: ArrayLike<number>, months: number): number {
  let below = 0;
  for (let i = 0; i < draws.length; i++) if (draws[i] < months) below++;
  return below / draws.length;
}
