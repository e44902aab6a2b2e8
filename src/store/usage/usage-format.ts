/** What one kind of usage log looks like, and how its columns become those of a request. */

export type UsageSource = "otel" | "litellm" | "langfuse" | "helicone" | "openrouter" | "csv";
export type FileKind = "csv" | "json" | "parquet";

/** SQL expressions over the text columns of `rows`; every one gives text or NULL unless it says otherwise. */
export interface EventColumns {
  /** The source's own id of the request; NULL where it has none. */
  readonly id: string;
  /** TIMESTAMP, UTC. */
  readonly ts: string;
  /** TIMESTAMP: of two rows with one id the later one holds. */
  readonly updated?: string;
  /** What the request was for: prompt name, task, first tag. */
  readonly tag?: string;
  readonly app?: string;
  readonly team?: string;
  readonly key?: string;
  readonly provider?: string;
  readonly model: string;
  /** BIGINT. */
  readonly input: string;
  readonly cacheRead?: string;
  readonly cacheWrite?: string;
  readonly output: string;
  readonly reasoning?: string;
  /** Whether `input` counts cached tokens already. */
  readonly cache: "inclusive" | "additive";
  /** DOUBLE, USD. */
  readonly cost?: string;
  /** DOUBLE, milliseconds. */
  readonly latency?: string;
  /** BOOLEAN. */
  readonly gatewayHit?: string;
  readonly failed?: string;
  /** BOOLEAN: rows that are requests to a model. */
  readonly where?: string;
}

export interface UsageFormat {
  readonly source: UsageSource;
  readonly title: string;
  /** Columns read as text, and columns that hold a document (JSON, a map) read as JSON text. Nothing else is read. */
  readonly scalars: readonly string[];
  readonly documents: readonly string[];
  /** Is it this format, by the names of its columns (CSV, Parquet) or keys (JSON)? */
  readonly matches: (names: ReadonlySet<string>) => boolean;
  readonly columns: EventColumns;
  /**
   * A query whose columns are `scalars` and `documents`, for logs that are not one row per request.
   *
   * @param file - a quoted path
   */
  readonly rows?: (file: string, kind: FileKind, names: ReadonlySet<string>) => string | undefined;
}

/** A text within SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A name within SQL. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const whole = (text: string): string => `TRY_CAST(${text} AS BIGINT)`;
export const real = (text: string): string => `TRY_CAST(${text} AS DOUBLE)`;
/**
 * A day and time in any usual writing; without an offset it is taken for UTC. A cast to TIMESTAMP drops an offset without
 * a word, so a text that ends in one (+02:00, +0200, +02) takes the slower way.
 */
export const instant = (text: string): string =>
  `coalesce(CASE WHEN length(${text}) > 19 AND regexp_matches(right(${text}, 6), '[+-][0-9]{2}(:?[0-9]{2})?$')
    THEN TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' ELSE TRY_CAST(${text} AS TIMESTAMP) END, ${epoch(text)})`;

/** Seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by size. */
function epoch(text: string): string {
  const number = `TRY_CAST(${text} AS DOUBLE)`;
  return `CASE WHEN ${number} > 1e17 THEN make_timestamp(CAST(${number} / 1e3 AS BIGINT))
    WHEN ${number} > 1e14 THEN make_timestamp(CAST(${number} AS BIGINT))
    WHEN ${number} > 1e11 THEN make_timestamp(CAST(${number} * 1e3 AS BIGINT))
    WHEN ${number} > 1e8 THEN make_timestamp(CAST(${number} * 1e6 AS BIGINT)) END`;
}

/**
 * A value of a document column by key. Documents are JSON, or the way ClickHouse writes a map into CSV: {'key':'value'}.
 */
export function keyed(column: string, ...keys: readonly string[]): string {
  const found = keys.map((key) => {
    const json = `json_extract_string(TRY_CAST(${named(column)} AS JSON), ${quoted(`$."${key}"`)})`;
    const pattern = `'${key.replaceAll(".", "\\.")}'\\s*:\\s*'((?:[^'\\\\]|\\\\.)*)'`;
    return `coalesce(${json}, CASE WHEN starts_with(${named(column)}, '{''') THEN nullif(regexp_extract(${named(column)}, ${quoted(pattern)}, 1), '') END)`;
  });
  return found.length === 1 ? found[0] : `coalesce(${found.join(", ")})`;
}

/** A value of a JSON document column by path. */
export const at = (column: string, path: string): string =>
  `json_extract_string(TRY_CAST(${named(column)} AS JSON), ${quoted(path)})`;
