/**
 * The fast-follow coupling: how strongly open progress follows the closed frontier that could be called some months before,
 * with interval, and against a world without it.
 *
 * In every joint draw of abilities: monthly frontiers, the error-correction fit, and the couplings that draw is consistent
 * with by simulation (`couplingConfidence`). Values are medians over draws and confidence together, which leans neither way
 * where plain least squares leans upward. The coupling is a regularity of the record, no proof of copying: both sides also
 * rise with the same hardware, people and papers.
 */
import {isoDay} from "../../dates.ts";
import type {AbilityDraws, Release} from "../../measure/instrument.ts";
import {median} from "../../numeric/quantile.ts";
import {type Random, stream} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import {confidenceOfNone, couplingConfidence, couplingDraws} from "./coupling-confidence.ts";
import {type CouplingMonths, couplingMonths, delayWeights, fixedCoupling} from "./coupling-fit.ts";
import {couplingMethod} from "./coupling-method.ts";
import {
  type ForceQuantity,
  type ForceUnit,
  type Naming,
  ofDraws,
  stated,
  withoutNumber,
} from "../force-quantity.ts";
import {type CallableRelease, monthlyFrontiers, monthlyStanding} from "./monthly-frontiers.ts";
import {horizonAdvantage, rollingAdvantage} from "./rolling-comparison.ts";

/** Names these random numbers among all purposes of one seed. */
const PURPOSE = {worlds: 0xc01, values: 0xc02, rolling: 0xc03};

export interface FastFollowInput {
  readonly abilities: AbilityDraws;
  /** Dated by weights. */
  readonly open: readonly Release[];
  readonly closed: readonly CallableRelease[];
  /** The last day abilities are measured to, on or before the as-of date. */
  readonly until: Day;
  readonly seed: number;
}

export interface FastFollow {
  /** κ: share of the distance to the callable closed frontier that open closes per month. */
  readonly coupling: ForceQuantity;
  /** τ, months. */
  readonly delay: ForceQuantity;
  /** Confidence that there is no positive coupling. */
  readonly none: ForceQuantity;
  /** How many months larger the lag would be after a year if the coupling ended today. */
  readonly withoutIt: ForceQuantity;
  /** CRPS saved per forecast month by knowing the coupling, index points. */
  readonly advantage: ForceQuantity;
  /** Error saved on open's gain over the next year, index points: the back-test of the coupling estimated to a date. */
  readonly yearAhead: ForceQuantity;
  /** Can the record tell a world with coupling from one without? In a sentence. */
  readonly finding: string;
  /** Weight of each delay at the drawn couplings, in the method's order. */
  readonly delays: readonly {readonly delay: number; readonly weight: number}[];
  readonly months: {readonly from: string; readonly to: string; readonly count: number} | null;
  /** Share of drawn couplings at the top of the tested range: the interval ends there for lack of a wider one. */
  readonly atTop: number;
}

export function fastFollow({abilities, open, closed, until, seed}: FastFollowInput): FastFollow {
  const delays = couplingMethod.delayMonths.value;
  const standing = monthlyStanding(open, closed, until);
  const count = standing.days.length - Math.max(...delays);
  if (count < couplingMethod.minMonths.value) return unknown(Math.max(0, count));

  const drawCount = Math.min(couplingMethod.abilityDraws.value, abilities.drawCount);
  const kept: Record<"coupling" | "delay" | "none" | "advantage" | "yearAhead" | "withoutIt", number[]> = {
    coupling: [],
    delay: [],
    none: [],
    advantage: [],
    yearAhead: [],
    withoutIt: [],
  };
  const weights = delays.map(() => 0);
  for (let d = 0; d < drawCount; d++) {
    // Spread over all draws, so that fewer are not the first ones.
    const row = Math.floor((d * abilities.drawCount) / drawCount) * abilities.models.length;
    const series = monthlyFrontiers(standing, abilities.draws.subarray(row, row + abilities.models.length));
    const months = couplingMonths(series, delays)!;
    const confidence = couplingConfidence(months, {seed, path: [PURPOSE.worlds, d]});
    const random = stream(seed, PURPOSE.values, d);
    kept.none.push(confidenceOfNone(confidence));
    const horizon = couplingMethod.counterfactualMonths.value;
    const years = horizonAdvantage(months, delays, {
      firstMonths: couplingMethod.rollingMinMonths.value,
      horizon,
    });
    kept.yearAhead.push(...years);
    kept.advantage.push(
      ...resampledMeans(rollingAdvantage(months, delays, couplingMethod.rollingMinMonths.value), seed, d),
    );
    for (const coupling of couplingDraws(confidence, couplingMethod.couplingsPerDraw.value, random)) {
      const of = delayWeights(months, coupling, delays);
      for (let i = 0; i < delays.length; i++) weights[i] += of[i];
      const delay = delays[chosen(of, random)];
      kept.coupling.push(coupling);
      kept.delay.push(delay);
      const months12 = monthsWithoutCoupling(months, coupling, delay, random);
      if (months12 !== undefined) kept.withoutIt.push(months12);
    }
  }
  return answer(kept, weights, standing.days, count);
}

