/**
 * Money that came in: rounds, listings, placements, debt and grants of a lab, each event once.
 *
 * Rows of one event are alternatives: among them the surest status is kept, the rest of equal status are a mixture. A
 * row that is part of another counts only while the whole is not known.
 */
import type {FinanceFact, FinanceMetric} from "../../data/forces/force-facts.ts";
import type {Random} from "../../numeric/random.ts";
import {type Day, day} from "../../units.ts";
import {picked} from "./aged-mixture.ts";
import {moneyMethod} from "./money-method.ts";
import {type Observation, observations, observedDraw} from "./observation.ts";

export interface FundingRound {
  readonly day: Day;
  readonly told: readonly Observation[];
  readonly shares: readonly number[];
  /** Chance that it has closed. */
  readonly closing: number;
  /** USD, best guess. */
  readonly mid: number;
  readonly closed: boolean;
}

const METRICS: readonly FinanceMetric[] = [
  "funding_round_usd",
  "ipo_proceeds_usd",
  "placement_proceeds_usd",
  "debt_financing_usd",
  "grant_usd",
];
const SURENESS = ["actual", "reported", "guidance", "talks", "target"] as const;

/** @param finance - facts known on the day, of any lab; rounds of `lab`, oldest first */
export function fundingRounds(finance: readonly FinanceFact[], lab: string): FundingRound[] {
  const known = new Set(finance.map(({id}) => id));
  const own = observations(
    finance.filter((fact) => fact.lab === lab && (fact.partOf === "" || !known.has(fact.partOf))),
    METRICS,
  );
  const events = new Map<string, Observation[]>();
  for (const seen of own) {
    const key = seen.fact.event === "" ? `row:${seen.fact.id}` : seen.fact.event;
    events.set(key, [...(events.get(key) ?? []), seen]);
  }
  return [...events.values()].map(round).sort((a, b) => a.day - b.day);
}

function round(rows: readonly Observation[]): FundingRound {
  const surest = Math.min(...rows.map(({fact}) => SURENESS.indexOf(fact.status)));
  const told = rows.filter(({fact}) => SURENESS.indexOf(fact.status) === surest);
  const total = told.reduce((sum, {weight}) => sum + weight, 0);
  const shares = told.map(({weight}) => weight / total);
  return {
    day: day(Math.min(...told.map((row) => row.day))),
    told,
    shares,
    closing: moneyMethod.closingProbability.value[SURENESS[surest]],
    mid: told.reduce((sum, {mid}, i) => sum + shares[i] * mid, 0),
    closed: SURENESS[surest] === "actual",
  };
}

/** Money that arrived, USD: 0 where it did not close, part of it for rounds paid in tranches. */
export function arrivedDraw({told, shares, closing}: FundingRound, random: Random): number {
  const closes = random.uniform() < closing;
  const amount = observedDraw(told[picked(shares, random.uniform())], random);
  const {low, high} = moneyMethod.megaroundPaidShare.value;
  const paid = low + (high - low) * random.uniform();
  if (!closes) return 0;
  return amount > moneyMethod.megaroundUsd.value ? amount * paid : amount;
}
