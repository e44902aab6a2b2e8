/** The whole answer: at a glance, by workload, as a portfolio, and what it is worth. */
import type {Advice} from "../../../../../advice-report.ts";
import {adviceBasis, adviceGround, adviceTitle, assumedText} from "../../../../advice-text.ts";
import {firstScreen, saveFile, textFile} from "../../kit.ts";
import {GlanceTable} from "./glance-table.tsx";
import {PortfolioPart} from "./portfolio-part.tsx";
import {WorkloadPart} from "./workload-part.tsx";

export function Advised({advice}: {readonly advice: Advice}) {
  const {portfolio, workloads, view, record, caveats} = advice;
  const save = () =>
    saveFile(
      `lagline-advice-${firstScreen.about.asOf}.json`,
      textFile(`${JSON.stringify(advice, null, 2)}\n`, "application/json"),
    );
  return (
    <article class="advised">
      <h2>{adviceTitle(advice)}</h2>
      <p class="quiet">{adviceBasis(advice)}</p>
      <GlanceTable workloads={workloads} />
      <div class="choices">
        <button type="button" onClick={save}>
          Download the advice (JSON)
        </button>
        <button type="button" onClick={() => print()}>
          Print
        </button>
      </div>
      {workloads.map((workload, index) => (
        <WorkloadPart key={workload.id} workload={workload} number={index + 1} />
      ))}
      {view && <PortfolioPart view={view} workloads={workloads} />}
      {record.length > 0 && (
        <section class="prose" aria-label="How such advice did in the past">
          <h2>How such advice did in the past</h2>
          <ul>
            {record.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <section class="prose" aria-label="Read with care">
        <h2>Read with care</h2>
        <ul>
          {caveats.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {portfolio.assumed.length > 0 && <p>Assumed for the portfolio: {assumedText(portfolio.assumed)}.</p>}
        <p class="quiet">{adviceGround(advice).join(" · ")}</p>
      </section>
    </article>
  );
}
