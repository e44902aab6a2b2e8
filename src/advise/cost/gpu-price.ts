/**
 * What one GPU costs an hour on a day, as draws.
 *
 * Each draw picks one of the quotes known on the day, likelier when newer, and a price within its stated range. Sellers
 * differ several-fold for the same card, and a buyer's place among them is the uncertainty.
 */
import type {SelfhostFact} from "../../data/forces/force-facts.ts";
import {happenedBy, isKnown} from "../../data/forces/known-facts.ts";
import type {Random} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import {costMethod} from "./cost-method.ts";
import type {Machine} from "./machines.ts";

export interface GpuQuote {
  readonly fact: string;
  readonly day: Day;
  readonly low: number;
  readonly high: number;
}

/** Quotes of a GPU known on the day; the newest one alone when all are old. */
export function gpuQuotes(facts: readonly SelfhostFact[], gpu: Machine["gpu"], on: Day): GpuQuote[] {
  const known = facts
    .filter((fact) => fact.kind === "gpu-hourly" && fact.item.split(" ")[0] === gpu && isKnown(fact, on))
    .flatMap((fact): GpuQuote[] => {
      const {low, mid, high} = fact.value;
      const ends = [low, mid, high].filter((value) => value !== "unknown");
      return ends.length === 0
        ? []
        : [{fact: fact.id, day: happenedBy(fact), low: Math.min(...ends), high: Math.max(...ends)}];
    })
    .sort((a, b) => b.day - a.day || (a.fact < b.fact ? -1 : 1));
  const recent = known.filter(({day}) => on - day <= costMethod.gpuFactDays.value);
  return recent.length > 0 ? recent : known.slice(0, 1);
}

/** USD per hour; NaN-free only where there is a quote, which the caller checks. */
export function gpuHourDraw(quotes: readonly GpuQuote[], on: Day, random: Random): number {
  const halving = costMethod.gpuFactDays.value / 2;
  const weights = quotes.map(({day}) => 0.5 ** ((on - day) / halving));
  let left = random.uniform() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => (left -= weight) <= 0);
  const {low, high} = quotes[at < 0 ? quotes.length - 1 : at]!;
  return low * (high / low) ** random.uniform();
}
