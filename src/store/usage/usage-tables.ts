/**
 * Tables of the embedded warehouse.
 *
 * `usage_event` has one row per request to a model, `usage_hour` and `usage_latency` what the summaries are made from,
 * remade after each import. No column holds a prompt, an answer or a user's name.
 */

/** Names a request wherever it was logged: its source's own id, hashed, so that importing twice is once. */
const EVENT = `CREATE TABLE IF NOT EXISTS usage_event (
  event UHUGEINT NOT NULL, import VARCHAR NOT NULL, source VARCHAR NOT NULL, ts TIMESTAMP NOT NULL, updated TIMESTAMP,
  tag VARCHAR, app VARCHAR, team VARCHAR, key VARCHAR, provider VARCHAR, model VARCHAR NOT NULL,
  input_tokens BIGINT, cache_read_tokens BIGINT, cache_write_tokens BIGINT, output_tokens BIGINT,
  reasoning_tokens BIGINT, cost_usd DOUBLE, latency_ms DOUBLE, gateway_hit BOOLEAN NOT NULL, failed BOOLEAN NOT NULL)`;

const IMPORT = `CREATE TABLE IF NOT EXISTS usage_import (
  file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, source VARCHAR NOT NULL, imported DATE NOT NULL,
  rows_read BIGINT NOT NULL, rows_new BIGINT NOT NULL, rows_left_out BIGINT NOT NULL)`;

const DIMENSIONS = "tag, app, team, key, provider, model";

/** Bins of latency per factor e: an edge is at most 2.5% from the latencies in its bin. */
export const LATENCY_BINS = 20;

const HOURS = `SELECT date_trunc('hour', ts) AS hour, ${DIMENSIONS},
    count(*) AS requests, sum(CASE WHEN failed THEN 1 ELSE 0 END) AS errors,
    sum(CASE WHEN gateway_hit THEN 1 ELSE 0 END) AS gateway_hits,
    sum(CASE WHEN input_tokens IS NOT NULL THEN 1 ELSE 0 END) AS token_requests,
    coalesce(sum(input_tokens), 0) AS input_tokens, coalesce(sum(cache_read_tokens), 0) AS cache_read_tokens,
    coalesce(sum(cache_write_tokens), 0) AS cache_write_tokens, coalesce(sum(output_tokens), 0) AS output_tokens,
    coalesce(sum(reasoning_tokens), 0) AS reasoning_tokens, coalesce(sum(cost_usd), 0) AS cost_usd,
    sum(CASE WHEN cost_usd > 0 OR gateway_hit THEN 1 ELSE 0 END) AS costed_requests
  FROM usage_event GROUP BY ALL`;

const LATENCIES = `SELECT ${DIMENSIONS}, CAST(floor(ln(latency_ms) * ${LATENCY_BINS}) AS INTEGER) AS bin, count(*) AS requests
  FROM usage_event WHERE latency_ms > 0 AND NOT gateway_hit GROUP BY ALL`;

export const CREATE_TABLES: readonly string[] = [
  EVENT,
  IMPORT,
  `CREATE TABLE IF NOT EXISTS usage_hour AS ${HOURS}`,
  `CREATE TABLE IF NOT EXISTS usage_latency AS ${LATENCIES}`,
];

/** Remakes what the summaries read. */
export const REMAKE_ROLLUPS: readonly string[] = [
  `CREATE OR REPLACE TABLE usage_hour AS ${HOURS}`,
  `CREATE OR REPLACE TABLE usage_latency AS ${LATENCIES}`,
];
