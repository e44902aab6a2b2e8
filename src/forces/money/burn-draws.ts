/** Cash a lab uses up a year, as of a day. */
import type {Random} from "../../numeric/random.ts";
import {DAYS_PER_MONTH} from "../../units.ts";
import {agedMixture} from "./aged-mixture.ts";
import {type MoneyGround, raisedInWindow} from "./money-ground.ts";
import {moneyMethod} from "./money-method.ts";
import {growthOf} from "./pooled-growth.ts";

export interface BurnDraws {
  /** USD a year [drawCount]; 0 in draws where the lab pays its way. */
  readonly draws: Float64Array;
  /** Log growth a year from the day on [drawCount]. */
  readonly growth: Float64Array;
  /** Share of draws in which the lab pays its way. */
  readonly selfFunded: number;
  /** Ids of the facts used. */
  readonly facts: readonly string[];
  /** none: stated figures; raised: from the money it raised; wholly: only the prior over labs. */
  readonly prior: "none" | "raised" | "wholly";
}

export function burnDraws(ground: MoneyGround, lab: string, drawCount: number, random: Random): BurnDraws {
  const {asOf, burnGrowth, burnOfRaised} = ground;
  const seen = ground.burn.get(lab) ?? [];
  const growthBelief = growthOf(burnGrowth, lab);
  const growth = Float64Array.from(
    {length: drawCount},
    () => growthBelief.mean + growthBelief.sd * random.normal(),
  );
  const raised = raisedInWindow(ground.rounds.get(lab) ?? [], asOf);
  const facts: string[] = [];
  let draws: Float64Array;
  let prior: BurnDraws["prior"];
  if (seen.length > 0) {
    const aged = agedMixture(
      seen,
      {
        asOf,
        growth: growthBelief,
        halfLifeMonths: moneyMethod.recencyHalfLifeMonths.value,
        currentMonths: moneyMethod.currentMonths.value.burn,
        logSdPerRootMonth: moneyMethod.burnLogSdPerRootMonth.value,
      },
      drawCount,
      random,
    );
    draws = aged.draws.map((value) => value * Math.exp(moneyMethod.burnBasisLogSd.value * random.normal()));
    facts.push(...seen.map(({fact}) => fact.id));
    prior = "none";
  } else {
    const {logMean, logSd} =
      raised > 0
        ? {logMean: burnOfRaised.logMean + Math.log(raised), logSd: burnOfRaised.logSd}
        : moneyMethod.burnUnknown.value;
    draws = Float64Array.from({length: drawCount}, () => Math.exp(logMean + logSd * random.normal()));
    for (const {told} of raised > 0 ? (ground.rounds.get(lab) ?? []) : [])
      facts.push(...told.map(({fact}) => fact.id));
    prior = raised > 0 ? "raised" : "wholly";
  }

  const from = asOf - moneyMethod.profitClaimMonths.value * DAYS_PER_MONTH;
  const claims = ground.finance.filter(
    (fact) => fact.lab === lab && fact.metric === "operating_profit_claim" && fact.date.latest >= from,
  );
  const credence = Math.max(
    0,
    ...claims.map(({confidence}) => moneyMethod.profitClaimCredence.value[confidence]),
  );
  facts.push(...claims.map(({id}) => id));
  let paying = 0;
  for (let i = 0; i < drawCount; i++) {
    if (random.uniform() >= credence) continue;
    draws[i] = 0;
    paying++;
  }
  return {draws, growth, selfFunded: paying / drawCount, facts, prior};
}
