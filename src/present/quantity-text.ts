/**
 * Quantities in words and digits, the same on every surface. Only rounding happens here.
 *
 * A value still running reads `≥ 7.1`; one that does not exist reads as its reason, never as a blank or a zero.
 */
import {isoDay} from "../dates.ts";
import type {Quantity, QuantityInterval} from "../report.ts";
import {day} from "../units.ts";

type Unit = Quantity["unit"];

/** Digits after the point per unit: a tenth of a month is three days, less than any date here is known to. */
const DECIMALS: Record<Unit, number> = {
  months: 1,
  points: 1,
  "months per year": 1,
  "points per year": 1,
  ratio: 2,
  probability: 0,
  Elo: 0,
  date: 0,
  USD: 1,
  "USD per year": 1,
  "USD per Mtok": 2,
  "USD per task": 3,
  "tasks per month": 0,
  "points per USD billion": 1,
  "events per year": 2,
  days: 0,
  years: 1,
  share: 0,
  "shares per year": 0,
  "per month": 0,
  "per year": 0,
};
/** Units that are shown as a percentage. */
const PERCENT: ReadonlySet<Unit> = new Set<Unit>([
  "probability",
  "share",
  "shares per year",
  "per month",
  "per year",
]);
/** Units that are amounts of money of any size. */
const MONEY: ReadonlySet<Unit> = new Set<Unit>(["USD", "USD per year", "USD per Mtok", "USD per task"]);
/** Digits of a volume that is an estimate. */
const COUNT_DIGITS = 2;
/** Amounts from here on are written in thousands, millions and so on. */
const LARGE = 10_000;
const SIGNED: ReadonlySet<Unit> = new Set<Unit>(["months per year", "points per year", "shares per year"]);

/**
 * A number in its unit's precision, without the unit: `5.9`, `−0.4`, `62%`, `2026-05-01`.
 *
 * @param sign - "plus" marks increases too; the default for units of change
 */
export function numberText(
  value: number,
  unit: Unit,
  sign: "plus" | "bare" = SIGNED.has(unit) ? "plus" : "bare",
): string {
  if (unit === "date") return isoDay(day(value));
  if (unit === "tasks per month") return countText(Number(value.toPrecision(COUNT_DIGITS)));
  const isPercent = PERCENT.has(unit);
  const scaled = isPercent ? value * 100 : value;
  const digits = MONEY.has(unit)
    ? moneyDigits(Math.abs(value), unit)
    : Math.abs(scaled).toFixed(DECIMALS[unit]);
  const isZero = /^[\d.]+$/.test(digits) && Number(digits) === 0;
  const mark = isZero ? "" : scaled < 0 ? "−" : sign === "plus" ? "+" : "";
  const percent = isPercent && unit !== "shares per year" ? "%" : "";
  return `${mark}${MONEY.has(unit) ? "$" : ""}${digits}${percent}`;
}

const SCALES = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
] as const;

/** Large amounts to three digits with their scale, small ones to the unit's precision: `24.3bn`, `950m`, `0.42`. */
function moneyDigits(amount: number, unit: Unit): string {
  if (amount < LARGE) return amount.toFixed(unit === "USD" || unit === "USD per year" ? 0 : DECIMALS[unit]);
  const [scale, letter] = SCALES.find(([least]) => amount >= least * 0.9995) ?? SCALES[SCALES.length - 1]!;
  const scaled = amount / scale;
  return `${scaled >= 99.95 ? scaled.toFixed(0) : scaled.toFixed(1)}${letter}`;
}

/** The unit as it follows a number: `months`; empty where the number carries it. */
export const unitText = (unit: Unit): string => UNIT_TEXT[unit] ?? unit;

const UNIT_TEXT: Partial<Record<Unit, string>> = {
  ratio: "",
  probability: "",
  date: "",
  share: "",
  USD: "",
  "USD per year": "a year",
  "USD per Mtok": "per million tokens",
  "USD per task": "per task",
  "events per year": "a year",
  "shares per year": "percentage points a year",
  "per month": "a month",
  "per year": "a year",
  "points per USD billion": "points per billion USD",
};

/** `5.9`, `≥ 7.1`, or `no number` where the evidence does not carry one. */
export function valueText({value, unit, censored}: Quantity): string {
  if (value === null) return "no number";
  return `${censored === "right" ? "≥ " : ""}${numberText(value, unit)}`;
}

/** `5.9 months`, `≥ 7.1 months`, `no number`. */
export const measureText = (quantity: Quantity): string =>
  [valueText(quantity), quantity.value === null ? "" : unitText(quantity.unit)].filter(Boolean).join(" ");

/** Ends of an interval: `4.4 to 8.1`, `4.4 or more`, `up to 8.1`, `unbounded`. */
export function boundsText({low, high}: Pick<QuantityInterval, "low" | "high">, unit: Unit): string {
  if (low !== null && high !== null) return `${numberText(low, unit)} to ${numberText(high, unit)}`;
  if (low !== null) return `${numberText(low, unit)} or more`;
  return high === null ? "unbounded" : `up to ${numberText(high, unit)}`;
}

/** `90% credible 4.4 to 8.1`; a spread over choices is a range, not a level of confidence. */
export function intervalText(interval: QuantityInterval, unit: Unit): string {
  return `${levelText(interval)} ${boundsText(interval, unit)}`;
}

/** `90% credible`, `90% bootstrap`, `range`. */
export const levelText = ({level, kind}: QuantityInterval): string =>
  kind === "spread" ? "range" : `${Math.round(level * 100)}% ${kind}`;

/** A whole quantity in one phrase: `5.9 months (90% credible 4.4 to 8.1)`, or `no number: <reason>`. */
export function quantityText(quantity: Quantity): string {
  if (quantity.value === null) return `no number: ${reasonText(quantity)}`;
  const {interval, unit} = quantity;
  return `${measureText(quantity)}${interval ? ` (${intervalText(interval, unit)})` : " (no interval)"}`;
}

/** Why there is no number, without its full stop. */
export const reasonText = ({insufficient}: Quantity): string =>
  (insufficient ?? "no reason was given").replace(/\.\s*$/, "");

/** Thousands set apart by a thin grouping that is safe in every terminal: `3,142`. */
export const countText = (count: number): string => count.toLocaleString("en-US");

/** `1 row`, `2 rows`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${countText(count)} ${count === 1 ? one : many}`;

/** A benchmark result as the share of the highest possible score: `68.2%`. */
export const shareText = (share: number): string => `${(share * 100).toFixed(1)}%`;
