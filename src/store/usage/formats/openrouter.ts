/**
 * OpenRouter's activity as CSV. Cached tokens are part of the prompt's. Where the user's own key paid the provider, the
 * cost stands in a column of its own.
 */
import {named, real, instant, type UsageFormat, whole} from "../usage-format.ts";

export const openrouter: UsageFormat = {
  source: "openrouter",
  title: "OpenRouter activity",
  scalars: [
    "generation_id",
    "created_at",
    "cost_total",
    "byok_usage_inference",
    "tokens_prompt",
    "tokens_completion",
    "tokens_reasoning",
    "tokens_cached",
    "model_permaslug",
    "provider_name",
    "cancelled",
    "finish_reason_normalized",
    "generation_time_ms",
    "api_key_name",
    "app_name",
  ],
  documents: [],
  matches: (names) => names.has("generation_id") && names.has("model_permaslug"),
  columns: {
    id: named("generation_id"),
    ts: instant(named("created_at")),
    app: named("app_name"),
    key: named("api_key_name"),
    provider: named("provider_name"),
    model: named("model_permaslug"),
    input: whole(named("tokens_prompt")),
    cacheRead: whole(named("tokens_cached")),
    output: whole(named("tokens_completion")),
    reasoning: whole(named("tokens_reasoning")),
    cache: "inclusive",
    cost: `${real(named("cost_total"))} + coalesce(${real(named("byok_usage_inference"))}, 0)`,
    latency: real(named("generation_time_ms")),
    failed: `lower(${named("cancelled")}) IN ('true', '1') OR ${named("finish_reason_normalized")} = 'error'`,
  },
};
