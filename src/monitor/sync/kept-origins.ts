/** Which bytes on this machine the rows of a synced source came from. */
import {join} from "node:path";
import {findJson, blobsIn, type KeptDocument, noFeedState, readSyncState} from "./sync-state.ts";
import type {SyncDisk} from "./sync-effects.ts";

/** One answer of upstream as it came, kept compressed under its hash. */
export interface KeptOrigin {
  readonly source: string;
  /** Day of the sync that brought it. */
  readonly day: string;
  readonly url: string;
  readonly sha256: string;
  /** `gunzip -c <file>` gives the bytes; null where they are no longer what they were. */
  readonly file: string | null;
}

/** @returns of the newest run of each source that is a feed, in their order; none for what came with lagline */
export function keptOrigins(home: string, sources: readonly string[], disk: SyncDisk): KeptOrigin[] {
  const {feeds} = readSyncState(home, disk);
  const blobs = blobsIn(home, disk);
  return sources.flatMap((source) => {
    const run = (feeds[source] ?? noFeedState).runs.at(-1);
    if (!run) return [];
    return findJson<KeptDocument[]>(run.documents, blobs, []).flatMap(({url, sha256}) =>
      sha256 === undefined
        ? []
        : [
            {
              source,
              day: run.day,
              url,
              sha256,
              file: blobs.find(sha256) ? join(home, "sync", "blobs", `${sha256}.gz`) : null,
            },
          ],
    );
  });
}
