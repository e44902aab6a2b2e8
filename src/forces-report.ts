/**
 * The forces in the one Report: who can pay, who copies, who regulates, who uses, at what price.
 *
 * Like the rest of the Report it is a plain value. Every number is a quantity with the fact rows it rests on; the rows
 * themselves are in `facts`, with page, tier, confidence and date, so that each can be checked line by line.
 */
import {z} from "zod";
import {
  confidenceSchema,
  factSourceSchema,
  forceFactSchema,
  forceLabSchema,
  type ForceQuantity,
  forceQuantitySchema,
  labQuantitiesOf,
  tierSchema,
} from "./lab-report.ts";
import {isoDate} from "./quantity.ts";

export {
  factSourceSchema,
  forceFactSchema,
  forceLabSchema,
  forceQuantitySchema,
  labQuantitiesOf,
} from "./lab-report.ts";
export type {FactSource, ForceFactRow, ForceLabReport, ForceQuantity, HistoryRow} from "./lab-report.ts";

const claimSchema = z.strictObject({
  date: isoDate,
  type: z.string(),
  by: z.array(z.string()),
  about: z.array(z.string()),
  magnitude: z.string().nullable(),
  summary: z.string(),
  source: factSourceSchema,
});

export const copyingSchema = z.strictObject({
  finding: z.string(),
  coupling: forceQuantitySchema,
  delay: forceQuantitySchema,
  none: forceQuantitySchema,
  withoutIt: forceQuantitySchema,
  advantage: forceQuantitySchema,
  yearAhead: forceQuantitySchema,
  delays: z.array(z.strictObject({delay: z.number(), weight: z.number()})),
  months: z.strictObject({from: isoDate, to: isoDate, count: z.number().int()}).nullable(),
  experiments: z.array(
    z.strictObject({
      model: z.string(),
      why: z.string(),
      from: isoDate,
      to: isoDate.nullable(),
      days: z.number().nullable(),
      effect: forceQuantitySchema,
      source: factSourceSchema.nullable(),
    }),
  ),
  parties: z.array(
    z.strictObject({
      party: z.string(),
      claims: z.array(claimSchema),
      counter: z.array(claimSchema),
      measurements: z.array(claimSchema),
    }),
  ),
  defences: z.array(claimSchema),
  responses: z.array(claimSchema),
  otherMeasurements: z.array(claimSchema),
});

export const measureSchema = z.strictObject({
  id: z.string(),
  date: isoDate,
  jurisdiction: z.string(),
  instrument: z.string(),
  status: z.string(),
  stage: z.enum(["proposed", "enacted", "in-force", "failed", "ended", "statement"]),
  bindsFrom: z.string().nullable(),
  endedBy: z.string().nullable(),
  binds: z.array(z.string()).nullable().describe("null where nobody has recorded it yet"),
  voluntary: z.boolean().nullable(),
  openWeights: z.enum(["exempt", "partially", "yes", "unknown"]).describe("does it reach open weights"),
  summary: z.string(),
  source: factSourceSchema,
});

export const lawSchema = z.strictObject({
  notice: z.string(),
  measures: z.array(measureSchema).describe("by jurisdiction, oldest first within"),
  notYetPublished: z.number().int().nonnegative(),
});

export const useSchema = z.strictObject({
  series: z.array(
    z.strictObject({
      name: z.string(),
      channel: z.string(),
      counts: z.string(),
      bias: z.string(),
      metric: z.string(),
      unit: z.string(),
      points: z.array(
        z.strictObject({
          date: isoDate,
          segment: z.string(),
          value: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          note: z.string(),
          source: factSourceSchema,
        }),
      ),
      newest: forceQuantitySchema.nullable().describe("null for what is not counted as a share"),
      change: forceQuantitySchema.nullable(),
    }),
  ),
  loops: z.array(
    z.strictObject({
      lab: z.string(),
      name: z.string(),
      loop: z.string(),
      says: z.string(),
      since: isoDate,
      effects: z.array(
        z.strictObject({
          product: z.string(),
          date: isoDate,
          effect: z.string(),
          value: z.number().nullable(),
          unit: z.string(),
          note: z.string(),
          markedAsClaim: z.boolean(),
          source: factSourceSchema,
        }),
      ),
    }),
  ),
  age: z.strictObject({
    date: isoDate.nullable(),
    covered: z.number(),
    median: forceQuantitySchema,
    models: z.array(z.strictObject({model: z.string(), ageDays: z.number(), share: z.number()})),
  }),
  againstSizeClass: forceQuantitySchema,
});

const priceSourceSchema = z.strictObject({
  source: z.string(),
  url: z.string().nullable(),
  read: isoDate,
  tier: tierSchema,
  confidence: confidenceSchema,
});

