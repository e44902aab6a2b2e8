/** What to run for each workload, in one line each. */
import type {WorkloadAdvice} from "../../../../../advice-report.ts";
import {placeText} from "../../../../advice-text.ts";
import {valueText} from "../../../../quantity-text.ts";
import {DataTable, QuantityLink} from "../../kit.ts";

export const GlanceTable = ({workloads}: {readonly workloads: readonly WorkloadAdvice[]}) => (
  <DataTable
    name="advice"
    caption="At a glance, in USD a year"
    rows={workloads}
    keyOf={({id}) => id}
    columns={[
      {title: "workload", text: ({name}) => name},
      {
        title: "run",
        text: ({primary}) => (primary ? `${primary.name} at ${placeText(primary)}` : "nothing"),
        cell: ({primary}) =>
          primary ? (
            <>
              <span class={primary.openness}>{primary.name}</span> at {placeText(primary)}
            </>
          ) : (
            "nothing"
          ),
      },
      {title: "how sure", text: ({verdict}) => verdict},
      {
        title: "cost",
        value: ({primary}) => primary?.cost.value ?? null,
        text: ({primary}) => (primary ? valueText(primary.cost) : "–"),
        cell: ({primary}) => (primary ? <QuantityLink quantity={primary.cost} as="value" /> : "–"),
      },
      {
        title: "right",
        value: ({primary}) => primary?.success.value ?? null,
        text: ({primary}) => (primary ? valueText(primary.success) : "–"),
        cell: ({primary}) => (primary ? <QuantityLink quantity={primary.success} as="value" /> : "–"),
      },
      {
        title: "fallback",
        text: ({fallback}) => (fallback ? `${fallback.name} at ${placeText(fallback)}` : "none"),
        cell: ({fallback}) =>
          fallback ? (
            <>
              <span class={fallback.openness}>{fallback.name}</span> at {placeText(fallback)}
            </>
          ) : (
            "none"
          ),
      },
    ]}
  />
);
