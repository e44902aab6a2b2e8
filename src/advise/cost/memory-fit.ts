/** How many GPUs one copy of a model needs, and how many requests fit beside its weights. */
import type {Precision} from "../options/option.ts";
import {costMethod} from "./cost-method.ts";
import type {Machine} from "./machines.ts";

const COPIES = [1, 2, 4, 8, 16] as const;

/** Gigabytes of the weights: parameters x bits / 8. */
export const weightsGb = (paramsB: number, precision: Precision): number => (paramsB * precision) / 8;

/** The smallest number of GPUs that holds the weights and leaves room for context; undefined when none does. */
export function copyFits({
  paramsB,
  precision,
  machine,
}: {
  readonly paramsB: number;
  readonly precision: Precision;
  readonly machine: Machine;
}): number | undefined {
  const room = costMethod.weightsShareOfMemory.value * machine.memoryGb;
  return COPIES.find(
    (gpus) => gpus <= costMethod.largestCopy.value && weightsGb(paramsB, precision) <= room * gpus,
  );
}

/**
 * Requests whose context fits beside the weights: (usable memory - weights) / (cache per token x tokens in context).
 *
 * @param contextTokens - of one request, on average over its life
 */
export function requestsThatFit(
  {
    gpus,
    machine,
    paramsB,
    precision,
  }: {
    readonly gpus: number;
    readonly machine: Machine;
    readonly paramsB: number;
    readonly precision: Precision;
  },
  contextTokens: number,
  cacheKilobytes: number,
): number {
  const free = costMethod.memoryUsable.value * machine.memoryGb * gpus - weightsGb(paramsB, precision);
  return Math.max(0, free / ((cacheKilobytes * contextTokens) / 1e6));
}
