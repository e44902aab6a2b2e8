/** A set of fact files becomes a folder that plain commands can read, checked before anybody does. */
import {mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {factsHome} from "../../cache/facts-home.ts";
import {type FactFile, factFiles} from "../../data/fact-files.ts";
import {vintageOf} from "../../data/facts-vintage.ts";
import {loadCatalog} from "../../data/load-catalog.ts";
import {InputError, InputErrors} from "../../errors.ts";
import {diskFault} from "../../store/durable-write.ts";
import type {SyncDisk} from "./sync-effects.ts";

/** Is the folder of a vintage there, and still what its name says? */
export function isWhole(home: string, vintage: string): boolean {
  try {
    return vintageOf(factFiles(join(factsHome(home), vintage))).vintage === vintage;
  } catch {
    return false;
  }
}

export interface Candidate {
  readonly vintage: string;
  /** Moves the checked folder to its place; only the pointer makes it hold. */
  readonly place: () => void;
  readonly discard: () => void;
}

/**
 * Writes the files to `folder`, on the disk of `home`, and loads them as a plain command would.
 *
 * @throws InputError, InputErrors when they do not load, naming the files
 */
export function candidateFacts(
  {
    home,
    folder,
    files,
    inUse,
    isLasting,
  }: {
    readonly home: string;
    readonly folder: string;
    readonly files: readonly FactFile[];
    /** Vintage whose unchanged files are on the disk already and only get a second name. */
    readonly inUse: string | null;
    /** False for a look that is thrown away. */
    readonly isLasting: boolean;
  },
  disk: SyncDisk,
): Candidate {
  const {vintage} = vintageOf(files);
  const discard = () => disk.remove(folder);
  discard();
  try {
    const held = inUse === null ? undefined : join(factsHome(home), inUse);
    const written: string[] = [];
    for (const {path, bytes} of files) {
      const target = join(folder, path);
      mkdirSync(dirname(target), {recursive: true, mode: 0o700});
      const known = held && disk.read(join(held, path));
      if (known && bytes.equals(known) && linked(join(held, path), target, disk)) continue;
      disk.write(target, bytes);
      written.push(target);
    }
    // All at the end: the first wait carries most of them to the disk.
    if (isLasting) for (const path of written) disk.flush(path);
    loadCatalog(folder);
  } catch (error) {
    discard();
    throw diskFault(error, folder);
  }
  return {
    vintage,
    discard,
    place() {
      const target = join(factsHome(home), vintage);
      if (isWhole(home, vintage)) return discard();
      disk.remove(target);
      disk.rename(folder, target);
    },
  };
}

/** A second name for a file, where the disk has such a thing. */
function linked(path: string, name: string, disk: SyncDisk): boolean {
  try {
    disk.link(path, name);
    return true;
  } catch {
    return false;
  }
}

/** The fact files that faults name, when an error is about facts at all. */
export function filesAtFault(error: unknown): {files: string[]; first: string} | undefined {
  const errors =
    error instanceof InputErrors ? error.errors : error instanceof InputError ? [error] : undefined;
  if (!errors) return undefined;
  return {files: [...new Set(errors.flatMap(({place}) => place?.file ?? []))], first: errors[0].message};
}

/** Removes states that are neither in use nor the one before. */
export function pruneFacts(home: string, keep: ReadonlySet<string>, disk: SyncDisk): void {
  for (const name of disk.list(factsHome(home))) {
    if (/^v[0-9a-f]{12}$/.test(name) && !keep.has(name)) disk.remove(join(factsHome(home), name));
  }
}
