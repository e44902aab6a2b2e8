/**
 * What the briefings before said, kept in the user's folder so that the next one can say what changed.
 *
 * One entry per reader and vintage: a second briefing on the same facts looks back to the same earlier one, and is the
 * same to the byte. A folder that cannot be written or holds something else makes a briefing that remembers nothing.
 */
import {mkdirSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {homeFolder} from "../../cache/home-folder.ts";
import type {About} from "../../report.ts";
import type {Earlier} from "../brief/change-sentences.ts";
import type {Environment} from "./world.ts";

const entrySchema = z.strictObject({
  asOf: z.string(),
  vintage: z.string(),
  method: z.string(),
  lag: z.number().nullable(),
});
const fileSchema = z.array(entrySchema);
/** Briefings looked back over; the oldest is forgotten. */
const KEPT = 50;

const folderOf = (env: Environment): string => join(homeFolder(env), "briefings");

/** The newest briefing for this reader that was made on other facts, and not on later ones. */
export function earlierBriefing(
  env: Environment,
  reader: string,
  {vintage, asOf}: About,
): Earlier | undefined {
  return entries(env, reader)
    .filter((entry) => entry.vintage !== vintage && entry.asOf <= asOf)
    .sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0))
    .at(-1);
}

/** Keeps what this briefing said, once per vintage. */
export function rememberBriefing(env: Environment, reader: string, entry: Earlier): void {
  const known = entries(env, reader);
  if (known.some(({vintage}) => vintage === entry.vintage)) return;
  const file = join(folderOf(env), `${reader}.json`);
  try {
    mkdirSync(folderOf(env), {recursive: true});
    writeFileSync(`${file}.part`, `${JSON.stringify([...known, entry].slice(-KEPT), null, 2)}\n`);
    renameSync(`${file}.part`, file);
  } catch {
    // A read-only home: the briefing is made all the same.
  }
}

function entries(env: Environment, reader: string): Earlier[] {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(join(folderOf(env), `${reader}.json`), "utf8")));
  } catch {
    return [];
  }
}
