/**
 * The forecast in the one Report, with its own track record: where the frontiers and the lag are going, and how such forecasts did.
 *
 * A forecast is never without its back-test. The back-test takes minutes, so its result is a file made by `lagline backtest`; the
 * Report says under which facts and method it was made, and whether those are the ones at hand.
 */
import {z} from "zod";
import {isoDate, type Quantity, quantitySchema} from "./quantity.ts";

export const forecasterIdSchema = z.enum([
  "no-change",
  "lag-persists",
  "straight-line",
  "eci-trend",
  "trend",
  "forces",
  "mixture",
]);
export const targetSchema = z.enum(["closed", "open", "gap", "lag", "lag-year", "open-wait"]);

/** Median and central intervals of one target on one day. */
export const bandPointSchema = z.strictObject({
  month: z.number().int().nonnegative(),
  date: isoDate,
  median: z.number(),
  low50: z.number(),
  high50: z.number(),
  low80: z.number(),
  high80: z.number(),
  low90: z.number(),
  high90: z.number(),
});

export const skillSchema = z.strictObject({
  over: forecasterIdSchema,
  value: z.number().describe("1 - CRPS / CRPS of the other; above 0 it was better"),
  low: z.number().nullable().describe("of the 90% interval; null with too few independent cases"),
  high: z.number().nullable(),
});

export const trackRecordRowSchema = z.strictObject({
  forecaster: forecasterIdSchema,
  target: targetSchema,
  horizon: z.number().int().positive().describe("months ahead"),
  period: z.enum(["all", "recent"]).describe("all origins, or those with as much behind them as today"),
  cases: z.number().int().positive(),
  blocks: z.number().positive().describe("about how many of the cases are independent"),
  crps: z.number(),
  intervalScore: z.number().describe("of the 80% interval"),
  bias: z.number().describe("mean of median minus truth"),
  coverage: z.array(z.strictObject({level: z.number(), share: z.number()})),
  pit: z.array(z.number().int()).describe("cases per fifth of the forecast, lowest first"),
  skill: z.array(skillSchema),
});

export const weightSchema = z.strictObject({
  forecaster: forecasterIdSchema,
  weight: z.number().min(0).max(1),
});

/** What a back-test was made of: a forecast beside it may stand on other facts. */
export const madeUnderSchema = z.strictObject({
  vintage: z.string(),
  method: z.string().describe("hash of the choices that forecasts and measurement depend on"),
  asOf: isoDate,
  instrument: z.enum(["lagline", "eci"]),
  dates: z.enum(["announced", "available", "weights"]),
  seed: z.number().int(),
  draws: z.number().int().positive(),
});

/** One forecast and what came, in the target's unit; points on today's scale. */
const scoredCaseSchema = z.strictObject({
  forecaster: forecasterIdSchema,
  origin: isoDate,
  horizon: z.number().int().positive(),
  target: targetSchema,
  truth: z.number(),
  median: z.number(),
  low: z.array(z.number()).describe("of the 50%, 80% and 90% intervals"),
  high: z.array(z.number()),
  crps: z.number(),
  pit: z.number(),
});

/** The file that `lagline backtest` writes: every forecast put to past days, and what came. */
export const backtestSchema = z.strictObject({
  schema: z.literal("lagline-backtest/1"),
  under: madeUnderSchema,
  origins: z.array(
    z.strictObject({
      date: isoDate,
      models: z.number().int(),
      closedRecords: z.number().describe("median over worlds"),
      openRecords: z.number(),
      link: z
        .strictObject({slope: z.number(), offset: z.number(), rmse: z.number(), common: z.number().int()})
        .describe("points of the origin's vintage to today's"),
    }),
  ),
  skipped: z.array(z.strictObject({date: isoDate, why: z.string()})),
  weights: z
    .array(z.strictObject({from: isoDate, parts: z.array(weightSchema)}))
    .describe("of the mixture on each origin, from forecasts due by then, and on the as-of date"),
  cases: z.array(scoredCaseSchema),
});

/** The back-test as the Report shows it: what its cases add up to. */
export const trackRecordSchema = z.strictObject({
  under: madeUnderSchema,
  isCurrent: z.boolean(),
  note: z.string().describe("whether it belongs to the facts and method at hand"),
  origins: z.number().int().nonnegative(),
  firstOrigin: isoDate.nullable(),
  lastOrigin: isoDate.nullable(),
  recentFrom: isoDate,
  shown: forecasterIdSchema.describe("the forecaster with the best record, which is the one that is shown"),
  verdict: z.array(z.string()),
  rows: z.array(trackRecordRowSchema),
});

export const forecastSchema = z.strictObject({
  finding: z.string(),
  from: isoDate,
  months: z.number().int().positive(),
  paths: z.number().int().positive(),
  shown: forecasterIdSchema,
  weights: z.array(weightSchema),
  quantities: z.array(quantitySchema),
  bands: z.strictObject({
    closed: z.array(bandPointSchema),
    open: z.array(bandPointSchema),
    gap: z.array(bandPointSchema),
    lag: z.array(bandPointSchema),
    "lag-year": z.array(bandPointSchema),
  }),
  sideBySide: z
    .array(
      z.strictObject({
        forecaster: forecasterIdSchema,
        name: z.string(),
        says: z.string(),
        naive: z.boolean(),
        at: z.array(
          z.strictObject({
            target: targetSchema,
            horizon: z.number().int(),
            median: z.number(),
            low80: z.number(),
            high80: z.number(),
          }),
        ),
      }),
    )
    .describe("every forecaster on the same ground"),
  backtest: trackRecordSchema,
});

export type ForecastReport = z.infer<typeof forecastSchema>;
export type BacktestFile = z.infer<typeof backtestSchema>;
export type TrackRecordReport = z.infer<typeof trackRecordSchema>;
export type TrackRecordRowReport = z.infer<typeof trackRecordRowSchema>;
export type BandPoint = z.infer<typeof bandPointSchema>;
export type BandTarget = keyof ForecastReport["bands"];

export const forecastQuantitiesOf = ({quantities}: ForecastReport): readonly Quantity[] => quantities;
