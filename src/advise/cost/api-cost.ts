/** What one finished task costs at a list price. */
import type {ApiOption} from "../options/option.ts";
import {batchShares} from "../options/hosts.ts";
import {hostOf} from "../options/option.ts";
import type {Workload} from "../portfolio/portfolio.ts";
import {costMethod} from "./cost-method.ts";

export type TokenLoad = Pick<Workload, "tokens" | "requestsPerTask" | "latency">;

/**
 * USD per finished task: requests x ((input - cached) x price in + cached x price of repeated input + output x price
 * out) / 10^6, at the batch price where the work can wait a day and the host sells one.
 */
export function apiCostPerTask(
  {tokens, requestsPerTask, latency}: TokenLoad,
  {quote, provider, tier}: Pick<ApiOption, "quote" | "provider" | "tier">,
): number {
  const repeated = quote.cachedInput ?? costMethod.cacheDiscountMissing.value * quote.input;
  const perRequest =
    ((tokens.input - tokens.cached) * quote.input + tokens.cached * repeated + tokens.output * quote.output) /
    1e6;
  const share = latency === "batch" && tier === "standard" ? (batchShares.value[hostOf(provider)] ?? 1) : 1;
  return requestsPerTask * perRequest * share;
}
