/**
 * The records of the ledger, each with who wrote it (`by`), when (`at`) and why.
 *
 *   belief -> question -> position -> resolution        and about them: evidence, activation, confirmation, void, correction
 *
 * A record is never changed: what was wrong is corrected by a later record that names it.
 */
import {z} from "zod";
import {isoDay, modelGroup, predicateSchema, rowFilter} from "./predicate/predicate-schema.ts";

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/, {message: "lower case, digits, . and -"});
/** Somebody or something that takes positions: a person, a market, the product itself. */
export const forecasterId = z.string().regex(/^[a-z0-9][a-z0-9.@_-]{0,59}$/i, {
  message: "a name without spaces, such as ada or polymarket",
});
const text = z.string().trim().min(1).max(2000);
const short = z.string().trim().min(1).max(300);
const url = z.string().regex(/^https?:\/\/\S+$/, {message: "a web address"});
export const probability = z.number().min(0).max(1);

const written = {at: isoDay, by: forecasterId};

/** What an answer or a status rests on. */
export const evidenceSchema = z.strictObject({
  /** Ids of rows in data/forces. */
  facts: z.array(z.string()).default([]),
  /** Ids of numbers of the Report. */
  numbers: z.array(z.string()).default([]),
  models: z.array(z.string()).default([]),
  urls: z.array(url).default([]),
});

export const beliefEntry = z.strictObject({
  ...written,
  kind: z.literal("belief"),
  id,
  title: short,
  claim: text.describe("restated in our own words"),
  holder: forecasterId.describe("who holds it"),
  stated: isoDay,
  source: url,
  group: z.enum(["thirteen", "related", "own"]),
  wouldChange: text.describe("what would change our mind about it"),
  why: text.describe("how it was read, and why it is kept here"),
});

/** Values by level; days as `YYYY-MM-DD` where a date is asked for. */
const quantiles = z
  .record(
    z.string().regex(/^0?\.\d+$/, {message: "levels between 0 and 1, such as 0.5"}),
    z.union([z.number(), isoDay]),
  )
  .refine((given) => Object.keys(given).length >= 3, {message: "at least three quantiles"})
  .refine(
    (given) => {
      const rows = Object.entries(given)
        .map(([level, value]) => [Number(level), value] as const)
        .sort(([a], [b]) => a - b);
      return rows.every(
        ([level, value], i) => i === 0 || (level > rows[i - 1]![0] && value > rows[i - 1]![1]),
      );
    },
    {message: "values that rise with their levels"},
  );

const terms = z.strictObject({
  metric: short.describe("what is measured, with its version"),
  rule: short.describe("how: a METHOD rule, or the source's own"),
  cohort: short.describe("over which models, labs or people"),
  dates: short.describe("which day counts, in which time zone"),
});

/** How the answer of a numeric or date question is read off by machine. */
const valueOf = z.union([
  z.strictObject({number: short, on: isoDay}),
  z.strictObject({firstRow: rowFilter}),
  z.strictObject({firstModel: modelGroup}),
]);

const asked = {
  ...written,
  kind: z.literal("question"),
  id,
  belief: id.nullable(),
  asks: text,
  /** What the answer yes, or a value in the upper half of the range, says about the belief. */
  counts: z.enum(["for", "against", "neither"]),
  /** Coming out against the belief breaks it by itself. */
  decisive: z.boolean().default(false),
  terms,
  source: text.describe("where the answer is read"),
  fallback: text.describe("where, when the source is gone"),
  opens: isoDay,
  closes: isoDay.describe("last day a position counts"),
  resolves: isoDay.describe("day by which the answer is due"),
  graceDays: z.number().int().min(0).max(365).default(30).describe("then it is settled as cannot tell"),
  ties: text,
  revisions: text,
  voids: text,
  /** Active only once this has happened; void when it has not by the day it resolves. */
  condition: z.strictObject({says: text, predicate: predicateSchema.optional()}).nullable().default(null),
  settledBy: z.enum(["machine", "person"]),
  why: text,
};

