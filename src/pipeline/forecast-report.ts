/** The forecast of the Report: bands by month, the numbers at stated horizons, every forecaster side by side, the record. */
import {isoDay} from "../dates.ts";
import type {ForceFacts} from "../data/forces/force-facts.ts";
import type {BandPoint, BandTarget, ForecastReport} from "../forecast-report.ts";
import {FORECASTERS} from "../forecast/forecasters.ts";
import type {Forecaster, ForecasterId, ForecastRun} from "../forecast/future.ts";
import {METRICS} from "../forecast/future-metrics.ts";
import {mixture} from "../forecast/mixture/mixture.ts";
import {metricQuantile, type PathSummary, summaryOf} from "../forecast/summary/path-summary.ts";
import {histogramQuantile} from "../numeric/histogram.ts";
import {forecastMethodHash} from "../method.ts";
import type {ReportOptions} from "../options.ts";
import type {Quantity} from "../quantity.ts";
import type {Day} from "../units.ts";
import {readBacktest} from "./backtest-file.ts";
import {forecastGround, type Measurement} from "./forecast-ground.ts";
import {numberWord, signOf} from "./forecast-words.ts";
import {type AtHand, forecasterName, mixtureParts, trackRecordReport} from "./track-record.ts";

/** Months ahead that are followed. */
export const FORECAST_MONTHS = 36;
/** Months ahead at which numbers are stated. */
export const HORIZONS = [3, 6, 12, 18, 24, 36] as const;
/** Futures of the forecaster that is shown; of the others beside it. */
const PATHS = {shown: 10_000, beside: 2000};
/** Level of the stated intervals: the one whose coverage the back-test can check best. */
const LEVEL = 0.8;

export interface ForecastInput {
  readonly measured: Measurement;
  /** All facts on the forces, where the folder has them, and the day they are known to. */
  readonly facts: ForceFacts | undefined;
  readonly knownTo: Day;
  readonly options: Pick<ReportOptions, "instrument" | "dates" | "seed">;
}

/** @returns null without a back-test to stand beside it, or where no world has records on both sides to carry on */
export function forecastReport({measured, facts, knownTo, options}: ForecastInput): ForecastReport | null {
  const {instrument, dates, seed} = options;
  const backtest = readBacktest();
  const ground = forecastGround(measured, {facts, knownTo, seed});
  if (!backtest || ground.worlds.length === 0) return null;
  const atHand: AtHand = {vintage: measured.catalog.vintage, method: forecastMethodHash, instrument, dates};
  const run: ForecastRun = {seed, months: FORECAST_MONTHS, follow: "frontiers"};
  const record = trackRecordReport(backtest, ground.asOf, atHand);
  const parts = mixtureParts(backtest, ground.asOf);
  const made = new Map<ForecasterId, Forecaster>(FORECASTERS.map(({id, make}) => [id, make(ground, run)]));
  made.set(
    "mixture",
    mixture(ground, run, parts, (id) => made.get(id)!),
  );
  const summaries = new Map(
    [...made].map(([id, forecaster]): [ForecasterId, PathSummary] => {
      const to = id === record.shown ? PATHS.shown : PATHS.beside;
      return [id, summaryOf(forecaster, ground, {from: 0, to})];
    }),
  );
  const shown = summaries.get(record.shown)!;
  const quantities = quantitiesOf(shown, record.shown);
  return {
    finding: finding(quantities, record.shown),
    from: isoDay(ground.asOf),
    months: FORECAST_MONTHS,
    paths: PATHS.shown,
    shown: record.shown,
    weights: parts.map(({id, weight}) => ({forecaster: id, weight})),
    quantities,
    bands: {
      closed: band(shown, "closed"),
      open: band(shown, "open"),
      gap: band(shown, "gap"),
      lag: band(shown, "lag"),
      "lag-year": band(shown, "lag-year"),
    },
    sideBySide: [...summaries].map(([id, summary]) => beside(id, summary)),
    backtest: record,
  };
}

