/** A displayed number of the Report: value, interval, what it rests on, or the reason why there is none. */
import {z} from "zod";

/** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);

export const intervalSchema = z.strictObject({
  low: z.number().nullable().describe("lower end; null when unbounded below"),
  high: z.number().nullable().describe("upper end; null when unbounded above (not yet matched)"),
  level: z.number().gt(0).lt(1),
  kind: z
    .enum(["credible", "confidence", "bootstrap", "prediction", "spread"])
    .describe("what the interval is about"),
});

/** One closed or open record and what became of it. */
export const recordSchema = z.strictObject({
  model: z.string(),
  date: isoDate,
  matchedBy: z.string().nullable().describe("the other side's model that decides the lag in most draws"),
  months: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  recordShare: z
    .number()
    .min(0)
    .max(1)
    .describe("share of draws in which this release is a record of its side"),
  censored: z.enum(["none", "right", "left"]).describe("right: at least so long; left: at most so long"),
});

/** What a number rests on; `lagline explain` turns it into rows, sources and dates. */
export const evidenceSchema = z.strictObject({
  rule: z.string().describe("METHOD rule, for instance R12"),
  models: z.array(z.string()).describe("ids of the models that decide the number"),
  benchmarks: z.array(z.string()).describe("ids of the benchmarks used; empty means all that the index uses"),
  quantities: z.array(z.string()).describe("ids of the quantities this one is computed from"),
  records: z.array(recordSchema),
});

export const quantitySchema = z.strictObject({
  id: z.string().describe("stable name, for instance lag.domain.coding"),
  label: z.string(),
  unit: z.enum([
    "months",
    "points",
    "months per year",
    "points per year",
    "ratio",
    "probability",
    "Elo",
    "date",
    "USD",
    "USD per year",
    "USD per Mtok",
    "USD per task",
    "tasks per month",
    "points per USD billion",
    "events per year",
    "days",
    "years",
    "share",
    "shares per year",
    "per month",
    "per year",
  ]),
  value: z.number().nullable().describe("null exactly when `insufficient` gives the reason"),
  interval: intervalSchema.nullable(),
  censored: z.enum(["none", "right"]).describe("right: at least this much, still running on the as-of date"),
  insufficient: z.string().nullable().describe("why there is no number"),
  n: z.number().int().nonnegative().describe("records, days or results behind the number; see the label"),
  note: z.string().nullable(),
  evidence: evidenceSchema,
});

export type Quantity = z.infer<typeof quantitySchema>;
export type QuantityInterval = z.infer<typeof intervalSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type LagRecord = z.infer<typeof recordSchema>;
