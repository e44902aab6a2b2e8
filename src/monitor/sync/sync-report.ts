/** What a sync did, feed by feed: the value that screen and `--json` show. */
import type {Disagreement} from "./contradictions.ts";
import type {Skipped, Unmatched} from "../../data/sources/feed.ts";
import type {Quarantine} from "./sync-state.ts";

export type Outcome =
  /** Read, believed, and it brought something. */
  | "updated"
  | "unchanged"
  /** Nobody answered; the last good rows stay. */
  | "offline"
  /** What came is not believed; the last good rows stay. */
  | "quarantined"
  /** Needs a key that is not there, or is not due yet. */
  | "left out";

export interface SuggestedName extends Unmatched {
  /** Ids of known models whose names come close, best first. */
  readonly suggestions: readonly string[];
}

export interface FeedReport {
  readonly feed: string;
  readonly says: string;
  readonly outcome: Outcome;
  /** One sentence without full stop: what happened and why. */
  readonly because: string;
  readonly requests: number;
  /** Bytes that came over the line, decompressed. */
  readonly bytes: number;
  readonly rows: {
    readonly kept: number;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
  readonly quarantined: readonly Quarantine[];
  readonly unmatched: readonly SuggestedName[];
  readonly disagreements: readonly Disagreement[];
  readonly skipped: readonly Skipped[];
  /** Last day on which the feed was read well; null before the first. */
  readonly good: string | null;
}

export interface SyncReport {
  readonly schema: "lagline-sync/1";
  readonly day: string;
  readonly dryRun: boolean;
  readonly feeds: readonly FeedReport[];
  /** Vintage of the facts in use before and after; equal when nothing changed. */
  readonly vintage: {readonly before: string; readonly after: string};
  /** Folder of the facts in use. */
  readonly facts: string;
}

export const noRows = {kept: 0, added: 0, changed: 0, removed: 0} as const;
