/** One workload: what to run first, then everything behind it, folded. */
import type {ComponentChildren} from "preact";
import type {WorkloadAdvice} from "../../../../../advice-report.ts";
import {
  assumedText,
  fallbackText,
  ownMachinesText,
  ruleOfThumbText,
  seenText,
  triggerChance,
  workloadKind,
} from "../../../../advice-text.ts";
import {counted} from "../../../../quantity-text.ts";
import {DataTable, LinkedText, QuantityList} from "../../kit.ts";
import {CostQualityFigure} from "./cost-quality-figure.tsx";
import {OptionTable} from "./option-table.tsx";
import {driverSwings, leadSwings, SwingFigure} from "./swing-figure.tsx";

interface Props {
  readonly workload: WorkloadAdvice;
  readonly number: number;
}

export function WorkloadPart({workload, number}: Props) {
  const {name, sentence, primary, fallback, ahead, options, overTime, selfHost, route, triggers} = workload;
  const inReserve = fallbackText(workload);
  return (
    <section aria-label={name} class="workload">
      <h2>
        {number}. {name}
      </h2>
      <p class="quiet">{workloadKind(workload)}</p>
      <p class="lead">
        <LinkedText text={sentence} quantities={[primary?.cost, ahead]} />
      </p>
      {primary && (
        <QuantityList
          items={[
            {label: "cost", quantity: primary.cost},
            {label: "tasks done right", quantity: primary.success},
            {label: "net value", quantity: primary.netValue},
            {label: "chance of being the best", quantity: primary.best},
          ]}
        />
      )}
      {inReserve !== undefined && (
        <p class="prose">
          <strong>Fallback</strong> <LinkedText text={inReserve} quantities={[fallback?.netValue]} />
        </p>
      )}
      {options.length > 0 && <CostQualityFigure workload={workload} />}
      {triggers.length > 0 && (
        <Fold title={`When to switch: ${counted(triggers.length, "signal")}`}>
          <TriggerTable workload={workload} />
        </Fold>
      )}
      {options.length > 0 && (
        <Fold title={`Every option: ${options.length} compared in full`}>
          <OptionTable workload={workload} />
        </Fold>
      )}
      <WhyFold workload={workload} />
      {route && (
        <Fold title="Two models together">
          <p class="prose">
            <LinkedText text={route.says} quantities={[route.escalated, route.gain]} />
          </p>
          <QuantityList
            items={[
              {label: "sent on", quantity: route.escalated},
              {label: "right, together", quantity: route.success},
              {label: "gain over one model", quantity: route.gain},
            ]}
          />
        </Fold>
      )}
      {selfHost && (
        <Fold title="On own GPUs">
          <p class="prose">
            <LinkedText
              text={ownMachinesText(selfHost)}
              quantities={[selfHost.cost, selfHost.utilisation, selfHost.people, selfHost.breakEven]}
            />
          </p>
          <QuantityList
            items={[
              {label: "cost", quantity: selfHost.cost},
              {label: "used", quantity: selfHost.utilisation},
              {label: "of it people", quantity: selfHost.people},
              {label: `cheaper than ${selfHost.comparedWith} from`, quantity: selfHost.breakEven},
            ]}
          />
          <SwingFigure
            name={`drivers-${workload.id}`}
            title={`What drives the cost of ${selfHost.name} on own machines`}
            note={`USD a year with one thing at its low and at its high end, all else in the middle; copies of ${selfHost.runs.replace(/^own machines: copies of /, "")}.`}
            swings={driverSwings(selfHost)}
          />
        </Fold>
      )}
      {overTime && (
        <Fold title="Over time">
          <p class="prose">
            <LinkedText text={overTime.says} quantities={[overTime.switches, overTime.flexibility]} />
          </p>
          <QuantityList
            items={[
              {label: "chance of a switch that pays", quantity: overTime.switches},
              {label: "worth of being free to switch", quantity: overTime.flexibility},
              ...(overTime.regretOfWaiting
                ? [{label: "regret of waiting", quantity: overTime.regretOfWaiting}]
                : []),
            ]}
          />
        </Fold>
      )}
      <RuledOutFold workload={workload} />
      <GroundFold workload={workload} />
    </section>
  );
}