const TARGETS = {
  lag: {label: "lag on the day", unit: "months"},
  "lag-year": {label: "lag, mean over the 12 months before", unit: "months"},
  gap: {label: "gap on the day", unit: "points"},
  closed: {label: "best closed ability", unit: "points"},
  open: {label: "best open ability", unit: "points"},
} as const satisfies Record<BandTarget, {label: string; unit: Quantity["unit"]}>;

function quantitiesOf(summary: PathSummary, shown: ForecasterId): Quantity[] {
  const metrics = METRICS.flatMap((metric) =>
    HORIZONS.map((months): Quantity => {
      const at = (p: number) => metricQuantile(summary, metric, months, p);
      return {
        ...named(`forecast.${metric}.${months}`, shown),
        label: `${TARGETS[metric].label}, ${months} months ahead (${isoDay(summary.days[months])})`,
        unit: TARGETS[metric].unit,
        value: at(0.5),
        interval: {low: at((1 - LEVEL) / 2), high: at((1 + LEVEL) / 2), level: LEVEL, kind: "prediction"},
        censored: "none",
        n: summary.paths,
      };
    }),
  );
  const waits = (["open", "closed"] as const).map((side): Quantity => {
    const at = (p: number) => histogramQuantile(summary.waits[side], 0, p);
    const bounded = (p: number) => (Number.isFinite(at(p)) ? at(p) : null);
    return {
      ...named(`forecast.${side}-wait`, shown),
      label: `months until the next ${side} record`,
      unit: "months",
      value: bounded(0.5) ?? FORECAST_MONTHS,
      interval: {
        low: bounded((1 - LEVEL) / 2) ?? FORECAST_MONTHS,
        high: bounded((1 + LEVEL) / 2),
        level: LEVEL,
        kind: "prediction",
      },
      censored: bounded(0.5) === null ? "right" : "none",
      n: summary.paths,
    };
  });
  return [...metrics, ...waits];
}

const named = (
  id: string,
  shown: ForecasterId,
): Pick<Quantity, "id" | "insufficient" | "note" | "evidence"> => ({
  id,
  insufficient: null,
  note: `By ${forecasterName(shown)}; its back-test stands beside it in \`lagline forecast\`.`,
  evidence: {rule: "R50", models: [], benchmarks: [], quantities: ["lag", "gap"], records: []},
});

function band(summary: PathSummary, metric: BandTarget): BandPoint[] {
  return summary.days.map((on, month) => {
    const at = (p: number) => metricQuantile(summary, metric, month, p);
    return {
      month,
      date: isoDay(on),
      median: at(0.5),
      low50: at(0.25),
      high50: at(0.75),
      low80: at(0.1),
      high80: at(0.9),
      low90: at(0.05),
      high90: at(0.95),
    };
  });
}

function beside(id: ForecasterId, summary: PathSummary): ForecastReport["sideBySide"][number] {
  const kind = FORECASTERS.find((one) => one.id === id);
  return {
    forecaster: id,
    name: forecasterName(id),
    says: kind?.says ?? "all of them, weighted by how they did in the back-test",
    naive: kind?.naive ?? false,
    at: METRICS.flatMap((target) =>
      HORIZONS.map((horizon) => {
        const at = (p: number) => metricQuantile(summary, target, horizon, p);
        return {target, horizon, median: at(0.5), low80: at(0.1), high80: at(0.9)};
      }),
    ),
  };
}

/** One sentence: the lag a year on against today's, and where both frontiers will be. */
function finding(quantities: readonly Quantity[], shown: ForecasterId): string {
  const at = (id: string) => quantities.find((quantity) => quantity.id === `forecast.${id}`)!;
  const year = at("lag-year.12");
  const wait = at("open-wait");
  const range = ({interval}: Quantity) => `${numberWord(interval!.low!)} to ${numberWord(interval!.high!)}`;
  return (
    `In a year open-weight models are expected to be ${numberWord(Math.abs(year.value!))} months ${signOf(year.value!)} closed ones ` +
    `(mean over the year; 80% prediction interval ${range(year)}), the best closed model at ${numberWord(at("closed.12").value!)} points and the best open one at ${numberWord(at("open.12").value!)}; ` +
    `the next open record is expected within ${numberWord(wait.value!)} months. Forecaster: ${forecasterName(shown)}, which did best in the back-test.`
  );
}
