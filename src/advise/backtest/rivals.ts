/** What people do without advice: rules of one line, on the same options and the same index. */
import type {Ranked} from "../decision/choice-of-option.ts";
import {adviceBacktestMethod} from "./backtest-method.ts";

export const RIVALS = ["top closed", "cheapest open above the bar", "index per dollar"] as const;
export type Rival = (typeof RIVALS)[number];

export const rivalSays: Readonly<Record<Rival, string>> = {
  "top closed": "always the closed model with the highest overall index",
  "cheapest open above the bar": "always the cheapest open model within a bar of the best closed one",
  "index per dollar": "always the model with the most index points per dollar",
};

/** @param abilityOf - overall index, best estimate */
export function rivalChoice(
  rival: Rival,
  ranking: readonly Ranked[],
  abilityOf: (model: string) => number,
): Ranked {
  const ability = ({contender}: Ranked) => abilityOf(contender.option.model);
  const most = (some: readonly Ranked[], worth: (ranked: Ranked) => number) =>
    some.reduce((best, one) => (worth(one) > worth(best) ? one : best));
  const closed = ranking.filter(({contender}) => contender.option.openness === "closed");
  const open = ranking.filter(({contender}) => contender.option.openness === "open");
  if (rival === "index per dollar") return most(ranking, (one) => ability(one) / one.cost);
  if (rival === "top closed") return most(closed.length > 0 ? closed : ranking, ability);
  if (open.length === 0) return most(ranking, (one) => -one.cost);
  const bar =
    (closed.length > 0 ? Math.max(...closed.map(ability)) : -Infinity) - adviceBacktestMethod.barPoints.value;
  const above = open.filter((one) => ability(one) >= bar);
  return above.length > 0 ? most(above, (one) => -one.cost) : most(open, ability);
}
