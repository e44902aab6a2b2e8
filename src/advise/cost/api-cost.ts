/** What one finished task costs at a list price. */
import {type Horizon, shareAfter} from "../decision/horizon.ts";
import type {AnnouncedPrice} from "../options/announced-prices.ts";
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
  load: TokenLoad,
  {quote, ...host}: Pick<ApiOption, "quote" | "provider" | "tier">,
): number {
  return costAt(quote, load, host);
}

/** The same, averaged over the tasks of a horizon where another price was announced within it. */
export function meanApiCostPerTask(load: TokenLoad, option: ApiOption, horizon: Horizon): number {
  const now = apiCostPerTask(load, option);
  const {announced} = option;
  if (!announced) return now;
  return now + (costAt(announced, load, option) - now) * shareAfter(horizon, announced.inMonths);
}

function costAt(
  price: Pick<AnnouncedPrice, "input" | "output" | "cachedInput">,
  {tokens, requestsPerTask, latency}: TokenLoad,
  {provider, tier}: Pick<ApiOption, "provider" | "tier">,
): number {
  const repeated = price.cachedInput ?? costMethod.cacheDiscountMissing.value * price.input;
  const perRequest =
    ((tokens.input - tokens.cached) * price.input + tokens.cached * repeated + tokens.output * price.output) /
    1e6;
  const share = latency === "batch" && tier === "standard" ? (batchShares.value[hostOf(provider)] ?? 1) : 1;
  return requestsPerTask * perRequest * share;
}
