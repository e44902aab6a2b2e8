/**
 * Langfuse's export of observations, as Parquet, JSON, JSON lines or CSV.
 *
 * Only generations and embeddings are requests to a model. The parts in `usage_details` exclude each other, so that a
 * total is the sum of its parts. `latency` is in milliseconds in older exports and in seconds in newer ones: start and
 * end are read instead. An observation that was written again has a later `updated_at`.
 */
import {at, named, real, instant, type UsageFormat} from "../usage-format.ts";

/** Sum of the parts whose name is like a pattern. */
function parts(condition: string): string {
  const usage = `TRY_CAST(${named("usage_details")} AS JSON)`;
  return `list_sum(list_transform(list_filter(json_keys(${usage}), lambda part: ${condition}),
    lambda part: TRY_CAST(json_extract_string(${usage}, '$."' || part || '"') AS BIGINT)))`;
}

const start = instant(named("start_time"));

export const langfuse: UsageFormat = {
  source: "langfuse",
  title: "Langfuse observations",
  scalars: [
    "id",
    "type",
    "start_time",
    "end_time",
    "updated_at",
    "level",
    "provided_model_name",
    "prompt_name",
    "trace_name",
    "environment",
    "total_cost",
  ],
  documents: ["usage_details", "tags"],
  matches: (names) => names.has("provided_model_name") && names.has("usage_details"),
  columns: {
    id: named("id"),
    ts: start,
    updated: instant(named("updated_at")),
    tag: `coalesce(nullif(${named("prompt_name")}, ''), nullif(${named("trace_name")}, ''), ${at("tags", "$[0]")})`,
    app: named("environment"),
    model: named("provided_model_name"),
    input: parts("part LIKE 'input%'"),
    cacheRead: parts("part LIKE 'input%' AND (part LIKE '%cached%' OR part LIKE '%cache_read%')"),
    cacheWrite: parts("part LIKE 'input%' AND (part LIKE '%cache_creation%' OR part LIKE '%cache_write%')"),
    output: parts("part LIKE 'output%'"),
    reasoning: parts("part LIKE 'output%' AND part LIKE '%reasoning%'"),
    cache: "inclusive",
    cost: real(named("total_cost")),
    latency: `CAST(date_diff('microsecond', ${start}, ${instant(named("end_time"))}) AS DOUBLE) / 1000`,
    failed: `${named("level")} = 'ERROR'`,
    where: `upper(${named("type")}) IN ('GENERATION', 'EMBEDDING')`,
  },
};
