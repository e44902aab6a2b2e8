/** The scenarios that ship, each with what it would change, and the way to one's own. */
import {OWN} from "../../../../../forecast/scenario/own-changes.ts";
import type {WhatIf} from "../../../../../whatif-report.ts";
import {numberText} from "../../../../quantity-text.ts";
import {DataTable, hasSection, hrefOf, QuantityLink} from "../../kit.ts";

const MONTHS = [12, 24];

export function ScenarioList({whatIf}: {readonly whatIf: WhatIf}) {
  const isRun = hasSection("scenarios");
  type Row = WhatIf["scenarios"][number];
  const column = (target: "lag" | "open", label: string) =>
    MONTHS.map((months, i) => ({
      title: `${label}, ${months} months`,
      value: (row: Row) => row[target][i]!.value,
      text: (row: Row) => {
        const {value, unit} = row[target][i]!;
        return value === null ? "–" : numberText(value, unit, "plus");
      },
      cell: (row: Row) => <QuantityLink quantity={row[target][i]!} as="value" />,
    }));
  return (
    <>
      <DataTable
        name="scenarios"
        caption={`Mean change of the lag in months and of the best open ability in points, forecast from ${whatIf.from}`}
        rows={whatIf.scenarios}
        keyOf={({id}) => id}
        columns={[
          {
            title: "scenario",
            text: ({title}) => title,
            cell: ({id, title}) => (isRun ? <a href={hrefOf("what-if", [id])}>{title}</a> : title),
          },
          ...column("lag", "lag"),
          ...column("open", "open"),
        ]}
      />
      {isRun && (
        <p>
          <a href={hrefOf("what-if", [OWN])}>A scenario of your own</a>: start from nothing and add changes.
          Every scenario has sliders, and runs in this page.
        </p>
      )}
    </>
  );
}
