/**
 * One lab in the Report: what pays for it and what it has done to its customers, every number with the rows behind it.
 *
 * The grades, sources and rows that all forces share are here too: a lab's page is the first to need them.
 */
import {z} from "zod";
import {isoDate, quantitySchema} from "./quantity.ts";

export const tierSchema = z.enum(["A", "B", "C", "none"]);
export const confidenceSchema = z.enum(["high", "medium", "low"]);

/** A quantity of the forces: with the rows behind it, the weakest source among them, and whether a prior speaks. */
export const forceQuantitySchema = z.strictObject({
  ...quantitySchema.shape,
  facts: z.array(z.string()).describe("ids of rows in `facts`"),
  tier: tierSchema
    .nullable()
    .describe("weakest among the rows; null when it rests on measured results alone"),
  confidence: confidenceSchema.nullable(),
  prior: z.enum(["none", "partly", "wholly"]).describe("how far a prior speaks instead of facts"),
});

export const factSourceSchema = z.strictObject({
  fact: z.string(),
  url: z.string().nullable(),
  published: z.string().nullable(),
  tier: tierSchema,
  confidence: confidenceSchema,
});

/** One row of the force tables, or one step of a list price, as a number's evidence. */
export const forceFactSchema = z.strictObject({
  id: z.string(),
  table: z.enum([
    "finance",
    "events",
    "adoption",
    "distillation",
    "distribution",
    "policy",
    "selfhost",
    "prices",
  ]),
  date: isoDate,
  who: z.string().describe("lab, segment, party or place the row is about"),
  what: z.string(),
  low: z.number().nullable(),
  value: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string(),
  says: z.string().describe("status and remark, or the event in a sentence"),
  url: z.string().nullable(),
  published: z.string().nullable(),
  tier: tierSchema,
  confidence: confidenceSchema,
  licence: z.string(),
  retrieved: isoDate,
});

const shortSchema = z.strictObject({
  months: z.number().int().positive(),
  withoutNewMoney: forceQuantitySchema,
  withRaising: forceQuantitySchema,
});

export const labMoneySchema = z.strictObject({
  says: z.string().describe("the parent's will, or what speaks instead of facts; empty when facts do"),
  revenue: forceQuantitySchema,
  burn: forceQuantitySchema.nullable().describe("null for a lab whose runway is its parent's will"),
  cash: forceQuantitySchema.nullable(),
  commitments: forceQuantitySchema,
  valuation: forceQuantitySchema,
  runway: forceQuantitySchema,
  short: z.array(shortSchema),
  breakEven: z.array(forceQuantitySchema).describe("open labs: whether and when releases pay for themselves"),
  perDollar: forceQuantitySchema.nullable(),
});

const licenceStepSchema = z.strictObject({
  model: z.string(),
  name: z.string(),
  date: isoDate,
  licence: z.string(),
  licenceClass: z.string(),
});

export const labContinuitySchema = z.strictObject({
  /** Weights already downloaded: they run whatever becomes of the lab; only successors may fail to come. */
  weights: z.strictObject({
    opens: z.enum(["yes", "mixed", "no"]),
    history: z.string(),
    lastFlagship: z.strictObject({model: z.string(), name: z.string(), date: isoDate}).nullable(),
    noNewFlagship: forceQuantitySchema,
    licences: z.array(licenceStepSchema).describe("of open releases, oldest first"),
    licenceDrift: z
      .number()
      .nullable()
      .describe("later half of the open releases minus the earlier half, in classes of strictness"),
  }),
  /** Access through the lab's own service: it ends when the lab ends it. */
  service: z.strictObject({
    hazards: z.array(
      z.strictObject({
        hazard: z.string(),
        label: z.string(),
        events: z.number().int().nonnegative().describe("of this lab"),
        allEvents: z.number().int().nonnegative().describe("of all labs watched"),
        supplierYears: z.number(),
        rate: forceQuantitySchema,
        within: forceQuantitySchema.nullable().describe("chance within the horizon"),
      }),
    ),
    notice: forceQuantitySchema,
    promisedDays: z.number().nullable(),
    belowPromise: z.number().int().nonnegative(),
  }),
});

export const historyRowSchema = z.strictObject({
  date: isoDate,
  announced: isoDate.nullable(),
  type: z.string(),
  direction: z.string(),
  noticeDays: z.number().nullable(),
  models: z.array(z.string()),
  summary: z.string(),
  source: factSourceSchema,
});

export const forceLabSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: z.string(),
  kind: z.string(),
  control: z.string(),
  parent: z.string().nullable().describe("whose will the runway is, on the day"),
  openWeights: z.enum(["yes", "mixed", "no"]),
  families: z.string(),
  note: z.string(),
  source: factSourceSchema,
  facts: z.number().int().nonnegative().describe("known rows about the lab"),
  money: labMoneySchema,
  continuity: labContinuitySchema,
  history: z.array(historyRowSchema).describe("oldest first"),
  scheduled: z.array(historyRowSchema).describe("announced and still to come, soonest first"),
  withheld: z.array(
    z.strictObject({
      model: z.string(),
      from: isoDate,
      to: isoDate.nullable(),
      why: z.string(),
      brief: z.boolean().describe("over within days, the end not known to the day"),
      source: factSourceSchema.nullable(),
    }),
  ),
});

export type ForceQuantity = z.infer<typeof forceQuantitySchema>;
export type FactSource = z.infer<typeof factSourceSchema>;
export type ForceFactRow = z.infer<typeof forceFactSchema>;
export type ForceLabReport = z.infer<typeof forceLabSchema>;
export type HistoryRow = z.infer<typeof historyRowSchema>;

/** Every quantity of a lab, in reading order. */
export function labQuantitiesOf({money, continuity}: ForceLabReport): ForceQuantity[] {
  const {weights, service} = continuity;
  return [
    money.revenue,
    money.burn,
    money.cash,
    money.commitments,
    money.valuation,
    money.runway,
    ...money.short.flatMap(({withoutNewMoney, withRaising}) => [withoutNewMoney, withRaising]),
    ...money.breakEven,
    money.perDollar,
    weights.noNewFlagship,
    ...service.hazards.flatMap(({rate, within}) => [rate, within]),
    service.notice,
  ].filter((quantity) => quantity !== null);
}
