/**
 * Economic staying power of every lab as of a day.
 *
 * A lab that belongs to a larger company lasts as long as its parent wants: that is said, no number is made up. For
 * the others cash, burn and runway are drawn together; the chance of running short is given without new money and with
 * the lab's own record of raising it carried on.
 */
import type {ForceFacts, ForceLab} from "../../data/forces/force-facts.ts";
import type {Day} from "../../units.ts";
import {type AgedFigure, agedMixture} from "./aged-mixture.ts";
import {type BurnDraws, burnDraws} from "./burn-draws.ts";
import {type CashDraws, cashDraws} from "./cash-draws.ts";
import {labStream, PURPOSE} from "./lab-stream.ts";
import {hasParent, type MoneyGround, moneyGround} from "./money-ground.ts";
import {moneyMethod} from "./money-method.ts";
import {observations} from "./observation.ts";
import {raisingRates, runwayWithRaising} from "./raising-process.ts";
import {type RevenueDraws, revenueDraws} from "./revenue-draws.ts";
import {cappedRunwayMonths, shareBelow} from "./runway.ts";

/** The chance of running short within some months. */
export interface ShortWithin {
  readonly months: number;
  readonly withoutNewMoney: number;
  readonly withRaising: number;
}

export type StayingPower =
  | {
      /** The runway is the will of the parent. */
      readonly kind: "parent";
      readonly parent: string;
      readonly says: string;
    }
  | {
      readonly kind: "own";
      readonly cash: CashDraws;
      readonly burn: BurnDraws;
      /** Months, capped at `runwayCapMonths` [drawCount]. */
      readonly runwayMonths: Float64Array;
      /** Months with raising carried on, cut at the longest horizon [drawCount]. */
      readonly withRaisingMonths: Float64Array;
      readonly shortWithin: readonly ShortWithin[];
      /** Rounds behind the raising record. */
      readonly rounds: number;
      /** What speaks instead of facts; "" when facts do. */
      readonly says: string;
    };

export interface LabMoney {
  readonly lab: ForceLab;
  readonly revenue: RevenueDraws;
  /** Market or post-money value, USD; undefined when none is known. For a lab with a parent, of its own figures only. */
  readonly valuation: StatedFigure | undefined;
  /** Compute and spending promised to suppliers, USD; undefined when none is known. */
  readonly commitments: StatedFigure | undefined;
  readonly stayingPower: StayingPower;
}

export interface StatedFigure {
  readonly draws: Float64Array;
  readonly facts: readonly string[];
}

export interface MoneyReport {
  readonly asOf: Day;
  readonly seed: number;
  readonly drawCount: number;
  readonly labs: readonly LabMoney[];
  readonly ground: MoneyGround;
}

/**
 * @param facts - all facts; those not known on `asOf` are not seen
 * @param drawCount - 2000 gives chances to about one point of a hundred
 */
export function labMoney(
  facts: ForceFacts,
  {asOf, seed, drawCount = 2000}: {asOf: Day; seed: number; drawCount?: number},
): MoneyReport {
  const ground = moneyGround(facts, asOf);
  const rates = raisingRates(ground, drawCount, labStream(seed, PURPOSE.raising, ""));
  const labs = ground.labs.map((lab): LabMoney => {
    const random = (purpose: number) => labStream(seed, purpose, lab.id);
    return {
      lab,
      revenue: revenueDraws(ground, lab.id, drawCount, random(PURPOSE.revenue)),
      valuation: valuation(ground, lab.id, drawCount, random(PURPOSE.valuation)),
      commitments: commitments(ground, lab.id, drawCount, random(PURPOSE.commitments)),
      stayingPower: hasParent(lab, asOf) ? parentsWill(lab) : own(lab.id),
    };
  });

  function own(lab: string): StayingPower {
    const burn = burnDraws(ground, lab, drawCount, labStream(seed, PURPOSE.burn, lab));
    const cash = cashDraws(ground, lab, burn, labStream(seed, PURPOSE.cash, lab));
    const runwayMonths = cash.draws.map((held, i) =>
      cappedRunwayMonths({cash: held, burn: burn.draws[i], growth: burn.growth[i]}),
    );
    const withRaisingMonths = runwayWithRaising(
      ground,
      lab,
      {cash: cash.draws, burn, rates},
      labStream(seed, PURPOSE.raising, lab),
    );
    return {
      kind: "own",
      cash,
      burn,
      runwayMonths,
      withRaisingMonths,
      shortWithin: moneyMethod.horizonsMonths.value.map((months) => ({
        months,
        withoutNewMoney: shareBelow(runwayMonths, months),
        withRaising: shareBelow(withRaisingMonths, months),
      })),
      rounds: (ground.rounds.get(lab) ?? []).length,
      says: priorSentence(burn, cash),
    };
  }
  return {asOf, seed, drawCount, labs, ground};
}

