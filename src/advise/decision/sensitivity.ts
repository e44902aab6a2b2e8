/**
 * What would flip the decision: the primary's lead over the best other model, with one input moved at a time.
 *
 * The lead is a difference of expected net values within the same draws. Only the options near the top take part; one of
 * the others could lead at an end that favours it strongly, so a flip may be missed, never invented.
 */
import {mean} from "../../numeric/quantile.ts";
import type {CostDraws} from "../cost/cost-draws.ts";
import type {Option} from "../options/option.ts";
import type {Portfolio, Workload} from "../portfolio/portfolio.ts";
import {logistic, logit} from "../quality/response.ts";
import {type Contender, costsOf, netValueOf} from "./contender.ts";
import type {Ranked} from "./choice-of-option.ts";
import {horizonOf} from "./horizon.ts";

export interface End {
  readonly at: string;
  /** USD per year; below zero another model leads. */
  readonly margin: number;
  readonly leader: Option;
}

export interface Swing {
  readonly what: string;
  readonly low: End;
  readonly high: End;
  readonly flips: boolean;
}

interface Move {
  readonly what: string;
  readonly ends: readonly [string, string];
  /** The workload with the input at its low or high end. */
  readonly moved?: (workload: Workload, isHigh: boolean) => Workload;
  /** Logits added to the success of the primary alone, of open models, or on own machines the yearly cost factor. */
  readonly primaryShift?: number;
  readonly openShift?: number;
}

const scaled = (what: string, change: (workload: Workload, factor: number) => Workload): Move => ({
  what,
  ends: ["half", "twice"],
  moved: (workload, isHigh) => change(workload, isHigh ? 2 : 0.5),
});

const MOVES: readonly Move[] = [
  scaled("volume", (workload, factor) => ({...workload, tasksPerMonth: workload.tasksPerMonth * factor})),
  scaled("value of a success", (workload, factor) => ({
    ...workload,
    valueOfSuccess: workload.valueOfSuccess * factor,
  })),
  scaled("cost of a failure", (workload, factor) => ({
    ...workload,
    costOfFailure: workload.costOfFailure * factor,
  })),
  scaled("tokens per task", (workload, factor) => ({
    ...workload,
    requestsPerTask: workload.requestsPerTask * factor,
  })),
  scaled("switching cost", (workload, factor) => ({
    ...workload,
    switchingCost: workload.switchingCost * factor,
  })),
  {
    what: "repeated input",
    ends: ["none cached", "nine tenths cached"],
    moved: (workload, isHigh) => ({
      ...workload,
      tokens: {...workload.tokens, cached: isHigh ? 0.9 * workload.tokens.input : 0},
    }),
  },
  {
    what: "growth",
    ends: ["−30% a year", "+100% a year"],
    moved: (workload, isHigh) => ({...workload, growthPerYear: isHigh ? 1 : -0.3}),
  },
  {
    what: "how well the primary does here",
    ends: ["half a logit worse", "half a logit better"],
    primaryShift: 0.5,
  },
  {what: "how well open models do here", ends: ["half a logit worse", "half a logit better"], openShift: 0.5},
];

/** Draws behind each lead: expected values need fewer than intervals. */
const DRAWS = 1000;

/** @param shortlist - the primary anywhere among them */
export function swings(
  primary: Ranked,
  shortlist: readonly Ranked[],
  workload: Workload,
  portfolio: Pick<Portfolio, "horizonMonths" | "discountRate">,
  costs: CostDraws,
): Swing[] {
  const leadUnder = (move: Move, isHigh: boolean): Omit<End, "at"> => {
    const changed = move.moved?.(workload, isHigh) ?? workload;
    const horizon = horizonOf(changed, portfolio);
    const sign = isHigh ? 1 : -1;
    let own = -Infinity;
    let best = -Infinity;
    let leader = primary.contender.option;
    for (const {contender} of shortlist) {
      const {option} = contender;
      const isPrimary = option.id === primary.contender.option.id;
      const shift =
        sign *
        ((isPrimary ? (move.primaryShift ?? 0) : 0) +
          (option.openness === "open" ? (move.openShift ?? 0) : 0));
      const value = expectedValue(shifted(contender, shift), contender, changed, horizon, costs);
      if (isPrimary) own = value;
      else if (option.model !== primary.contender.option.model && value > best)
        [best, leader] = [value, option];
    }
    return {margin: own - best, leader: own >= best ? primary.contender.option : leader};
  };
  if (new Set(shortlist.map(({contender}) => contender.option.model)).size < 2) return [];
  return MOVES.map((move): Swing => {
    const [low, high] = [leadUnder(move, false), leadUnder(move, true)];
    return {
      what: move.what,
      low: {at: move.ends[0], ...low},
      high: {at: move.ends[1], ...high},
      flips: low.margin < 0 || high.margin < 0,
    };
  }).sort((a, b) => Math.abs(b.high.margin - b.low.margin) - Math.abs(a.high.margin - a.low.margin));
}

/** Success in the first draws with so many logits added. */
function shifted({success}: Contender, shift: number): Float64Array {
  const few = success.subarray(0, DRAWS);
  return shift === 0 ? few : few.map((share) => logistic(logit(share) + shift));
}

function expectedValue(
  success: Float64Array,
  {option}: Contender,
  workload: Workload,
  horizon: ReturnType<typeof horizonOf>,
  costs: CostDraws,
): number {
  const priced = {option, ...costsOf(option, workload, horizon, costs, success.length)};
  return mean(netValueOf(success, priced, workload, horizon, new Float64Array(success.length)));
}
