/** How such forecasts did on past days, beside every forecast. */
import type {TrackRecordReport} from "../../../../../forecast-report.ts";
import {forecasterWord} from "../../../../forecaster-word.ts";
import {counted} from "../../../../quantity-text.ts";
import {DataTable} from "../../kit.ts";

export function TrackRecord({record}: {readonly record: TrackRecordReport}) {
  const rows = record.rows.filter(({forecaster}) => forecaster === record.shown);
  return (
    <section>
      <h2>
        How such forecasts did
        {record.origins > 0 &&
          `: ${counted(record.origins, "past day")}, ${record.firstOrigin} to ${record.lastOrigin}`}
      </h2>
      <ul class="prose">
        {record.verdict.map((says) => (
          <li key={says}>{says}</li>
        ))}
        <li class="quiet">{record.note}</li>
      </ul>
      {rows.length > 0 && (
        <DataTable
          name="track-record"
          caption={`Back-test of ${forecasterWord(record.shown)}: error (CRPS), how often its 80% intervals held, and skill over the others`}
          rows={rows}
          keyOf={(row) => `${row.target} ${row.horizon} ${row.period}`}
          first={24}
          columns={[
            {title: "of", text: ({target}) => target},
            {title: "months ahead", value: ({horizon}) => horizon, text: ({horizon}) => String(horizon)},
            {title: "period", text: ({period}) => period},
            {title: "cases", value: ({cases}) => cases, text: ({cases}) => String(cases)},
            {title: "CRPS", value: ({crps}) => crps, text: ({crps}) => crps.toFixed(2)},
            {title: "bias", value: ({bias}) => bias, text: ({bias}) => bias.toFixed(2)},
            {title: "80% held", value: heldAt80, text: (row) => percent(heldAt80(row))},
            {
              title: "skill over",
              text: ({skill}) =>
                skill.map(({over, value}) => `${forecasterWord(over)} ${value.toFixed(2)}`).join(", "),
            },
          ]}
        />
      )}
    </section>
  );
}

const heldAt80 = ({coverage}: TrackRecordReport["rows"][number]): number | null =>
  coverage.find(({level}) => Math.abs(level - 0.8) < 1e-9)?.share ?? null;
const percent = (share: number | null): string => (share === null ? "–" : `${Math.round(share * 100)}%`);
