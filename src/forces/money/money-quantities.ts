/** The money of each lab as quantities for the Report. */
import {
  drawnQuantity,
  type FactsById,
  type ForceQuantity,
  insufficientQuantity,
  shareQuantity,
} from "../force-quantity.ts";
import type {LabMoney, MoneyReport, StatedFigure, StayingPower} from "./lab-money.ts";
import {moneyMethod} from "./money-method.ts";

/** Every displayed quantity of every lab, labs in order of id. */
export function moneyQuantities({labs, ground}: MoneyReport): ForceQuantity[] {
  const known: FactsById = new Map(ground.finance.map((fact) => [fact.id, fact]));
  return labs.flatMap((lab) => [
    revenue(lab, known),
    amount(lab, "valuation", "value of the company", lab.valuation, known),
    amount(lab, "commitments", "promised to suppliers", lab.commitments, known),
    ...stayingPower(lab, known),
  ]);
}

function revenue({lab, revenue: estimate}: LabMoney, known: FactsById): ForceQuantity {
  const stated = {
    id: `money.${lab.id}.revenue`,
    label: `${lab.name}: run-rate revenue, net of cloud partners' part`,
    unit: "USD per year" as const,
    rule: "R31",
  };
  if (estimate.kind === "insufficient")
    return insufficientQuantity({...stated, n: 0, facts: []}, estimate.reason, known);
  const note =
    estimate.grossShare > 0
      ? `${Math.round(100 * estimate.grossShare)}% of the weight lies on figures booked gross, reduced by ${percent(1 - moneyMethod.netOfGross.value.high)} to ${percent(1 - moneyMethod.netOfGross.value.low)}`
      : "as stated; how cloud resale is booked is net or not known to matter";
  return drawnQuantity(
    {...stated, n: estimate.facts.length, facts: estimate.facts, note},
    estimate.draws,
    known,
  );
}

function amount(
  {lab}: LabMoney,
  what: string,
  label: string,
  figure: StatedFigure | undefined,
  known: FactsById,
) {
  const stated = {
    id: `money.${lab.id}.${what}`,
    label: `${lab.name}: ${label}`,
    unit: "USD" as const,
    rule: "R31",
  };
  return figure
    ? drawnQuantity({...stated, n: figure.facts.length, facts: figure.facts}, figure.draws, known)
    : insufficientQuantity({...stated, n: 0, facts: []}, "no figure is known", known);
}

function stayingPower({lab, stayingPower: power}: LabMoney, known: FactsById): ForceQuantity[] {
  const id = (what: string) => `money.${lab.id}.${what}`;
  if (power.kind === "parent") {
    const stated = {
      id: id("runway"),
      label: `${lab.name}: runway`,
      unit: "months" as const,
      rule: "R33",
      n: 0,
      facts: [],
    };
    return [insufficientQuantity(stated, power.says, known)];
  }
  const {burn, cash} = power;
  const facts = [...new Set([...burn.facts, ...cash.facts])];
  const note = power.says === "" ? undefined : power.says;
  return [
    drawnQuantity(
      {
        id: id("burn"),
        label: `${lab.name}: cash used a year`,
        unit: "USD per year",
        rule: "R32",
        n: burn.facts.length,
        facts: burn.facts,
        prior: priorOf(burn.prior),
        note,
      },
      burn.draws,
      known,
    ),
    drawnQuantity(
      {
        id: id("cash"),
        label: `${lab.name}: cash`,
        unit: "USD",
        rule: "R32",
        n: cash.facts.length,
        facts: cash.facts,
        prior: priorOf(cash.prior),
        note,
      },
      cash.draws,
      known,
    ),
    drawnQuantity(
      {
        id: id("runway"),
        label: `${lab.name}: months of cash without new money`,
        unit: "months",
        rule: "R33",
        n: facts.length,
        facts,
        prior: overall(power),
        note,
        quantities: [id("burn"), id("cash")],
      },
      power.runwayMonths,
      known,
      moneyMethod.runwayCapMonths.value,
    ),
    ...power.shortWithin.flatMap(({months, withoutNewMoney, withRaising}) => [
      shareQuantity(
        {
          id: id(`short.${months}`),
          label: `${lab.name}: runs short within ${months} months without new money`,
          rule: "R33",
          n: facts.length,
          facts,
          prior: overall(power),
          note,
          quantities: [id("runway")],
        },
        withoutNewMoney,
        known,
      ),
      shareQuantity(
        {
          id: id(`short.${months}.raising`),
          label: `${lab.name}: runs short within ${months} months, raising as before`,
          rule: "R33",
          n: power.rounds,
          facts,
          prior: overall(power),
          note,
          quantities: [id("runway")],
        },
        withRaising,
        known,
      ),
    ]),
  ];
}

const percent = (share: number): string => `${Math.round(100 * share)}%`;
const priorOf = (prior: string): ForceQuantity["prior"] =>
  prior === "none" ? "none" : prior === "wholly" ? "wholly" : "partly";

function overall({burn, cash}: Extract<StayingPower, {kind: "own"}>): ForceQuantity["prior"] {
  const both = [priorOf(burn.prior), priorOf(cash.prior)];
  if (both.every((prior) => prior === "none")) return "none";
  return both.every((prior) => prior === "wholly") ? "wholly" : "partly";
}
