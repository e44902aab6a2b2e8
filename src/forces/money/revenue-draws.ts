/** Run-rate revenue of a lab as of a day, on the net footing: what is left after cloud partners' part. */
import type {Random} from "../../numeric/random.ts";
import {agedMixture} from "./aged-mixture.ts";
import type {MoneyGround} from "./money-ground.ts";
import {moneyMethod} from "./money-method.ts";
import {type Observation, triangular} from "./observation.ts";
import {growthOf} from "./pooled-growth.ts";

export type RevenueDraws =
  | {
      readonly kind: "estimated";
      /** USD a year [drawCount]. */
      readonly draws: Float64Array;
      readonly facts: readonly string[];
      /** Share of the weight on figures booked gross, which were put on the net footing. */
      readonly grossShare: number;
    }
  | {readonly kind: "insufficient"; readonly reason: string};

export function revenueDraws(
  ground: MoneyGround,
  lab: string,
  drawCount: number,
  random: Random,
): RevenueDraws {
  const seen = ground.revenue.get(lab) ?? [];
  if (seen.length === 0) return {kind: "insufficient", reason: "no revenue figure is known"};
  const ageing = {
    asOf: ground.asOf,
    growth: growthOf(ground.revenueGrowth, lab),
    halfLifeMonths: moneyMethod.recencyHalfLifeMonths.value,
    currentMonths: moneyMethod.currentMonths.value.revenue,
    logSdPerRootMonth: moneyMethod.revenueLogSdPerRootMonth.value,
  };
  const asBooked = agedMixture(seen, ageing, 1, random);
  const gross = seen.map(({fact}) => fact.booking === "gross");
  const grossShare = asBooked.shares.reduce((sum, share, i) => sum + (gross[i] ? share : 0), 0);
  const groups: readonly (readonly Observation[])[] = [
    seen.filter((_, i) => !gross[i]),
    seen.filter((_, i) => gross[i]),
  ];
  const mixtures = groups.map((group) =>
    group.length > 0 ? agedMixture(group, ageing, drawCount, random).draws : undefined,
  );
  const {low, mode, high} = moneyMethod.netOfGross.value;
  const draws = Float64Array.from({length: drawCount}, (_, i) => {
    const bookedGross = random.uniform() < grossShare;
    const net = triangular(low, mode, high, random);
    const [asStated, resold] = mixtures;
    if (resold && (bookedGross || !asStated)) return resold[i] * net;
    return asStated![i];
  });
  return {kind: "estimated", draws, facts: seen.map(({fact}) => fact.id), grossShare};
}
