import type {ForceLabReport, ForcesReport} from "../../../../../forces-report.ts";
import {counted} from "../../../../quantity-text.ts";
import {hrefOf, IntervalFigure, QuantityLink} from "../../kit.ts";

/** Chance that stands for "short": the horizon people sign contracts for. */
const HORIZON = 12;

/** Who can pay: those that live on their own money, those of whom nothing is known, those whom a parent pays for. */
export function LabsTab({forces}: {readonly forces: ForcesReport}) {
  const independent = forces.labs
    .filter(({parent}) => parent === null)
    .sort((a, b) => shortOf(b) - shortOf(a));
  const own = independent.filter(({money}) => money.runway.prior !== "wholly");
  const silent = independent.filter(({money}) => money.runway.prior === "wholly");
  const paid = forces.labs.filter(({parent}) => parent !== null);
  const item = (lab: ForceLabReport) => ({
    label: lab.name,
    href: hrefOf("lab", [lab.id]),
    ink: lab.openWeights === "no" ? ("closed" as const) : ("open" as const),
  });
  return (
    <>
      {own.length > 0 && (
        <IntervalFigure
          name="runways"
          title={`${counted(own.length, "lab")} that live on their own money, likeliest to run short first`}
          note="Months of cash without new money while burn grows; capped at ten years. Orange: opens weights, at least of some models; blue: does not. A name leads to all that is known of the lab."
          axis="months of cash"
          groups={[{items: own.map((lab) => ({...item(lab), quantity: lab.money.runway}))}]}
        />
      )}
      {own.length > 0 && (
        <IntervalFigure
          name="running-short"
          title={`Chance of running short within ${HORIZON} months, without new money`}
          axis="chance"
          span={{low: 0, high: 1}}
          groups={[
            {
              items: own.flatMap((lab) => {
                const short = lab.money.short.find(({months}) => months === HORIZON);
                return short ? [{...item(lab), quantity: short.withoutNewMoney}] : [];
              }),
            },
          ]}
        />
      )}
      {silent.length > 0 && (
        <section>
          <h2>{counted(silent.length, "lab")} of which neither burn nor cash is known</h2>
          <p class="prose">
            The prior alone speaks, alike for all:{" "}
            {silent.map((lab, index) => (
              <span key={lab.id}>
                {index > 0 && ", "}
                <a href={hrefOf("lab", [lab.id])}>{lab.name}</a>
              </span>
            ))}
            .
          </p>
        </section>
      )}
      {paid.length > 0 && (
        <section>
          <h2>{counted(paid.length, "lab")} whose runway is the will of a parent</h2>
          <ul>
            {paid.map((lab) => (
              <li key={lab.id}>
                <a href={hrefOf("lab", [lab.id])}>{lab.name}</a>, paid for by {lab.parent}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>Money and ability</h2>
        <ul>
          {forces.spend.map((quantity) => (
            <li key={quantity.id}>
              {quantity.label}: <QuantityLink quantity={quantity} as="whole" />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>How these numbers did in the past</h2>
        <ul>
          {forces.backtests.map(({id, question, says, value}) => (
            <li key={id} class="prose">
              <strong>{question}</strong> {says} <QuantityLink quantity={value} as="whole" />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const shortOf = ({money}: ForceLabReport): number =>
  money.short.find(({months}) => months === HORIZON)?.withoutNewMoney.value ?? -1;
