/**
 * Do a lab's open releases pay for themselves, and when do they stop?
 *
 * What a lab spends beyond serving its customers is what keeping pace costs it: K = burn + margin × revenue. It pays
 * its way while margin × revenue ≥ K. Revenue goes on growing as it has, fading; keeping pace gets dearer every year,
 * of which followers are spared a part. Every assumption can be replaced by the reader's own.
 */
import type {Random} from "../../numeric/random.ts";
import {carriedMonths} from "./aged-mixture.ts";
import type {LabMoney, MoneyReport} from "./lab-money.ts";
import {labStream, PURPOSE} from "./lab-stream.ts";
import type {MoneyGround} from "./money-ground.ts";
import {moneyMethod} from "./money-method.ts";
import {triangular} from "./observation.ts";
import {growthOf} from "./pooled-growth.ts";

export interface KeepPaceAssumptions {
  /** Share of revenue left after serving it; default: stated by the lab, else the method's range. */
  readonly grossMargin?: {readonly low: number; readonly mode: number; readonly high: number};
  /** Log units a year; default: the lab's own growth shrunk towards all labs. */
  readonly revenueGrowthPerYear?: {readonly mean: number; readonly sd: number};
  /** Growth of the cost of the frontier, log units a year. */
  readonly keepPaceGrowthPerYear?: {readonly mean: number; readonly sd: number};
  /** Part of that growth a follower bears, 0 to 1. */
  readonly keepPaceShareOfFrontier?: number;
}

export type BreakEven =
  | {readonly kind: "parent"; readonly lab: string; readonly says: string}
  | {readonly kind: "insufficient"; readonly lab: string; readonly reason: string}
  | {
      readonly kind: "estimated";
      readonly lab: string;
      /** Chance that it pays its way on the day. */
      readonly paysNow: number;
      /** Chance that it pays its way so many months on. */
      readonly paysAt: readonly {readonly months: number; readonly share: number}[];
      /** Cost of keeping pace, USD a year [drawCount]. */
      readonly keepPaceCost: Float64Array;
      /** Revenue at which it would pay its way on the day, USD a year [drawCount]. */
      readonly revenueNeeded: Float64Array;
      /** Months until releases stop paying: 0 = they do not pay today, the horizon = they still pay then [drawCount]. */
      readonly stopsPayingMonths: Float64Array;
      /** Months until they pay: 0 = they do today, the horizon = they do not by then [drawCount]. */
      readonly catchesUpMonths: Float64Array;
      readonly facts: readonly string[];
      readonly prior: "none" | "partly" | "wholly";
    };

const YEARS = [12, 24, 36, 60] as const;

/** One result per lab that opens weights, in order of id. */
export function breakEvens(report: MoneyReport, assumptions: KeepPaceAssumptions = {}): BreakEven[] {
  return report.labs
    .filter(({lab}) => lab.openWeights !== "no")
    .map((money) =>
      breakEven(report.ground, money, assumptions, labStream(report.seed, PURPOSE.breakEven, money.lab.id)),
    );
}

function breakEven(
  ground: MoneyGround,
  {lab, revenue, stayingPower}: LabMoney,
  assumptions: KeepPaceAssumptions,
  random: Random,
): BreakEven {
  if (stayingPower.kind === "parent") return {kind: "parent", lab: lab.id, says: stayingPower.says};
  if (revenue.kind === "insufficient") return {kind: "insufficient", lab: lab.id, reason: revenue.reason};
  const {burn} = stayingPower;
  const horizon = moneyMethod.breakEvenHorizonMonths.value;
  const growth = assumptions.revenueGrowthPerYear ?? growthOf(ground.revenueGrowth, lab.id);
  const dearer = assumptions.keepPaceGrowthPerYear ?? moneyMethod.keepPaceGrowthPerYear.value;
  const borne = assumptions.keepPaceShareOfFrontier ?? moneyMethod.keepPaceShareOfFrontier.value;
  const stated = statedMargin(ground, lab.id);
  const margin = assumptions.grossMargin ?? stated?.range ?? moneyMethod.grossMargin.value;

  const idle = moneyMethod.selfFundedCostShare.value;
  const drawCount = burn.draws.length;
  const keepPaceCost = new Float64Array(drawCount);
  const revenueNeeded = new Float64Array(drawCount);
  const stopsPayingMonths = new Float64Array(drawCount);
  const catchesUpMonths = new Float64Array(drawCount);
  const paying = YEARS.map(() => 0);
  let now = 0;
  for (let i = 0; i < drawCount; i++) {
    const share = triangular(margin.low, margin.mode, margin.high, random);
    const earned = share * revenue.draws[i];
    // A lab that pays its way may just do so, or by far: its cost of keeping pace is then at most what it earns.
    const cost =
      burn.draws[i] > 0
        ? burn.draws[i] + earned
        : earned * (idle.low + (idle.high - idle.low) * random.uniform());
    const up = (growth.mean + growth.sd * random.normal()) / 12;
    const dear = (borne * (dearer.mean + dearer.sd * random.normal())) / 12;
    const pays = (month: number) =>
      earned * Math.exp(up * carriedMonths(month)) >= cost * Math.exp(dear * month);
    keepPaceCost[i] = cost;
    revenueNeeded[i] = cost / share;
    stopsPayingMonths[i] = firstMonth(horizon, (month) => !pays(month));
    catchesUpMonths[i] = firstMonth(horizon, pays);
    if (pays(0)) now++;
    for (const [at, months] of YEARS.entries()) if (pays(months)) paying[at]++;
  }
  return {
    kind: "estimated",
    lab: lab.id,
    paysNow: now / drawCount,
    paysAt: YEARS.map((months, at) => ({months, share: paying[at] / drawCount})),
    keepPaceCost,
    revenueNeeded,
    stopsPayingMonths,
    catchesUpMonths,
    facts: [...new Set([...revenue.facts, ...burn.facts, ...(stated ? [stated.fact] : [])])],
    prior: burn.prior === "none" ? (stated || assumptions.grossMargin ? "none" : "partly") : "partly",
  };
}

/** The newest gross margin the lab stated, with its width. */
function statedMargin({finance}: MoneyGround, lab: string) {
  const stated = finance
    .filter((fact) => fact.lab === lab && fact.metric === "gross_margin_pct" && fact.value.mid !== "unknown")
    .sort((a, b) => b.date.latest - a.date.latest)
    .at(0);
  if (!stated) return undefined;
  const mode = (stated.value.mid as number) / 100;
  const width = moneyMethod.statedMarginHalfWidth.value;
  return {
    fact: stated.id,
    range: {low: Math.max(0.01, mode - width), mode, high: Math.min(0.99, mode + width)},
  };
}

function firstMonth(horizon: number, holds: (month: number) => boolean): number {
  for (let month = 0; month < horizon; month++) if (holds(month)) return month;
  return horizon;
}
