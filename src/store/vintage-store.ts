/**
 * Every state of the facts this machine has seen, kept by content.
 *
 * The packed facts are cut into chunks (line-chunks.ts) that are kept once however many vintages share them; the list
 * of chunk names is cut and kept the same way. What is new per vintage is therefore the chunks that changed, about two
 * chunks of names, and one small record, however many vintages there are. Objects are written first and the record
 * last, so a run killed at any point has kept the vintage or has not.
 *
 * Layout under `<home>/vintages`: `objects/`, and `records/<hash>.json`.
 */
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {type FactFile, factFiles} from "../data/fact-files.ts";
import {vintageOf} from "../data/facts-vintage.ts";
import {loadCatalog} from "../data/load-catalog.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import {type Disk, durableWrite, nodeDisk} from "./durable-write.ts";
import {lineChunks} from "./line-chunks.ts";
import {objectStore} from "./object-store.ts";
import {packedFacts, unpackedFacts} from "./packed-facts.ts";
import {type Sighting, shortName, type VintageRecord, vintageRecordSchema} from "./vintage-record.ts";

export interface Kept {
  readonly record: VintageRecord;
  /** False when this state was already the newest one of its day or later. */
  readonly isNew: boolean;
}

export interface VintageStore {
  /**
   * Keeps the facts in a folder as the state of a day. Keeping the state that already holds on that day changes nothing.
   *
   * @throws InputErrors, InputError for facts that do not load, or a disk that does not write
   */
  keep(folder: string, sighting: Omit<Sighting, "order">): Kept;
  /** Every kept vintage; a record that cannot be read is named in `damaged`. */
  list(): VintageList;
  /** @throws InputError when a byte is missing or is not what was kept */
  files(record: VintageRecord): FactFile[];
}

export interface VintageList {
  readonly records: readonly VintageRecord[];
  /** Records that could not be read, by file name. */
  readonly damaged: readonly string[];
}

export const vintagesFolder = (home: string): string => join(home, "vintages");

export function vintageStore(home: string, disk: Disk = nodeDisk): VintageStore {
  const folder = vintagesFolder(home);
  const objects = objectStore(join(folder, "objects"), disk);
  const recordPath = (hash: string) => join(folder, "records", `${hash}.json`);

  function list(): VintageList {
    const records: VintageRecord[] = [];
    const damaged: string[] = [];
    const folderOfRecords = join(folder, "records");
    if (!existsSync(folderOfRecords)) return {records, damaged};
    for (const name of readdirSync(folderOfRecords).sort()) {
      if (!name.endsWith(".json")) continue;
      const record = recordIn(join(folderOfRecords, name));
      if (record && name === `${record.hash}.json`) records.push(record);
      else damaged.push(name);
    }
    return {records, damaged};
  }

  function write(record: VintageRecord): VintageRecord {
    durableWrite(recordPath(record.hash), Buffer.from(`${JSON.stringify(record)}\n`), disk);
    return record;
  }

  function keep(facts: string, {day, origin}: Omit<Sighting, "order">): Kept {
    const found = factFiles(facts);
    const {hash} = vintageOf(found);
    const {records} = list();
    const order = 1 + Math.max(0, ...records.flatMap(({seen}) => seen.map((one) => one.order)));
    const sighting = {day, order, origin: origin.slice(0, 200)};
    const before = stateOn(records, day);
    const known = records.find((record) => record.hash === hash);
    const content = known ?? counted(facts, hash);
    const names = lineChunks(packedFacts(found)).map((chunk) => objects.put(chunk));
    const chunks = lineChunks(Buffer.from(`${names.join("\n")}\n`)).map((chunk) => objects.put(chunk));
    if (known && before?.hash === hash) return {record: known, isNew: false};
    const record = write({
      ...content,
      schema: "lagline-vintage/1",
      hash,
      bytes: found.reduce((sum, {bytes}) => sum + bytes.length, 0),
      seen: [...(known?.seen ?? []), sighting],
      chunks,
    });
    return {record, isNew: true};
  }

  function files(record: VintageRecord): FactFile[] {
    try {
      const names = Buffer.concat(record.chunks.map((name) => objects.read(name)))
        .toString()
        .trim()
        .split("\n");
      const stream = Buffer.concat(names.map((name) => objects.read(name)));
      const unpacked = unpackedFacts(stream);
      if (vintageOf(unpacked).hash === record.hash) return unpacked;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw damage(record, error);
    }
    throw damage(record);
  }

  return {keep, list, files};
}

/** What the facts in a folder hold; every one is checked by loading them. */
function counted(folder: string, hash: string) {
  const catalog = loadCatalog(folder);
  if (catalog.hash !== hash) {
    throw new InputError("conflicting", "facts: they changed while they were read; try again", {
      file: folder,
    });
  }
  const {models, benchmarks, results, prices, coveredTo} = catalog;
  return {
    coveredTo: isoDay(coveredTo),
    models: models.size,
    benchmarks: benchmarks.size,
    results: results.length,
    prices: prices.length,
  };
}

/** The state that held on a day: the one seen last, not after it. */
export function stateOn(records: readonly VintageRecord[], day: string): VintageRecord | undefined {
  let best: {record: VintageRecord; day: string; order: number} | undefined;
  for (const record of records) {
    for (const sighting of record.seen) {
      if (sighting.day > day) continue;
      if (!best || sighting.day > best.day || (sighting.day === best.day && sighting.order > best.order)) {
        best = {record, day: sighting.day, order: sighting.order};
      }
    }
  }
  return best?.record;
}

function recordIn(path: string): VintageRecord | undefined {
  try {
    return vintageRecordSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    return undefined;
  }
}

const damage = (record: VintageRecord, cause?: InputError): InputError =>
  new InputError(
    "invalid",
    `vintage: ${shortName(record)}; its kept bytes no longer have its hash${cause ? ` (${cause.message})` : ""}; adding the same facts again mends it, \`lagline vintages verify\` lists what is damaged`,
    cause?.place,
  );
