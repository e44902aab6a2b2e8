/** Every arguable choice of what running a model costs. Ranges are 90% intervals; draws are lognormal unless said. */
import type {Choice} from "../../choice.ts";
import type {Latency} from "../portfolio/workload-kinds.ts";
import type {Precision} from "../options/option.ts";

const choice = <Value>(
  value: Value,
  reason: string,
  alternatives: readonly string[],
): Choice<Value, string> => ({value, reason, alternatives});

/** Low and high end of a 90% interval. */
export type Range = readonly [number, number];
const byLatency = <Value>(
  interactive: Value,
  minutes: Value,
  batch: Value,
): Readonly<Record<Latency, Value>> => ({
  interactive,
  minutes,
  batch,
});

export const costMethod = {
  rule: choice("R74", "Where cost is defined.", []),
  selfHostModels: choice(
    12,
    "The ablest open weights that no smaller ones match; a longer list costs time and is beaten by these.",
    ["6", "all"],
  ),
  precisions: choice<readonly Precision[]>(
    [8, 4],
    "What hosts and the makers of large open models ship: 8 bits with hardly any loss, 4 bits at half the memory.",
    ["16"],
  ),
  gpuFactDays: choice(
    180,
    "Hourly prices older than half a year belong to another market; with none newer, the newest one is used.",
    ["90", "365"],
  ),
  gpuTrendPerYear: choice(
    {mean: 0, sd: 0.25},
    "Log change a year: the H100 fell for years, stood at 2.79 USD from October to December 2025 and asked about 3.5 in September 2026. No direction is promised, a quarter either way is usual.",
    ["-0.2 (falling as before 2025)"],
  ),
  computeShare: choice<Range>(
    [0.2, 0.5],
    "Share of the peak operations that reading a prompt reaches. The published run of Qwen3-8B on one H100 at a latency target (selfhost facts, 2026-09-24) needs 0.35.",
    ["0.6 (tuned, one large batch)"],
  ),
  bandwidthShare: choice<Range>(
    [0.3, 0.65],
    "Share of the memory bandwidth that writing reaches, over several GPUs and with scheduling: below the 0.8 of a single stream.",
    ["0.8"],
  ),
  cacheKilobytesPerToken: choice<Range>(
    [40, 250],
    "Key-value cache per token of context: 70 kB with latent attention (DeepSeek), 147 kB for Qwen3-8B, 320 kB for older dense 70B models. The facts do not hold it by model.",
    ["70", "147"],
  ),
  memoryUsable: choice(0.9, "Of each GPU; the rest is the runtime's.", ["0.85"]),
  weightsShareOfMemory: choice(
    0.7,
    "A copy gets as many GPUs as leave nearly a third of the memory to the context of concurrent requests.",
    ["0.85 (few, short requests)"],
  ),
  largestCopy: choice(16, "GPUs of one copy: two servers. Larger needs a rack-scale network that few rent.", [
    "8",
    "72",
  ]),
  largestBatch: choice(256, "Requests served at once by one copy: schedulers' usual ceiling.", [
    "64",
    "1024",
  ]),
  tokensPerSecond: choice(
    byLatency(30, 15, 2),
    "Speed that each request must get: a reader's pace where a person waits, half of it where an agent does, hardly any in a batch. Throughput is counted at this speed, not at peak.",
    ["60 for interactive work"],
  ),
  peakOverMean: choice(
    byLatency<Range>([2.5, 6], [1.6, 3.5], [1.05, 1.5]),
    "Busiest hour over the mean hour. Office hours alone give 3 to 4; batches can be spread over the day.",
    ["the user's own usage, hour by hour"],
  ),
  headroom: choice<Range>(
    [1.1, 1.5],
    "Room kept free at the peak for retries, restarts and growth between orders.",
    ["1", "2"],
  ),
  spareCopies: choice(
    byLatency(1, 1, 0),
    "A second copy for the day a machine fails, where somebody waits; a batch waits until it is mended.",
    ["0", "2"],
  ),
  engineers: choice<Range>(
    [0.4, 2],
    "People who keep one self-hosted workload running, on call included; a published estimate is about 400,000 USD a year for a platform.",
    ["0.1 (a platform team that exists)", "4"],
  ),
  engineerCost: choice<Range>([120_000, 280_000], "USD a year with all on-costs, Europe to the Bay Area.", [
    "200000",
  ]),
  overhead: choice<Range>(
    [1.05, 1.25],
    "Network, storage, monitoring and idle test machines on top of GPU hours.",
    ["1"],
  ),
  ownedHourShare: choice(
    {
      capitalPerGpuUsd: [28_000, 45_000] as Range,
      yearsOfUse: [3, 5] as Range,
      usdPerKilowattHour: [0.08, 0.3] as Range,
      siteShare: [0.1, 0.25] as Range,
    },
    "On premises: an eight-GPU server over eight, written off over its use, power at the plug, and a share of the purchase a year for space, cooling and repairs.",
    ["colocation at a fixed monthly fee"],
  ),
  cacheDiscountMissing: choice(
    1,
    "Share of the input price charged for repeated input at hosts that list no price for it: all of it.",
    ["0.5"],
  ),
  intervalLevel: choice(0.9, "As for the lags.", ["0.8"]),
} as const;

export const HOURS_PER_MONTH = 730.485;
