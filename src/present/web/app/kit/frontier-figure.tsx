/** The picture of the product: the best closed and the best open model over time, and the lag between them as a bar. */
import {axisX, axisY, dot, gridY, plot} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {FrontierStep, Report} from "../../../../report.ts";
import {DAYS_PER_MONTH} from "../../../../units.ts";
import {frontierLabels} from "../../../chart/frontier-labels.ts";
import {
  DAY_MS,
  type FrontierPoint,
  frontierMarks,
  frontierPoints,
  lastDay,
  type Side,
  SIDES,
} from "../../../chart/frontier-marks.ts";
import {frontiersDescription, frontiersFinding, WINDOW_MONTHS} from "../../../chart/frontiers-chart.ts";
import {boundsText, numberText} from "../../../quantity-text.ts";
import {hasSection} from "../sections.ts";
import {hrefOf} from "../route.ts";
import type {PlainTable} from "./plain-table.ts";
import {type Canvas, PlotFigure} from "./plot-figure.tsx";
import {YEAR_AXIS} from "../../../chart/year-axis.ts";

type Shown = Pick<Report, "about" | "headline" | "frontiers">;

interface Props {
  readonly report: Shown;
  /** Months before the as-of date; all there is when "all". */
  readonly window?: number | "all";
}

const NARROW = 600;
const WIDE = {height: 440, margin: {top: 12, right: 150, bottom: 34, left: 44}, months: WINDOW_MONTHS};
const SMALL = {height: 330, margin: {top: 12, right: 136, bottom: 30, left: 30}, months: 27};
const HIT = 11;

export function FrontierFigure({report, window: asked}: Props) {
  const draw = useCallback((canvas: Canvas) => drawn(report, canvas, asked), [report, asked]);
  const table = useMemo(() => frontierTable(report), [report]);
  return (
    <PlotFigure
      name="frontiers"
      title={frontiersFinding(report.headline.lag)}
      note="Ability of the best model of each side in index points, where Claude 3.5 Sonnet is 130 and GPT-5 is 150. Bands are intervals of the record holder's ability."
      description={frontiersDescription(report)}
      table={table}
      draw={draw}
    />
  );
}

function drawn(
  {about, headline, frontiers}: Shown,
  {width, ink}: Canvas,
  asked?: number | "all",
): SVGSVGElement {
  const {height, margin, months} = width < NARROW ? SMALL : WIDE;
  const end = lastDay(about.asOf);
  const first = Math.min(end - 1, ...SIDES.flatMap((side) => frontiers[side].map(({date}) => lastDay(date))));
  const start = asked === "all" ? first : end - (asked ?? months) * DAYS_PER_MONTH;
  const points = {
    closed: frontierPoints(frontiers.closed, start, end),
    open: frontierPoints(frontiers.open, start, end),
  };
  const all = SIDES.flatMap((side) => points[side]);
  const from = Math.max(start, Math.min(end - 1, ...all.map(({at}) => at.getTime() / DAY_MS)));
  const svg = plot({
    width,
    height,
    marginTop: margin.top,
    marginRight: margin.right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    className: "lagline",
    x: {type: "utc", domain: [new Date(from * DAY_MS), new Date(end * DAY_MS)]},
    y: {
      domain:
        all.length > 0
          ? [Math.min(...all.map(({low}) => low)) - 1, Math.max(...all.map(({high}) => high)) + 2]
          : [0, 1],
    },
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 6}),
      axisY({label: null, tickSize: 0, ticks: 6}),
      axisX(YEAR_AXIS),
      ...frontierMarks(points, ink),
      ...SIDES.map((side) =>
        dot(
          points[side].filter(({isRecord}) => isRecord),
          {
            x: "at",
            y: "ability",
            r: HIT,
            fill: ink[side],
            fillOpacity: 0,
            title: (point: FrontierPoint) => said(point, side),
            ...(hasSection("models")
              ? {href: ({step}: FrontierPoint) => hrefOf("models", [step.model])}
              : {}),
          },
        ),
      ),
    ],
  });
  const labels = frontierLabels(headline.lag, points, {
    width,
    height,
    margin,
    ink,
    x: (at) => svg.scale("x")!.apply(at),
    y: (ability) => svg.scale("y")!.apply(ability),
  });
  svg.insertAdjacentHTML(
    "beforeend",
    `<g class="labels" text-anchor="start" pointer-events="none">${labels.join("")}</g>`,
  );
  return svg as SVGSVGElement;
}

const said = ({step}: FrontierPoint, side: Side): string =>
  `${step.name}\n${step.lab}, ${side}, ${step.date}\n${numberText(step.ability, "points")} points (${boundsText(step, "points")})\na record in ${Math.round(step.recordProbability * 100)}% of draws`;

function frontierTable({frontiers}: Shown): PlainTable {
  const row = (side: Side) => (step: FrontierStep) => [
    side,
    step.date,
    step.name,
    step.lab,
    step.ability,
    step.low,
    step.high,
    step.recordProbability,
  ];
  return {
    columns: [
      "side",
      "date",
      "model",
      "lab",
      "ability (points)",
      "low",
      "high",
      "share of draws in which a record",
    ],
    rows: SIDES.flatMap((side) => [...frontiers[side]].reverse().map(row(side))),
  };
}
