/** One lab: what pays for it, how long its weights and its service can be counted on, its history, every fact row. */
import {labQuantitiesOf} from "../../../../../lab-report.ts";
import type {ForceLabReport, ForceQuantity, HistoryRow} from "../../../../../forces-report.ts";
import {labFacts} from "../../../../lab-view.ts";
import {counted} from "../../../../quantity-text.ts";
import {
  FactTable,
  gradeText,
  hrefOf,
  IntervalFigure,
  QuantityLink,
  route,
  SourceLink,
  type ViewProps,
} from "../../kit.ts";
import {ShortFigure} from "./short-figure.tsx";

export default function LabView({report}: ViewProps<"forces">) {
  const [id = ""] = route.value.path;
  const forces = report.forces!;
  const lab = forces.labs.find((one) => one.id === id);
  if (!lab)
    return (
      <>
        <h1>No such lab</h1>
        <p role="alert">There is no lab named {id.slice(0, 80)} in these facts.</p>
        <p>
          <a href={hrefOf("forces", ["labs"])}>All labs</a>
        </p>
      </>
    );
  const {money, continuity} = lab;
  const facts = labFacts(forces, lab);
  const plain = (quantity: ForceQuantity) => ({quantity, label: quantity.label.replace(`${lab.name}: `, "")});
  const amounts = [
    money.revenue,
    money.burn,
    money.cash,
    money.runway,
    money.commitments,
    money.valuation,
  ].filter((one) => one !== null);
  return (
    <article>
      <p class="quiet">
        <a href={hrefOf("forces", ["labs"])}>Forces: who can pay</a>
      </p>
      <h1>{lab.name}</h1>
      <p class="prose">
        {[lab.country, lab.kind, lab.control, lab.families].filter(Boolean).join("; ")}. Opens weights:{" "}
        {lab.openWeights}. {lab.note} <SourceLink url={lab.source.url}>{gradeText(lab.source)}</SourceLink>
      </p>
      <section>
        <h2>Money</h2>
        {money.says && <p class="prose">{money.says}.</p>}
        <ul>
          {amounts.map((quantity) => (
            <li key={quantity.id}>
              {plain(quantity).label}: <QuantityLink quantity={quantity} as="whole" />
            </li>
          ))}
          {money.perDollar && (
            <li>
              {plain(money.perDollar).label}: <QuantityLink quantity={money.perDollar} as="whole" />
            </li>
          )}
        </ul>
        {money.short.length > 0 && <ShortFigure lab={lab} />}
        {money.breakEven.length > 0 && (
          <>
            <h3>When open releases pay</h3>
            <ul>
              {money.breakEven.map((quantity) => (
                <li key={quantity.id}>
                  {plain(quantity).label}: <QuantityLink quantity={quantity} as="whole" />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Continuity lab={lab} />
      <History title="What it did to its customers" rows={[...lab.history].reverse()} />
      <History title="Announced and still to come" rows={lab.scheduled} />
      {lab.withheld.length > 0 && (
        <section>
          <h2>Withheld</h2>
          <ul>
            {lab.withheld.map(({model, from, to, why, source}) => (
              <li key={`${model}${from}`}>
                {model}: {why}, {from} to {to ?? "now"}{" "}
                {source && <SourceLink url={source.url}>{gradeText(source)}</SourceLink>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Every row behind these numbers</h2>
        <FactTable
          name={`facts-${lab.id}`}
          caption={`${counted(facts.length, "row")} on ${lab.name}`}
          facts={facts}
        />
        <p class="quiet">{counted(labQuantitiesOf(lab).length, "number")} rest on them.</p>
      </section>
    </article>
  );
  function Continuity({lab: {name}}: {lab: ForceLabReport}) {
    const {weights, service} = continuity;
    return (
      <section>
        <h2>Two kinds of continuity</h2>
        <h3>Weights</h3>
        <p class="prose">
          Weights already downloaded run whatever becomes of {name}. {weights.history}
        </p>
        <ul>
          <li>
            {plain(weights.noNewFlagship).label}: <QuantityLink quantity={weights.noNewFlagship} as="whole" />
          </li>
          {weights.lastFlagship && (
            <li>
              last open flagship:{" "}
              <a href={hrefOf("model", [weights.lastFlagship.model])}>{weights.lastFlagship.name}</a>,{" "}
              {weights.lastFlagship.date}
            </li>
          )}
          {weights.licences.length > 0 && (
            <li>
              licences of open releases:{" "}
              {weights.licences
                .map(({date, name: model, licence}) => `${model} (${date}) ${licence}`)
                .join("; ")}
            </li>
          )}
        </ul>
        <IntervalFigure
          name={`hazards-${lab!.id}`}
          title="Its own service: chance within a year"
          note="Learned from the lab's events and, where it has few, from those of all labs."
          axis="chance"
          span={{low: 0, high: 1}}
          groups={[
            {
              items: service.hazards.flatMap(({label, within, events, allEvents, supplierYears}) =>
                within
                  ? [
                      {
                        quantity: within,
                        label,
                        detail: `${counted(events, "event")} of this lab, ${allEvents} of all, in ${supplierYears.toFixed(0)} supplier-years`,
                      },
                    ]
                  : [],
              ),
            },
          ]}
        />
        <p>
          {plain(service.notice).label}: <QuantityLink quantity={service.notice} as="whole" />
          {service.promisedDays !== null && `; promised: ${service.promisedDays} days`}
          {service.belowPromise > 0 && `; below the promise ${counted(service.belowPromise, "time")}`}
        </p>
      </section>
    );
  }
}

const History = ({title, rows}: {readonly title: string; readonly rows: readonly HistoryRow[]}) =>
  rows.length === 0 ? null : (
    <section>
      <h2>{title}</h2>
      <ol class="timeline wide">
        {rows.map(({date, type, summary, noticeDays, source}) => (
          <li key={source.fact}>
            <time dateTime={date}>{date}</time>
            <div>
              <strong>{type}</strong> {summary}
              {noticeDays !== null && ` (${noticeDays} days' notice)`}{" "}
              <SourceLink url={source.url}>{gradeText(source)}</SourceLink>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
