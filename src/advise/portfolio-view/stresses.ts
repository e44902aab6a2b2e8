/**
 * What one blow would cost in its first year: a supplier that stops, an origin that is banned, a price that rises.
 *
 * A workload that is hit loses what it is worth until it runs again, pays the switch, and is worth what the best option left
 * is worth. Without any left it is worth nothing. A price rise is borne or fled, whichever is less dear, draw by draw.
 */
import type {Stress} from "../../advice-report.ts";
import {mean} from "../../numeric/quantile.ts";
import {adviceMethod} from "../advice-method.ts";
import {meanQuantity} from "../answer/option-row.ts";
import type {Decided} from "../answer/workload-answer.ts";
import type {Choice, Ranked} from "../decision/choice-of-option.ts";
import {netValue} from "../decision/contender.ts";
import {type Option, supplierOf} from "../options/option.ts";

export type Served = Decided & {readonly choice: Choice};

interface Blow {
  readonly id: string;
  readonly what: string;
  readonly hits: (option: Option) => boolean;
}

/** Largest loss first. */
export function stresses(served: readonly Served[]): Stress[] {
  const primaries = served.map(({choice}) => choice.primary.contender.option);
  const suppliers = [...new Set(primaries.map(supplierOf))].filter((name) => name !== "own machines").sort();
  const origins = [...new Set(primaries.map(({origin}) => origin))]
    .filter((name) => name !== "unknown")
    .sort();
  const blows: Blow[] = [
    ...suppliers.map((supplier) => ({
      id: `stop.${supplier.replaceAll(" ", "-")}`,
      what: `${supplier} stops without warning`,
      hits: (option: Option) => supplierOf(option) === supplier,
    })),
    ...origins.map((origin) => ({
      id: `ban.${origin}`,
      what:
        origin === "other"
          ? "models from elsewhere may not be used"
          : `models from ${origin} may not be used`,
      hits: (option: Option) => option.origin === origin,
    })),
    ...(origins.includes("China")
      ? []
      : [
          {
            id: "ban.China",
            what: "models from China may not be used",
            hits: (option: Option) => option.origin === "China",
          },
        ]),
  ];
  return [
    ...blows.map((blow) => stress(blow, served)),
    ...suppliers.map((supplier) => priceRise(supplier, served)),
  ].sort((a, b) => b.loss.value! - a.loss.value!);
}

function stress({id, what, hits}: Blow, served: readonly Served[]): Stress {
  const hit = served.filter(({choice}) => hits(choice.primary.contender.option));
  const uncovered: string[] = [];
  const losses = hit.map(({workload, horizon, choice}) => {
    const left = choice.ranking.find(({contender}) => !hits(contender.option));
    if (!left) uncovered.push(workload.name);
    const before = yearly(choice.primary, workload, horizon);
    const after = left ? yearly(left, workload, horizon) : new Float64Array(before.length);
    const pause = adviceMethod.outageDays.value / 365;
    return before.map(
      (value, d) =>
        Math.max(0, value) * pause + (left ? workload.switchingCost : 0) + (1 - pause) * (value - after[d]!),
    );
  });
  return {
    id,
    what,
    loss: lossQuantity(id, what, losses, served),
    workloads: hit.map(({workload}) => workload.name),
    uncovered,
  };
}

function priceRise(supplier: string, served: readonly Served[]): Stress {
  const share = adviceMethod.priceRiseShare.value;
  const id = `price.${supplier.replaceAll(" ", "-")}`;
  const what = `${supplier} raises prices by ${Math.round(100 * share)}%`;
  const hit = served.filter(({choice}) => supplierOf(choice.primary.contender.option) === supplier);
  const losses = hit.map(({workload, horizon, choice}) => {
    const {primary} = choice;
    const dearer = primary.cost * share;
    const left = choice.ranking.find(({contender}) => supplierOf(contender.option) !== supplier);
    const before = yearly(primary, workload, horizon);
    const after = left && yearly(left, workload, horizon);
    return before.map((value, d) =>
      after ? Math.min(dearer, Math.max(0, value - after[d]!) + workload.switchingCost) : dearer,
    );
  });
  return {
    id,
    what,
    loss: lossQuantity(id, what, losses, served),
    workloads: hit.map(({workload}) => workload.name),
    uncovered: [],
  };
}

/** Net value a year once moved in: what switching costs is paid apart. */
const yearly = (
  {contender}: Ranked,
  workload: Served["workload"],
  horizon: Served["horizon"],
): Float64Array => netValue(contender, {...workload, switchingCost: 0}, horizon);

function lossQuantity(
  id: string,
  what: string,
  losses: readonly Float64Array[],
  served: readonly Served[],
): Stress["loss"] {
  const draws = served[0]!.choice.primary.contender.success.length;
  const sum = new Float64Array(draws);
  for (const loss of losses) for (let d = 0; d < draws; d++) sum[d]! += loss[d]!;
  return meanQuantity(
    {
      id: `advice.portfolio.${id}`,
      label: `Cost in the first year if ${what}`,
      unit: "USD",
      rule: adviceMethod.portfolioRule.value,
    },
    sum,
  );
}

/** Expected loss a year to suppliers' events if a workload runs on an option: chance of a stop times what it costs. */
export function risks({workload, horizon, choice}: Served): (ranked: Ranked, stopsPerYear: number) => number {
  const worths = new Map<Ranked, number>();
  const worth = (ranked: Ranked): number => {
    const known = worths.get(ranked) ?? mean(yearly(ranked, workload, horizon));
    worths.set(ranked, known);
    return known;
  };
  const pause = adviceMethod.outageDays.value / 365;
  return (ranked, stopsPerYear) => {
    const supplier = supplierOf(ranked.contender.option);
    const left = choice.ranking.find(({contender}) => supplierOf(contender.option) !== supplier);
    const [before, after] = [worth(ranked), left ? worth(left) : 0];
    const loss =
      Math.max(0, before) * pause + workload.switchingCost + (1 - pause) * Math.max(0, before - after);
    return (1 - Math.exp(-stopsPerYear)) * loss;
  };
}