const Fold = ({title, children}: {readonly title: string; readonly children: ComponentChildren}) => (
  <details>
    <summary>{title}</summary>
    {children}
  </details>
);

function WhyFold({workload}: {readonly workload: WorkloadAdvice}) {
  const {id, why, flips, sensitivities, primary} = workload;
  if (why.length + flips.length + sensitivities.length === 0) return null;
  return (
    <Fold title="Why, and what would flip it">
      <Lines lines={why} />
      <Lines lines={flips} />
      {sensitivities.length > 0 && primary && (
        <SwingFigure
          name={`lead-${id}`}
          title={`What moves the lead of ${primary.name}`}
          note="USD a year by which the primary is worth more than the best other model, one input at a time at its low and its high end. Left of zero another model leads."
          swings={leadSwings(sensitivities, primary.name)}
        />
      )}
    </Fold>
  );
}

const TriggerTable = ({workload: {id, name, triggers}}: {readonly workload: WorkloadAdvice}) => (
  <>
    <DataTable
      name={`triggers-${id}`}
      caption={`When to leave the choice for ${name}`}
      rows={triggers}
      keyOf={(trigger) => trigger.id}
      columns={[
        {title: "if", text: ({says}) => says},
        {
          title: "how likely",
          value: ({probability}) => probability.value,
          text: triggerChance,
          cell: (trigger) => <LinkedText text={triggerChance(trigger)} quantities={[trigger.probability]} />,
        },
        {title: "then", text: ({then}) => then},
      ]}
    />
    <p class="quiet">
      In a terminal, <code>lagline watch advice FILE</code> watches those that public facts can show.
    </p>
  </>
);

function RuledOutFold({workload}: {readonly workload: WorkloadAdvice}) {
  const {id, name, seen} = workload;
  return (
    <Fold title={seenText(workload)}>
      {seen.ruledOut.length === 0 ? (
        <p>Nothing was ruled out.</p>
      ) : (
        <DataTable
          name={`ruled-out-${id}`}
          caption={`Ruled out for ${name}, and why`}
          rows={seen.ruledOut}
          keyOf={({why}) => why}
          first={12}
          columns={[
            {title: "options", value: ({count}) => count, text: ({count}) => String(count)},
            {title: "by", text: ({why}) => why},
            {
              title: "for instance",
              text: ({examples, count}) => `${examples.join(", ")}${count > examples.length ? ", …" : ""}`,
            },
          ]}
        />
      )}
    </Fold>
  );
}

function GroundFold({workload}: {readonly workload: WorkloadAdvice}) {
  const {evidence, ruleOfThumb, primary, assumed} = workload;
  return (
    <Fold title="What it rests on">
      {evidence && <p class="prose">Evidence: {evidence}.</p>}
      {primary && (
        <p class="prose">
          Open for repetitive work, closed for user-driven:{" "}
          <LinkedText text={ruleOfThumbText(workload)} quantities={[ruleOfThumb.openAhead]} />
        </p>
      )}
      {ruleOfThumb.openAhead && (
        <QuantityList
          items={[{label: "chance that an open model is worth more", quantity: ruleOfThumb.openAhead}]}
        />
      )}
      <p class="prose">
        {assumed.length > 0
          ? `Assumed, for want of an entry in the portfolio: ${assumedText(assumed)}.`
          : "Nothing was assumed: the portfolio says everything."}
      </p>
    </Fold>
  );
}

const Lines = ({lines}: {readonly lines: readonly string[]}) =>
  lines.length === 0 ? null : (
    <ul class="prose">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
