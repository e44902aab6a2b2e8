import {axisX, axisY, dot, plot} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import {parseDateSpan} from "../../../../../dates.ts";
import type {LawReport, MeasureReport} from "../../../../../forces-report.ts";
import {counted} from "../../../../quantity-text.ts";
import {type Canvas, choose, gradeText, PlotFigure, route, SourceLink} from "../../kit.ts";

const STAGES: Readonly<Record<MeasureReport["stage"], string>> = {
  proposed: "proposed",
  enacted: "enacted, not yet in force",
  "in-force": "in force",
  failed: "failed",
  ended: "ended",
  statement: "statement",
};
const REACH: Readonly<Record<MeasureReport["openWeights"], string>> = {
  yes: "reaches open weights",
  partially: "reaches open weights in part",
  exempt: "open weights exempt",
  unknown: "whether it reaches open weights is not recorded",
};

/** Measures on AI models by place and time. */
export function LawTab({law}: {readonly law: LawReport}) {
  const {params} = route.value;
  const places = [...new Set(law.measures.map(({jurisdiction}) => jurisdiction))].sort();
  const [place, reach] = [params.get("place") ?? "", params.get("reach") ?? ""];
  const shown = law.measures.filter(
    (measure) =>
      (place === "" || measure.jurisdiction === place) && (reach === "" || measure.openWeights === reach),
  );
  return (
    <>
      <p class="prose quiet">{law.notice}</p>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          Place{" "}
          <select value={place} onChange={(event) => choose({place: event.currentTarget.value || undefined})}>
            <option value="">any</option>
            {places.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          Open weights{" "}
          <select value={reach} onChange={(event) => choose({reach: event.currentTarget.value || undefined})}>
            <option value="">any</option>
            {Object.entries(REACH).map(([value, says]) => (
              <option key={value} value={value}>
                {says}
              </option>
            ))}
          </select>
        </label>
      </form>
      <p role="status">
        {counted(shown.length, "measure")}
        {law.notYetPublished > 0 && `; ${law.notYetPublished} more in the facts were not yet published`}.
      </p>
      {shown.length > 0 && <LawFigure measures={shown} />}
      <ol class="timeline wide">
        {[...shown]
          .sort((a, b) => (a.date < b.date ? 1 : -1))
          .map((measure) => (
            <li key={measure.id}>
              <time dateTime={measure.date}>{measure.date}</time>
              <div>
                <strong>{measure.jurisdiction}</strong> {measure.instrument}
                <p>
                  {STAGES[measure.stage]}
                  {measure.bindsFrom && `, binds from ${measure.bindsFrom}`}; {REACH[measure.openWeights]};
                  binds {measure.binds ? measure.binds.join(", ") || "nobody" : "nobody recorded yet"}
                  {measure.voluntary === true && " (voluntary)"}.
                </p>
                <p class="quiet">
                  {measure.summary}{" "}
                  <SourceLink url={measure.source.url}>{gradeText(measure.source)}</SourceLink>
                </p>
              </div>
            </li>
          ))}
      </ol>
    </>
  );
}

const DAY_MS = 86_400_000;
const ROW = 26;

function LawFigure({measures}: {readonly measures: readonly MeasureReport[]}) {
  const draw = useCallback((canvas: Canvas) => drawn(measures, canvas), [measures]);
  const table = useMemo(
    () => ({
      columns: ["date", "place", "measure", "stage", "open weights"],
      rows: measures.map(({date, jurisdiction, instrument, stage, openWeights}) => [
        date,
        jurisdiction,
        instrument,
        stage,
        openWeights,
      ]),
    }),
    [measures],
  );
  const reaching = measures.filter(
    ({openWeights}) => openWeights === "yes" || openWeights === "partially",
  ).length;
  return (
    <PlotFigure
      name="law"
      title={`${reaching} of ${counted(measures.length, "measure")} reach open weights, at least in part`}
      note="By place and date. Solid orange: reaches open weights, at least in part; hollow: exempt, or not recorded."
      description={`A timeline of ${counted(measures.length, "measure")} by place.`}
      table={table}
      draw={draw}
    />
  );
}

function drawn(measures: readonly MeasureReport[], {width, ink}: Canvas): SVGSVGElement {
  const places = [...new Set(measures.map(({jurisdiction}) => jurisdiction))].sort();
  const rows = measures.map((measure) => ({
    measure,
    at: new Date((parseDateSpan(measure.date)?.earliest ?? 0) * DAY_MS),
  }));
  return plot({
    width,
    height: places.length * ROW + 40,
    marginLeft: 92,
    marginRight: 16,
    className: "lagline",
    x: {type: "utc"},
    y: {domain: places, type: "point"},
    marks: [
      axisY({label: null, tickSize: 0}),
      axisX({label: null, tickSize: 5, ticks: width < 600 ? 4 : 8}),
      dot(rows, {
        x: "at",
        y: ({measure}: (typeof rows)[number]) => measure.jurisdiction,
        r: 5,
        fill: ({measure}: (typeof rows)[number]) =>
          measure.openWeights === "yes" || measure.openWeights === "partially" ? ink.open : ink.paper,
        stroke: ink.open,
        strokeWidth: 1.6,
        title: ({measure}: (typeof rows)[number]) =>
          `${measure.date} ${measure.jurisdiction}\n${measure.instrument}\n${STAGES[measure.stage]}; ${REACH[measure.openWeights]}`,
      }),
    ],
  }) as SVGSVGElement;
}
