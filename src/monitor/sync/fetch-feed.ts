/** All answers of one feed: news where there is some, the kept bytes where there is none. */
import type {Catalog} from "../../data/catalog.ts";
import type {Feed, FeedDocument, FeedRequest} from "../../data/sources/feed.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import {day} from "../../units.ts";
import {type Download, download} from "./download.ts";
import type {SyncEffects} from "./sync-effects.ts";
import {type Blobs, findJson, type KeptDocument, sha256} from "./sync-state.ts";

export type Fetched =
  | {
      readonly kind: "documents";
      readonly documents: readonly FeedDocument[];
      /** As they would be kept, in the order of the requests. */
      readonly kept: readonly KeptDocument[];
      /** False when every answer is byte for byte the last good one. */
      readonly isNews: boolean;
      readonly bytes: number;
    }
  | {
      readonly kind: "offline" | "refused";
      readonly why: string;
      readonly bytes: number;
      readonly requests: number;
    };

/** Carries out one request at a time out of a limited number at once. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export async function fetchFeed(
  feed: Feed,
  catalog: () => Catalog,
  known: {
    readonly documents: string;
    readonly blobs: Blobs;
    readonly key: string | undefined;
    readonly turn: Turn;
  },
  effects: SyncEffects,
): Promise<Fetched> {
  const before = new Map(
    findJson<KeptDocument[]>(known.documents, known.blobs, []).map((each) => [each.url, each]),
  );
  const documents: FeedDocument[] = [];
  const kept: KeptDocument[] = [];
  let bytes = 0;
  let failed: {kind: "offline" | "refused"; why: string} | undefined;

  const ask = async (
    request: FeedRequest,
  ): Promise<{document: FeedDocument; kept: KeptDocument} | undefined> => {
    const last = before.get(request.url);
    const held = last?.sha256 === undefined ? undefined : known.blobs.find(last.sha256);
    const answer = await known.turn(async () =>
      failed ? undefined : download(request, feed, held ? last : undefined, known.key, effects),
    );
    if (!answer || failed) return undefined;
    const fault = clockFault(answer, effects.now());
    if (fault) failed = {kind: "refused", why: fault};
    else if (answer.kind === "offline" || answer.kind === "refused") {
      failed = {kind: answer.kind, why: `${answer.why} (${request.url})`};
    } else if (answer.kind === "absent") {
      return {document: {url: request.url, bytes: undefined}, kept: {url: request.url}};
    } else if (answer.kind === "unchanged") {
      // A server that says "unchanged" to a question that did not ask has nothing to say.
      if (last && held) return {document: documentOf(request.url, held, last), kept: last};
      failed = {kind: "refused", why: `the server says "unchanged" to a first request (${request.url})`};
    } else {
      bytes += answer.bytes.length;
      const now: KeptDocument = {url: request.url, sha256: sha256(answer.bytes), ...answer.validator};
      return {document: documentOf(request.url, answer.bytes, now), kept: now};
    }
    return undefined;
  };
  const askAll = async (requests: readonly FeedRequest[]): Promise<void> => {
    let done = 0;
    const answers = await Promise.all(
      requests.map(async (request) => {
        const answer = await ask(request);
        effects.progress(`fetching ${feed.id}`, ++done, requests.length);
        return answer;
      }),
    );
    for (const answer of answers) {
      if (!answer) continue;
      documents.push(answer.document);
      kept.push(answer.kept);
    }
  };

  const first = feed.requests(catalog);
  await askAll(first);
  if (!failed && feed.further) await askAll(feed.further(documents));
  if (failed) return {...failed, bytes, requests: documents.length + 1};
  const isNews =
    kept.length !== before.size ||
    kept.some(({url, sha256}) => !before.has(url) || before.get(url)?.sha256 !== sha256);
  return {kind: "documents", documents, kept, isNews, bytes};
}

function documentOf(url: string, bytes: Uint8Array, {lastModified}: KeptDocument): FeedDocument {
  const changed = Date.parse(lastModified ?? "");
  return {url, bytes, ...(Number.isNaN(changed) ? {} : {changed: day(Math.floor(changed / 86_400_000))})};
}

/** Retrieved days come from this machine: a clock far from the server's would date facts wrongly. */
function clockFault(answer: Download, now: number): string | undefined {
  if (!("date" in answer) || answer.date === undefined) return undefined;
  const hours = Math.abs(answer.date - now) / 3_600_000;
  return hours > syncMethod.clockHours.value
    ? `the server's clock and this machine's are ${Math.round(hours)} hours apart, so no day can be trusted`
    : undefined;
}

/** At most `most` pieces of work at once, in the order they came. */
export function turns(most: number): Turn {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
