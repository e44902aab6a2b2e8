/**
 * The one result every surface shows.
 *
 * A Report is a plain JSON value: the terminal, `--json`, the README and programs that import lagline all read this
 * object, so they cannot disagree. Everything displayed as a number is a `Quantity` with an id that
 * `lagline explain` answers to; nothing here is formatted, nothing is computed after it.
 */
import {z} from "zod";
import {betQuantitiesOf, betsSchema} from "./bets-report.ts";
import {forecastQuantitiesOf, forecastSchema} from "./forecast-report.ts";
import {forceQuantitiesOf, forcesSchema} from "./forces-report.ts";
import {isoDate, type Quantity, quantitySchema} from "./quantity.ts";
import {whatIfQuantitiesOf, whatIfSchema} from "./whatif-report.ts";

export {evidenceSchema, intervalSchema, quantitySchema, recordSchema} from "./quantity.ts";
export type {Evidence, LagRecord, Quantity, QuantityInterval} from "./quantity.ts";

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
  level: z.number().gt(0).lt(1).describe("level of the intervals of models and frontiers"),
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
      ratio: quantitySchema.describe("lag on this class over lag on public tests"),
      matchedPairs: quantitySchema.describe(
        "the same difference with hardly any model: pairs of equal public ability",
      ),
      placebo: z
        .strictObject({observed: z.number(), low: z.number(), high: z.number(), pValue: z.number()})
        .nullable()
        .describe(
          "the difference with openness shuffled among models of like ability, points; null where data are too few",
        ),
      openModels: z.number().int().nonnegative(),
      closedModels: z.number().int().nonnegative(),
      results: z.number().int().nonnegative(),
    }),
  ),
  ratio: quantitySchema.describe("held-out lag over public lag"),
  published: z
    .array(
      z.strictObject({
        author: z.string(),
        publicMonths: z.number(),
        privateMonths: z.number(),
        ratio: z.number(),
        url: z.string(),
      }),
    )
    .describe("what others found for private over public lag"),
  labs: z.array(
    z.strictObject({
      lab: z.string(),
      openness: z.enum(["open", "closed"]),
      class: z.string(),
      points: quantitySchema,
    }),
  ),
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
  forces: forcesSchema.nullable().describe("null when the facts hold no tables on the forces"),
  bets: betsSchema.nullable().describe("null when no ledger of bets is at hand"),
  forecast: forecastSchema
    .nullable()
    .describe("null when no world has records on both sides to carry on, or when there is no back-test"),
  whatIf: whatIfSchema.nullable().describe("null when no world has records on both sides to carry on"),
  changes: z.array(changeSchema),
  models: z.array(modelAbilitySchema),
  exclusions: z.array(exclusionSchema),
});

export type FrontierStep = z.infer<typeof frontierStepSchema>;
export type SeriesPoint = z.infer<typeof seriesPointSchema>;
export type Change = z.infer<typeof changeSchema>;
export type Exclusion = z.infer<typeof exclusionSchema>;
export type ModelAbility = z.infer<typeof modelAbilitySchema>;
export type About = z.infer<typeof aboutSchema>;
export type RobustnessReport = z.infer<typeof robustnessSchema>;
export type Report = z.infer<typeof reportSchema>;
/** A Report before the bets are read against it. */
export type ReportBase = Omit<Report, "bets">;

/** Every quantity of a Report, in reading order: the numbers `lagline explain` answers to. */
export function quantitiesOf(report: ReportBase & Partial<Pick<Report, "bets">>): Quantity[] {
  const {headline, definitions, domains, access, groups, robustness, forces, forecast, bets, whatIf} = report;
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
    ...robustness.classes.flatMap(({points, months, ratio, matchedPairs}) => [
      points,
      months,
      ratio,
      matchedPairs,
    ]),
    robustness.ratio,
    ...robustness.labs.map(({points}) => points),
    ...robustness.models.map(({points}) => points),
    ...(forces ? forceQuantitiesOf(forces) : []),
    ...(bets ? betQuantitiesOf(bets) : []),
    ...(forecast ? forecastQuantitiesOf(forecast) : []),
    ...(whatIf ? whatIfQuantitiesOf(whatIf) : []),
  ];
  return [...new Map(all.map((quantity) => [quantity.id, quantity])).values()];
}
