/** A fan: what was measured, the median of the futures, and the half, 80% and 90% of them around it. */
import {areaY, axisX, axisY, dot, gridY, line, plot, ruleX} from "@observablehq/plot";
import {useCallback, useMemo} from "preact/hooks";
import type {BandPoint, BandTarget, ForecastReport} from "../../../../../forecast-report.ts";
import type {Report} from "../../../../../report.ts";
import {dayNumber, type ForecastSeries, forecastSeries, TARGET_NAMES} from "../../../../forecast-series.ts";
import {numberText} from "../../../../quantity-text.ts";
import {type Canvas, PlotFigure} from "../../kit.ts";
import {YEAR_AXIS} from "../../../../chart/year-axis.ts";

interface Props {
  readonly report: Pick<Report, "frontiers" | "dailyLag" | "dailyGap">;
  readonly forecast: ForecastReport;
  readonly target: BandTarget;
}

const HEIGHT = {wide: 380, narrow: 280};
const NARROW = 600;
const PAST_YEARS = 2;
const DAY_MS = 86_400_000;
const LEVELS = [
  {low: "low90", high: "high90", share: "90%"},
  {low: "low80", high: "high80", share: "80%"},
  {low: "low50", high: "high50", share: "half"},
] as const;

export function FanFigure({report, forecast, target}: Props) {
  const {name, unit} = TARGET_NAMES[target];
  const since = `${Number(forecast.from.slice(0, 4)) - PAST_YEARS}${forecast.from.slice(4)}`;
  const series = useMemo(
    () =>
      forecastSeries({...report, forecast} as Report & {forecast: ForecastReport}, target, {
        months: forecast.months,
        since,
      }),
    [report, forecast, target, since],
  );
  const draw = useCallback((canvas: Canvas) => drawn(series, canvas), [series]);
  const last = series.band.at(-1);
  const said = (point: BandPoint) =>
    `${numberText(point.median, unit)} ${unit}, 80% ${numberText(point.low80, unit)} to ${numberText(point.high80, unit)}`;
  const table = useMemo(
    () => ({
      columns: [
        "date",
        "months ahead",
        "median",
        "50% low",
        "50% high",
        "80% low",
        "80% high",
        "90% low",
        "90% high",
      ],
      rows: series.band.map((point) => [
        point.date,
        point.month,
        point.median,
        point.low50,
        point.high50,
        point.low80,
        point.high80,
        point.low90,
        point.high90,
      ]),
    }),
    [series],
  );
  return (
    <PlotFigure
      name={`forecast-${target}`}
      title={last ? `${capital(name)}: ${said(last)} on ${last.date}` : capital(name)}
      note={`${capital(unit)}. The line left of the rule was measured; right of it are the median of the futures and, from dark to light, half, 80% and 90% of them.`}
      description={series.band
        .filter(({month}) => month % 12 === 0)
        .map((point) => `${point.date}: ${said(point)}.`)
        .join(" ")}
      table={table}
      draw={draw}
    />
  );
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function drawn({target, past, band}: ForecastSeries, {width, ink}: Canvas): SVGSVGElement {
  const colour = target === "closed" ? ink.closed : target === "open" ? ink.open : ink.own;
  const isSteps = target === "closed" || target === "open";
  const at = ({date}: {readonly date: string}) => new Date(dayNumber(date) * DAY_MS);
  const {unit} = TARGET_NAMES[target];
  return plot({
    width,
    height: width < NARROW ? HEIGHT.narrow : HEIGHT.wide,
    marginLeft: 36,
    marginRight: 16,
    className: "lagline",
    x: {type: "utc"},
    y: {zero: !isSteps},
    marks: [
      gridY({stroke: ink.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: null, tickSize: 0, ticks: 5}),
      axisX(YEAR_AXIS),
      ...LEVELS.map(({low, high}) =>
        areaY(band, {x: at, y1: low, y2: high, fill: colour, fillOpacity: 0.13}),
      ),
      ruleX(band.slice(0, 1), {x: at, stroke: ink.neutral, strokeDasharray: "2 3"}),
      line(past, {
        x: at,
        y: "value",
        stroke: colour,
        strokeWidth: 2,
        ...(isSteps ? {curve: "step-after" as const} : {}),
      }),
      line(band, {x: at, y: "median", stroke: colour, strokeWidth: 2, strokeDasharray: "6 3"}),
      dot(
        band.filter(({month}) => month > 0 && month % 3 === 0),
        {
          x: at,
          y: "median",
          r: 8,
          fill: colour,
          fillOpacity: 0,
          title: (point: BandPoint) =>
            `${point.date}, ${point.month} months ahead\n${numberText(point.median, unit)} ${unit}\n80%: ${numberText(point.low80, unit)} to ${numberText(point.high80, unit)}`,
        },
      ),
    ],
  }) as SVGSVGElement;
}