/**
 * Months by which the lag grows faster without the coupling, after the horizon: both worlds run on from today without
 * noise, the closed frontier at last year's pace; their distance in points over that pace. A frontier never falls: a drift
 * estimated below zero, which a strong coupling makes up for, leaves open where it is.
 *
 * @returns nothing where the callable closed frontier did not rise in the last year
 */
export function monthsWithoutCoupling(
  months: CouplingMonths,
  coupling: number,
  delay: number,
  random: Random,
): number | undefined {
  const {open, callable, n} = months;
  const last = callable.length - 1;
  const year = Math.min(couplingMethod.paceMonths.value, last);
  const pace = (callable[last] - callable[last - year]) / year;
  if (!(pace > 0)) return undefined;
  const {drift, residuals} = fixedCoupling(months, coupling, [delay]);
  const spread = Math.sqrt(residuals.reduce((sum, e) => sum + e * e, 0) / (n - 2) / n);
  const ownDrift = drift + spread * random.normal();
  let [coupled, alone] = [open[n], open[n]];
  for (let h = 1; h <= couplingMethod.counterfactualMonths.value; h++) {
    const at = last + h - delay;
    const ahead = at <= last ? callable[at] : callable[last] + pace * (at - last);
    coupled += Math.max(0, ownDrift + coupling * (ahead - coupled));
    alone += Math.max(0, ownDrift);
  }
  return (coupled - alone) / pace;
}

function answer(
  kept: Record<"coupling" | "delay" | "none" | "advantage" | "yearAhead" | "withoutIt", number[]>,
  weights: readonly number[],
  days: readonly Day[],
  count: number,
): FastFollow {
  const {intervalLevel, delayMonths, couplingGrid, minUsableShare} = couplingMethod;
  const level = intervalLevel.value;
  const common = {level, kind: "confidence" as const, n: count};
  const none = kept.none.reduce((sum, share) => sum + share, 0) / kept.none.length;
  const coupling = ofDraws(named("coupling"), kept.coupling, common);
  const advantage = ofDraws(named("advantage"), kept.advantage, {
    ...common,
    n: count - couplingMethod.rollingMinMonths.value,
  });
  const usable =
    kept.withoutIt.length >= minUsableShare.value * kept.coupling.length && kept.withoutIt.length > 0;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const weighted = delayMonths.value.map((delay, i) => ({delay, weight: weights[i] / total}));
  return {
    coupling,
    delay: ofDraws(named("delay"), kept.delay, common),
    none: stated(named("none"), {value: none, interval: null, kind: "confidence", n: count}),
    withoutIt: usable
      ? ofDraws(named("withoutIt"), kept.withoutIt, common)
      : withoutNumber(
          named("withoutIt"),
          "the callable closed frontier did not rise in the last year",
          count,
        ),
    advantage,
    yearAhead: yearAhead(kept.yearAhead, common.n - couplingMethod.rollingMinMonths.value),
    finding: finding(coupling, advantage, weighted),
    delays: weighted,
    months: {from: isoDay(days[days.length - count]), to: isoDay(days.at(-1)!), count},
    atTop:
      kept.coupling.filter((value) => value >= couplingGrid.value.high - 1e-9).length / kept.coupling.length,
  };
}

