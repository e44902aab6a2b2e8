/** What machine the weights of a model fit on. A bound from below: long contexts and large batches need more. */
import {type Gigabytes, gigabytes} from "../units.ts";
import type {Model} from "./catalog.ts";
import {factsMethod} from "./facts-method.ts";

/**
 * Memory for weights, cache and runtime:
 * `parameters x bits / 8 x overhead`, in gigabytes of 10^9 bytes.
 *
 * @param paramsB - all parameters, in billions; for mixtures of experts all of them too, not only the active ones
 * @param bits - per parameter
 */
export function weightsMemory(paramsB: number, bits: number = factsMethod.bitsPerParameter.value): Gigabytes {
  return gigabytes(((paramsB * bits) / 8) * factsMethod.memoryOverhead.value);
}

export type HardwareClass =
  | {readonly fits: "one machine"; readonly gigabytes: Gigabytes}
  | {readonly fits: "several machines"}
  | {readonly fits: "unknown"; readonly reason: string};

/**
 * The smallest of `factsMethod.machines` that holds the model.
 *
 * @param bits - per parameter; the default is what hosts serve
 */
export function hardwareClass(
  model: Model,
  bits: number = factsMethod.bitsPerParameter.value,
): HardwareClass {
  if (model.paramsB === undefined) return {fits: "unknown", reason: "number of parameters not known"};
  const need = weightsMemory(model.paramsB, bits);
  const size = factsMethod.machines.value.find((machine) => machine >= need);
  return size === undefined ? {fits: "several machines"} : {fits: "one machine", gigabytes: gigabytes(size)};
}
