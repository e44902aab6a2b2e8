/** Every option that was weighed for a workload, the best first. */
import type {ForceQuantity} from "../../../../../lab-report.ts";
import type {OptionRow, WorkloadAdvice} from "../../../../../advice-report.ts";
import {placeText, roleOf} from "../../../../advice-text.ts";
import {boundsText, valueText} from "../../../../quantity-text.ts";
import {type DataColumn, DataTable, QuantityLink} from "../../kit.ts";

export const OptionTable = ({workload}: {readonly workload: WorkloadAdvice}) => (
  <DataTable
    name={`advice-${workload.id}`}
    caption={`Options for ${workload.name}, in USD a year; ranges are 90% intervals`}
    rows={workload.options}
    keyOf={({id}) => id}
    columns={[
      {title: "role", text: (row) => roleOf(workload, row)},
      {
        title: "option",
        text: ({name}) => name,
        cell: ({name, openness}) => <span class={openness}>{name}</span>,
      },
      {title: "weights", text: ({openness}) => openness},
      {title: "host", text: placeText},
      number("right", ({success}) => success),
      number("cost", ({cost}) => cost),
      number("net value", ({netValue}) => netValue),
      number("best", ({best}) => best),
      number("regret", ({regret}) => regret),
      {title: "continuity", text: ({continuity}) => continuity},
      {title: "licence", text: ({licence}) => licence},
      {title: "origin", text: ({origin}) => origin},
      {title: "how", text: ({runs}) => runs},
    ]}
  />
);

/** A number with its interval below it. */
const number = (title: string, of: (row: OptionRow) => ForceQuantity): DataColumn<OptionRow> => ({
  title,
  value: (row) => of(row).value,
  text: (row) => valueText(of(row)),
  cell: (row) => {
    const quantity = of(row);
    return (
      <>
        <QuantityLink quantity={quantity} as="value" />
        {quantity.interval && <small>{boundsText(quantity.interval, quantity.unit)}</small>}
      </>
    );
  },
});
