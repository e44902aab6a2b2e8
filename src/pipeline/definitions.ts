/** Every published definition on every instrument, and what they say together. */
import type {LagEstimate, LagInput} from "../measure/lag/estimate.ts";
import {sideBySide} from "../measure/lag/side-by-side.ts";
import type {InstrumentId} from "../options.ts";
import type {Quantity, Report} from "../report.ts";
import {lagQuantity} from "./lag-quantity.ts";

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

/** One entry per rule and variant, the headline's rule first. */
export function definitionsOf(
  input: LagInput,
  instrument: InstrumentId,
  resultCounts: ReadonlyMap<string, number>,
): {readonly entries: Report["definitions"]; readonly estimates: readonly LagEstimate[]} {
  const estimates = sideBySide(input, {resultCounts});
  const entries = estimates.map((estimate) => {
    const variant = estimate.rule === "frontier-line" ? "best open model" : estimate.variant;
    return {
      instrument,
      says: estimate.kind === "estimate" ? estimate.definition : estimate.insufficient,
      lag: lagQuantity(estimate, {
        id: `definition.${instrument}.${estimate.rule}.${slug(variant)}`,
        label: variant === "" ? estimate.label : `${estimate.label}, ${variant}`,
        // Instruments may differ on which model that is; the definition is one all the same.
        ...(estimate.rule === "frontier-line" ? {note: estimate.variant} : {}),
      }),
    };
  });
  return {entries, estimates};
}

/** The smallest and the largest lag in months over all definitions that have one. */
export function rangeOver(
  definitions: Report["definitions"],
  headline: Quantity,
): Report["headline"]["range"] {
  const lags = definitions
    .filter(({lag}) => lag.unit === "months" && lag.value !== null)
    .sort((a, b) => a.lag.value! - b.lag.value!);
  const ends = lags.length === 0 ? [headline, headline] : [lags[0].lag, lags[lags.length - 1].lag];
  return {
    low: ends[0],
    high: ends[1],
    definitions: new Set(lags.map(({lag}) => lag.label)).size,
    instruments: new Set(lags.map(({instrument}) => instrument)).size,
  };
}
