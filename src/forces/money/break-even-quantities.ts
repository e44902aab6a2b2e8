/** Break-even of open labs as quantities for the Report. */
import type {BreakEven} from "./break-even.ts";
import {
  drawnQuantity,
  type FactsById,
  type ForceQuantity,
  insufficientQuantity,
  shareQuantity,
} from "../force-quantity.ts";
import type {MoneyReport} from "./lab-money.ts";
import {moneyMethod} from "./money-method.ts";

/** Revenue needed, chance to pay its way now and later, and when releases stop paying, per open lab. */
export function breakEvenQuantities(
  {labs, ground}: MoneyReport,
  results: readonly BreakEven[],
): ForceQuantity[] {
  const known: FactsById = new Map(ground.finance.map((fact) => [fact.id, fact]));
  const names = new Map(labs.map(({lab}) => [lab.id, lab.name]));
  return results.flatMap((result) => quantities(names.get(result.lab)!, result, known));
}

function quantities(name: string, result: BreakEven, known: FactsById): ForceQuantity[] {
  const id = (what: string) => `money.${result.lab}.${what}`;
  const base = {rule: "R34", n: 0, facts: [] as readonly string[]};
  if (result.kind !== "estimated") {
    const reason = result.kind === "parent" ? result.says : result.reason;
    return [
      insufficientQuantity(
        {
          ...base,
          id: id("revenue-needed"),
          label: `${name}: revenue at which open releases pay for themselves`,
          unit: "USD per year",
        },
        reason,
        known,
      ),
    ];
  }
  const stated = {...base, n: result.facts.length, facts: result.facts, prior: result.prior};
  const horizon = moneyMethod.breakEvenHorizonMonths.value;
  const note =
    result.paysNow === 0
      ? "releases do not pay for themselves today in any draw: the question is when revenue catches up"
      : undefined;
  return [
    drawnQuantity(
      {
        ...stated,
        id: id("revenue-needed"),
        label: `${name}: revenue at which open releases pay for themselves`,
        unit: "USD per year",
        ...(note ? {note} : {}),
      },
      result.revenueNeeded,
      known,
    ),
    drawnQuantity(
      {...stated, id: id("keep-pace-cost"), label: `${name}: cost of keeping pace`, unit: "USD per year"},
      result.keepPaceCost,
      known,
    ),
    shareQuantity(
      {...stated, id: id("pays.now"), label: `${name}: open releases pay for themselves`},
      result.paysNow,
      known,
    ),
    ...result.paysAt.map(({months, share}) =>
      shareQuantity(
        {
          ...stated,
          id: id(`pays.${months}`),
          label: `${name}: open releases pay for themselves in ${months} months`,
        },
        share,
        known,
      ),
    ),
    drawnQuantity(
      {
        ...stated,
        id: id("stops-paying"),
        label: `${name}: months until open releases stop paying (0 = they do not pay today)`,
        unit: "months",
      },
      result.stopsPayingMonths,
      known,
      horizon,
    ),
    drawnQuantity(
      {
        ...stated,
        id: id("catches-up"),
        label: `${name}: months until open releases pay (0 = they do today)`,
        unit: "months",
      },
      result.catchesUpMonths,
      known,
      horizon,
    ),
  ];
}
