/** What would change if: a scenario under the reader's hand, run in this page by the engine of the command line. */
import {OWN} from "../../../../../forecast/scenario/own-changes.ts";
import {hrefOf, route, type ViewProps} from "../../kit.ts";
import {ScenarioList} from "../forecast/scenario-list.tsx";
import {AskedPart} from "./asked-part.tsx";

type Props = ViewProps<"whatIf" | "scenarios", "forecast" | "dailyGap">;

export default function WhatIfView({report}: Props) {
  const [name] = route.value.path;
  const {scenarios} = report.scenarios;
  const shipped = scenarios.find(({id}) => id === name);
  return (
    <>
      <p class="quiet">
        <a href={hrefOf("forecast")}>Forecast</a> · <a href={hrefOf("what-if")}>All scenarios</a>
      </p>
      <h1>{shipped?.title ?? (name === OWN ? "A scenario of your own" : "What would change if")}</h1>
      {name === undefined ? (
        <ScenarioList whatIf={report.whatIf!} />
      ) : (
        <AskedPart key={name} report={report} />
      )}
    </>
  );
}