export const questionEntry = z.discriminatedUnion("type", [
  z.strictObject({...asked, type: z.literal("binary"), predicate: predicateSchema.optional()}),
  z.strictObject({
    ...asked,
    type: z.literal("numeric"),
    unit: short,
    range: z.strictObject({low: z.number(), high: z.number()}),
    value: valueOf.optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal("date"),
    range: z.strictObject({low: isoDay, high: isoDay}),
    value: valueOf.optional(),
  }),
]);

/** A direction is kept where somebody said which way and no number: it is shown and not scored. */
const stand = z.union([
  z.strictObject({probability}),
  z.strictObject({quantiles}),
  z.strictObject({direction: z.enum(["yes", "no", "more", "less", "earlier", "later", "unsure"])}),
]);

export const positionEntry = z.strictObject({
  ...written,
  kind: z.literal("position"),
  question: id,
  forecaster: forecasterId,
  stand,
  /** The day it was held; `at` is the day it was written down. */
  on: isoDay,
  why: text,
  source: z
    .strictObject({
      url,
      tier: z.enum(["A", "B", "C"]),
      /** How the wording there differs from the question. */
      difference: text,
      market: short.optional(),
    })
    .optional(),
  /** Of lagline's own positions: what they were computed from. */
  computed: z.strictObject({vintage: z.string(), method: z.string(), asOf: isoDay, event: text}).optional(),
});

export const outcomeSchema = z.union([z.enum(["yes", "no", "cannot-tell"]), z.number(), isoDay]);

export const resolutionEntry = z.strictObject({
  ...written,
  kind: z.literal("resolution"),
  question: id,
  outcome: outcomeSchema,
  /** First day on which the answer could be known. */
  on: isoDay,
  evidence: evidenceSchema,
  /** Facts the machine settled from; null when a person did. */
  vintage: z.string().nullable(),
  method: z.string().nullable(),
  why: text,
});

/** A second person agrees, or not, with a person's resolution. */
export const confirmationEntry = z.strictObject({
  ...written,
  kind: z.literal("confirmation"),
  /** Hash of the resolution. */
  of: z.string().length(64),
  agrees: z.boolean(),
  why: text,
});

export const voidEntry = z.strictObject({
  ...written,
  kind: z.literal("void"),
  question: id,
  evidence: evidenceSchema,
  why: text,
});

/** The condition of a conditional question has come about. */
export const activationEntry = z.strictObject({
  ...written,
  kind: z.literal("activation"),
  question: id,
  on: isoDay,
  evidence: evidenceSchema,
  why: text,
});

export const correctionEntry = z.strictObject({
  ...written,
  kind: z.literal("correction"),
  /** Hash of the record that was wrong. */
  of: z.string().length(64),
  /** Fields of that record with what they should say. */
  changes: z.record(z.string(), z.json()),
  why: text,
});

export const evidenceEntry = z.strictObject({
  ...written,
  kind: z.literal("evidence"),
  belief: id,
  speaks: z.enum(["for", "against", "context"]),
  on: isoDay,
  says: text,
  rests: evidenceSchema,
  tier: z.enum(["A", "B", "C", "none"]),
});

export const entrySchema = z.union([
  beliefEntry,
  questionEntry,
  positionEntry,
  resolutionEntry,
  confirmationEntry,
  voidEntry,
  activationEntry,
  correctionEntry,
  evidenceEntry,
]);

export type Belief = z.infer<typeof beliefEntry>;
export type Question = z.infer<typeof questionEntry>;
export type Position = z.infer<typeof positionEntry>;
export type Resolution = z.infer<typeof resolutionEntry>;
export type Confirmation = z.infer<typeof confirmationEntry>;
export type Void = z.infer<typeof voidEntry>;
export type Activation = z.infer<typeof activationEntry>;
export type Correction = z.infer<typeof correctionEntry>;
export type BeliefEvidence = z.infer<typeof evidenceEntry>;
export type Entry = z.infer<typeof entrySchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type RestsOn = z.infer<typeof evidenceSchema>;
export type ValueOf = z.infer<typeof valueOf>;
