/**
 * One request of a feed, carried out with suspicion: only to pinned hosts, redirects included; bounded in time and in bytes
 * after decompression; asked again when the network or the server stumbles; not fetched at all when nothing changed.
 */
import type {Feed, FeedRequest} from "../../data/sources/feed.ts";
import {syncMethod} from "../../data/sources/sync-method.ts";
import type {SyncEffects} from "./sync-effects.ts";

/** What is remembered of an answer, to ask only for news. */
export interface Validator {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type Download =
  | {readonly kind: "new"; readonly bytes: Uint8Array; readonly validator: Validator; readonly date?: number}
  | {readonly kind: "unchanged"; readonly date?: number}
  | {readonly kind: "absent"; readonly date?: number}
  /** Nobody answered: no network, no name, no time, an overloaded server. */
  | {readonly kind: "offline"; readonly why: string}
  /** Somebody answered, and not what was asked for. */
  | {readonly kind: "refused"; readonly why: string};

type Ask = Pick<SyncEffects, "fetch" | "sleep" | "limits">;

const AGENT = "lagline";
const RETRIED = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECTED = new Set([301, 302, 303, 307, 308]);
const LONGEST_WAIT_SECONDS = 60;

/** @param key - value of the feed's key header */
export async function download(
  request: FeedRequest,
  feed: Pick<Feed, "hosts" | "key">,
  known: Validator | undefined,
  key: string | undefined,
  effects: Ask,
): Promise<Download> {
  let answer: Download = {kind: "offline", why: "no attempt was made"};
  for (let attempt = 0; attempt < effects.limits.attempts; attempt++) {
    const {download, wait} = await once(request, feed, known, key, effects);
    answer = download;
    if (answer.kind !== "offline" || attempt === effects.limits.attempts - 1) break;
    await effects.sleep(1000 * (wait ?? effects.limits.backOffSeconds * 2 ** attempt));
  }
  return answer;
}

async function once(
  request: FeedRequest,
  feed: Pick<Feed, "hosts" | "key">,
  known: Validator | undefined,
  key: string | undefined,
  effects: Ask,
): Promise<{download: Download; wait?: number}> {
  const stop = new AbortController();
  const whole = setTimeout(() => stop.abort(), 1000 * effects.limits.requestSeconds);
  try {
    let url = request.url;
    for (let hop = 0; hop <= syncMethod.redirects.value; hop++) {
      const refused = hostFault(url, feed.hosts);
      if (refused) return {download: {kind: "refused", why: refused}};
      // The key goes to the host that was asked, never to one that it redirects to.
      const isFirst = new URL(url).host === new URL(request.url).host;
      const response = await withIdleLimit(stop, effects.limits.idleSeconds, () =>
        effects.fetch(url, {
          signal: stop.signal,
          headers: {
            "user-agent": AGENT,
            accept: "*/*",
            ...(feed.key && key !== undefined && isFirst ? {[feed.key.header]: key} : {}),
            ...(known?.etag ? {"if-none-match": known.etag} : {}),
            ...(known?.lastModified ? {"if-modified-since": known.lastModified} : {}),
          },
        }),
      );
      if (!REDIRECTED.has(response.status))
        return await answered(response, request, stop, effects.limits.idleSeconds);
      const target = response.headers.get("location");
      void response.body?.cancel().catch(() => {});
      if (target === null || !URL.canParse(target, url))
        return {download: {kind: "refused", why: "a redirect to nowhere"}};
      url = new URL(target, url).href;
    }
    return {download: {kind: "refused", why: `more than ${syncMethod.redirects.value} redirects`}};
  } catch (error) {
    return {download: {kind: "offline", why: stop.signal.aborted ? "no answer in time" : networkWhy(error)}};
  } finally {
    clearTimeout(whole);
    stop.abort();
  }
}

async function answered(
  response: Response,
  request: FeedRequest,
  stop: AbortController,
  idleSeconds: number,
): Promise<{download: Download; wait?: number}> {
  const {status, headers} = response;
  const sent = Date.parse(headers.get("date") ?? "");
  const date = Number.isNaN(sent) ? {} : {date: sent};
  if (status !== 200) void response.body?.cancel().catch(() => {});
  if (status === 304) return {download: {kind: "unchanged", ...date}};
  // Hugging Face answers 401 for a repository that is not there: it does not tell strangers which ones are private.
  if ([401, 404, 410].includes(status) && request.mayBeAbsent) return {download: {kind: "absent", ...date}};
  if (RETRIED.has(status)) {
    const asked = Number(headers.get("retry-after") ?? Number.NaN);
    const wait = asked >= 0 && asked <= LONGEST_WAIT_SECONDS ? {wait: asked} : {};
    return {download: {kind: "offline", why: `the server answered ${status}`}, ...wait};
  }
  if (status === 401 || status === 403)
    return {download: {kind: "refused", why: `the server answered ${status}: no access`}};
  if (status !== 200) return {download: {kind: "refused", why: `the server answered ${status}`}};
  const bytes = await bounded(response, request.largest, stop, idleSeconds);
  if (bytes === undefined) {
    return {download: {kind: "refused", why: `the answer is larger than ${request.largest} bytes`}};
  }
  const fault = kindFault(bytes, request.kind);
  if (fault) return {download: {kind: "refused", why: fault}};
  const [etag, lastModified] = [headers.get("etag"), headers.get("last-modified")];
  return {
    download: {
      kind: "new",
      bytes,
      validator: {...(etag ? {etag} : {}), ...(lastModified ? {lastModified} : {})},
      ...date,
    },
  };
}

/** The body, unless it grows beyond `largest`: counted after decompression, so that a bomb is cut off as it unfolds. */
async function bounded(
  response: Response,
  largest: number,
  stop: AbortController,
  idleSeconds: number,
): Promise<Uint8Array | undefined> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const {done, value} = await withIdleLimit(stop, idleSeconds, () => reader.read());
    if (done) return Buffer.concat(parts, length);
    length += value.length;
    if (length > largest) {
      void reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(value);
  }
}

