/** How far open is behind, over time and on what, by every definition, and what was left out. */
import {useState} from "preact/hooks";
import type {Quantity} from "../../../../../report.ts";
import {lagByFinding} from "../../../../chart/lag-by-chart.ts";
import {measureText} from "../../../../quantity-text.ts";
import {FrontierFigure, IntervalFigure, type IntervalGroup, type ViewProps} from "../../kit.ts";
import {DailyFigure} from "./daily-figure.tsx";
import {MultiverseFigure} from "./multiverse-figure.tsx";
import {PublishedTable} from "./published-table.tsx";

type Props = ViewProps<
  "definitions" | "whyTheyDiffer" | "published" | "access" | "groups" | "dailyGap" | "exclusions",
  "multiverse"
>;

const INSTRUMENTS = {
  lagline: {name: "lagline's index", ink: "own"},
  eci: {name: "ECI compatibility mode", ink: "second"},
} as const;

export default function GapView({report}: Props) {
  const [window, setWindow] = useState<number | "all" | undefined>(undefined);
  const {domains, access, groups, definitions, dailyLag, dailyGap, exclusions, multiverse, headline} = report;
  const inMonths = definitions.filter(({lag}) => lag.unit === "months" || lag.value === null);
  const inPoints = definitions.filter(({lag}) => !inMonths.some((other) => other.lag === lag));
  const byInstrument = (some: typeof definitions): IntervalGroup[] =>
    (["lagline", "eci"] as const).map((instrument) => ({
      heading: INSTRUMENTS[instrument].name,
      items: some
        .filter((one) => one.instrument === instrument)
        .map(({lag, says}) => ({quantity: lag, ink: INSTRUMENTS[instrument].ink, detail: says})),
    }));
  return (
    <>
      <h1>Gap</h1>
      <FrontierFigure report={report} window={window} />
      <div class="choices" role="group" aria-label="Time shown">
        {([undefined, "all"] as const).map((span) => (
          <button
            key={String(span)}
            type="button"
            aria-pressed={window === span}
            onClick={() => setWindow(span)}
          >
            {span === "all" ? "All records" : "Recent years"}
          </button>
        ))}
      </div>
      <DailyFigure
        name="daily-lag"
        title={dayFinding("The lag, day by day", headline.lag)}
        note="How long ago closed models first reached what the best open model of the day can do, in months. The band is the 90% interval."
        unit="months"
        points={dailyLag}
      />
      <DailyFigure
        name="daily-gap"
        title={dayFinding("The distance in ability, day by day", headline.gap)}
        note="Best closed minus best open ability on the day, in index points. The band is the 90% interval."
        unit="points"
        points={dailyGap}
      />
      <IntervalFigure
        name="lag-by-domain"
        title={lagByFinding(domains)}
        note="The headline's rule on the benchmarks of one domain."
        axis="lag in months"
        groups={[{items: domains.map((quantity) => ({quantity}))}]}
      />
      <IntervalFigure
        name="lag-by-access"
        title="The lag by who has seen the test"
        note="On the index that all benchmarks share, and on an index of each class alone."
        axis="lag in months"
        groups={[{items: access.map((quantity) => ({quantity}))}]}
      />
      <IntervalFigure
        name="lag-by-group"
        title={groupFinding(groups)}
        note="The same rule for some open models, or against some closed ones."
        axis="lag in months"
        groups={groups.map(({group, says, lags}) => ({
          heading: `By ${group}: ${says.charAt(0).toLowerCase()}${says.slice(1)}`,
          items: lags.map((quantity) => ({quantity, ink: "open" as const})),
        }))}
      />
      <IntervalFigure
        name="definitions"
        title={`One question, ${headline.range.definitions} definitions on ${headline.range.instruments} instruments: ${measureText(headline.range.low)} to ${measureText(headline.range.high)}`}
        note="Each rule on the same abilities and dates. No definition is privileged; the headline uses the daily look-back."
        axis="lag in months"
        groups={byInstrument(inMonths)}
      />
      <section class="prose">
        <h2>Why they differ</h2>
        <p>{report.whyTheyDiffer}</p>
      </section>
      {inPoints.length > 0 && (
        <IntervalFigure
          name="vertical-gap"
          title="The distance in points, on both instruments"
          note="A point of one instrument is not a point of the other away from the anchors."
          axis="index points"
          groups={byInstrument(inPoints)}
        />
      )}
      {multiverse && <MultiverseFigure multiverse={multiverse} />}
      <PublishedTable published={report.published} />
      <section class="prose">
        <h2>What was left out</h2>
        <ul>
          {exclusions.map(({what, why, count, examples}) => (
            <li key={`${what}${why}`}>
              <strong>{count.toLocaleString("en-US")}</strong> {what}: {why}
              {examples.length > 0 && <span class="quiet"> (for instance {examples.join(", ")})</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const dayFinding = (what: string, mean: Quantity): string =>
  mean.value === null ? what : `${what}; over the last 12 months the mean is ${measureText(mean)}`;

/** What one machine's memory costs: the group with the longest lag among those with a number. */
function groupFinding(groups: Props["report"]["groups"]): string {
  const hardware =
    groups.find(({group}) => group === "hardware")?.lags.filter(({value}) => value !== null) ?? [];
  const [first] = hardware;
  return first
    ? `Open models: what ${first.label} is ${measureText(first)} behind`
    : "The lag by group of models";
}
