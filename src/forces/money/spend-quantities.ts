/** Money and ability as quantities for the Report. */
import {drawnQuantity, type FactsById, type ForceQuantity, insufficientQuantity} from "../force-quantity.ts";
import type {MoneyReport} from "./lab-money.ts";
import type {AbilityPerDollar, SpendToAbility} from "./spend-to-ability.ts";

export function spendQuantities(
  {labs, ground}: MoneyReport,
  relation: SpendToAbility,
  perDollar: readonly AbilityPerDollar[],
): ForceQuantity[] {
  const known: FactsById = new Map(ground.finance.map((fact) => [fact.id, fact]));
  const names = new Map(labs.map(({lab}) => [lab.id, lab.name]));
  const rounds = [...ground.rounds.values()].flatMap((own) =>
    own.flatMap(({told}) => told.map(({fact}) => fact.id)),
  );
  const slope = {
    id: "money.points-per-doubling",
    label: "Ability gained per doubling of the money raised",
    unit: "points" as const,
    rule: "R35",
    n: relation.releases,
    facts: rounds,
  };
  const lag = {
    ...slope,
    id: "money.spend-lag",
    label: "Months from money raised to ability",
    unit: "months" as const,
  };
  return [
    ...(relation.kind === "insufficient"
      ? [
          insufficientQuantity(slope, relation.reason, known),
          insufficientQuantity(lag, relation.reason, known),
        ]
      : [
          drawnQuantity(
            {
              ...slope,
              note: `${relation.releases} records of ${relation.labs} labs; money raised stands for money spent`,
            },
            relation.pointsPerDoubling,
            known,
          ),
          relation.lagIdentified
            ? drawnQuantity(lag, relation.lagMonths, known)
            : insufficientQuantity(
                lag,
                "the record cannot tell: its interval covers most of the lags tried",
                known,
              ),
        ]),
    ...perDollar.map((result) => {
      const stated = {
        id: `money.${result.lab}.points-per-usd-billion`,
        label: `${names.get(result.lab) ?? result.lab}: ability gained per billion USD of cash used`,
        unit: "points per USD billion" as const,
        rule: "R35",
      };
      return result.kind === "insufficient"
        ? insufficientQuantity({...stated, n: 0, facts: []}, result.reason, known)
        : drawnQuantity(
            {
              ...stated,
              n: result.facts.length,
              facts: result.facts,
              note: "revenue that was spent too is not in it",
            },
            result.pointsPerUsdBillion,
            known,
          );
    }),
  ];
}
