/**
 * LiteLLM's table LiteLLM_SpendLogs, as CSV or JSON. `startTime` is camel case. The user agent that LiteLLM adds to the
 * tags is no task. A request answered from the gateway's cache has no tokens to pay.
 */
import {at, named, real, instant, type UsageFormat, whole} from "../usage-format.ts";

const start = instant(named("startTime"));
const tags = `TRY_CAST(TRY_CAST(${named("request_tags")} AS JSON) AS VARCHAR[])`;
const usage = "$.additional_usage_values";

export const litellm: UsageFormat = {
  source: "litellm",
  title: "LiteLLM spend logs",
  scalars: [
    "request_id",
    "startTime",
    "endTime",
    "request_duration_ms",
    "spend",
    "prompt_tokens",
    "completion_tokens",
    "model",
    "model_group",
    "custom_llm_provider",
    "cache_hit",
    "team_id",
    "end_user",
    "status",
    "call_type",
  ],
  documents: ["metadata", "request_tags"],
  matches: (names) => names.has("request_id") && names.has("startTime") && names.has("spend"),
  columns: {
    id: named("request_id"),
    ts: start,
    tag: `coalesce(${at("metadata", "$.spend_logs_metadata.task")}, list_filter(${tags}, lambda tag: NOT starts_with(tag, 'User-Agent:'))[1])`,
    team: `coalesce(${at("metadata", "$.user_api_key_team_alias")}, ${named("team_id")})`,
    key: at("metadata", "$.user_api_key_alias"),
    provider: named("custom_llm_provider"),
    model: `coalesce(nullif(${named("model")}, ''), ${named("model_group")})`,
    input: whole(named("prompt_tokens")),
    cacheRead: `coalesce(${whole(at("metadata", `${usage}.cache_read_input_tokens`))}, ${whole(at("metadata", `${usage}.prompt_tokens_details.cached_tokens`))})`,
    cacheWrite: whole(at("metadata", `${usage}.cache_creation_input_tokens`)),
    output: whole(named("completion_tokens")),
    reasoning: whole(at("metadata", `${usage}.completion_tokens_details.reasoning_tokens`)),
    cache: "inclusive",
    cost: real(named("spend")),
    latency: `coalesce(${real(named("request_duration_ms"))}, date_diff('millisecond', ${start}, ${instant(named("endTime"))}))`,
    gatewayHit: `lower(${named("cache_hit")}) = 'true'`,
    failed: `${named("status")} = 'failure'`,
  },
};
