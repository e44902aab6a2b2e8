/**
 * How fast the records of each side come, and how large they are, as far as one world's history tells.
 *
 *   records come at rate λ a month:  λ ~ Gamma(A, B),  A = r₀ b₀ + Σ wᵢ,  B = b₀ + ∫ w(t) dt
 *   jumps have mean μ points:        1/μ ~ Gamma(C, D),  C = 1 + k (n₀ + Σ wᵢ),  D = k (n₀ m₀ + Σ wᵢ jᵢ)
 *
 * with w = δ^(months ago): the power steady model, in which a rate wanders and old counts lose weight at the speed at which it
 * does (Smith 1979, JRSS B 41:375). k is the shape of the jumps. The first record opens the watch and counts as none.
 *
 * Empirical Bayes: r₀ and m₀ of a side are the rate and mean jump of both sides together, themselves held to the method's prior.
 */
import {DAYS_PER_MONTH} from "../../units.ts";
import type {PastRecords, World} from "../ground.ts";
import {trendMethod} from "./trend-method.ts";

export interface PacePosterior {
  /** Of λ: shape, and rate in months. */
  readonly records: number;
  readonly months: number;
  /** Of 1/μ: shape, and rate in points. */
  readonly jumps: number;
  readonly points: number;
}

export type TrendChoices = {
  readonly [Name in keyof typeof trendMethod]: Pick<(typeof trendMethod)[Name], "value">;
};

/** What was seen of a side, old records counting less: records after the first, months watched, points gained. */
interface Watch {
  readonly records: number;
  readonly months: number;
  readonly points: number;
}

export function pacePosteriors(
  {closed, open}: World,
  asOf: number,
  choices: TrendChoices = trendMethod,
): {readonly closed: PacePosterior; readonly open: PacePosterior} {
  const memory = choices.memory.value;
  const prior = choices.priorPace.value;
  const weight = choices.sideWeight.value;
  const watches = {closed: watch(closed, asOf, memory), open: watch(open, asOf, memory)};
  const sum = (of: keyof Watch) => watches.closed[of] + watches.open[of];
  const rate = (prior.recordsPerMonth * prior.months + sum("records")) / (prior.months + sum("months"));
  const jump = (prior.pointsPerRecord * prior.records + sum("points")) / (prior.records + sum("records"));
  const shape = choices.jumpShape.value;
  const posterior = ({records, months, points}: Watch): PacePosterior => ({
    records: rate * weight.months + records,
    months: weight.months + months,
    // The mean of μ is D / (C - 1), so the prior's own mean is kept whatever its weight.
    jumps: 1 + shape * (weight.records + records),
    points: shape * (weight.records * jump + points),
  });
  return {closed: posterior(watches.closed), open: posterior(watches.open)};
}

function watch({days, abilities}: PastRecords, asOf: number, memory: number): Watch {
  const age = (on: number) => (asOf - on) / DAYS_PER_MONTH;
  let [records, points] = [0, 0];
  for (let i = 1; i < days.length; i++) {
    const weight = memory ** age(days[i]);
    records += weight;
    points += weight * (abilities[i] - abilities[i - 1]);
  }
  const months = memory === 1 ? age(days[0]) : (1 - memory ** age(days[0])) / -Math.log(memory);
  return {records, months, points};
}
