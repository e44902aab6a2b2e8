/**
 * Spans by OpenTelemetry's conventions for generative AI: OTLP as JSON (one document or one per line), and the table
 * otel_traces of the ClickHouse exporter as CSV or JSON.
 *
 * Frameworks wrap spans in spans: only operations that call a model count, and of those only the innermost, or one call
 * would count twice. Input tokens include cached ones. There is no cost in the conventions; some libraries add one.
 */
import {keyed, named, quoted, real, instant, type UsageFormat, whole} from "../usage-format.ts";

const LEAVES = ["chat", "text_completion", "generate_content", "embeddings"];
const ATTRIBUTES = "SpanAttributes";
const operation = keyed(ATTRIBUTES, "gen_ai.operation.name", "llm.request.type");
const isLeaf = `coalesce(${operation}, CASE WHEN ${keyed(ATTRIBUTES, "gen_ai.request.model", "gen_ai.response.model")} IS NOT NULL THEN 'chat' END) IN (${LEAVES.map(quoted).join(", ")})`;

const VALUE = "STRUCT(stringValue VARCHAR, intValue VARCHAR, doubleValue VARCHAR, boolValue VARCHAR)";
const PAIRS = `STRUCT("key" VARCHAR, "value" ${VALUE})[]`;
const SPAN = `STRUCT(traceId VARCHAR, spanId VARCHAR, parentSpanId VARCHAR, startTimeUnixNano VARCHAR, endTimeUnixNano VARCHAR, attributes ${PAIRS}, status STRUCT(code VARCHAR))`;
const DOCUMENT = `STRUCT(resource STRUCT(attributes ${PAIRS}), scopeSpans STRUCT(spans ${SPAN}[])[])[]`;

/** Attributes that are read; the rest, prompts and answers among them, is dropped on the way in. */
const READ = [
  "gen_ai.operation.name",
  "llm.request.type",
  "gen_ai.provider.name",
  "gen_ai.system",
  "gen_ai.request.model",
  "gen_ai.response.model",
  "gen_ai.usage.input_tokens",
  "gen_ai.usage.prompt_tokens",
  "gen_ai.usage.output_tokens",
  "gen_ai.usage.completion_tokens",
  "gen_ai.usage.cache_read.input_tokens",
  "gen_ai.usage.cache_read_input_tokens",
  "gen_ai.usage.cache_write.input_tokens",
  "gen_ai.usage.cache_creation.input_tokens",
  "gen_ai.usage.cache_creation_input_tokens",
  "gen_ai.usage.reasoning.output_tokens",
  "gen_ai.usage.cost",
  "gen_ai.prompt.name",
  "gen_ai.agent.name",
  "error.type",
];

/** Key and value pairs as one JSON object of those that are read. */
const object = (pairs: string, keys: readonly string[]): string =>
  `CAST(to_json(map_from_entries(list_transform(list_filter(${pairs}, lambda p: p."key" IN (${keys.map(quoted).join(", ")})),
    lambda p: {'k': p."key", 'v': coalesce(p."value".stringValue, p."value".intValue, p."value".doubleValue, p."value".boolValue)}))) AS VARCHAR)`;

function otlpRows(file: string): string {
  return `SELECT span.spanId AS "SpanId", span.traceId AS "TraceId", span.parentSpanId AS "ParentSpanId",
      span.startTimeUnixNano AS "Timestamp",
      CAST(TRY_CAST(span.endTimeUnixNano AS UBIGINT) - TRY_CAST(span.startTimeUnixNano AS UBIGINT) AS VARCHAR) AS "Duration",
      span.status.code AS "StatusCode", list_filter(service, lambda p: p."key" = 'service.name')[1]."value".stringValue AS "ServiceName",
      ${object("span.attributes", READ)} AS "SpanAttributes",
      ${object("service", ["service.namespace", "team", "user.team"])} AS "ResourceAttributes"
    FROM (SELECT service, unnest(scope.spans) AS span
      FROM (SELECT part.resource.attributes AS service, unnest(part.scopeSpans) AS scope
        FROM (SELECT unnest("resourceSpans") AS part
          FROM read_json(${file}, columns = {"resourceSpans": ${quoted(DOCUMENT)}}, maximum_object_size = 268435456))))`;
}

export const otel: UsageFormat = {
  source: "otel",
  title: "OpenTelemetry spans",
  scalars: ["SpanId", "TraceId", "ParentSpanId", "Timestamp", "Duration", "StatusCode", "ServiceName"],
  documents: [ATTRIBUTES, "ResourceAttributes"],
  matches: (names) => names.has("resourceSpans") || (names.has("SpanId") && names.has(ATTRIBUTES)),
  rows: (file, kind, names) => (kind === "json" && names.has("resourceSpans") ? otlpRows(file) : undefined),
  columns: {
    id: named("SpanId"),
    ts: instant(named("Timestamp")),
    tag: keyed(ATTRIBUTES, "gen_ai.prompt.name", "gen_ai.agent.name"),
    app: named("ServiceName"),
    team: keyed("ResourceAttributes", "team", "user.team", "service.namespace"),
    provider: keyed(ATTRIBUTES, "gen_ai.provider.name", "gen_ai.system"),
    model: keyed(ATTRIBUTES, "gen_ai.response.model", "gen_ai.request.model"),
    input: whole(keyed(ATTRIBUTES, "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens")),
    cacheRead: whole(
      keyed(ATTRIBUTES, "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens"),
    ),
    cacheWrite: whole(
      keyed(
        ATTRIBUTES,
        "gen_ai.usage.cache_write.input_tokens",
        "gen_ai.usage.cache_creation.input_tokens",
        "gen_ai.usage.cache_creation_input_tokens",
      ),
    ),
    output: whole(keyed(ATTRIBUTES, "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens")),
    reasoning: whole(keyed(ATTRIBUTES, "gen_ai.usage.reasoning.output_tokens")),
    cache: "inclusive",
    cost: real(keyed(ATTRIBUTES, "gen_ai.usage.cost")),
    latency: `${real(named("Duration"))} / 1e6`,
    failed: `${named("StatusCode")} IN ('2', 'STATUS_CODE_ERROR', 'Error', 'ERROR') OR ${keyed(ATTRIBUTES, "error.type")} IS NOT NULL`,
    where: `${isLeaf} AND (${named("TraceId")}, ${named("SpanId")}) NOT IN (
      SELECT (${named("TraceId")}, ${named("ParentSpanId")}) FROM rows WHERE ${named("ParentSpanId")} <> '' AND ${isLeaf})`,
  },
};
