import type {OptionRow, WorkloadAdvice} from "../../../../../advice-report.ts";
import {numberText, quantityText, valueText} from "../../../../quantity-text.ts";
import {DataTable} from "../../kit.ts";
import {CostQualityFigure} from "./cost-quality-figure.tsx";

/** One workload: what to run, what else was weighed, why, and what would make one switch. */
export function WorkloadAdvicePart({workload}: {readonly workload: WorkloadAdvice}) {
  const {id, name, sentence, options, primary, fallback, fallbackNote, why, flips, triggers} = workload;
  const role = (row: OptionRow) =>
    row.id === primary?.id
      ? "primary"
      : row.id === fallback?.id
        ? "fallback"
        : row.runsToday
          ? "runs today"
          : "";
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <p class="prose lead">{sentence}</p>
      {options.length > 0 && <CostQualityFigure workload={workload} />}
      {options.length > 0 && (
        <DataTable
          name={`advice-${id}`}
          caption={`Options for ${name}`}
          rows={options}
          keyOf={(row) => row.id}
          first={8}
          columns={[
            {title: "role", text: role},
            {
              title: "option",
              text: (row) => row.name,
              cell: (row) => <span class={row.openness}>{row.name}</span>,
            },
            {title: "host", text: ({host}) => host},
            {title: "right", value: ({success}) => success.value, text: ({success}) => valueText(success)},
            {title: "cost", value: ({cost}) => cost.value, text: ({cost}) => valueText(cost)},
            {
              title: "net value",
              value: ({netValue}) => netValue.value,
              text: ({netValue}) => quantityText(netValue),
            },
            {title: "best", value: ({best}) => best.value, text: ({best}) => valueText(best)},
          ]}
        />
      )}
      <div class="prose">
        {primary && (
          <p>
            Fallback:{" "}
            {fallback
              ? `${fallback.name} at ${fallback.host}, ${fallbackNote}; worth ${quantityText(fallback.netValue)}.`
              : `none, ${fallbackNote}.`}
          </p>
        )}
        <Lines title="Why" lines={why} />
        <Lines title="What would flip it" lines={flips} />
        <Lines
          title="Switch if"
          lines={triggers.map(
            ({measure, says, then, probability}) =>
              `${says} (${probability.value === null ? "chance unknown" : `${numberText(probability.value, probability.unit)} ${measure === "own-eval" ? "likely" : "within the horizon"}`}): ${then}`,
          )}
        />
      </div>
    </section>
  );
}

const Lines = ({title, lines}: {readonly title: string; readonly lines: readonly string[]}) =>
  lines.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
