/**
 * The questions asked of usage, in the SQL that DuckDB and ClickHouse share, over `usage_hour` and `usage_latency`.
 *
 * A workload is the first of the chosen names that a request has. Nothing here knows the embedded database: another
 * warehouse answers once it offers the two tables or views.
 */
import {z} from "zod";

/** What a request may be named by. */
export type WorkloadName = "tag" | "app" | "team" | "key" | "model";
export const workloadNames: readonly WorkloadName[] = ["tag", "app", "team", "key", "model"];

/** Of requests that have none of the chosen names. */
export const UNNAMED = "(unnamed)";

const workload = (by: readonly WorkloadName[]): string =>
  `coalesce(${[...by.map((name) => `nullif(${name}, '')`), `'${UNNAMED}'`].join(", ")})`;

const number = z.coerce.number();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}/);

export const totalRow = z.object({
  workload: z.string(),
  first: day,
  last: day,
  requests: number,
  errors: number,
  gateway_hits: number,
  token_requests: number,
  input_tokens: number,
  cache_read_tokens: number,
  cache_write_tokens: number,
  output_tokens: number,
  reasoning_tokens: number,
  cost_usd: number,
  costed_requests: number,
});

export const totalSql = (by: readonly WorkloadName[], upTo: string | undefined): string =>
  `SELECT ${workload(by)} AS workload, CAST(min(hour) AS VARCHAR) AS first, CAST(max(hour) AS VARCHAR) AS last,
     sum(requests) AS requests, sum(errors) AS errors, sum(gateway_hits) AS gateway_hits,
     sum(token_requests) AS token_requests, sum(input_tokens) AS input_tokens,
     sum(cache_read_tokens) AS cache_read_tokens, sum(cache_write_tokens) AS cache_write_tokens,
     sum(output_tokens) AS output_tokens, sum(reasoning_tokens) AS reasoning_tokens, sum(cost_usd) AS cost_usd,
     sum(costed_requests) AS costed_requests
   FROM usage_hour ${before(upTo)} GROUP BY workload ORDER BY requests DESC, workload`;

export const modelRow = z.object({
  workload: z.string(),
  model: z.string(),
  provider: z.string(),
  requests: number,
  input_tokens: number,
  cache_read_tokens: number,
  output_tokens: number,
  cost_usd: number,
  costed_requests: number,
});

export const modelSql = (by: readonly WorkloadName[], upTo: string | undefined): string =>
  `SELECT ${workload(by)} AS workload, model AS model, coalesce(provider, '') AS provider, sum(requests) AS requests,
     sum(input_tokens) AS input_tokens, sum(cache_read_tokens) AS cache_read_tokens, sum(output_tokens) AS output_tokens,
     sum(cost_usd) AS cost_usd, sum(costed_requests) AS costed_requests
   FROM usage_hour ${before(upTo)} GROUP BY workload, model, coalesce(provider, '') ORDER BY requests DESC, workload, model, provider`;

export const peakRow = z.object({workload: z.string(), requests: number});

/** The busiest hour of each workload. */
export const peakSql = (by: readonly WorkloadName[], upTo: string | undefined): string =>
  `SELECT workload, max(requests) AS requests FROM (
     SELECT ${workload(by)} AS workload, hour, sum(requests) AS requests
     FROM usage_hour ${before(upTo)} GROUP BY workload, hour) AS hours
   GROUP BY workload ORDER BY workload`;

export const latencyRow = z.object({workload: z.string(), bin: number, requests: number});

/** Latencies have no day: they are told of all that was imported. */
export const latencySql = (by: readonly WorkloadName[]): string =>
  `SELECT ${workload(by)} AS workload, bin, sum(requests) AS requests
   FROM usage_latency GROUP BY workload, bin ORDER BY workload, bin`;

/** @param upTo - the last day seen, `YYYY-MM-DD` */
const before = (upTo: string | undefined): string =>
  upTo === undefined ? "" : `WHERE hour < CAST('${upTo} 23:59:59' AS TIMESTAMP)`;
