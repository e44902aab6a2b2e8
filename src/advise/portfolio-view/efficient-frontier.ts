/**
 * How much less risk a portfolio can have, and for how much value: the efficient frontier.
 *
 * For each price of risk, every workload takes the option with the highest expected value minus price times expected yearly loss
 * to suppliers' events. The choices do not depend on each other, so each price gives a point that nothing else beats on both.
 */
import type {PortfolioView} from "../../advice-report.ts";
import {mean} from "../../numeric/quantile.ts";
import type {Ranked} from "../decision/choice-of-option.ts";
import type {Option} from "../options/option.ts";
import type {Outlook} from "../over-time/outlook.ts";
import {stopRate} from "../over-time/stop-rate.ts";
import {risks, type Served} from "./stresses.ts";

const PRICES_OF_RISK = [0, 0.5, 1, 2, 4, 8, 16, 64, 1e6] as const;
/** Per workload: the best in expectation, and the best of each way of running and each origin. */
const BEST = 12;

export function efficientFrontier(served: readonly Served[], outlook: Outlook): PortfolioView["frontier"] {
  const stops = new Map<Option, number>();
  const stopsOf = (option: Option): number => {
    const known = stops.get(option) ?? mean(stopRate(option, outlook));
    stops.set(option, known);
    return known;
  };
  const candidates = served.map((one) => {
    const riskOf = risks(one);
    return {
      one,
      options: spread(one.choice.ranking).map((ranked) => ({
        ranked,
        risk: riskOf(ranked, stopsOf(ranked.contender.option)),
      })),
    };
  });
  const point = (picked: readonly {ranked: Ranked; risk: number}[], isAdvised: boolean) => ({
    cost: picked.reduce((sum, {ranked}) => sum + ranked.cost, 0),
    netValue: picked.reduce((sum, {ranked}) => sum + ranked.expected, 0),
    risk: picked.reduce((sum, {risk}) => sum + risk, 0),
    choices: picked.map(({ranked}, at) => ({
      workload: served[at]!.workload.id,
      option: ranked.contender.option.id,
    })),
    isAdvised,
  });
  const advised = point(
    candidates.map(({one, options}) => options.find(({ranked}) => ranked === one.choice.primary)!),
    true,
  );
  const efficient = PRICES_OF_RISK.map((price) =>
    point(
      candidates.map(({options}) =>
        options.reduce((best, option) =>
          option.ranked.expected - price * option.risk > best.ranked.expected - price * best.risk
            ? option
            : best,
        ),
      ),
      false,
    ),
  );
  const seen = new Set<string>();
  return [advised, ...efficient]
    .filter(({choices}) => {
      const key = choices.map(({option}) => option).join("|");
      return seen.has(key) ? false : seen.add(key);
    })
    .sort((a, b) => b.netValue - a.netValue);
}

function spread(ranking: readonly Ranked[]): Ranked[] {
  const kinds = new Set<string>();
  return ranking.filter(({contender: {option}}, at) => {
    const kind = `${option.hosting} ${option.openness} ${option.origin}`;
    const isNew = !kinds.has(kind);
    kinds.add(kind);
    return at < BEST || isNew;
  });
}
