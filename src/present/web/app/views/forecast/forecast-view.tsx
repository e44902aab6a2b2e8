/** Where it is going: fans of both frontiers, the distance and the lag, and how such forecasts did in the past. */
import type {BandTarget} from "../../../../../forecast-report.ts";
import {forecasterWord} from "../../../../forecaster-word.ts";
import {TARGET_NAMES} from "../../../../forecast-series.ts";
import {countText} from "../../../../quantity-text.ts";
import {choose, DataTable, route, type ViewProps} from "../../kit.ts";
import {FanFigure} from "./fan-figure.tsx";
import {ScenarioList} from "./scenario-list.tsx";
import {ForecastNumbers} from "./forecast-numbers.tsx";
import {TrackRecord} from "./track-record.tsx";

type Props = ViewProps<"forecast" | "dailyGap", "whatIf">;

const TARGETS: readonly BandTarget[] = ["lag", "lag-year", "closed", "open", "gap"];

export default function ForecastView({report}: Props) {
  const forecast = report.forecast!;
  const asked = route.value.params.get("target");
  const target = TARGETS.find((one) => one === asked) ?? "lag";
  return (
    <>
      <h1>Forecast</h1>
      <p class="lead">{forecast.finding}</p>
      <div class="choices" role="group" aria-label="What is forecast">
        {TARGETS.map((one) => (
          <button key={one} type="button" aria-pressed={one === target} onClick={() => choose({target: one})}>
            {TARGET_NAMES[one].name}
          </button>
        ))}
      </div>
      <FanFigure report={report} forecast={forecast} target={target} />
      <p class="quiet">
        {countText(forecast.paths)} futures by {forecasterWord(forecast.shown)}, the forecaster with the best
        record, from {forecast.from}, {forecast.months} months ahead.
      </p>
      {report.whatIf && (
        <section>
          <h2>What would change if</h2>
          <ScenarioList whatIf={report.whatIf} />
        </section>
      )}
      <TrackRecord record={forecast.backtest} />
      <ForecastNumbers quantities={forecast.quantities} />
      <DataTable
        name="forecasters"
        caption="Every forecaster on the same ground: median and 80% interval"
        rows={forecast.sideBySide.flatMap(({forecaster, name, says, naive, at}) =>
          at.map((one) => ({forecaster, name, says, naive, ...one})),
        )}
        keyOf={(row) => `${row.forecaster} ${row.target} ${row.horizon}`}
        first={24}
        columns={[
          {title: "forecaster", text: (row) => row.name},
          {title: "of", text: (row) => row.target},
          {title: "months ahead", value: ({horizon}) => horizon, text: ({horizon}) => String(horizon)},
          {title: "median", value: ({median}) => median, text: ({median}) => median.toFixed(1)},
          {title: "80% interval", text: ({low80, high80}) => `${low80.toFixed(1)} to ${high80.toFixed(1)}`},
          {title: "how it works", text: ({says}) => says},
        ]}
      />
    </>
  );
}
