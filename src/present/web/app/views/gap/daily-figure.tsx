/** A value of every week with its band. */
import {areaY, axisX, axisY, dot, gridY, line, plot, ruleY} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {SeriesPoint} from "../../../../../report.ts";
import {boundsText, numberText} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";
import {YEAR_AXIS} from "../../../../chart/year-axis.ts";

interface Props {
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly unit: "months" | "points";
  readonly points: readonly SeriesPoint[];
}

const HEIGHT = 240;
/** Marks one can point at: every so many weeks, and the last. */
const STEP = 4;

export function DailyFigure({name, title, note, unit, points}: Props) {
  const draw = useCallback((canvas: Canvas) => drawn(points, unit, canvas), [points, unit]);
  const table = useMemo(
    () => ({
      columns: ["date", unit, "low", "high"],
      rows: points.map(({date, value, low, high}) => [date, value, low, high]),
    }),
    [points, unit],
  );
  const last = points.at(-1);
  const description = last
    ? `A line with a band from ${points[0]!.date} to ${last.date}; on the last day ${numberText(last.value, unit)} ${unit}, ${boundsText(last, unit)}.`
    : "No day has a value.";
  return <PlotFigure {...{name, title, note, description, table, draw}} />;
}

function drawn(
  points: readonly SeriesPoint[],
  unit: "months" | "points",
  {width, ink}: Canvas,
): SVGSVGElement {
  const rows = points.map((point) => ({...point, at: new Date(`${point.date.padEnd(10, "-15")}T00:00:00Z`)}));
  const marked = rows.filter((_, index) => (rows.length - 1 - index) % STEP === 0);
  return plot({
    width,
    height: HEIGHT,
    marginLeft: 30,
    marginRight: 44,
    className: "lagline",
    x: {type: "utc"},
    y: {zero: true},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: null, tickSize: 0, ticks: 5}),
      axisX(YEAR_AXIS),
      ruleY([0], {stroke: ink.neutral}),
      areaY(rows, {x: "at", y1: "low", y2: "high", fill: ink.own, fillOpacity: 0.12}),
      line(rows, {x: "at", y: "value", stroke: ink.own, strokeWidth: 2}),
      dot(rows.slice(-1), {x: "at", y: "value", r: 3.6, fill: ink.own}),
      dot(marked, {
        x: "at",
        y: "value",
        r: 7,
        fill: ink.own,
        fillOpacity: 0,
        title: (row: SeriesPoint) =>
          `${row.date}\n${numberText(row.value, unit)} ${unit} (${boundsText(row, unit)})`,
      }),
    ],
  }) as SVGSVGElement;
}
