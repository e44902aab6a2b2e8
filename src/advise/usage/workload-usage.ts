/**
 * What one workload used over a span of days, from the user's own logs. Token counts are totals with their parts:
 * input includes what was read from and written to a cache, output includes reasoning.
 */
export interface ModelUsage {
  /** As the logs name it. */
  readonly model: string;
  /** Catalog id when the name is exactly one of its names, else null. */
  readonly catalogId: string | null;
  readonly provider: string;
  readonly requests: number;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly outputTokens: number;
  /** USD; null when no row of this model reported a cost. */
  readonly costUsd: number | null;
}

export interface WorkloadUsage {
  /** By the user's rule: task tag, app, team, prompt. */
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
  /** Median and 95th percentile, milliseconds; null where the logs have no latency. */
  readonly latencyMedianMs: number | null;
  readonly latencyP95Ms: number | null;
  /** Largest number of requests in one hour over the mean: the shape of the load. */
  readonly peakToMean: number;
  /** Most requests first. */
  readonly models: readonly ModelUsage[];
}