function parentsWill({name, parent}: ForceLab): StayingPower {
  const whole = name.startsWith(parent) || parent.startsWith(name);
  const payer = whole
    ? `${name} is part of a larger business that pays for it`
    : `${name} is paid for by ${parent}`;
  return {
    kind: "parent",
    parent,
    says: `${payer}: its runway is the will of ${parent}, and no number of months is given.`,
  };
}

function priorSentence(burn: BurnDraws, cash: CashDraws): string {
  const parts: string[] = [];
  if (burn.prior === "wholly") parts.push("burn is unknown and only a prior over all labs speaks");
  if (burn.prior === "raised")
    parts.push("burn is unknown and inferred from the money raised, as other labs spend it");
  if (cash.prior === "wholly")
    parts.push("neither a balance nor a round is known: cash is a prior in months of burn");
  if (cash.prior === "rounds")
    parts.push("no balance was ever stated: cash is rolled forward from known rounds");
  if (cash.unexplained > moneyMethod.unexplainedShown.value) {
    parts.push(
      `in ${Math.round(100 * cash.unexplained)}% of draws the known money would be used up: more must have come in`,
    );
  }
  return parts.join("; ");
}

function valuation(
  ground: MoneyGround,
  lab: string,
  drawCount: number,
  random: ReturnType<typeof labStream>,
) {
  return stated(ground, lab, ["valuation_usd", "merger_valuation_usd"], drawCount, random, {
    growth: {mean: 0, sd: 0, figures: 0},
    halfLifeMonths: moneyMethod.valuationHalfLifeMonths.value,
    currentMonths: moneyMethod.currentMonths.value.valuation,
    logSdPerRootMonth: moneyMethod.valuationLogSdPerRootMonth.value,
  });
}

/** Promises stand until they are kept: they neither grow nor fade with age. */
function commitments(
  ground: MoneyGround,
  lab: string,
  drawCount: number,
  random: ReturnType<typeof labStream>,
) {
  return stated(ground, lab, ["compute_commitments_usd", "compute_contract_usd"], drawCount, random, {
    growth: {mean: 0, sd: 0, figures: 0},
    halfLifeMonths: moneyMethod.cashHalfLifeMonths.value,
    currentMonths: moneyMethod.currentMonths.value.commitments,
    logSdPerRootMonth: 0,
  });
}

function stated(
  {finance, asOf}: MoneyGround,
  lab: string,
  metrics: Parameters<typeof observations>[1],
  drawCount: number,
  random: ReturnType<typeof labStream>,
  ageing: Omit<Parameters<typeof agedMixture>[1], "asOf">,
): StatedFigure | undefined {
  const seen = observations(
    finance.filter((fact) => fact.lab === lab),
    metrics,
  );
  if (seen.length === 0) return undefined;
  const aged: AgedFigure = agedMixture(seen, {...ageing, asOf}, drawCount, random);
  return {draws: aged.draws, facts: seen.map(({fact}) => fact.id)};
}
