import {axisX, axisY, gridY, plot, rectY} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {CopyingReport} from "../../../../../forces-report.ts";
import {counted} from "../../../../quantity-text.ts";
import {type Canvas, DataTable, gradeText, PlotFigure, QuantityLink, SourceLink} from "../../kit.ts";

/** Does open follow the closed frontier that can be called? Numbers, experiments, and what parties say of each other. */
export function CopyingTab({copying}: {readonly copying: CopyingReport}) {
  const {coupling, delay, none, withoutIt, advantage, yearAhead} = copying;
  const experiments = copying.experiments.filter(({effect}) => effect.value !== null);
  return (
    <>
      <h2>{copying.finding}</h2>
      <ul>
        {[coupling, delay, none, withoutIt, advantage, yearAhead].map((quantity) => (
          <li key={quantity.id}>
            {quantity.label}: <QuantityLink quantity={quantity} as="whole" />
          </li>
        ))}
      </ul>
      {copying.delays.length > 0 && <DelayFigure delays={copying.delays} />}
      <section>
        <h2>Models that could not be copied for a while</h2>
        {experiments.length === 0 ? (
          <p>None was held back long enough, and ahead far enough, to tell anything.</p>
        ) : (
          <ul>
            {experiments.map(({model, why, from, to, effect, source}) => (
              <li key={`${model}${from}`}>
                {model} ({why}, {from} to {to ?? "now"}): <QuantityLink quantity={effect} as="whole" />{" "}
                {source && <SourceLink url={source.url}>{gradeText(source)}</SourceLink>}
              </li>
            ))}
          </ul>
        )}
        <p class="quiet">
          {counted(copying.experiments.length - experiments.length, "further case")} of withholding gave no
          number; each is in the table.
        </p>
        <DataTable
          name="withheld"
          caption="Every case of withholding in the facts"
          rows={copying.experiments}
          keyOf={({model, from}) => `${model}${from}`}
          first={10}
          columns={[
            {title: "model", text: ({model}) => model},
            {title: "why", text: ({why}) => why},
            {title: "from", text: ({from}) => from},
            {title: "to", text: ({to}) => to ?? "now"},
            {title: "days", value: ({days}) => days, text: ({days}) => (days === null ? "–" : String(days))},
            {
              title: "effect on open's gain",
              value: ({effect}) => effect.value,
              text: ({effect}) => (effect.value === null ? "no number" : String(effect.value)),
              cell: ({effect}) => <QuantityLink quantity={effect} />,
            },
          ]}
        />
      </section>
      {copying.parties
        .filter(({claims, counter, measurements}) => claims.length + counter.length + measurements.length > 0)
        .map(({party, claims, counter, measurements}) => (
          <section key={party}>
            <h2>{party}</h2>
            <Claims title="is accused" claims={claims} />
            <Claims title="counter-evidence" claims={counter} />
            <Claims title="measurements" claims={measurements} />
          </section>
        ))}
      <section>
        <h2>What is done against it</h2>
        <Claims title="defences" claims={copying.defences} />
        <Claims title="responses" claims={copying.responses} />
        <Claims title="other measurements" claims={copying.otherMeasurements} />
      </section>
    </>
  );
}

const Claims = ({title, claims}: {readonly title: string; readonly claims: CopyingReport["defences"]}) =>
  claims.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ol class="timeline wide">
        {claims.map(({date, by, summary, magnitude, source}) => (
          <li key={source.fact}>
            <time dateTime={date}>{date}</time>
            <div>
              {by.length > 0 && <strong>{by.join(", ")}: </strong>}
              {summary}
              {magnitude && ` (${magnitude})`} <SourceLink url={source.url}>{gradeText(source)}</SourceLink>
            </div>
          </li>
        ))}
      </ol>
    </>
  );

const HEIGHT = 200;

function DelayFigure({delays}: Pick<CopyingReport, "delays">) {
  const draw = useCallback(
    ({width, ink}: Canvas) =>
      plot({
        width: Math.min(width, 640),
        height: HEIGHT,
        className: "lagline",
        x: {
          domain: [
            Math.min(...delays.map(({delay}) => delay)) - 0.5,
            Math.max(...delays.map(({delay}) => delay)) + 0.5,
          ],
        },
        marks: [
          gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 4}),
          axisY({
            label: null,
            tickSize: 0,
            ticks: 4,
            tickFormat: (share: number) => `${Math.round(share * 100)}%`,
          }),
          axisX({
            label: "months of delay",
            labelAnchor: "center",
            labelArrow: "none",
            tickSize: 0,
            ticks: delays.map(({delay}) => delay),
            tickFormat: "d",
          }),
          rectY(delays, {
            x1: ({delay}: {delay: number}) => delay - 0.4,
            x2: ({delay}: {delay: number}) => delay + 0.4,
            y: "weight",
            fill: ink.open,
            title: ({delay, weight}: {delay: number; weight: number}) =>
              `${delay} months: ${Math.round(weight * 100)}% of the weight`,
          }),
        ],
      }) as SVGSVGElement,
    [delays],
  );
  const table = useMemo(
    () => ({columns: ["delay (months)", "weight"], rows: delays.map(({delay, weight}) => [delay, weight])}),
    [delays],
  );
  const likeliest = [...delays].sort((a, b) => b.weight - a.weight)[0]!;
  return (
    <PlotFigure
      name="copying-delays"
      title={`The delay that fits best is ${likeliest.delay} months, with ${Math.round(likeliest.weight * 100)}% of the weight`}
      description={delays
        .map(({delay, weight}) => `${delay} months: ${Math.round(weight * 100)}%.`)
        .join(" ")}
      table={table}
      draw={draw}
    />
  );
}
