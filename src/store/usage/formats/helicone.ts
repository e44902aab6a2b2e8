/**
 * Helicone's table request_response_rmt, as CSV or JSON. Prompt tokens are the fresh ones, with cached ones beside them.
 * Cost is in billionths of a dollar. A row that was written again has a later `updated_at`.
 */
import {keyed, named, real, instant, type UsageFormat, whole} from "../usage-format.ts";

const BILLION = 1e9;

export const helicone: UsageFormat = {
  source: "helicone",
  title: "Helicone requests",
  scalars: [
    "request_id",
    "request_created_at",
    "updated_at",
    "latency",
    "status",
    "prompt_tokens",
    "completion_tokens",
    "prompt_cache_write_tokens",
    "prompt_cache_read_tokens",
    "model",
    "provider",
    "cost",
    "cache_reference_id",
  ],
  documents: ["properties"],
  matches: (names) => names.has("request_id") && names.has("request_created_at"),
  columns: {
    id: named("request_id"),
    ts: instant(named("request_created_at")),
    updated: instant(named("updated_at")),
    tag: keyed(
      "properties",
      "task",
      "Task",
      "workload",
      "Workload",
      "Helicone-Prompt-Id",
      "Helicone-Session-Name",
    ),
    app: keyed("properties", "app", "App"),
    team: keyed("properties", "team", "Team"),
    provider: named("provider"),
    model: named("model"),
    input: whole(named("prompt_tokens")),
    cacheRead: whole(named("prompt_cache_read_tokens")),
    cacheWrite: whole(named("prompt_cache_write_tokens")),
    output: whole(named("completion_tokens")),
    cache: "additive",
    cost: `${real(named("cost"))} / ${BILLION}`,
    latency: real(named("latency")),
    gatewayHit: `coalesce(${named("cache_reference_id")}, '') NOT IN ('', '00000000-0000-0000-0000-000000000000')`,
    failed: `${whole(named("status"))} >= 400 OR ${whole(named("status"))} < 0`,
  },
};
