/** What levers do to single conditions: factors by month, first months, bounds. */
import {forcesForecastMethod as method} from "./forces-forecast-method.ts";
import type {Lever} from "./lever.ts";

/** First month that a lever touches: the nearest one to its date, never before the forecast begins. */
export const firstMonth = (from: number): number => Math.max(0, Math.round(from));

/** First month of a lever of a kind; Infinity without one. */
export const firstOf = (levers: readonly Lever<number>[], kind: Lever["kind"]): number =>
  levers.reduce(
    (first, lever) => (lever.kind === kind ? Math.min(first, firstMonth(lever.from)) : first),
    Number.POSITIVE_INFINITY,
  );

/** Multiplies a row by a factor from a month on, at once or spread evenly over some months on the log scale. */
function scaledFrom(row: Float64Array, factor: number, from: number, spread = 0): void {
  for (let m = from; m < row.length; m++)
    row[m] *= spread > 0 && m - from + 1 < spread ? factor ** ((m - from + 1) / spread) : factor;
}

/** Factor on the money of an open lab (by its place) or of the closed side [months]. */
export function fundingFactors(
  levers: readonly Lever<number>[],
  whose: number | "closed",
  into: Float64Array,
  spread: number,
): boolean {
  into.fill(1);
  let touched = false;
  for (const lever of levers) {
    if (lever.kind !== "funding") continue;
    if (whose === "closed" ? lever.side !== "closed" : lever.side !== "open" || !lever.labs.includes(whose))
      continue;
    scaledFrom(into, Math.max(0, 1 + lever.amount), firstMonth(lever.from), spread);
    touched = true;
  }
  return touched;
}

/** Factors of one kind of lever [months]; `side` where it has one. */
export function factorsOf(
  levers: readonly Lever<number>[],
  kind: "price" | "learning",
  into: Float64Array,
  side?: "open" | "closed",
): void {
  into.fill(1);
  for (const lever of levers)
    if (lever.kind === kind && (!("side" in lever) || lever.side === side))
      scaledFrom(into, Math.max(0, lever.amount), firstMonth(lever.from));
}

/** Share of copying through APIs still possible [months]. */
export function copyingKept(levers: readonly Lever<number>[], into: Float64Array): void {
  into.fill(1);
  for (const lever of levers)
    if (lever.kind === "copying")
      scaledFrom(into, 1 - Math.min(1, Math.max(0, lever.amount)), firstMonth(lever.from));
}

/** Months by which what can be called is held back, and the first of them. */
export function holdBack(levers: readonly Lever<number>[]): {months: number; from: number} {
  let [months, from] = [0, Number.POSITIVE_INFINITY];
  for (const lever of levers) {
    if (lever.kind !== "hold-back" && lever.kind !== "withdrawal") continue;
    months = Math.max(months, lever.kind === "withdrawal" ? Number.POSITIVE_INFINITY : lever.amount);
    from = Math.min(from, firstMonth(lever.from));
  }
  return {months: Math.max(0, months), from};
}

/** Ability above which a law keeps a lab's flagships closed, by month [months]. */
export function releaseBounds(
  levers: readonly Lever<number>[],
  {lab, general}: {readonly lab: number; readonly general: number},
  into: Float64Array,
): void {
  into.fill(Number.POSITIVE_INFINITY);
  if (general < into.length) into.fill(Number.NEGATIVE_INFINITY, general);
  for (const lever of levers) {
    if (lever.kind !== "threshold" || !lever.labs.includes(lab)) continue;
    for (let m = firstMonth(lever.from); m < into.length; m++)
      into[m] = Math.min(into[m], lever.amount ?? Number.NEGATIVE_INFINITY);
  }
}

/** Research of new labs over that of a lab that sets open records, by month [months]. */
export function newLabResearch(
  levers: readonly Lever<number>[],
  {usualSpend, elasticity}: {readonly usualSpend: number; readonly elasticity: number},
  into: Float64Array,
): void {
  into.fill(0);
  for (const lever of levers) {
    if (lever.kind !== "new-lab") continue;
    const first = firstMonth(lever.from + method.newLabMonths.value);
    const size = (Math.max(0, lever.amount) / usualSpend) ** elasticity;
    for (let m = first; m < into.length; m++) into[m] += size;
  }
}
