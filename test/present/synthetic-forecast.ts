/** The forecast of the synthetic Report: fans that widen from what is measured, and a record of two dozen invented cases. */
import {dayOf, isoDay} from "../../src/dates.ts";
import type {BandPoint, ForecastReport, TrackRecordRowReport} from "../../src/forecast-report.ts";
import {horizonDay} from "../../src/forecast/forecast-calendar.ts";
import type {Quantity} from "../../src/report.ts";

const HORIZONS = [3, 6, 12, 18, 24, 36];
const FORECASTERS = ["trend", "no-change", "lag-persists", "straight-line", "eci-trend"] as const;

/** What each target is now, what it gains a month, and how its spread grows with the root of months. */
const PATHS = {
  lag: {now: 5.9, pace: 0.05, spread: 1.1, unit: "months"},
  "lag-year": {now: 5.6, pace: 0.02, spread: 0.8, unit: "months"},
  gap: {now: 7.4, pace: -0.02, spread: 1.4, unit: "points"},
  closed: {now: 163, pace: 1.1, spread: 1.5, unit: "points"},
  open: {now: 155.6, pace: 1.12, spread: 1.7, unit: "points"},
} as const;
type BandTarget = keyof typeof PATHS;

export function syntheticForecast(asOf: string, sign: 1 | -1): ForecastReport {
  const from = dayOf(asOf);
  const at = (target: BandTarget, months: number) => {
    const {now, pace, spread} = PATHS[target];
    const signed = target === "closed" || target === "open" ? 1 : sign;
    return {median: signed * now + pace * months, sd: spread * Math.sqrt(months)};
  };
  const band = (target: BandTarget): BandPoint[] =>
    Array.from({length: 37}, (_, month) => {
      const {median, sd} = at(target, month);
      const ends = (z: number) => [median - z * sd, median + z * sd] as const;
      const [[low50, high50], [low80, high80], [low90, high90]] = [ends(0.67), ends(1.28), ends(1.64)];
      const date = isoDay(horizonDay(from, month));
      return {month, date, median, low50, high50, low80, high80, low90, high90};
    });
  const stated = (Object.keys(PATHS) as BandTarget[]).flatMap((target) =>
    HORIZONS.map((months): Quantity => {
      const {median, sd} = at(target, months);
      return number(`forecast.${target}.${months}`, `${target}, ${months} months ahead`, PATHS[target].unit, [
        median,
        median - 1.28 * sd,
        median + 1.28 * sd,
      ]);
    }),
  );
  return {
    finding: `In a year open-weight models are expected to be 5.8 months ${sign < 0 ? "ahead of" : "behind"} closed ones (80% prediction interval 2.3 to 9.4). Forecaster: trend, which did best in the back-test.`,
    from: asOf,
    months: 36,
    paths: 10_000,
    shown: "trend",
    weights: FORECASTERS.map((forecaster) => ({forecaster, weight: 0.2})),
    quantities: [
      ...stated,
      {...number("forecast.open-wait", "months until the next open record", "months", [2.1, 0.3, 6.4])},
      {
        ...number("forecast.closed-wait", "months until the next closed record", "months", [36, 36, 36]),
        censored: "right",
        interval: {low: 20, high: null, level: 0.8, kind: "prediction"},
      },
    ],
    bands: {
      closed: band("closed"),
      open: band("open"),
      gap: band("gap"),
      lag: band("lag"),
      "lag-year": band("lag-year"),
    },
    sideBySide: FORECASTERS.map((forecaster, k) => ({
      forecaster,
      name: forecaster,
      says: "goes on as before",
      naive: k > 0,
      at: (Object.keys(PATHS) as BandTarget[]).flatMap((target) =>
        HORIZONS.map((horizon) => {
          const {median, sd} = at(target, horizon);
          return {
            target,
            horizon,
            median: median + k / 2,
            low80: median - 1.28 * sd,
            high80: median + 1.28 * sd,
          };
        }),
      ),
    })),
    backtest: {
      under: {
        vintage: "v0123456789ab",
        method: "m0123456789ab",
        asOf,
        instrument: "lagline",
        dates: "weights",
        seed: 1,
        draws: 400,
      },
      isCurrent: true,
      note: "The back-test was made under the facts and method of this report.",
      origins: 11,
      firstOrigin: "2023-12-01",
      lastOrigin: "2026-05-01",
      recentFrom: "2024-12-01",
      shown: "trend",
      verdict: [
        "Trend has the best record and is the forecast shown.",
        "80% intervals held what came: lag at 6 months 80%.",
      ],
      rows: (["lag", "lag-year", "closed", "open"] as const).flatMap((target) =>
        [6, 12].flatMap((horizon) => FORECASTERS.map((forecaster, k) => row(forecaster, target, horizon, k))),
      ),
    },
  };
}

function number(
  id: string,
  label: string,
  unit: Quantity["unit"],
  [value, low, high]: readonly [number, number, number],
): Quantity {
  return {
    id,
    label,
    unit,
    value,
    interval: {low, high, level: 0.8, kind: "prediction"},
    censored: "none",
    insufficient: null,
    n: 10_000,
    note: null,
    evidence: {rule: "R50", models: [], benchmarks: [], quantities: ["lag"], records: []},
  };
}

function row(
  forecaster: (typeof FORECASTERS)[number],
  target: TrackRecordRowReport["target"],
  horizon: number,
  k: number,
): TrackRecordRowReport {
  return {
    forecaster,
    target,
    horizon,
    period: "all",
    cases: horizon === 6 ? 10 : 8,
    blocks: horizon === 6 ? 5 : 2,
    crps: 1.4 + k / 10 + horizon / 20,
    intervalScore: 8.5 + k,
    bias: 0.4 - k / 5,
    coverage: [
      {level: 0.5, share: 0.5},
      {level: 0.8, share: 0.75},
      {level: 0.9, share: 0.875},
    ],
    pit: [2, 1, 3, 1, 1],
    skill:
      k === 0
        ? FORECASTERS.slice(1).map((over) =>
            horizon === 6
              ? {over, value: 0.12, low: -0.2, high: 0.31}
              : {over, value: -0.05, low: null, high: null},
          )
        : [],
  };
}
