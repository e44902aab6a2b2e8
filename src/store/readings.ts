/**
 * What lagline said of a vintage at the time: its numbers, by the method of that day.
 *
 * A reading is written once and never again, so that a later method cannot rewrite what was told. It is how a change of
 * method can be told from a change of facts after the old code is gone.
 *
 * `<home>/vintages/readings/<vintage>-<digest of method and options>.json.br`
 */
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {brotliCompressSync, brotliDecompressSync} from "node:zlib";
import {z} from "zod";
import {type Disk, durableWrite, nodeDisk} from "./durable-write.ts";
import {sha256Hex} from "./vintage-record.ts";
import {vintagesFolder} from "./vintage-store.ts";

const numberSchema = z
  .tuple([z.string(), z.number().nullable(), z.number().nullable(), z.number().nullable()])
  .describe("unit, value, low, high");

export const readingSchema = z.strictObject({
  schema: z.literal("lagline-reading/1"),
  hash: sha256Hex.describe("of the facts"),
  day: z.string().describe("on which it was told"),
  method: z.string(),
  version: z.string(),
  asOf: z.string(),
  dates: z.string(),
  instrument: z.string(),
  seed: z.number().int(),
  draws: z.number().int(),
  numbers: z.record(z.string(), numberSchema).describe("by id, as `lagline explain` lists them"),
});

export type Reading = z.infer<typeof readingSchema>;

/** A reading takes some 80 kB unpacked; a damaged one must not unpack without end. */
const LARGEST = 16_000_000;

export interface Readings {
  /** Keeps a reading unless one of the same facts, method and options is kept already. */
  keep(reading: Reading): void;
  /** All readings of one vintage in order of day; what cannot be read is left out. */
  of(hash: string): Reading[];
}

export function readings(home: string, disk: Disk = nodeDisk): Readings {
  const folder = join(vintagesFolder(home), "readings");
  return {
    keep(reading) {
      const {hash, method, asOf, dates, instrument, seed, draws} = reading;
      const options = JSON.stringify([method, asOf, dates, instrument, seed, draws]);
      const digest = createHash("sha256").update(options).digest("hex").slice(0, 12);
      const path = join(folder, `${hash.slice(0, 32)}-${digest}.json.br`);
      if (!existsSync(path)) durableWrite(path, brotliCompressSync(JSON.stringify(reading)), disk);
    },
    of(hash) {
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .filter((name) => name.startsWith(`${hash.slice(0, 32)}-`) && name.endsWith(".json.br"))
        .flatMap((name) => readingIn(join(folder, name)) ?? [])
        .filter((reading) => reading.hash === hash)
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    },
  };
}

function readingIn(path: string): Reading | undefined {
  try {
    const text = brotliDecompressSync(readFileSync(path), {maxOutputLength: LARGEST}).toString();
    return readingSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
