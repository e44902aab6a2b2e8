/** Where it is going: both frontiers and the lag, as measured and then as fans of futures. */
import {areaY, axisX, axisY, gridY, lineY, ruleX} from "@observablehq/plot";
import type {ForecastReport} from "../../forecast-report.ts";
import type {Report} from "../../report.ts";
import {dayNumber, type ForecastSeries, forecastSeries} from "../forecast-series.ts";
import {printable} from "../plain-text.ts";
import {quantityText} from "../quantity-text.ts";
import {framedChart} from "./framed-chart.ts";
import {plotMarkup} from "./plot-markup.ts";
import {chartStyle, SIDE_INK} from "./style.ts";
import {svgText} from "./svg-text.ts";
import {YEAR_AXIS} from "./year-axis.ts";

const MONTHS = 36;
const PAST_YEARS = 3;
const HEIGHTS = {frontiers: 300, lag: 190};
const GAP = 26;
const MARGIN = {left: 56, right: 90, top: 14, bottom: 26};
const DAY_MS = 86_400_000;

/** @returns a standalone SVG; byte-identical for one Report */
export function forecastChart(raw: Report): string {
  const {forecast, ...rest} = printable(raw);
  const {about} = rest;
  if (!forecast) {
    const text = "There are no records on both sides to carry on: there is no forecast to draw.";
    const body = svgText(text, chartStyle.margin, 30, {size: 13, fill: chartStyle.text});
    return framedChart({
      title: "Where the lag is going cannot be said yet",
      subtitle: "",
      description: text,
      height: 60,
      body,
      about,
    });
  }
  const report = {...rest, forecast};
  const since = `${Number(forecast.from.slice(0, 4)) - PAST_YEARS}${forecast.from.slice(4)}`;
  const series = (target: "closed" | "open" | "lag") =>
    forecastSeries(report, target, {months: MONTHS, since});
  const [closed, open, lag] = [series("closed"), series("open"), series("lag")];
  const span = [since, closed.band.at(-1)!.date] as const;
  const frontiers = panel(HEIGHTS.frontiers, span, [
    {series: closed, ink: SIDE_INK.closed, name: "Closed", isSteps: true},
    {series: open, ink: SIDE_INK.open, name: "Open", isSteps: true},
  ]);
  const below = panel(HEIGHTS.lag, span, [{series: lag, ink: chartStyle.own, name: "Lag", isSteps: false}]);
  const heading = (text: string, y: number) =>
    svgText(text, MARGIN.left, y, {size: chartStyle.size.label, fill: chartStyle.text, weight: 700});
  const body = [
    heading("Best ability of each side, index points", 8),
    frontiers,
    heading("Lag on the day, months", HEIGHTS.frontiers + GAP - 8),
    `<g transform="translate(0,${HEIGHTS.frontiers + GAP})">`,
    below,
    "</g>",
  ].join("\n");
  return framedChart({
    title: forecast.finding.split(" (")[0]!,
    subtitle: `Shades hold half and 80% of ${forecast.paths.toLocaleString("en-US")} futures; lines are medians. ${forecast.backtest.verdict[0]}`,
    description: described(forecast),
    height: HEIGHTS.frontiers + GAP + HEIGHTS.lag,
    body,
    about,
  });
}

interface Fan {
  readonly series: ForecastSeries;
  readonly ink: string;
  readonly name: string;
  readonly isSteps: boolean;
}

/** @param span - first and last date, the same for panels that stand above each other */
function panel(height: number, span: readonly [string, string], fans: readonly Fan[]): string {
  const at = (date: string) => new Date(dayNumber(date) * DAY_MS);
  const drawn = plotMarkup({
    width: chartStyle.width,
    height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: {type: "utc", domain: span.map(at)},
    marks: [
      gridY({stroke: chartStyle.rule, strokeOpacity: 1, ticks: 5}),
      axisY({label: null, tickSize: 0, ticks: 5}),
      axisX(YEAR_AXIS),
      ruleX([at(fans[0]!.series.band[0]!.date)], {stroke: chartStyle.quiet, strokeDasharray: "2 3"}),
      ...fans.flatMap(({series: {past, band}, ink, isSteps}) => [
        areaY(band, {x: ({date}) => at(date), y1: "low80", y2: "high80", fill: ink, fillOpacity: 0.14}),
        areaY(band, {x: ({date}) => at(date), y1: "low50", y2: "high50", fill: ink, fillOpacity: 0.24}),
        lineY(past, {
          x: ({date}) => at(date),
          y: "value",
          stroke: ink,
          strokeWidth: 1.8,
          curve: isSteps ? "step-after" : "linear",
        }),
        lineY(band, {
          x: ({date}) => at(date),
          y: "median",
          stroke: ink,
          strokeWidth: 1.8,
          strokeDasharray: "5 3",
        }),
      ]),
    ],
  });
  const labels = fans.map(({series: {band}, ink, name}) => {
    const last = band.at(-1)!;
    return svgText(name, drawn.x(at(last.date)) + 8, drawn.y(last.median) + 4, {
      size: chartStyle.size.label,
      fill: ink,
      weight: 700,
    });
  });
  return [drawn.markup, ...labels].join("\n");
}

function described({finding, quantities, backtest}: ForecastReport): string {
  const stated = quantities
    .filter(({id}) => /\.(6|12|24)$/.test(id))
    .map((quantity) => `${quantity.label}: ${quantityText(quantity)}.`);
  return [finding, ...stated, ...backtest.verdict].join(" ");
}
