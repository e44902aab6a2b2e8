/**
 * What a feed is: where it asks, and how its answer becomes rows of our tables. One file per feed beside this one.
 *
 * A feed is pure given bytes: it names requests and translates documents. Hosts, conditional requests, limits, retries,
 * trust and writing are the runner's (`src/monitor/sync/`), the same for all.
 */
import type {Catalog, DataLicence, Source} from "../catalog.ts";
import type {Day} from "../../units.ts";
import type {ModelNames} from "./model-names.ts";

export interface FeedRequest {
  /** https, on one of the feed's hosts. */
  readonly url: string;
  /** The most that is read, after decompression. */
  readonly largest: number;
  /** What the start of the answer must look like: an error page with status 200 is no data. */
  readonly kind: "zip" | "csv" | "json" | "parquet";
  /** True where a 404 only means that the thing is not there any more. */
  readonly mayBeAbsent?: boolean;
}

/** What one request brought. */
export interface FeedDocument {
  readonly url: string;
  /** Undefined when the server says that there is no such thing, and the request allows that. */
  readonly bytes: Uint8Array | undefined;
  /** Day of the last change as the server gives it. */
  readonly changed?: Day;
}

/** The tables that feeds write; `hub` is a table of its own among the forces. */
export type FeedTable = "results" | "prices" | "preferences" | "index-values" | "hub";

/** One row of a table: every column but source, licence of the source and day, which the runner fills in. */
export interface FeedRow {
  readonly table: FeedTable;
  /** What is trusted or quarantined together: a benchmark's file, a board, a provider. */
  readonly part: string;
  readonly cells: Readonly<Record<string, string>>;
  /** Where the row does not come under the feed's own licence. */
  readonly licence?: string;
}

/** A name that stands for no known model. */
export interface Unmatched {
  readonly name: string;
  readonly rows: number;
}

/** What upstream says about a model of ours, to be held against the pinned facts; never taken over. */
export interface Claim {
  readonly model: string;
  readonly field: "release" | "openness" | "licence";
  readonly value: string;
  readonly name: string;
}

/** Rows or files that were left out, by reason. */
export interface Skipped {
  readonly why: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface Translation {
  readonly rows: readonly FeedRow[];
  readonly unmatched: readonly Unmatched[];
  readonly claims: readonly Claim[];
  readonly skipped: readonly Skipped[];
  /** Parts that cannot be read as expected, each with one sentence; their last good rows stay. */
  readonly broken: readonly {readonly part: string; readonly why: string}[];
  /** Rows upstream has that cannot be what they claim (NaN, a percentage for a fraction, a day in the future). */
  readonly malformed: readonly {readonly part: string; readonly what: string}[];
  /** Benchmarks that new editions bring: path and text of each new file. */
  readonly benchmarks?: readonly {readonly path: string; readonly text: string}[];
}

/** Readers of formats that need more than the language: given by the runner. */
export interface FeedReaders {
  /** Files of an archive, by plain name. Refuses paths that leave the archive and sizes that cannot be honest. */
  unzip(bytes: Uint8Array, place: string): Promise<ReadonlyMap<string, Uint8Array>>;
  /** The named columns of a parquet file, rows as values of JSON. */
  parquetRows(
    bytes: Uint8Array,
    columns: readonly string[],
    place: string,
  ): Promise<Record<string, unknown>[]>;
}

export interface FeedContext {
  readonly catalog: Catalog;
  readonly names: ModelNames;
  readonly today: Day;
  readonly readers: FeedReaders;
}

export interface Feed {
  readonly id: string;
  /** In one line: what it brings. */
  readonly says: string;
  /** The row that `sources.csv` gets, but for the day. Its id is the feed's. */
  readonly source: Omit<Source, "id" | "retrieved">;
  /** Licences the feed needs beyond those that ship. */
  readonly licences?: readonly DataLicence[];
  /** The only hosts it may ask, redirects included; `*.example.org` stands for any name below it. */
  readonly hosts: readonly string[];
  /** A key of the user's own: without it the feed is left out. */
  readonly key?: {readonly variable: string; readonly header: string; readonly from: string};
  /** Sources of shipped rows that a row of this feed for the same model and benchmark replaces. */
  readonly replaces?: readonly string[];
  /** A secondary price list repeats what sellers publish: where it contradicts a standing price, that row is held back. */
  readonly standing: "primary" | "secondary";
  /** Days between two readings when the feed is not asked for by name; every sync when absent. */
  readonly everyDays?: number;
  readonly requests: (catalog: () => Catalog) => readonly FeedRequest[];
  /** Requests that only the first answers name. */
  readonly further?: (documents: readonly FeedDocument[]) => readonly FeedRequest[];
  /** @throws InputError when the answer as a whole is not what was expected */
  readonly translate: (documents: readonly FeedDocument[], context: FeedContext) => Promise<Translation>;
}
