/**
 * What a sync remembers: per feed the last good rows, the bytes they came from, and what is in quarantine.
 *
 * All of it hangs on one small file, `<home>/facts/current.json`, which also names the facts in use: replacing that file is
 * the only step that changes anything, so a sync killed before it never happened. Everything else is content-addressed in
 * `<home>/sync/blobs/`, compressed and checked when read.
 */
import {createHash} from "node:crypto";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {currentFactsFile} from "../../cache/facts-home.ts";
import type {KeptRow} from "../../data/sources/carried-rows.ts";
import type {Unmatched} from "../../data/sources/feed.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import {durableWrite} from "../../store/durable-write.ts";
import type {SyncDisk} from "./sync-effects.ts";

/** One answer of upstream, as it came. */
export interface KeptDocument {
  readonly url: string;
  /** SHA-256 of the bytes; absent where there was no such thing. */
  readonly sha256?: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface Quarantine {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** The part, or "" for the feed as a whole. */
  readonly part: string;
  readonly why: string;
}

export interface FeedState {
  /** Last day on which the feed was read well, with or without news; "" before the first. */
  readonly good: string;
  /** Hash of the kept table (`KeptTable`); "" before the first. */
  readonly table: string;
  /** Hash of the documents behind it (`KeptDocument[]`); "" before the first. */
  readonly documents: string;
  /** What the translation depended on besides them: code, aliases, facts underneath. */
  readonly under: string;
  readonly quarantined: readonly Quarantine[];
  /** Days with news and the hashes of their documents, newest last. */
  readonly runs: readonly {readonly day: string; readonly documents: string}[];
}

export interface KeptTable {
  readonly rows: readonly KeptRow[];
  readonly benchmarks: readonly {readonly path: string; readonly text: string}[];
  readonly unmatched: readonly (Unmatched & {readonly suggestions: readonly string[]})[];
}

export interface SyncState {
  /** Null until a sync has brought something. */
  readonly vintage: string | null;
  readonly base: string;
  readonly synced: string;
  readonly feeds: Readonly<Record<string, FeedState>>;
}

export const noFeedState: FeedState = {
  good: "",
  table: "",
  documents: "",
  under: "",
  quarantined: [],
  runs: [],
};
export const noTable: KeptTable = {rows: [], benchmarks: [], unmatched: []};

/** The state of `home`; that of a first sync when there is none or it is damaged. */
export function readSyncState(home: string, disk: Pick<SyncDisk, "read">): SyncState {
  const nothing: SyncState = {vintage: null, base: "", synced: "", feeds: {}};
  const bytes = disk.read(currentFactsFile(home));
  if (!bytes) return nothing;
  try {
    const state = JSON.parse(Buffer.from(bytes).toString("utf8")) as Partial<SyncState>;
    return typeof state === "object" && state !== null && typeof state.feeds === "object"
      ? {...nothing, ...state}
      : nothing;
  } catch {
    return nothing;
  }
}

/** The one step that makes a sync hold. */
export function commitSyncState(home: string, state: SyncState, disk: SyncDisk): void {
  durableWrite(currentFactsFile(home), Buffer.from(`${JSON.stringify(state, null, 1)}\n`, "utf8"), disk);
}

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

export interface Blobs {
  /** @returns the hash to find them by */
  keep(bytes: Uint8Array): string;
  /** Undefined when they are not there or not what they were. */
  find(hash: string): Uint8Array | undefined;
  /** Removes every blob but these. */
  prune(used: ReadonlySet<string>): void;
}

/** Bytes kept under their own hash in `<home>/sync/blobs`. */
export function blobsIn(home: string, disk: SyncDisk): Blobs {
  const folder = join(home, "sync", "blobs");
  const pathOf = (hash: string) => join(folder, `${hash}.gz`);
  const find = (hash: string): Uint8Array | undefined => {
    if (!/^[0-9a-f]{64}$/.test(hash)) return undefined;
    const packed = disk.read(pathOf(hash));
    if (!packed) return undefined;
    try {
      const bytes = gunzipSync(packed);
      return sha256(bytes) === hash ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    find,
    keep(bytes) {
      const hash = sha256(bytes);
      if (find(hash)) return hash;
      durableWrite(pathOf(hash), gzipSync(bytes, {level: 6}), disk);
      return hash;
    },
    prune(used) {
      for (const name of disk.list(folder)) {
        if (!name.endsWith(".gz") || !used.has(name.slice(0, -3))) disk.remove(join(folder, name));
      }
    },
  };
}

/** A JSON value kept as a blob. */
export const keepJson = (value: unknown, blobs: Blobs): string =>
  blobs.keep(Buffer.from(JSON.stringify(value), "utf8"));

export function findJson<T>(hash: string, blobs: Blobs, otherwise: T): T {
  const bytes = hash === "" ? undefined : blobs.find(hash);
  return bytes ? (JSON.parse(Buffer.from(bytes).toString("utf8")) as T) : otherwise;
}

/** Every blob that the state still needs: rows, documents, and the bytes of the kept runs. */
export function usedBlobs({feeds}: SyncState, blobs: Blobs): Set<string> {
  const used = new Set<string>();
  for (const {table, documents, runs} of Object.values(feeds)) {
    used.add(table);
    for (const manifest of [documents, ...runs.map((run) => run.documents)]) {
      used.add(manifest);
      for (const {sha256} of findJson<KeptDocument[]>(manifest, blobs, [])) if (sha256) used.add(sha256);
    }
  }
  return used;
}

/** The runs to keep when one more has happened: a second one of a day takes the place of the first only when it is the same. */
export const withRun = (runs: FeedState["runs"], day: string, documents: string): FeedState["runs"] =>
  runs.at(-1)?.documents === documents ? runs : [...runs, {day, documents}].slice(-syncMethod.keptRuns.value);
