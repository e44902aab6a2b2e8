/** Usage by workload, from any warehouse that answers the questions. */
import {InputError} from "../../errors.ts";
import {grouped} from "../../grouped.ts";
import {
  latencyRow,
  latencySql,
  modelRow,
  modelSql,
  peakRow,
  peakSql,
  totalRow,
  totalSql,
  type WorkloadName,
} from "./summary-sql.ts";
import {LATENCY_BINS} from "./usage-tables.ts";
import type {Warehouse} from "./warehouse.ts";

/** Usage as the logs have it: models by their names there. */
export interface LoggedModel {
  readonly model: string;
  readonly provider: string;
  readonly requests: number;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly outputTokens: number;
  /** USD; null when no row of this model reported a cost. */
  readonly costUsd: number | null;
}

export interface LoggedWorkload {
  /** By the user's rule: task tag, app, team, key or model. */
  readonly workload: string;
  /** `YYYY-MM-DD`, first and last day with a request. */
  readonly from: string;
  readonly to: string;
  /** Days from `from` to `to`, both counted. */
  readonly days: number;
  /** Requests answered, whether well or not; those that failed are `errors` of them. */
  readonly requests: number;
  readonly errors: number;
  /** Requests that a gateway answered from its own store: they cost nothing and count no tokens. */
  readonly gatewayCacheHits: number;
  /** Requests that state token counts: means are over these. */
  readonly tokenRequests: number;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** USD, over the requests that reported one. */
  readonly costUsd: number;
  /** Requests that reported a cost above zero or were answered from a gateway's store. */
  readonly costedRequests: number;
  /** Milliseconds; null where the logs have no latency. */
  readonly latencyMedianMs: number | null;
  readonly latencyP95Ms: number | null;
  /** Requests of the busiest hour over the mean hour: the shape of the load. */
  readonly peakToMean: number;
  /** Most requests first. */
  readonly models: readonly LoggedModel[];
}

const DAY_MS = 86_400_000;
const HOURS = 24;

/**
 * @param by - what a request is named by, first choice first
 * @param upTo - the last day seen, `YYYY-MM-DD`; latencies are told without it only
 * @returns most requests first
 */
export async function usageSummary(
  warehouse: Warehouse,
  by: readonly WorkloadName[],
  upTo: string | undefined,
): Promise<LoggedWorkload[]> {
  if (by.length === 0) throw new InputError("missing", "names of workloads: none; at least one was expected");
  const totals = await warehouse.query(totalSql(by, upTo), totalRow);
  const models = grouped(await warehouse.query(modelSql(by, upTo), modelRow), ({workload}) => workload);
  const peaks = new Map(
    (await warehouse.query(peakSql(by, upTo), peakRow)).map(({workload, requests}) => [workload, requests]),
  );
  const latencies =
    upTo === undefined
      ? grouped(await warehouse.query(latencySql(by), latencyRow), ({workload}) => workload)
      : new Map();
  return totals.map((row) => {
    const [from, to] = [row.first.slice(0, 10), row.last.slice(0, 10)];
    const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
    const bins = latencies.get(row.workload) ?? [];
    return {
      workload: row.workload,
      from,
      to,
      days,
      requests: row.requests,
      errors: row.errors,
      gatewayCacheHits: row.gateway_hits,
      tokenRequests: row.token_requests,
      inputTokens: row.input_tokens,
      cacheReadTokens: row.cache_read_tokens,
      cacheWriteTokens: row.cache_write_tokens,
      outputTokens: row.output_tokens,
      reasoningTokens: row.reasoning_tokens,
      costUsd: row.cost_usd,
      costedRequests: row.costed_requests,
      latencyMedianMs: binQuantile(bins, 0.5),
      latencyP95Ms: binQuantile(bins, 0.95),
      peakToMean: (peaks.get(row.workload) ?? 0) / (row.requests / (days * HOURS)),
      models: (models.get(row.workload) ?? []).map((model) => ({
        model: model.model,
        provider: model.provider,
        requests: model.requests,
        inputTokens: model.input_tokens,
        cacheReadTokens: model.cache_read_tokens,
        outputTokens: model.output_tokens,
        costUsd: model.costed_requests === 0 ? null : model.cost_usd,
      })),
    };
  });
}

/** A quantile from logarithmic bins, at the middle of its bin: at most 2.5% off. */
function binQuantile(
  bins: readonly {readonly bin: number; readonly requests: number}[],
  share: number,
): number | null {
  const total = bins.reduce((sum, {requests}) => sum + requests, 0);
  if (total === 0) return null;
  let passed = 0;
  for (const {bin, requests} of bins) {
    passed += requests;
    if (passed >= share * total) return Math.exp((bin + 0.5) / LATENCY_BINS);
  }
  return null;
}
