/**
 * Watches and what they told: one file under the home folder, replaced whole at every step.
 *
 * A firing enters the file in the same write as the state that made it, and is marked per place once it was delivered
 * there. A run killed between the two delivers again what was not marked: never less than once.
 */
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {InputError} from "../../errors.ts";
import {type Disk, durableWrite, nodeDisk} from "../../store/durable-write.ts";
import {conditionSchema} from "./condition.ts";

const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const placeSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("terminal")}),
  z.strictObject({kind: z.literal("file"), path: z.string()}),
  z.strictObject({kind: z.literal("feed"), path: z.string()}),
  z.strictObject({kind: z.literal("webhook"), url: z.string()}),
]);

const stateSchema = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("unseen")}),
  z.strictObject({
    kind: z.literal("level"),
    isHolding: z.boolean(),
    chance: z.number().nullable(),
    says: z.string(),
    day: calendarDay,
  }),
  z.strictObject({kind: z.literal("change"), seen: z.record(z.string(), z.string()), day: calendarDay}),
  z.strictObject({kind: z.literal("move"), from: z.number().nullable(), day: calendarDay}),
]);

export const watchSchema = z.strictObject({
  id: z.string().regex(/^w\d+$/),
  text: z.string().describe("as it was asked"),
  condition: conditionSchema,
  enter: z.number().gt(0).lte(1).describe("probability from which on it is told"),
  places: z.array(placeSchema).min(1),
  mine: z.array(z.string()).describe("models the user runs"),
  added: calendarDay,
  state: stateSchema,
});

export const firingSchema = z.strictObject({
  id: z.string().describe("the same at every delivery of this firing"),
  watch: z.string(),
  condition: z.string(),
  day: calendarDay,
  what: z.string(),
  before: z.string().nullable(),
  vintage: z.string(),
  method: z.string(),
  places: z.array(placeSchema),
  delivered: z.array(z.string()).describe("names of places where it arrived"),
});

export const watchBookSchema = z.strictObject({
  schema: z.literal("lagline-watch/1"),
  next: z.number().int().positive(),
  watches: z.array(watchSchema),
  firings: z.array(firingSchema).describe("oldest first"),
});

export type Place = z.infer<typeof placeSchema>;
export type WatchState = z.infer<typeof stateSchema>;
export type Watch = z.infer<typeof watchSchema>;
export type Firing = z.infer<typeof firingSchema>;
export type WatchBook = z.infer<typeof watchBookSchema>;

export const placeName = (place: Place): string =>
  place.kind === "terminal"
    ? "terminal"
    : `${place.kind}:${place.kind === "webhook" ? place.url : place.path}`;

const pathIn = (home: string): string => join(home, "watch.json");

/** @throws InputError for a file that is damaged: watches are a person's own, so it is not made anew silently */
export function readWatchBook(home: string): WatchBook {
  const path = pathIn(home);
  if (!existsSync(path)) return {schema: "lagline-watch/1", next: 1, watches: [], firings: []};
  try {
    return watchBookSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    throw new InputError(
      "invalid",
      "file of watches: it cannot be read; move it away to start anew, or restore a copy",
      {file: path},
    );
  }
}

export const writeWatchBook = (home: string, book: WatchBook, disk: Disk = nodeDisk): void =>
  durableWrite(pathIn(home), Buffer.from(`${JSON.stringify(book, null, 1)}\n`), disk);