/** @param differences - all starts of all draws; starts overlap, so only whole years count as evidence */
function yearAhead(differences: readonly number[], months: number): ForceQuantity {
  const {counterfactualMonths, minYearsForecast, intervalLevel} = couplingMethod;
  const years = Math.floor(months / counterfactualMonths.value);
  if (years < minYearsForecast.value || differences.length === 0) {
    const seen = differences.length === 0 ? "" : `; so far the error was ${errorSaved(median(differences))}`;
    return withoutNumber(
      named("yearAhead"),
      `the ${months} months forecast hold ${years} whole year${years === 1 ? "" : "s"}, and ${minYearsForecast.value} are needed${seen}`,
      years,
    );
  }
  return ofDraws(named("yearAhead"), differences, {level: intervalLevel.value, kind: "spread", n: years});
}

const errorSaved = (points: number): string =>
  `${Math.abs(points).toFixed(1)} points ${points >= 0 ? "smaller" : "larger"} with the coupling`;

function finding(coupling: ForceQuantity, advantage: ForceQuantity, delays: FastFollow["delays"]): string {
  const sign = coupling.interval!.low! > 0 ? "above zero" : "not told apart from zero";
  const forecast =
    advantage.interval!.low! > 0
      ? "forecasts with it were better"
      : advantage.interval!.high! < 0
        ? "forecasts with it were worse"
        : "forecasts with it were neither better nor worse than without";
  const shortest = couplingMethod.shortestCopyingMonths.value;
  const tooShort = delays.reduce((sum, {delay, weight}) => (delay < shortest ? sum + weight : sum), 0);
  return (
    `The coupling is ${sign} on ${coupling.n} months, and ${forecast} on the ${advantage.n} months forecast. ` +
    `Delays under ${shortest} months, too short for copying, hold ${Math.round(100 * tooShort)}% of the weight.`
  );
}

function unknown(count: number): FastFollow {
  const reason = `${count} months have both frontiers and the longest delay before them; ${couplingMethod.minMonths.value} are needed`;
  const none = (name: QuantityName) => withoutNumber(named(name), reason, count);
  return {
    coupling: none("coupling"),
    delay: none("delay"),
    none: none("none"),
    withoutIt: none("withoutIt"),
    advantage: none("advantage"),
    yearAhead: none("yearAhead"),
    finding: `No coupling can be estimated: ${reason}.`,
    delays: [],
    months: null,
    atTop: 0,
  };
}

const QUANTITIES = {
  coupling: [
    "coupling",
    "Share of the distance to the callable closed frontier that open closes per month",
    "per month",
  ],
  delay: ["delay", "Delay with which open follows the callable closed frontier", "months"],
  none: ["none", "Confidence that open does not follow at all", "probability"],
  withoutIt: [
    "without",
    "Months by which the lag would be larger after a year if the coupling ended today",
    "months",
  ],
  yearAhead: ["year-ahead", "Error saved on open's gain over the next year by the coupling", "points"],
  advantage: ["advantage", "Forecast error saved per month by the coupling (CRPS)", "points"],
} as const satisfies Record<string, readonly [string, string, ForceUnit]>;
type QuantityName = keyof typeof QUANTITIES;

const named = (name: QuantityName): Naming => ({
  id: `copying.${QUANTITIES[name][0]}`,
  label: QUANTITIES[name][1],
  unit: QUANTITIES[name][2],
  note: "A regularity of the record: both sides also rise with the same hardware, people and papers.",
  rule: couplingMethod.rule.value,
});

/** Means of resamples of the monthly differences: as many as couplings, so that both weigh alike. */
function resampledMeans(differences: readonly number[], seed: number, draw: number): number[] {
  const random = stream(seed, PURPOSE.rolling, draw);
  return Array.from({length: couplingMethod.couplingsPerDraw.value}, () => {
    let sum = 0;
    for (let i = 0; i < differences.length; i++) sum += differences[random.below(differences.length)];
    return sum / differences.length;
  });
}

/** Index of one weight, each with its own probability. */
function chosen(weights: readonly number[], random: Random): number {
  let left = random.uniform();
  for (const [i, weight] of weights.entries()) {
    left -= weight;
    if (left < 0) return i;
  }
  return weights.length - 1;
}
