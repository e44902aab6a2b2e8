/** What a sync remembers, as a person asks for it. */
import {feeds} from "../../data/sources/feeds.ts";
import type {SyncDisk} from "./sync-effects.ts";
import {
  blobsIn,
  findJson,
  type KeptDocument,
  type KeptTable,
  noFeedState,
  noTable,
  type Quarantine,
  readSyncState,
} from "./sync-state.ts";

export interface FeedStatus {
  readonly feed: string;
  readonly says: string;
  /** Last day on which it was read well; null before the first. */
  readonly good: string | null;
  readonly rows: number;
  readonly unmatched: number;
  readonly quarantined: readonly Quarantine[];
  /** Variable of a key that is needed and absent. */
  readonly keyMissing: string | null;
  readonly licence: string;
  /** May its rows be passed on? */
  readonly redistribution: string;
  /** Days with news, oldest first, and the answers of each: address and SHA-256 of the bytes as they came. */
  readonly runs: readonly {
    readonly day: string;
    readonly documents: readonly {readonly url: string; readonly sha256: string | null}[];
  }[];
}

export interface SyncStatus {
  readonly schema: "lagline-sync-status/1";
  /** Vintage of the synced facts in use; null when plain commands read the shipped ones. */
  readonly vintage: string | null;
  readonly synced: string | null;
  readonly feeds: readonly FeedStatus[];
}

export function syncStatusOf(
  home: string,
  env: Readonly<Record<string, string | undefined>>,
  disk: SyncDisk,
): SyncStatus {
  const state = readSyncState(home, disk);
  const blobs = blobsIn(home, disk);
  return {
    schema: "lagline-sync-status/1",
    vintage: state.vintage,
    synced: state.synced || null,
    feeds: feeds.map((feed) => {
      const {good, table, quarantined, runs} = state.feeds[feed.id] ?? noFeedState;
      const {rows, unmatched} = findJson<KeptTable>(table, blobs, noTable);
      return {
        feed: feed.id,
        says: feed.says,
        good: good || null,
        rows: rows.length,
        unmatched: unmatched.length,
        quarantined,
        keyMissing: feed.key && !env[feed.key.variable] ? feed.key.variable : null,
        licence: feed.source.licence,
        redistribution: feed.source.redistribution,
        runs: runs.map(({day, documents}) => ({
          day,
          documents: findJson<KeptDocument[]>(documents, blobs, []).map(({url, sha256}) => ({
            url,
            sha256: sha256 ?? null,
          })),
        })),
      };
    }),
  };
}

/** Upstream names of all feeds that stand for no model, most rows first. */
export function unmatchedNames(
  home: string,
  disk: SyncDisk,
): {feed: string; name: string; rows: number; suggestions: readonly string[]}[] {
  const {feeds: states} = readSyncState(home, disk);
  const blobs = blobsIn(home, disk);
  return Object.entries(states)
    .flatMap(([feed, {table}]) =>
      findJson<KeptTable>(table, blobs, noTable).unmatched.map(({name, rows, suggestions}) => ({
        feed,
        name,
        rows,
        suggestions,
      })),
    )
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1));
}
