/** The back-test's cases as the Report shows them on a day: only forecasts that had come due by then. */
import {dayOf} from "../dates.ts";
import type {BacktestFile, TrackRecordReport} from "../forecast-report.ts";
import type {ScoredCase} from "../forecast/backtest/backtest.ts";
import {backtestMethod} from "../forecast/backtest/backtest-method.ts";
import {bestForecaster, trackRecord, type TrackRecordRow} from "../forecast/backtest/track-record.ts";
import {verdict} from "../forecast/backtest/verdict.ts";
import {horizonDay} from "../forecast/forecast-calendar.ts";
import {FORECASTERS} from "../forecast/forecasters.ts";
import type {ForecasterId} from "../forecast/future.ts";
import type {MixturePart} from "../forecast/mixture/mixture.ts";
import type {Day} from "../units.ts";

type Under = BacktestFile["under"];

/** The facts and choices at hand, to which a back-test may or may not belong. */
export type AtHand = Pick<Under, "vintage" | "method" | "instrument" | "dates">;

export function trackRecordReport(file: BacktestFile, asOf: Day, atHand: AtHand): TrackRecordReport {
  const cases = dueBy(file, asOf);
  const rows = rowsOf(cases, file);
  const shown = bestOf(rows);
  const origins = [...new Set(cases.map(({origin}) => origin))].sort((a, b) => a - b);
  const dates = file.origins.map(({date}) => date).filter((date) => origins.includes(dayOf(date)));
  const other = differences(file.under, atHand);
  return {
    under: file.under,
    isCurrent: other.length === 0,
    note:
      other.length === 0
        ? "The back-test was made under the facts and method of this report."
        : `The back-test was made under other ${other.join(" and ")} than this report (facts ${file.under.vintage}, as of ${file.under.asOf}); \`lagline backtest\` makes it anew.`,
    origins: origins.length,
    firstOrigin: dates[0] ?? null,
    lastOrigin: dates.at(-1) ?? null,
    recentFrom: backtestMethod.separateFrom.value,
    shown,
    verdict: verdict(rows, shown, forecasterName),
    rows: rows.map(({skill, blocks, coverage, pit, ...row}) => ({
      ...row,
      blocks,
      coverage: [...coverage],
      pit: [...pit],
      skill: skill.map(({over, value, interval}) => ({
        over,
        value,
        low: interval ? interval.low : null,
        high: interval ? interval.high : null,
      })),
    })),
  };
}

/** The forecaster with the best record as far as it had come due on a day. */
export const shownOn = (file: BacktestFile, asOf: Day): ForecasterId =>
  bestOf(rowsOf(dueBy(file, asOf), file));

function rowsOf(cases: readonly ScoredCase[], {under}: BacktestFile): TrackRecordRow[] {
  const naive = FORECASTERS.filter((kind) => kind.naive).map(({id}) => id);
  return trackRecord(cases, naive, {
    recentFrom: dayOf(backtestMethod.separateFrom.value),
    seed: under.seed,
  });
}

/** Before the first forecast of the judged horizons has come due there is nothing to choose by. */
const bestOf = (rows: readonly TrackRecordRow[]): ForecasterId =>
  rows.some(({horizon}) => backtestMethod.shownBy.value.includes(horizon))
    ? bestForecaster(rows, backtestMethod.shownBy.value)
    : "trend";

/** The mixture's weights on a day: from forecasts that had come due by then; equal ones before the first origin. */
export function mixtureParts({weights}: BacktestFile, asOf: Day): MixturePart[] {
  const latest = weights.filter(({from}) => dayOf(from) <= asOf).at(-1);
  return (
    latest?.parts.map(({forecaster, weight}) => ({id: forecaster, weight})) ??
    FORECASTERS.map(({id}) => ({id, weight: 1 / FORECASTERS.length}))
  );
}

export const forecasterName = (id: ForecasterId): string =>
  id === "mixture" ? "the mixture" : (FORECASTERS.find((kind) => kind.id === id)?.name ?? id);

function dueBy({cases}: BacktestFile, asOf: Day): ScoredCase[] {
  return cases
    .map(({origin, low, high, ...one}) => ({
      ...one,
      origin: dayOf(origin),
      intervals: backtestMethod.levels.value.map((level, k) => ({level, low: low[k], high: high[k]})),
    }))
    .filter(({origin, horizon}) => horizonDay(origin, horizon) <= asOf);
}

function differences(under: Under, atHand: AtHand): string[] {
  return [
    ...(under.vintage === atHand.vintage ? [] : ["facts"]),
    ...(under.method === atHand.method ? [] : ["choices"]),
    ...(under.instrument === atHand.instrument && under.dates === atHand.dates ? [] : ["settings"]),
  ];
}
