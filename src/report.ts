/**
 * The one result every surface shows.
 *
 * A Report is a plain JSON value: the terminal, `--json`, the README and programs that import lagline all read this
 * object, so they cannot disagree. Everything displayed as a number is a `Quantity` with an id that
 * `lagline explain` answers to; nothing here is formatted, nothing is computed after it.
 */
import {z} from "zod";

const isoDate = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/);

export const intervalSchema = z.strictObject({
  low: z.number().nullable().describe("lower end; null when unbounded below"),
  high: z.number().nullable().describe("upper end; null when unbounded above (not yet matched)"),
  level: z.number().gt(0).lt(1),
  kind: z.enum(["credible", "confidence", "bootstrap", "spread"]).describe("what the interval is about"),
});

/** One closed or open record and what became of it. */
export const recordSchema = z.strictObject({
  model: z.string(),
  date: isoDate,
  ability: z.number(),
  matchedBy: z.string().nullable(),
  matchedDate: isoDate.nullable(),
  months: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  censored: z.enum(["none", "right"]),
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
  ]),
  value: z.number().nullable().describe("null exactly when `insufficient` gives the reason"),
  interval: intervalSchema.nullable(),
  censored: z.enum(["none", "right"]).describe("right: at least this much, still running on the as-of date"),
  insufficient: z.string().nullable().describe("why there is no number"),
  n: z.number().int().nonnegative().describe("records, days or results behind the number; see the label"),
  note: z.string().nullable(),
  evidence: evidenceSchema,
});

export const frontierStepSchema = z.strictObject({
  model: z.string(),
  name: z.string(),
  lab: z.string(),
  date: isoDate,
  ability: z.number(),
  low: z.number(),
  high: z.number(),
  /** Share of draws in which this release beat everything before it on its side. */
  recordProbability: z.number().min(0).max(1),
});

export const seriesPointSchema = z.strictObject({
  date: isoDate,
  value: z.number(),
  low: z.number(),
  high: z.number(),
});

export const changeSchema = z.strictObject({
  date: isoDate,
  kind: z.enum(["closed-record", "open-record", "weights-opened", "release", "lag"]),
  model: z.string().nullable(),
  sentence: z.string(),
});

export const exclusionSchema = z.strictObject({
  what: z.string(),
  why: z.string(),
  count: z.number().int().nonnegative(),
  examples: z.array(z.string()),
});

export const publishedSchema = z.strictObject({
  id: z.string(),
  author: z.string(),
  date: z.string(),
  measure: z.string(),
  unit: z.enum(["months", "points", "date"]),
  value: z.string(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  uncertainty: z.string(),
  scope: z.string(),
  period: z.string(),
  url: z.string(),
});

export const modelAbilitySchema = z.strictObject({
  model: z.string(),
  name: z.string(),
  lab: z.string(),
  country: z.string(),
  openness: z.enum(["open", "closed", "unknown"]),
  licenceClass: z.enum(["permissive", "conditional", "non-commercial", "proprietary", "unknown"]),
  announced: isoDate.nullable(),
  available: isoDate.nullable(),
  weights: isoDate.nullable(),
  paramsB: z.number().nullable(),
  memoryGb: z.number().nullable(),
  results: z.number().int().nonnegative().describe("results behind the ability"),
  ability: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  eci: z.number().nullable().describe("the same results in ECI compatibility mode"),
  inputPrice: z
    .number()
    .nullable()
    .describe(
      "USD per million input tokens, lowest current list price of the model's own lab, else of any host",
    ),
  outputPrice: z.number().nullable(),
});

export const aboutSchema = z.strictObject({
  product: z.literal("lagline"),
  version: z.string(),
  vintage: z.string().describe("content hash of the facts"),
  method: z.string().describe("hash of the method object"),
  asOf: isoDate,
  coveredTo: isoDate.describe("the last day the facts know of"),
  dates: z.enum(["announced", "available", "weights"]).describe("when a model's clock starts"),
  instrument: z.enum(["lagline", "eci"]),
  seed: z.number().int(),
  draws: z.number().int().positive(),
  models: z.number().int().nonnegative(),
  benchmarks: z.number().int().nonnegative(),
  results: z.number().int().nonnegative(),
});

export const robustnessSchema = z.strictObject({
  finding: z.string(),
  classes: z.array(
    z.strictObject({
      class: z.string(),
      points: quantitySchema,
      months: quantitySchema,
      openModels: z.number().int().nonnegative(),
      closedModels: z.number().int().nonnegative(),
      results: z.number().int().nonnegative(),
    }),
  ),
  ratio: quantitySchema.describe("private lag over public lag"),
  labs: z.array(z.strictObject({lab: z.string(), class: z.string(), points: quantitySchema})),
  models: z.array(z.strictObject({model: z.string(), class: z.string(), points: quantitySchema})),
  caveats: z.array(z.string()),
});

export const reportSchema = z.strictObject({
  schema: z.literal("lagline-report/1"),
  about: aboutSchema,
  headline: z.strictObject({
    sentence: z.string().describe("the headline as README and every surface print it"),
    lag: quantitySchema,
    gap: quantitySchema,
    trend: quantitySchema,
    range: z.strictObject({
      low: quantitySchema,
      high: quantitySchema,
      definitions: z.number().int(),
      instruments: z.number().int(),
    }),
  }),
  frontiers: z.strictObject({closed: z.array(frontierStepSchema), open: z.array(frontierStepSchema)}),
  dailyLag: z.array(seriesPointSchema),
  dailyGap: z.array(seriesPointSchema),
  definitions: z.array(
    z.strictObject({instrument: z.enum(["lagline", "eci"]), lag: quantitySchema, says: z.string()}),
  ),
  whyTheyDiffer: z.string(),
  published: z.array(publishedSchema),
  domains: z.array(quantitySchema),
  access: z.array(quantitySchema),
  groups: z.array(z.strictObject({group: z.string(), says: z.string(), lags: z.array(quantitySchema)})),
  robustness: robustnessSchema,
  changes: z.array(changeSchema),
  models: z.array(modelAbilitySchema),
  exclusions: z.array(exclusionSchema),
});

export type Quantity = z.infer<typeof quantitySchema>;
export type QuantityInterval = z.infer<typeof intervalSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type LagRecord = z.infer<typeof recordSchema>;
export type FrontierStep = z.infer<typeof frontierStepSchema>;
export type SeriesPoint = z.infer<typeof seriesPointSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Exclusion = z.infer<typeof exclusionSchema>;
export type ModelAbility = z.infer<typeof modelAbilitySchema>;
export type About = z.infer<typeof aboutSchema>;
export type RobustnessReport = z.infer<typeof robustnessSchema>;
export type Report = z.infer<typeof reportSchema>;

/** Every quantity of a Report, in reading order: the numbers `lagline explain` answers to. */
export function quantitiesOf(report: Report): Quantity[] {
  const {headline, definitions, domains, access, groups, robustness} = report;
  const all = [
    headline.lag,
    headline.gap,
    headline.trend,
    headline.range.low,
    headline.range.high,
    ...definitions.map(({lag}) => lag),
    ...domains,
    ...access,
    ...groups.flatMap(({lags}) => lags),
    ...robustness.classes.flatMap(({points, months}) => [points, months]),
    robustness.ratio,
    ...robustness.labs.map(({points}) => points),
    ...robustness.models.map(({points}) => points),
  ];
  return [...new Map(all.map((quantity) => [quantity.id, quantity])).values()];
}
