/**
 * How well revenue estimates met the figures that came after them.
 *
 * Each stated figure is predicted from the facts known the day before it speaks, as booked. Predictions of one lab use
 * each other's figures, so hits within a lab are not independent.
 */

import type {ForceFacts} from "../../data/forces/force-facts.ts";
import {isKnown} from "../../data/forces/known-facts.ts";
import {median, quantiles} from "../../numeric/quantile.ts";
import {type Day, day} from "../../units.ts";
import {agedMixture} from "./aged-mixture.ts";
import {labStream, nameKey, PURPOSE} from "./lab-stream.ts";
import {moneyGround, REVENUE_METRICS} from "./money-ground.ts";
import {moneyMethod} from "./money-method.ts";
import {observations} from "./observation.ts";
import {growthOf} from "./pooled-growth.ts";

export interface RevenuePrediction {
  readonly fact: string;
  readonly lab: string;
  readonly stated: number;
  readonly predicted: number;
  readonly low: number;
  readonly high: number;
  readonly covered: boolean;
}

export interface RevenueBacktest {
  readonly predictions: readonly RevenuePrediction[];
  readonly coverage: number;
  readonly level: number;
  /** Median of stated over predicted: above 1, the estimates come out too low. */
  readonly ratio: number;
}

/** @param until - figures later than this day are neither used nor predicted */
export function revenueBacktest(
  facts: ForceFacts,
  {until, seed, drawCount = 1000}: {until: Day; seed: number; drawCount?: number},
): RevenueBacktest {
  const level = moneyMethod.intervalLevel.value;
  const targets = observations(
    facts.finance.filter((fact) => isKnown(fact, until) && facts.labs.get(fact.lab)?.role === "lab"),
    REVENUE_METRICS,
  );
  const predictions = targets.flatMap((target): RevenuePrediction[] => {
    const asOf = day(Math.floor(target.day) - 1);
    const ground = moneyGround(facts, asOf);
    const seen = (ground.revenue.get(target.fact.lab) ?? []).filter(({fact}) => fact.id !== target.fact.id);
    if (seen.length === 0) return [];
    const {draws} = agedMixture(
      seen,
      {
        asOf,
        growth: growthOf(ground.revenueGrowth, target.fact.lab),
        halfLifeMonths: moneyMethod.recencyHalfLifeMonths.value,
        currentMonths: moneyMethod.currentMonths.value.revenue,
        logSdPerRootMonth: moneyMethod.revenueLogSdPerRootMonth.value,
      },
      drawCount,
      labStream(seed ^ nameKey(target.fact.id), PURPOSE.revenue, target.fact.lab),
    );
    // What is met is a stated figure, with its own error, not the truth behind it.
    const error = labStream(seed ^ nameKey(target.fact.id), PURPOSE.backtest, target.fact.lab);
    const statedDraws = draws.map((draw) => draw * Math.exp(target.logSd * error.normal()));
    const [low, predicted, high] = quantiles(statedDraws, [(1 - level) / 2, 0.5, (1 + level) / 2]);
    return [
      {
        fact: target.fact.id,
        lab: target.fact.lab,
        stated: target.mid,
        predicted,
        low,
        high,
        covered: target.mid >= low && target.mid <= high,
      },
    ];
  });
  return {
    predictions,
    coverage: predictions.filter(({covered}) => covered).length / Math.max(1, predictions.length),
    level,
    ratio:
      predictions.length === 0 ? 1 : median(predictions.map(({stated, predicted}) => stated / predicted)),
  };
}
