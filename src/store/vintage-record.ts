/** What is kept about one vintage beside its facts: when it was seen, where it came from, how much it holds. */
import {z} from "zod";

const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

export const sightingSchema = z.strictObject({
  day: calendarDay.describe("from this day on it was the state of the facts"),
  order: z.number().int().positive().describe("among all sightings: two of one day stand in this order"),
  origin: z.string().max(200).describe("where it came from: shipped, sync, or the folder it was added from"),
});

export const vintageRecordSchema = z.strictObject({
  schema: z.literal("lagline-vintage/1"),
  hash: sha256Hex.describe("content hash of the facts, as factsVintage gives it"),
  coveredTo: calendarDay.describe("the last day on which any result was seen"),
  models: z.number().int().nonnegative(),
  benchmarks: z.number().int().nonnegative(),
  results: z.number().int().nonnegative(),
  prices: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative().describe("size of the fact files"),
  seen: z.array(sightingSchema).min(1).describe("a state can come back"),
  chunks: z.array(sha256Hex).min(1).describe("objects that together list the objects of the packed facts"),
});

export type Sighting = z.infer<typeof sightingSchema>;
export type VintageRecord = z.infer<typeof vintageRecordSchema>;

/** The short name shown everywhere: "v" and 12 hex digits. */
export const shortName = ({hash}: Pick<VintageRecord, "hash">): string => `v${hash.slice(0, 12)}`;
