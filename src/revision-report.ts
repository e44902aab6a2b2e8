/**
 * What changed between two states of the facts, and what that did to the headline: one plain JSON value.
 *
 * The shares are measured one after another, each on the facts with all earlier changes already in, so they add up to
 * the whole difference by construction.
 */
import {z} from "zod";
import {isoDate} from "./quantity.ts";

/** In the order in which changes are applied and shown; a change of method is measured first (see R85). */
export const REVISION_CAUSES = [
  "time passed",
  "new models",
  "new results",
  "changed scores",
  "changed dates",
  "changed openness",
  "changed method",
] as const;

const sideSchema = z.strictObject({
  name: z.string().describe("as it was asked for"),
  vintage: z.string(),
  asOf: isoDate,
  method: z.string().describe("hash of the method by which its headline was measured"),
});

const readSchema = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  why: z.string().nullable().describe("why there is no number"),
});

const shareSchema = z.strictObject({
  cause: z.enum(REVISION_CAUSES),
  changes: z.number().int().nonnegative().describe("rows of this kind that changed"),
  lag: z.number().nullable().describe("months; null where either side has no number"),
  gap: z.number().nullable().describe("points"),
});

const cell = z.string();
const modelRow = z.strictObject({
  model: cell,
  name: cell,
  lab: cell,
  openness: cell,
  date: cell,
  results: z.number(),
});
const fieldRow = z.strictObject({id: cell, field: cell, before: cell, after: cell});
const resultRow = z.strictObject({
  model: cell,
  benchmark: cell,
  setting: cell,
  harness: cell,
  source: cell,
  score: z.number(),
});

export const changesSchema = z.strictObject({
  newModels: z.array(modelRow),
  removedModels: z.array(
    modelRow.extend({nowAs: cell.describe("another model that has its name, else blank")}),
  ),
  newResults: z.array(resultRow).describe("on models known before; those of new models come with them"),
  removedResults: z.array(resultRow),
  newBenchmarks: z.array(z.string()),
  removedBenchmarks: z.array(z.string()),
  changedScores: z.array(resultRow.omit({score: true}).extend({before: z.number(), after: z.number()})),
  changedBenchmarks: z.array(fieldRow).describe("how results are read: chance, ceiling, domain and so on"),
  changedDates: z.array(fieldRow.extend({days: z.number().nullable()})),
  changedOpenness: z.array(fieldRow.extend({days: z.number().nullable().optional()})),
  changedIdentities: z.array(fieldRow).describe("lab, family, size: counted with new models"),
  prices: z
    .array(z.strictObject({model: cell, provider: cell, from: cell, before: cell, after: cell}))
    .describe(
      "list prices new, gone or changed, USD per million tokens in / out; never part of the headline",
    ),
  indexValues: z
    .array(
      z.strictObject({
        index: cell,
        model: cell,
        before: z.number(),
        beforeOf: isoDate,
        after: z.number(),
        afterOf: isoDate,
      }),
    )
    .describe("newest published value of a composite index, where it differs; never part of the headline"),
  compared: z.strictObject({models: z.number().int(), results: z.number().int(), dates: z.number().int()}),
});

export const revisionSchema = z.strictObject({
  schema: z.literal("lagline-revision/1"),
  before: sideSchema,
  after: sideSchema,
  instrument: z.enum(["lagline", "eci"]),
  dates: z.enum(["announced", "available", "weights"]),
  seed: z.number().int(),
  draws: z.number().int(),
  lag: z.strictObject({before: readSchema, after: readSchema, noise: z.number().nullable()}),
  gap: z.strictObject({before: readSchema, after: readSchema, noise: z.number().nullable()}),
  shares: z.array(shareSchema).describe("in order; they add up to after minus before"),
  remainder: z.strictObject({lag: z.number().nullable(), gap: z.number().nullable()}),
  changes: changesSchema,
});

export type RevisionCause = (typeof REVISION_CAUSES)[number];
export type CatalogChanges = z.infer<typeof changesSchema>;
export type Revision = z.infer<typeof revisionSchema>;
export type RevisionShare = Revision["shares"][number];
