/**
 * Choose now, with the freedom to switch later at a cost: what that is worth, and how often it is used.
 *
 * Each step of a path offers, beside what runs: a model as able at the price of an ability by then; the best open and the best
 * closed model by then, as dear as today's. What runs is left for the best of them when the gain of a year exceeds the
 * switching cost. When its supplier stops (suspension, failure, retirement at short notice), the outage is lost and the
 * fallback takes over, at the switching cost again. Without the freedom only the forced moves are made.
 */
import type {Horizon} from "../decision/horizon.ts";
import type {Contender, Stakes} from "../decision/contender.ts";
import {netValue} from "../decision/contender.ts";
import type {Option} from "../options/option.ts";
import type {Random} from "../../numeric/random.ts";
import {adviceMethod} from "../advice-method.ts";
import {logistic, logit} from "../quality/response.ts";
import {frontierAt, type Outlook} from "./outlook.ts";
import {outlookMethod} from "./outlook-method.ts";
import {stopRate} from "./stop-rate.ts";

export interface SwitchingInput {
  readonly start: Contender;
  readonly fallback: Contender | undefined;
  /** Best of each side today, where there is one. */
  readonly sides: Readonly<Partial<Record<"open" | "closed", Contender>>>;
  readonly stakes: Stakes;
  readonly horizon: Horizon;
  /** Logits per index point [draws]. */
  readonly slope: Float64Array;
  readonly abilityOf: (option: Option) => number;
  readonly outlook: Outlook;
  readonly discountRate: number;
}

const SIDES = ["open", "closed"] as const;

export type Cause = "price" | "open" | "closed" | "supplier";

export interface SwitchingResult {
  /** USD per year of the horizon, free to switch, by path; and bound to the first choice, averaged over paths. */
  readonly free: Float64Array;
  readonly bound: number;
  /** Share of paths with at least one switch out of free will, and by cause of the first one. */
  readonly switched: number;
  readonly causes: Readonly<Record<Cause, number>>;
}

export function switching(input: SwitchingInput, random: Random): SwitchingResult {
  const {outlook} = input;
  const causes = {price: 0, open: 0, closed: 0, supplier: 0};
  const free = new Float64Array(outlook.paths);
  let [bound, switched] = [0, 0];
  const worth = valuesOf(input);
  const rates = {
    fall: outlook.fall(input.abilityOf(input.start.option)),
    stops: stopRate(input.start.option, outlook),
  };
  for (let path = 0; path < outlook.paths; path++) {
    const stops = outlook.months.map(() => random.uniform());
    const one = follow(input, worth, rates, path, stops, true);
    free[path] = one.value;
    bound += follow(input, worth, rates, path, stops, false).value / outlook.paths;
    if (one.first !== undefined) {
      causes[one.first]++;
      switched += Number(one.first !== "supplier");
    }
  }
  const share = (count: number) => count / outlook.paths;
  return {
    free,
    bound,
    switched: share(switched),
    causes: {
      price: share(causes.price),
      open: share(causes.open),
      closed: share(causes.closed),
      supplier: share(causes.supplier),
    },
  };
}

/** Yearly net value without switching cost, by draw. */
function valuesOf({start, fallback, sides, stakes, horizon}: SwitchingInput) {
  const settled = {...stakes, switchingCost: 0};
  const of = (contender: Contender | undefined) => contender && netValue(contender, settled, horizon);
  return {start: of(start)!, fallback: of(fallback), open: of(sides.open), closed: of(sides.closed)};
}

type Worth = ReturnType<typeof valuesOf>;

function follow(
  {start, fallback, sides, stakes, horizon, slope, outlook, discountRate}: SwitchingInput,
  worth: Worth,
  rates: {readonly fall: Float64Array; readonly stops: Float64Array},
  path: number,
  stops: readonly number[],
  isFree: boolean,
): {value: number; first: Cause | undefined} {
  const d = path % start.success.length;
  const {months} = outlook;
  const gain = horizon.tasksPerYear * (stakes.valueOfSuccess + stakes.costOfFailure);
  const cost = (contender: Contender) =>
    contender.perYear ? contender.perYear[d]! : contender.perTask! * horizon.tasksPerYear;
  const fall = rates.fall[path]!;
  const stopsPerYear = rates.stops[path]!;
  let now = worth.start[d]!;
  let cheaper = 1;
  let total = 0;
  let weight = 0;
  let isStart = true;
  let first: Cause | undefined;
  for (let step = 1; step < months.length; step++) {
    const years = (months[step]! - months[step - 1]!) / 12;
    const discount = (1 + discountRate) ** -((months[step]! + months[step - 1]!) / 24);
    if (isStart && stops[step]! < 1 - Math.exp(-stopsPerYear * years)) {
      const lost = (Math.max(0, now) * adviceMethod.outageDays.value) / 365;
      total -= discount * (lost + stakes.switchingCost);
      now = fallback ? Math.min(now, worth.fallback![d]!) : 0;
      isStart = false;
      first ??= "supplier";
    }
    if (isFree) {
      let [cause, best]: [Cause, number] = ["price", -Infinity];
      if (start.perTask !== undefined) {
        const price = (1 - fall) ** (months[step]! / 12);
        best = now + cost(start) * (cheaper - Math.min(cheaper, price));
      }
      for (const side of SIDES) {
        const contender = sides[side];
        if (!contender) continue;
        const gained = frontierAt(outlook, side, path, step) - frontierAt(outlook, side, path, 0);
        const success = logistic(logit(contender.success[d]!) + slope[d]! * Math.max(0, gained));
        const offer = worth[side]![d]! + gain * (success - contender.success[d]!);
        if (offer > best) [cause, best] = [side, offer];
      }
      const left = (months.at(-1)! - months[step]!) / 12;
      const worthIt = (best - now) * Math.min(left, outlookMethod.paybackYears.value) > stakes.switchingCost;
      if (worthIt) {
        if (cause === "price") cheaper = (1 - fall) ** (months[step]! / 12);
        now = best;
        total -= discount * stakes.switchingCost;
        isStart = false;
        first ??= cause;
      }
    }
    total += discount * years * now;
    weight += discount * years;
  }
  return {value: total / weight, first};
}
