/**
 * Small usage logs in each known form, written by hand from their schemas, with a secret wherever prompts and answers
 * stand. Every one tells of the same two requests and of things that are no request.
 */
export const SECRET = "XYZZY-PLUGH-4711";

/** First: 1,000 input tokens of which 400 from cache, 50 output, 20 of them reasoning; 2 s; 0.01 USD. Second: failed. */
const otlpSpan = (
  spanId: string,
  parentSpanId: string,
  attributes: Readonly<Record<string, string | number>>,
  status = 0,
) => ({
  traceId: "t1",
  spanId,
  parentSpanId,
  name: "chat",
  startTimeUnixNano: "1772359200000000000",
  endTimeUnixNano: "1772359202000000000",
  attributes: Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === "number" ? {intValue: String(value)} : {stringValue: value},
  })),
  status: {code: status},
});

const request = {
  "gen_ai.operation.name": "chat",
  "gen_ai.provider.name": "openai",
  "gen_ai.request.model": "gpt-5",
  "gen_ai.usage.input_tokens": 1000,
  "gen_ai.usage.cache_read.input_tokens": 400,
  "gen_ai.usage.output_tokens": 50,
  "gen_ai.usage.reasoning.output_tokens": 20,
  "gen_ai.usage.cost": "0.01",
  "gen_ai.prompt.name": "tickets",
  "gen_ai.input.messages": SECRET,
  "gen_ai.output.messages": SECRET,
};

export const otlp = JSON.stringify({
  resourceSpans: [
    {
      resource: {
        attributes: [
          {key: "service.name", value: {stringValue: "helpdesk"}},
          {key: "team", value: {stringValue: "support"}},
        ],
      },
      scopeSpans: [
        {
          spans: [
            otlpSpan("agent", "", {
              "gen_ai.operation.name": "invoke_agent",
              "gen_ai.usage.input_tokens": 9999,
            }),
            // A framework's own span around the library's: the same call.
            otlpSpan("outer", "agent", request),
            otlpSpan("one", "outer", request),
            otlpSpan("tool", "agent", {"gen_ai.operation.name": "execute_tool"}),
            otlpSpan("two", "agent", {...request, "error.type": "timeout"}, 2),
            otlpSpan("other", "", {"http.method": "GET", note: SECRET}),
          ],
        },
      ],
    },
  ],
});

const cell = (value: unknown): string => {
  const text = typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
export const csv = (rows: readonly Readonly<Record<string, unknown>>[]): string =>
  `${Object.keys(rows[0]).join(",")}\n${rows.map((row) => Object.values(row).map(cell).join(",")).join("\n")}\n`;
export const jsonLines = (rows: readonly unknown[]): string =>
  rows.map((row) => `${JSON.stringify(row)}\n`).join("");

/** A map as ClickHouse writes it into CSV. */
const clickHouseMap = (map: Readonly<Record<string, string | number>>): string =>
  `{${Object.entries(map)
    .map(([key, value]) => `'${key}':'${value}'`)
    .join(",")}}`;

const span = (SpanId: string, map: Readonly<Record<string, string | number>>, StatusCode = "Unset") => ({
  Timestamp: "2026-03-01 10:00:00.000000000",
  TraceId: "t1",
  SpanId,
  ParentSpanId: "",
  ServiceName: "helpdesk",
  ResourceAttributes: clickHouseMap({"service.name": "helpdesk", team: "support"}),
  SpanAttributes: clickHouseMap(map),
  Duration: "2000000000",
  StatusCode,
});
export const otelTable = csv([
  span("one", {...request, "gen_ai.input.messages": `it\\'s ${SECRET}`}),
  span("two", request, "Error"),
  span("three", {"http.method": "GET"}),
]);

const spend = {
  request_id: "one",
  call_type: "acompletion",
  spend: 0.01,
  startTime: "2026-03-01 10:00:00",
  endTime: "2026-03-01 10:00:02",
  request_duration_ms: 2000,
  model: "gpt-5",
  custom_llm_provider: "openai",
  prompt_tokens: 1000,
  completion_tokens: 50,
  cache_hit: "False",
  request_tags: ["User-Agent: openai", "tickets"],
  team_id: "t-17",
  status: "success",
  metadata: {
    user_api_key_team_alias: "support",
    additional_usage_values: {
      prompt_tokens_details: {cached_tokens: 400},
      completion_tokens_details: {reasoning_tokens: 20},
    },
  },
  messages: SECRET,
  response: {text: SECRET},
};
export const spendLogs = [
  spend,
  {...spend, request_id: "two", status: "failure"},
  {...spend, request_id: "three", cache_hit: "True", spend: 0},
];

const observation = {
  id: "one",
  type: "GENERATION",
  start_time: "2026-03-01T10:00:00.000Z",
  end_time: "2026-03-01T10:00:02.000Z",
  updated_at: "2026-03-01T10:00:03.000Z",
  level: "DEFAULT",
  provided_model_name: "gpt-5",
  prompt_name: "tickets",
  environment: "helpdesk",
  usage_details: {
    input: 600,
    input_cached_tokens: 400,
    output: 30,
    output_reasoning_tokens: 20,
    total: 1050,
  },
  total_cost: 0.01,
  latency: 2000,
  tags: ["x"],
  input: SECRET,
  output: SECRET,
};
export const observations = [
  // Written twice: the later one has the cost.
  {...observation, total_cost: null, updated_at: "2026-03-01T10:00:02.000Z"},
  observation,
  {...observation, id: "two", level: "ERROR"},
  {...observation, id: "three", type: "SPAN"},
];

const helicone = {
  request_id: "one",
  request_created_at: "2026-03-01 10:00:00.000",
  updated_at: "2026-03-01 10:00:03.000",
  latency: 2000,
  status: 200,
  prompt_tokens: 600,
  prompt_cache_read_tokens: 400,
  prompt_cache_write_tokens: 0,
  completion_tokens: 50,
  model: "gpt-5",
  provider: "OPENAI",
  cost: 10_000_000,
  cache_reference_id: "00000000-0000-0000-0000-000000000000",
  properties: {task: "tickets", app: "helpdesk"},
  request_body: SECRET,
  response_body: SECRET,
};
export const heliconeRows = [helicone, {...helicone, request_id: "two", status: 503}];

const generation = {
  generation_id: "one",
  created_at: "2026-03-01 10:00:00.000",
  cost_total: 0.004,
  cost_cache: 0,
  byok_usage_inference: 0.006,
  tokens_prompt: 1000,
  tokens_completion: 50,
  tokens_reasoning: 20,
  tokens_cached: 400,
  model_permaslug: "openai/gpt-5",
  provider_name: "OpenAI",
  cancelled: false,
  finish_reason_normalized: "stop",
  generation_time_ms: 2000,
  api_key_name: "prod",
  app_name: "helpdesk",
};
export const activity = csv([
  generation,
  {...generation, generation_id: "two", finish_reason_normalized: "error"},
]);

const line = {
  id: "one",
  time: "2026-03-01T10:00:00Z",
  task: "tickets",
  model: "gpt-5",
  input_tokens: 1000,
  cached_tokens: 400,
  output_tokens: 50,
  reasoning_tokens: 20,
  cost_usd: 0.01,
  latency_ms: 2000,
  failed: false,
  prompt: SECRET,
};
export const plainRows = [line, {...line, id: "two", failed: true}];
