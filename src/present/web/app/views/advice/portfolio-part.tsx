/** The portfolio as a whole: on whom it hangs, what a blow would cost, what less risk would cost. */
import type {PortfolioView, Stress, WorkloadAdvice} from "../../../../../advice-report.ts";
import {counted, measureText, numberText, valueText} from "../../../../quantity-text.ts";
import {DataTable, LinkedText, QuantityLink, QuantityList} from "../../kit.ts";
import {RiskFigure} from "./risk-figure.tsx";

interface Props {
  readonly view: PortfolioView;
  readonly workloads: readonly WorkloadAdvice[];
}

export function PortfolioPart({view, workloads}: Props) {
  const {cost, netValue, suppliers, origins, licences, stresses, frontier, says} = view;
  const nameOf = new Map(workloads.map(({id, name}) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => nameOf.get(id) ?? id).join(", ");
  const shares = [
    ...suppliers.map((row) => ({by: "supplier", ...row})),
    ...origins.map((row) => ({by: "origin", ...row})),
    ...licences.map((row) => ({by: "licence", ...row})),
  ];
  return (
    <section aria-label="The portfolio" class="workload">
      <h2>The portfolio</h2>
      <p class="lead">
        <LinkedText
          text={`It costs ${measureText(cost)} and is worth ${measureText(netValue)}. ${says}`}
          quantities={[cost, netValue]}
        />
      </p>
      <QuantityList
        items={[
          {label: "cost", quantity: cost},
          {label: "net value", quantity: netValue},
        ]}
      />
      {frontier.length > 1 && <RiskFigure view={view} nameOf={nameOf} />}
      <h3>What a blow would cost</h3>
      <DataTable
        name="stresses"
        caption="Loss in the first year: outage, switching, and what the fallback is worth less"
        rows={stresses}
        keyOf={({id}) => id}
        columns={[
          {title: "if", text: ({what}) => what},
          {
            title: "costs",
            value: ({loss}) => loss.value,
            text: ({loss}) => valueText(loss),
            cell: ({loss}) => <QuantityLink quantity={loss} as="value" />,
          },
          {title: "workloads hit", text: ({workloads: hit}) => named(hit) || "none"},
          {title: "left with nothing", text: uncoveredText(named)},
        ]}
      />
      <h3>On whom it hangs</h3>
      <DataTable
        name="concentration"
        caption="Share of the cost, by supplier, origin and licence"
        rows={shares}
        keyOf={({by, name}) => `${by} ${name}`}
        columns={[
          {title: "by", text: ({by}) => by},
          {title: "name", text: ({name}) => name},
          {title: "share", value: ({share}) => share, text: ({share}) => numberText(share, "share")},
          {
            title: "USD a year",
            value: ({costPerYear}) => costPerYear,
            text: ({costPerYear}) => numberText(costPerYear, "USD"),
          },
          {
            title: "workloads",
            value: ({workloads: count}) => count,
            text: ({workloads: count}) => String(count),
          },
        ]}
      />
    </section>
  );
}

const uncoveredText =
  (named: (ids: readonly string[]) => string) =>
  ({uncovered}: Stress): string =>
    uncovered.length === 0 ? "" : `${counted(uncovered.length, "workload")}: ${named(uncovered)}`;
