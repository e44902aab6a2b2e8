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

/** USD per hour, one draw at a time; undefined where nobody quotes the GPU. */
export function gpuHours(quotes: readonly GpuQuote[], on: Day): ((random: Random) => number) | undefined {
  if (quotes.length === 0) return undefined;
  const halving = costMethod.gpuFactDays.value / 2;
  let total = 0;
  const cumulative = quotes.map(({day}) => (total += 0.5 ** ((on - day) / halving)));
  return (random) => {
    const at = random.uniform() * total;
    const {low, high} = quotes[cumulative.findIndex((sum) => at < sum)]!;
    return low * (high / low) ** random.uniform();
  };
}
