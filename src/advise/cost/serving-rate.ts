/**
 * Requests per second that one copy of a model serves while every request is written at the speed asked for.
 *
 * With B requests at once, one step writes a token of each. It takes the longer of reading memory and calculating:
 *
 *   step(B) = max( (experts read(B) + B k c) / (bandwidth share), 2 a B / (compute share) ) over the copy's GPUs
 *   read(B) = W (1 - (1 - a/p)^B)          a of p parameters are active: a batch touches most experts of a mixture
 *   prompt  = 2 a u / (compute share)      u new input tokens
 *   rate(B) = 1 / (prompt + out step(B) / B),  speed(B) = out / (B prompt + out step(B))   (Little's law)
 *
 * and B is the largest number of requests that fits the memory and keeps speed(B) at the target. Roofline after
 * Williams, Waterman & Patterson (2009); the shares stand for all that keeps a server below it.
 */
import {costMethod} from "./cost-method.ts";
import {requestsThatFit, weightsGb} from "./memory-fit.ts";
import type {SelfHostOption} from "../options/option.ts";

export interface RequestShape {
  /** Tokens per request: new input, repeated input, output. */
  readonly fresh: number;
  readonly cached: number;
  readonly output: number;
  /** Tokens per second each request must get. */
  readonly speed: number;
}

export interface ServingDraw {
  readonly computeShare: number;
  readonly bandwidthShare: number;
  readonly cacheKilobytes: number;
}

export type Copy = Pick<SelfHostOption, "machine" | "gpus" | "paramsB" | "activeParamsB" | "precision">;

const BATCHES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512] as const;

/** Requests per second of a copy, by draw; 0 when not even one request at a time reaches the speed. */
export function servingRates(
  copy: Copy,
  {fresh, cached, output, speed}: RequestShape,
): (draw: ServingDraw) => number {
  const {machine, gpus, paramsB, activeParamsB, precision} = copy;
  const weights = weightsGb(paramsB, precision) * 1e9;
  const idle = 1 - activeParamsB / paramsB;
  const read = BATCHES.map((batch) => weights * (1 - idle ** batch));
  const context = fresh + cached + output / 2;
  // 16-bit arithmetic runs at half the rate of 8-bit; 4-bit weights are read as 4 and calculated at 8.
  const peakOperations = machine.teraflops8 * 1e12 * (precision === 16 ? 0.5 : 1) * gpus;
  const peakBytes = machine.bandwidthTb * 1e12 * gpus;
  return ({computeShare, bandwidthShare, cacheKilobytes}) => {
    const perToken = (2e9 * activeParamsB) / (peakOperations * computeShare);
    const bytesPerSecond = peakBytes * bandwidthShare;
    const contextBytes = cacheKilobytes * 1e3 * context;
    const room = Math.min(costMethod.largestBatch.value, requestsThatFit(copy, context, cacheKilobytes));
    // Speed falls with every request more, so the largest batch that keeps it is found by halving.
    let kept = -1;
    let lost: number = BATCHES.length;
    let rate = 0;
    while (lost - kept > 1) {
      const i = (kept + lost) >> 1;
      const batch = BATCHES[i]!;
      const step = Math.max((read[i]! + batch * contextBytes) / bytesPerSecond, batch * perToken);
      const life = batch * perToken * fresh + output * step;
      if (batch > room || output / life < speed) lost = i;
      else {
        kept = i;
        rate = batch / life;
      }
    }
    return rate;
  };
}
