/**
 * Cash a lab has on a day, USD.
 *
 * From a stated balance where there is one: the balance, plus rounds since, minus burn since. Without one: some months
 * of burn just before the first known round, then the same roll-forward. Without rounds either: some months of burn,
 * from the prior alone. A lab at work today has some weeks of cash: draws that come out below are put there and
 * counted, for they mean that money came in that nobody wrote down.
 */

import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH, type Day} from "../../units.ts";
import {picked} from "./aged-mixture.ts";
import type {BurnDraws} from "./burn-draws.ts";
import {arrivedDraw, type FundingRound} from "./funding-rounds.ts";
import type {MoneyGround} from "./money-ground.ts";
import {moneyMethod} from "./money-method.ts";
import {observations, observedDraw} from "./observation.ts";

export interface CashDraws {
  /** USD [drawCount]. */
  readonly draws: Float64Array;
  readonly facts: readonly string[];
  /** none: a stated balance; rounds: rolled forward from rounds; wholly: only the prior. */
  readonly prior: "none" | "rounds" | "wholly";
  /** Share of draws in which the known money did not suffice to be alive. */
  readonly unexplained: number;
}

const YEAR_DAYS = 12 * DAYS_PER_MONTH;

export function cashDraws(ground: MoneyGround, lab: string, burn: BurnDraws, random: Random): CashDraws {
  const {asOf, finance} = ground;
  const drawCount = burn.draws.length;
  const balances = observations(
    finance.filter((fact) => fact.lab === lab),
    ["cash_usd"],
  );
  const from = asOf - moneyMethod.cashWindowMonths.value * DAYS_PER_MONTH;
  const rounds = (ground.rounds.get(lab) ?? []).filter(({day}) => day >= from);
  const weights = balances.map(
    ({weight, day}) => weight * 2 ** (-(asOf - day) / DAYS_PER_MONTH / moneyMethod.cashHalfLifeMonths.value),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const first = rounds.at(0);

  let unexplained = 0;
  const draws = new Float64Array(drawCount);
  for (let i = 0; i < drawCount; i++) {
    const path: BurnPath = {burn: burn.draws[i], growth: burn.growth[i], asOf};
    let cash: number;
    if (balances.length > 0) {
      const balance = balances[picked(shares, random.uniform())];
      cash =
        observedDraw(balance, random) + arrivedAfter(rounds, balance.day, random) - burned(path, balance.day);
    } else if (first) {
      const {median, logSd} = moneyMethod.cashBeforeFirstRoundMonths.value;
      const before = (burnRate(path, first.day) / 12) * median * Math.exp(logSd * random.normal());
      cash = before + arrivedAfter(rounds, first.day - 1, random) - burned(path, first.day);
    } else {
      const {median, logSd} = moneyMethod.cashUnknownMonths.value;
      cash = (path.burn / 12) * median * Math.exp(logSd * random.normal());
    }
    const {low, high} = moneyMethod.aliveMonths.value;
    const alive = (path.burn / 12) * (low + (high - low) * random.uniform());
    if (cash < alive) unexplained++;
    draws[i] = Math.max(cash, alive);
  }
  return {
    draws,
    facts: [
      ...balances.map(({fact}) => fact.id),
      ...rounds.flatMap(({told}) => told.map(({fact}) => fact.id)),
    ],
    prior: balances.length > 0 ? "none" : first ? "rounds" : "wholly",
    unexplained: unexplained / drawCount,
  };
}

interface BurnPath {
  /** USD a year on the day. */
  readonly burn: number;
  readonly growth: number;
  readonly asOf: Day;
}

const burnRate = ({burn, growth, asOf}: BurnPath, at: number): number =>
  burn * Math.exp((growth * (at - asOf)) / YEAR_DAYS);

/** ∫ of the burn from a day to the as-of day, USD. */
function burned(path: BurnPath, from: number): number {
  const years = (path.asOf - from) / YEAR_DAYS;
  if (years <= 0) return 0;
  const {burn, growth} = path;
  return Math.abs(growth) < 1e-6 ? burn * years : (burn * (1 - Math.exp(-growth * years))) / growth;
}

const arrivedAfter = (rounds: readonly FundingRound[], after: number, random: Random): number =>
  rounds.reduce((sum, round) => {
    const arrived = arrivedDraw(round, random);
    return round.day > after ? sum + arrived : sum;
  }, 0);
