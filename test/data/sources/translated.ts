/** Translations of samples against the facts that ship. */
import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {type FactFile, factFiles} from "../../../src/data/fact-files.ts";
import type {Catalog} from "../../../src/data/catalog.ts";
import {loadCatalog} from "../../../src/data/load-catalog.ts";
import type {Feed, FeedDocument, FeedReaders, Translation} from "../../../src/data/sources/feed.ts";
import {modelNames, type SettledAlias} from "../../../src/data/sources/model-names.ts";
import {dayOf} from "../../../src/dates.ts";

export const shippedFolder = fileURLToPath(new URL("../../../data", import.meta.url));
export const shippedFiles: readonly FactFile[] = factFiles(shippedFolder);
export const shipped: Catalog = loadCatalog(shippedFolder);

const shared = new URL("../../../../shared/", import.meta.url);
/** Whether the files as upstream published them, which are not ours to pass on, lie beside this checkout. */
export const hasUpstream = existsSync(new URL("feeds/", shared));
export const upstreamFile = (path: string): Buffer => readFileSync(new URL(path, shared));

const noReaders: FeedReaders = {
  unzip: async () => new Map(),
  parquetRows: async () => [],
};

/** @param documents - by address */
export function translatedBy(
  feed: Feed,
  documents: Readonly<Record<string, string | Uint8Array | undefined>>,
  {
    today = "2026-11-26",
    settled = [],
    readers = {},
  }: {today?: string; settled?: SettledAlias[]; readers?: Partial<FeedReaders>} = {},
): Promise<Translation> {
  const given: FeedDocument[] = Object.entries(documents).map(([url, bytes]) => ({
    url,
    bytes: typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes,
  }));
  return feed.translate(given, {
    catalog: shipped,
    names: modelNames(shipped, settled, feed.id),
    today: dayOf(today),
    readers: {...noReaders, ...readers},
  });
}

/** A made answer whose documents are JSON. */
export const json = (value: unknown): string => JSON.stringify(value);