/** Why a host may not be asked, or nothing. */
export function hostFault(url: string, hosts: readonly string[]): string | undefined {
  const {protocol, hostname, port, username, password} = new URL(url);
  if (protocol !== "https:") return `${protocol}//${hostname} is not https`;
  if (username || password) return `an address with a password in it (${hostname})`;
  const isPinned = hosts.some((host) =>
    host.startsWith("*.") ? hostname.endsWith(host.slice(1)) : hostname === host,
  );
  return isPinned && port === ""
    ? undefined
    : `${hostname}${port && `:${port}`} is not one of the feed's hosts (${hosts.join(", ")})`;
}

/** Does the beginning look like what was asked for? An error page answered with 200 is no data. */
function kindFault(bytes: Uint8Array, kind: FeedRequest["kind"]): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  if (bytes.length === 0) return "the answer is empty";
  const opening = start.trimStart();
  const isHtml = opening.startsWith("<");
  const isRight = {
    zip: start.startsWith("PK"),
    parquet: start.startsWith("PAR1"),
    json: opening.startsWith("{") || opening.startsWith("["),
    csv: !isHtml && !start.includes("\0"),
  }[kind];
  return isRight ? undefined : `${isHtml ? "a page of HTML" : "something else"} came instead of ${kind}`;
}

/** Stops everything when one step brings nothing for a while. */
async function withIdleLimit<T>(stop: AbortController, seconds: number, step: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => stop.abort(), 1000 * seconds);
  const aborted = new Promise<never>((_, reject) => {
    if (stop.signal.aborted) reject(new Error("no answer in time"));
    stop.signal.addEventListener("abort", () => reject(new Error("no answer in time")), {once: true});
  });
  try {
    return await Promise.race([step(), aborted]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the network's own words mean to a person. */
const NETWORK: Readonly<Record<string, string>> = {
  ENOTFOUND: "no network, or no such host",
  EAI_AGAIN: "no network, or no such host",
  ECONNREFUSED: "nobody listens there",
  ECONNRESET: "the connection broke off",
  UND_ERR_SOCKET: "the connection broke off",
  UND_ERR_CONNECT_TIMEOUT: "no answer in time",
};

function networkWhy(error: unknown): string {
  const {cause, message} = error as {cause?: {code?: string; message?: string}; message?: string};
  const code = cause?.code ?? "";
  return (NETWORK[code] ?? (code || cause?.message || message || "no connection")).slice(0, 120);
}
