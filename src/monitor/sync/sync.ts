/**
 * `lagline sync`: ask every feed for news, believe what holds up, and lay it over the shipped facts.
 *
 *   ask (conditional, bounded) -> translate -> judge -> carry over -> layer -> load -> commit
 *
 * Nothing changes before the last step, and the last step is one rename: killed at any byte, a sync never happened. A feed that
 * does not answer, or is not believed, keeps its last good rows. No network is no error.
 */
import {join} from "node:path";
import {factsHome} from "../../cache/facts-home.ts";
import {factFiles} from "../../data/fact-files.ts";
import {vintageOf} from "../../data/facts-vintage.ts";
import {loadCatalog} from "../../data/load-catalog.ts";
import type {Feed} from "../../data/sources/feed.ts";
import {feeds as allFeeds} from "../../data/sources/feeds.ts";
import {build} from "../../version.ts";
import {chosenFeeds} from "./chosen-feeds.ts";
import {type FeedResult, feedResults} from "./feed-results.ts";
import {keepVintages} from "./keep-vintage.ts";
import {layeredCandidate} from "./layered-candidate.ts";
import {isWhole, pruneFacts} from "./publish-facts.ts";
import {settledAliases} from "./settled-aliases.ts";
import type {SyncEffects} from "./sync-effects.ts";
import {lockSync} from "./sync-lock.ts";
import type {SyncReport} from "./sync-report.ts";
import {
  type Blobs,
  blobsIn,
  commitSyncState,
  type FeedState,
  keepJson,
  noFeedState,
  readSyncState,
  sha256,
  type SyncState,
  usedBlobs,
  withRun,
} from "./sync-state.ts";

export interface SyncOptions {
  /** The user's data folder. */
  readonly home: string;
  /** Folder of the facts that came with lagline. */
  readonly shipped: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Ids of feeds to ask; all when empty. */
  readonly only: readonly string[];
  /** Ids of feeds whose jumps and contradictions a person has looked at. */
  readonly accept: readonly string[];
  /** Everything but keeping anything. */
  readonly isDryRun: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly feeds?: readonly Feed[];
}

/**
 * @throws InputError for a feed that does not exist, another sync at work, a disk that does not write
 */
export async function sync(options: SyncOptions, effects: SyncEffects): Promise<SyncReport> {
  const chosen = chosenFeeds(options.feeds ?? allFeeds, options.only, options.accept);
  if (options.isDryRun) return run(options, chosen, effects);
  const unlock = lockSync(options.home, effects);
  try {
    return await run(options, chosen, effects);
  } finally {
    unlock();
  }
}

async function run(options: SyncOptions, chosen: readonly Feed[], effects: SyncEffects): Promise<SyncReport> {
  const {home, shipped, today, isDryRun} = options;
  const {disk, progress} = effects;
  progress("reading the facts", 0, 1);
  const state = readSyncState(home, disk);
  const blobs = blobsIn(home, disk);
  const shippedFiles = factFiles(shipped);
  const base = vintageOf(shippedFiles).vintage;
  const inUse = state.vintage !== null && isWhole(home, state.vintage) ? state.vintage : null;
  const aliases = settledAliases(home, disk);
  const under = sha256([build, base, JSON.stringify(aliases)].join("\n")).slice(0, 16);

  // The catalog is handed over and not kept: the next one is loaded while this one can go.
  const results = await feedResults(
    {
      options,
      chosen,
      state,
      blobs,
      pinned: once(() => loadCatalog(inUse === null ? shipped : join(factsHome(home), inUse))),
      shippedFiles,
      aliases,
      under,
    },
    effects,
  );
  progress("laying synced facts over the shipped ones", 0, 1);
  const layered = layeredCandidate(
    {home, today, shippedFiles, base, isSameBase: state.base === base, inUse, results, isDryRun},
    effects,
  );
  const {vintage} = layered;
  if (!isDryRun) {
    const next: SyncState = {
      vintage: vintage === base ? null : vintage,
      base,
      synced: vintage === (inUse ?? base) ? state.synced : today,
      feeds: Object.fromEntries(
        layered.results.flatMap((result) => {
          const kept = keptState(result, {today, under}, blobs);
          return kept ? [[result.feed.id, kept]] : [];
        }),
      ),
    };
    layered.place();
    if (JSON.stringify(next) !== JSON.stringify(state)) {
      commitSyncState(home, next, disk);
      pruneFacts(home, new Set([vintage, inUse ?? vintage]), disk);
      blobs.prune(usedBlobs(next, blobs));
    }
    const folderOf = (state: string) => (state === base ? shipped : join(factsHome(home), state));
    const before = inUse ?? base;
    keepVintages(
      home,
      [
        {vintage: before, folder: folderOf(before), origin: before === base ? "shipped" : "sync"},
        {vintage, folder: folderOf(vintage), origin: vintage === base ? "shipped" : "sync"},
      ],
      today,
    );
  } else layered.discard();
  return {
    schema: "lagline-sync/1",
    day: today,
    dryRun: isDryRun,
    feeds: layered.results.flatMap(({report}) => report ?? []),
    vintage: {before: inUse ?? base, after: vintage},
    facts: vintage === base ? shipped : join(factsHome(home), vintage),
  };
}

/** Made when first asked for: a sync without news needs no catalog. */
function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined;
  return () => (made ??= {value: make()}).value;
}

/** The state of a feed after this sync; undefined for one that was never read and was not tried. */
function keptState(
  {before, table, documents, quarantined, isGood}: FeedResult,
  {today, under}: {today: string; under: string},
  blobs: Blobs,
): FeedState | undefined {
  if (quarantined === undefined) return before === noFeedState ? undefined : before;
  if (!isGood || documents === undefined) return {...before, quarantined};
  for (const {bytes} of documents.documents) if (bytes) blobs.keep(bytes);
  const manifest = keepJson(documents.kept, blobs);
  return {
    good: today,
    table: keepJson(table, blobs),
    documents: manifest,
    under,
    quarantined,
    runs: withRun(before.runs, today, manifest),
  };
}
