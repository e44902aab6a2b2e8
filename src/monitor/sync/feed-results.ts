/** What each feed comes to, before anything is kept: asked together, judged one by one. */
import type {Catalog} from "../../data/catalog.ts";
import type {FactFile} from "../../data/fact-files.ts";
import type {Feed} from "../../data/sources/feed.ts";
import {feeds as allFeeds} from "../../data/sources/feeds.ts";
import {modelNames, type SettledAlias} from "../../data/sources/model-names.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import {dayOf} from "../../dates.ts";
import {type Fetched, fetchFeed, turns} from "./fetch-feed.ts";
import {settledFeed, type Translated, translated} from "./feed-run.ts";
import {seenNames} from "./seen-names.ts";
import type {SyncOptions} from "./sync.ts";
import type {SyncEffects} from "./sync-effects.ts";
import {type FeedReport, noRows} from "./sync-report.ts";
import {
  type Blobs,
  type FeedState,
  findJson,
  type KeptTable,
  noFeedState,
  noTable,
  type Quarantine,
  type SyncState,
} from "./sync-state.ts";

export interface FeedResult {
  readonly feed: Feed;
  readonly before: FeedState;
  readonly tableBefore: KeptTable;
  readonly table: KeptTable;
  readonly documents?: Extract<Fetched, {kind: "documents"}>;
  /** Undefined when the feed was not tried, so that what is said of it stays. */
  readonly quarantined?: readonly Quarantine[];
  /** It answered and was believed, at least in part. */
  readonly isGood: boolean;
  /** Undefined for a feed that was not asked for. */
  readonly report?: FeedReport;
}

interface Run {
  readonly options: SyncOptions;
  readonly chosen: readonly Feed[];
  readonly state: SyncState;
  readonly blobs: Blobs;
  readonly pinned: () => Catalog;
  readonly shippedFiles: readonly FactFile[];
  readonly aliases: readonly SettledAlias[];
  readonly under: string;
}

type Step =
  | {readonly kind: "done"; readonly result: FeedResult}
  | {readonly kind: "translated"; readonly result: FeedResult; readonly translated: Translated};

export async function feedResults(run: Run, effects: SyncEffects): Promise<FeedResult[]> {
  const {options, chosen, state, blobs} = run;
  const turn = turns(syncMethod.requestsAtOnce.value);
  const all = options.feeds ?? allFeeds;
  const fetched = await Promise.all(
    all.map(async (feed) => {
      const before = state.feeds[feed.id] ?? noFeedState;
      const table = findJson<KeptTable>(before.table, blobs, noTable);
      const bare = {feed, before, tableBefore: table, table, isGood: false};
      if (!chosen.includes(feed)) return {bare, answer: undefined};
      const why = leftOut(feed, before, options);
      if (why !== undefined)
        return {bare: {...bare, report: reportOf(bare, "left out", why)}, answer: undefined};
      const key = feed.key && options.env[feed.key.variable];
      return {
        bare,
        answer: await fetchFeed(feed, run.pinned, {documents: before.documents, blobs, key, turn}, effects),
      };
    }),
  );
  const steps: Step[] = [];
  for (const {bare, answer} of fetched) {
    if (answer) effects.progress(`reading ${bare.feed.id}`, 0, 1);
    steps.push(answer ? await stepOf(bare, answer, run) : {kind: "done", result: bare});
  }
  const fresh = new Map(
    steps.flatMap((step) =>
      step.kind === "translated" ? [[step.result.feed.id, step.translated.quotes] as const] : [],
    ),
  );
  return steps.map((step) => (step.kind === "done" ? step.result : judged(step, run, fresh)));
}

/** Why a feed is not asked this time, or nothing. */
function leftOut(feed: Feed, {good}: FeedState, {only, env, today}: SyncOptions): string | undefined {
  if (feed.key && !env[feed.key.variable]) {
    return `it needs a key of your own in ${feed.key.variable}, from ${feed.key.from}`;
  }
  if (feed.everyDays === undefined || good === "" || only.includes(feed.id)) return undefined;
  const days = dayOf(today) - dayOf(good);
  return days < feed.everyDays ? `read on ${good}, due every ${feed.everyDays} days` : undefined;
}

async function stepOf(
  bare: FeedResult,
  answer: Fetched,
  {options, pinned, shippedFiles, aliases, under}: Run,
): Promise<Step> {
  const {feed, before} = bare;
  const day = options.today;
  if (answer.kind === "offline") {
    return {kind: "done", result: {...bare, report: reportOf(bare, "offline", answer.why, answer)}};
  }
  const refused = (why: string, from: {bytes: number; requests: number}): Step => ({
    kind: "done",
    result: {
      ...bare,
      quarantined: [{day, part: "", why}],
      report: {...reportOf(bare, "quarantined", why, from), quarantined: [{day, part: "", why}]},
    },
  });
  if (answer.kind !== "documents") return refused(answer.why, answer);
  if (answer.kept.length === 0) {
    const because = "no fact names anything to ask for";
    return {kind: "done", result: {...bare, report: reportOf(bare, "left out", because)}};
  }
  const counts = {bytes: answer.bytes, requests: answer.kept.length};
  const isSettled = !answer.isNews && before.under === under && before.quarantined.length === 0;
  if (isSettled && dayOf(day) - dayOf(before.good) < syncMethod.confirmDays.value) {
    const because = "nothing new since it was last read";
    return {
      kind: "done",
      result: {
        ...bare,
        documents: answer,
        quarantined: [],
        isGood: true,
        report: reportOf(bare, "unchanged", because, counts),
      },
    };
  }
  const catalog = pinned();
  const names = modelNames(catalog, aliases, feed.id, seenNames(shippedFiles, feed.id));
  const found = await translated(feed, answer.documents, {catalog, names, today: dayOf(day)});
  if (typeof found === "string") return refused(found, counts);
  return {
    kind: "translated",
    result: {...bare, documents: answer, report: reportOf(bare, "unchanged", "", counts)},
    translated: found,
  };
}

/** The judgement of one feed; its quotes are among `fresh`, by its id. */
function judged(
  {result, translated}: Extract<Step, {kind: "translated"}>,
  {options, pinned}: Run,
  fresh: ReadonlyMap<string, ReadonlyMap<string, number>>,
): FeedResult {
  const {feed, tableBefore, report} = result;
  const settled = settledFeed(feed, translated, {
    before: tableBefore,
    pinned: pinned(),
    fresh,
    today: dayOf(options.today),
    isAccepted: options.accept.includes(feed.id),
  });
  const isRefused = settled.quarantined.some(({part}) => part === "");
  return {
    ...result,
    table: settled.table,
    quarantined: settled.quarantined,
    isGood: !isRefused,
    report: {
      ...report!,
      ...settled.report,
      quarantined: settled.quarantined,
      good: goodDay(result.before, isRefused, options),
    },
  };
}

const goodDay = ({good}: FeedState, isRefused: boolean, {today}: SyncOptions): string | null =>
  isRefused ? good || null : today;

/** A report that says what happened and nothing of rows that did not move. */
function reportOf(
  {feed, before, table}: Pick<FeedResult, "feed" | "before" | "table">,
  outcome: FeedReport["outcome"],
  because: string,
  {bytes, requests}: {bytes: number; requests: number} = {bytes: 0, requests: 0},
): FeedReport {
  return {
    feed: feed.id,
    says: feed.says,
    outcome,
    because,
    requests,
    bytes,
    rows: {...noRows, kept: table.rows.length},
    quarantined: before.quarantined,
    unmatched: table.unmatched,
    disagreements: [],
    skipped: [],
    good: before.good || null,
  };
}
