/** All workloads together: on whom the portfolio hangs, what a blow would cost, what less risk would cost. */
import type {PortfolioView} from "../../advice-report.ts";
import {adviceMethod} from "../advice-method.ts";
import {meanQuantity} from "../answer/option-row.ts";
import type {Decided} from "../answer/workload-answer.ts";
import {usdText} from "../answer/words.ts";
import {netValue} from "../decision/contender.ts";
import {type Option, supplierOf} from "../options/option.ts";
import type {Outlook} from "../over-time/outlook.ts";
import {efficientFrontier} from "./efficient-frontier.ts";
import {type Served, stresses} from "./stresses.ts";

/** @returns null when no workload has an allowed option */
export function portfolioView(
  decisions: readonly Decided[],
  outlook: Outlook | undefined,
): PortfolioView | null {
  const served = decisions.filter((one): one is Served => one.choice !== undefined);
  if (served.length === 0) return null;
  const frontier = outlook ? efficientFrontier(served, outlook) : [];
  const naming = (what: string, label: string) => ({
    id: `advice.portfolio.${what}`,
    label,
    unit: "USD per year" as const,
    rule: adviceMethod.portfolioRule.value,
    models: served.map(({choice}) => choice.primary.contender.option.model),
    quantities: served.map(
      ({workload, choice}) => `advice.${workload.id}.${choice.primary.contender.option.id}.${what}`,
    ),
  });
  return {
    cost: meanQuantity(
      naming("cost", "Cost of all workloads on their primaries"),
      summed(
        served,
        ({contender, cost}) => contender.perYear ?? new Float64Array(contender.success.length).fill(cost),
      ),
    ),
    netValue: meanQuantity(
      naming("net-value", "Net value of all workloads on their primaries"),
      summed(served, ({contender}, {workload, horizon}) => netValue(contender, workload, horizon)),
    ),
    suppliers: shares(served, supplierOf),
    origins: shares(served, ({origin}) => origin),
    licences: shares(served, ({openness, licenceClass}) => (openness === "closed" ? "closed" : licenceClass)),
    stresses: stresses(served),
    frontier,
    says: sentence(frontier),
  };
}

function summed(
  served: readonly Served[],
  of: (primary: Served["choice"]["primary"], one: Served) => Float64Array,
): Float64Array {
  const parts = served.map((one) => of(one.choice.primary, one));
  return parts[0]!.map((_, d) => parts.reduce((sum, part) => sum + part[d]!, 0));
}

/** Shares of the yearly cost, largest first. */
function shares(served: readonly Served[], of: (option: Option) => string): PortfolioView["suppliers"] {
  const rows = new Map<string, {costPerYear: number; workloads: number}>();
  for (const {choice} of served) {
    const name = of(choice.primary.contender.option);
    const row = rows.get(name) ?? {costPerYear: 0, workloads: 0};
    rows.set(name, {costPerYear: row.costPerYear + choice.primary.cost, workloads: row.workloads + 1});
  }
  const total = [...rows.values()].reduce((sum, {costPerYear}) => sum + costPerYear, 0);
  return [...rows]
    .map(([name, row]) => ({name, share: total > 0 ? row.costPerYear / total : 0, ...row}))
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
}

function sentence(frontier: PortfolioView["frontier"]): string {
  const advised = frontier.find(({isAdvised}) => isAdvised);
  if (!advised) return "";
  const safest = frontier.reduce((least, point) => (point.risk < least.risk ? point : least));
  const risk = `As advised, suppliers' events are expected to cost ${usdText(advised.risk)} a year`;
  if (safest === advised) return `${risk}; no other choice of options has less.`;
  const given = advised.netValue - safest.netValue;
  const middle = frontier
    .filter((point) => point.risk < advised.risk / 2)
    .reduce(
      (best, point) => (best === undefined || point.netValue > best.netValue ? point : best),
      undefined as PortfolioView["frontier"][number] | undefined,
    );
  const half =
    middle && middle !== safest
      ? `Less than half of it costs ${usdText(advised.netValue - middle.netValue)} a year of value; the`
      : "The";
  return `${risk}. ${half} least there is, ${usdText(safest.risk)}, costs ${usdText(given)} a year of value.`;
}
