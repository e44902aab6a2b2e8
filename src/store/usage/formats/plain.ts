/**
 * A plain CSV, one row per request: `time, model, input_tokens, output_tokens`, and as far as they are there `id`, `task`,
 * `app`, `team`, `provider`, `cached_tokens` (part of the input), `cost_usd`, `latency_ms`, `failed`.
 */
import {named, real, instant, type UsageFormat, whole} from "../usage-format.ts";

export const plain: UsageFormat = {
  source: "csv",
  title: "plain CSV",
  scalars: [
    "id",
    "time",
    "task",
    "app",
    "team",
    "provider",
    "model",
    "input_tokens",
    "cached_tokens",
    "output_tokens",
    "reasoning_tokens",
    "cost_usd",
    "latency_ms",
    "failed",
  ],
  documents: [],
  matches: (names) => ["time", "model", "input_tokens", "output_tokens"].every((name) => names.has(name)),
  columns: {
    id: `nullif(${named("id")}, '')`,
    ts: instant(named("time")),
    tag: named("task"),
    app: named("app"),
    team: named("team"),
    provider: named("provider"),
    model: named("model"),
    input: whole(named("input_tokens")),
    cacheRead: whole(named("cached_tokens")),
    output: whole(named("output_tokens")),
    reasoning: whole(named("reasoning_tokens")),
    cache: "inclusive",
    cost: real(named("cost_usd")),
    latency: real(named("latency_ms")),
    failed: `lower(${named("failed")}) IN ('true', '1', 'yes')`,
  },
};
