/** Amounts between the text they are written as and the two ends that sliders move. */
import {distributionOf} from "../../../../../forecast/scenario/distribution-text.ts";
import {numberText} from "../../../../quantity-text.ts";
import type {AmountUnit} from "./lever-fields.ts";

/** uniform: alike between the ends; to: the middle 90% between them. */
export interface AmountEnds {
  readonly form: "uniform" | "to";
  readonly low: number;
  readonly high: number;
}

const PAIRS = [
  ["uniform", /^\s*uniform\(([^(),]+),([^(),]+)\)\s*$/],
  ["to", /^([^(),]+?)\bto\b([^(),]+)$/],
] as const;

/** @returns undefined for a distribution that has no two ends, and for a text that is none */
export function amountEnds(text: string): AmountEnds | undefined {
  for (const [form, shape] of PAIRS) {
    const [, first, second] = shape.exec(text) ?? [];
    if (first === undefined || second === undefined) continue;
    const [low, high] = [pointOf(first.trim()), pointOf(second.trim())];
    return low === undefined || high === undefined ? undefined : {form, low, high};
  }
  const value = pointOf(text);
  return value === undefined ? undefined : {form: "uniform", low: value, high: value};
}

/** @returns undefined for what is not one number */
function pointOf(text: string): number | undefined {
  try {
    const distribution = distributionOf(text);
    return distribution.kind === "point" ? distribution.value : undefined;
  } catch {
    return undefined;
  }
}

/** The ends as a scenario writes them: `uniform(-90%, -60%)`, `500M to 3B`, `0.5`. */
export function amountText({form, low, high}: AmountEnds, unit: AmountUnit): string {
  const [a, b] = [writtenNumber(low, unit), writtenNumber(high, unit)];
  if (low === high) return a;
  return form === "uniform" ? `uniform(${a}, ${b})` : `${a} to ${b}`;
}

const SCALES = [
  [1e9, "B"],
  [1e6, "M"],
] as const;

function writtenNumber(value: number, unit: AmountUnit): string {
  if (unit === "percent") return `${Number((100 * value).toPrecision(10))}%`;
  const scale = unit === "USD" ? SCALES.find(([least]) => value >= least) : undefined;
  return scale ? `${Number((value / scale[0]).toPrecision(10))}${scale[1]}` : String(value);
}

/** One end as people read it: `−60%`, `9 months`, `$1.5bn`, `×0.5`. */
export function endText(value: number, unit: AmountUnit): string {
  switch (unit) {
    case "percent":
      return numberText(value, "share");
    case "USD":
      return numberText(value, "USD");
    case "factor":
      return `×${value}`;
    case "months":
    case "points":
      return `${String(value).replace("-", "−")} ${value === 1 ? unit.slice(0, -1) : unit}`;
  }
}
