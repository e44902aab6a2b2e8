/** What all labs' money estimates share: the facts known on the day, growth pooled over labs, how burn follows raising. */

import type {FinanceFact, FinanceMetric, ForceFacts, ForceLab} from "../../data/forces/force-facts.ts";
import {isKnown} from "../../data/forces/known-facts.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {type FundingRound, fundingRounds} from "./funding-rounds.ts";
import {moneyMethod} from "./money-method.ts";
import {type Observation, observations} from "./observation.ts";
import {type PooledGrowth, pooledGrowth} from "./pooled-growth.ts";

export const REVENUE_METRICS: readonly FinanceMetric[] = [
  "annualised_revenue_usd",
  "revenue_quarter_usd",
  "revenue_half_year_usd",
  "revenue_calendar_year_usd",
];
export const BURN_METRICS: readonly FinanceMetric[] = [
  "annual_burn_usd",
  "quarterly_cash_burn_usd",
  "adjusted_loss_half_year_usd",
];

export interface MoneyGround {
  readonly asOf: Day;
  readonly labs: readonly ForceLab[];
  /** Known on the day, of all labs. */
  readonly finance: readonly FinanceFact[];
  readonly revenue: ReadonlyMap<string, readonly Observation[]>;
  readonly burn: ReadonlyMap<string, readonly Observation[]>;
  readonly rounds: ReadonlyMap<string, readonly FundingRound[]>;
  readonly revenueGrowth: PooledGrowth;
  readonly burnGrowth: PooledGrowth;
  /** Annual burn over money raised in the window: normal on the log scale, and the labs behind it. */
  readonly burnOfRaised: {readonly logMean: number; readonly logSd: number; readonly labs: number};
}

/** Is the lab's money its own on that day, or its parent's? */
export const hasParent = ({control, parentSince}: ForceLab, asOf: Day): boolean =>
  control === "parent" && (parentSince === undefined || parentSince <= asOf);

export function moneyGround(facts: ForceFacts, asOf: Day): MoneyGround {
  // Sorted, so that the order of rows in a file cannot matter to the draws.
  const finance = facts.finance.filter((fact) => isKnown(fact, asOf)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const labs = [...facts.labs.values()]
    .filter(({role}) => role === "lab")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const own = labs.filter((lab) => !hasParent(lab, asOf));
  const perLab = (metrics: readonly FinanceMetric[]) =>
    new Map(
      labs.map(({id}) => [
        id,
        observations(
          finance.filter(({lab}) => lab === id),
          metrics,
        ),
      ]),
    );
  const stated = perLab(REVENUE_METRICS);
  const revenue = new Map(
    labs.map((lab) => [lab.id, [...stated.get(lab.id)!, ...remainders(lab, facts.labs, finance, stated)]]),
  );
  const burn = perLab(BURN_METRICS);
  const rounds = new Map(own.map(({id}) => [id, fundingRounds(finance, id)]));
  const independent = (all: ReadonlyMap<string, readonly Observation[]>) =>
    new Map(own.map(({id}) => [id, all.get(id) ?? []]));
  return {
    asOf,
    labs,
    finance,
    revenue,
    burn,
    rounds,
    revenueGrowth: pooledGrowth(independent(revenue), asOf, moneyMethod.revenueGrowthPerYear.value),
    burnGrowth: pooledGrowth(independent(burn), asOf, moneyMethod.burnGrowthPerYear.value),
    burnOfRaised: burnOfRaised(own, burn, rounds, asOf),
  };
}

/** What published sums leave for a lab, once the newest earlier figures of the others are taken off. */
function remainders(
  {id, resaleBooking}: ForceLab,
  labs: ForceFacts["labs"],
  finance: readonly FinanceFact[],
  stated: ReadonlyMap<string, readonly Observation[]>,
): Observation[] {
  const {logSd, weight, leastShare} = moneyMethod.remainder.value;
  const sums = observations(
    finance.filter((fact) => labs.get(fact.lab)?.members.includes(id)),
    REVENUE_METRICS,
  );
  return sums.flatMap((sum) => {
    const others = labs.get(sum.fact.lab)!.members.filter((member) => member !== id);
    const newest = others.map((other) => newestBefore(stated.get(other) ?? [], sum.day));
    if (newest.some((seen) => seen === undefined)) return [];
    const left = sum.mid - newest.reduce((total, seen) => total + seen!.mid, 0);
    if (left < leastShare * sum.mid) return [];
    return [
      {
        fact: {...sum.fact, booking: resaleBooking},
        day: sum.day,
        low: left,
        mid: left,
        high: left,
        logSd: Math.hypot(sum.logSd, logSd),
        weight: weight * sum.weight,
      },
    ];
  });
}

const newestBefore = (seen: readonly Observation[], at: Day): Observation | undefined =>
  seen
    .filter(({day}) => day <= at)
    .reduce<Observation | undefined>((a, b) => (a && a.day > b.day ? a : b), undefined);

/** Money raised in the trailing window, USD, best guesses of closed and spoken-of rounds by their chance. */
export function raisedInWindow(rounds: readonly FundingRound[], asOf: Day): number {
  const from = asOf - moneyMethod.raisedWindowMonths.value * DAYS_PER_MONTH;
  return rounds
    .filter(({day}) => day >= from && day <= asOf)
    .reduce((sum, {mid, closing}) => sum + mid * closing, 0);
}

function burnOfRaised(
  labs: readonly ForceLab[],
  burn: ReadonlyMap<string, readonly Observation[]>,
  rounds: ReadonlyMap<string, readonly FundingRound[]>,
  asOf: Day,
) {
  const {logMean, weight, logSd} = moneyMethod.burnOfRaised.value;
  const logs: number[] = [];
  for (const {id} of labs) {
    const newest = (burn.get(id) ?? []).reduce<Observation | undefined>(
      (a, b) => (a && a.day > b.day ? a : b),
      undefined,
    );
    const raised = raisedInWindow(rounds.get(id) ?? [], asOf);
    if (newest && raised > 0) logs.push(Math.log(newest.mid / raised));
  }
  const sum = logs.reduce((total, log) => total + log, 0);
  return {logMean: (logMean * weight + sum) / (weight + logs.length), logSd, labs: logs.length};
}
