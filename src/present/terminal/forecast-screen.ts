/** `lagline forecast`: where it is going, as a fan, as numbers, by every forecaster, and how such forecasts did. */
import type {BandTarget, ForecastReport} from "../../forecast-report.ts";
import type {Report} from "../../report.ts";
import {forecastSeries, TARGET_NAMES} from "../forecast-series.ts";
import {forecasterWord} from "../forecaster-word.ts";
import {boundsText, countText, numberText, quantityText} from "../quantity-text.ts";
import {wrapped} from "./display-width.ts";
import {fanPlot} from "./fan-plot.ts";
import {colophon, heading, type Page, paragraph} from "./page.ts";
import {type Cell, type Column, table} from "./table.ts";
import {trackRecordLines} from "./track-record-lines.ts";

export interface ForecastView {
  readonly target: BandTarget;
  /** Months ahead that are shown. */
  readonly months: number;
}

const PLOT_HEIGHT = 14;
/** Years of the past left of the fan. */
const PAST_YEARS = 2;
const COLUMNS: readonly BandTarget[] = ["lag", "lag-year", "closed", "open", "gap"];
const TITLES: Readonly<Record<BandTarget, string>> = {
  lag: "lag",
  "lag-year": "lag, year",
  closed: "closed",
  open: "open",
  gap: "gap",
};
/** Months ahead at which forecasters are set side by side. */
const BESIDE = 12;

export function forecastScreen(
  report: Report & {readonly forecast: ForecastReport},
  view: ForecastView,
  page: Page,
): string[] {
  const {forecast} = report;
  return [
    ...wrapped(forecast.finding, page.width).map(page.ink.strong),
    "",
    ...picture(report, view, page),
    "",
    ...numbers(forecast, view, page),
    "",
    ...besideEachOther(forecast, page),
    "",
    ...trackRecordLines(forecast.backtest, page),
    "",
    ...colophon(page, report),
  ];
}

function picture(
  report: Report & {readonly forecast: ForecastReport},
  {target, months}: ForecastView,
  page: Page,
): string[] {
  const {from, paths} = report.forecast;
  const since = `${Number(from.slice(0, 4)) - PAST_YEARS}${from.slice(4)}`;
  const {name, unit} = TARGET_NAMES[target];
  const side = target === "closed" ? page.ink.closed : page.ink.open;
  return [
    ...heading(
      page,
      `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${unit}`,
      `${target === "lag-year" ? "" : "• measured   "}━ median of ${countText(paths)} futures   ▒ half   ░ 80%`,
    ),
    ...fanPlot({
      series: forecastSeries(report, target, {months, since}),
      width: page.width - 2,
      height: PLOT_HEIGHT,
      ink: page.ink,
      paint: side,
      isSteps: target === "closed" || target === "open",
    }).map((line) => ` ${line}`),
  ];
}

function numbers({quantities, bands, shown}: ForecastReport, {months}: ForecastView, page: Page): string[] {
  const of = (id: string) => quantities.find((quantity) => quantity.id === `forecast.${id}`);
  const horizons = [
    ...new Set(quantities.flatMap(({id}) => /^forecast\.lag\.(\d+)$/.exec(id)?.[1] ?? []).map(Number)),
  ].filter((horizon) => horizon <= months);
  const columns: Column[] = [
    {title: "months", align: "right"},
    {title: "date", drop: 6},
    ...COLUMNS.flatMap((target, index): Column[] => [
      {
        title: TITLES[target],
        align: "right",
        drop: index === 0 ? undefined : 5 - Math.min(4, index),
      } as Column,
      {title: "80%", drop: index === 0 ? undefined : 10 - index} as Column,
    ]),
  ];
  const rows = horizons.map((horizon): (string | Cell)[] => [
    String(horizon),
    bands.lag[horizon]?.date ?? "",
    ...COLUMNS.flatMap((target): (string | Cell)[] => {
      const quantity = of(`${target}.${horizon}`);
      return quantity?.value == null || !quantity.interval
        ? ["–", ""]
        : [
            {text: numberText(quantity.value, quantity.unit), ink: page.ink.strong},
            boundsText(quantity.interval, quantity.unit),
          ];
    }),
  ]);
  const {lines, dropped} = table(columns, rows, {width: page.width, head: page.ink.quiet});
  const waits = ["open-wait", "closed-wait"].flatMap((id) => {
    const quantity = of(id);
    return quantity ? wrapped(`${quantity.label}: ${quantityText(quantity)}`, page.width, "    ", "  ") : [];
  });
  return [
    ...heading(page, "Ahead", `by ${forecasterWord(shown)}; lag in months, abilities in points`),
    ...lines,
    ...waits,
    ...(dropped.length > 0
      ? paragraph(page, "A wider terminal, or --json, has more columns.").map(page.ink.quiet)
      : []),
  ];
}

function besideEachOther({sideBySide, weights, shown}: ForecastReport, page: Page): string[] {
  const columns: Column[] = [
    {title: "forecaster"},
    {title: "lag", align: "right"},
    {title: "80%"},
    {title: "closed", align: "right"},
    {title: "80%", drop: 1},
    {title: "open", align: "right"},
    {title: "80%", drop: 2},
    {title: "in mixture", align: "right", drop: 3},
  ];
  const rows = sideBySide.map(({forecaster, at}): (string | Cell)[] => {
    const weight = weights.find((part) => part.forecaster === forecaster)?.weight;
    return [
      {
        text: forecasterWord(forecaster),
        ink: forecaster === shown ? page.ink.strong : (text) => text,
      },
      ...(["lag", "closed", "open"] as const).flatMap((target) => {
        const found = at.find((one) => one.target === target && one.horizon === BESIDE)!;
        const {unit} = TARGET_NAMES[target];
        return [numberText(found.median, unit), boundsText({low: found.low80, high: found.high80}, unit)];
      }),
      weight === undefined ? "" : numberText(weight, "share"),
    ];
  });
  return [
    ...heading(page, "By every forecaster", `${BESIDE} months ahead`),
    ...table(columns, rows, {width: page.width, head: page.ink.quiet}).lines,
  ];
}