export const pricesSchema = z.strictObject({
  levels: z.array(
    z.strictObject({
      level: z.number(),
      now: forceQuantitySchema,
      decline: z.strictObject({recorded: forceQuantitySchema, backCast: forceQuantitySchema}),
      months: z.array(
        z.strictObject({
          date: isoDate,
          value: z.number().nullable(),
          low: z.number().nullable(),
          high: z.number().nullable(),
          reached: z.number(),
        }),
      ),
      cheapest: z.array(
        z.strictObject({
          model: z.string(),
          name: z.string(),
          provider: z.string(),
          blend: z.number(),
          share: z.number().describe("share of draws in which it is the cheapest at the level"),
          source: priceSourceSchema,
        }),
      ),
      ratio: forceQuantitySchema.describe("lowest open over lowest closed price"),
    }),
  ),
  typicalRatio: forceQuantitySchema.describe("open over closed price at equal ability"),
  hosts: forceQuantitySchema.describe("cheapest third party over the lab's own price, same weights"),
  hostRows: z.array(
    z.strictObject({
      model: z.string(),
      own: z.number(),
      thirdParty: z.number(),
      provider: z.string(),
      ratio: z.number(),
    }),
  ),
  quotes: z.number().int().nonnegative(),
  left: z.array(z.strictObject({why: z.string(), count: z.number().int()})),
});

/** Something that happened, and what it should move. */
export const forceChangeSchema = z.strictObject({
  date: isoDate,
  days: z.union([z.literal(30), z.literal(90)]).describe("the shorter window it falls into"),
  force: z.enum(["money", "copying", "law", "use", "prices", "continuity"]),
  who: z.string(),
  sentence: z.string(),
  moves: z.string(),
  when: z.string(),
  weight: z.number().describe("order in the panel: larger first"),
  source: factSourceSchema,
});

/** A model whose access through its lab's own service has ended or is announced to end. */
export const serviceEndSchema = z.strictObject({
  model: z.string(),
  state: z
    .enum(["retired", "scheduled", "due"])
    .describe("due: the announced end has passed, and no row says that it came"),
  on: isoDate.nullable().describe("null where it is announced without a day"),
  noticeDays: z.number().nullable(),
  source: factSourceSchema,
});

/** How a kind of number did in the past. */
export const backtestSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  says: z.string().describe("the figures, their number, and what they can and cannot tell"),
  n: z.number().int().nonnegative(),
  value: forceQuantitySchema,
});

export const forcesSchema = z.strictObject({
  asOf: isoDate,
  says: z.string().describe("what the section rests on, in a sentence"),
  laterFacts: z.number().int().nonnegative().describe("rows in the folder not known yet on the as-of date"),
  labs: z.array(forceLabSchema),
  spend: z.array(forceQuantitySchema).describe("ability per doubling of the money raised, and its lag"),
  copying: copyingSchema,
  law: lawSchema,
  use: useSchema,
  prices: pricesSchema,
  serviceEnds: z.array(serviceEndSchema).describe("models whose service has ended or will, by model"),
  backtests: z.array(backtestSchema).describe("how the numbers on money and continuity did in the past"),
  changes: z.array(forceChangeSchema).describe("of the last 90 days, weightiest first"),
  facts: z.array(forceFactSchema),
});

export type CopyingReport = z.infer<typeof copyingSchema>;
export type LawReport = z.infer<typeof lawSchema>;
export type MeasureReport = z.infer<typeof measureSchema>;
export type UseReport = z.infer<typeof useSchema>;
export type PricesReport = z.infer<typeof pricesSchema>;
export type ServiceEnd = z.infer<typeof serviceEndSchema>;
export type Backtest = z.infer<typeof backtestSchema>;
export type ForceChange = z.infer<typeof forceChangeSchema>;
export type ForcesReport = z.infer<typeof forcesSchema>;

/** Every quantity of the forces, in reading order. */
export function forceQuantitiesOf({
  labs,
  spend,
  copying,
  use,
  prices,
  backtests,
}: ForcesReport): ForceQuantity[] {
  const {coupling, delay, none, withoutIt, advantage, yearAhead, experiments} = copying;
  return [
    ...labs.flatMap(labQuantitiesOf),
    ...spend,
    coupling,
    delay,
    none,
    withoutIt,
    advantage,
    yearAhead,
    ...experiments.map(({effect}) => effect),
    ...use.series.flatMap(({newest, change}) => [newest, change]).filter((quantity) => quantity !== null),
    use.age.median,
    use.againstSizeClass,
    ...prices.levels.flatMap(({now, decline, ratio}) => [now, decline.recorded, decline.backCast, ratio]),
    prices.typicalRatio,
    prices.hosts,
    ...backtests.map(({value}) => value),
  ];
}
