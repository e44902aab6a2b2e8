/** What the way of running a model takes from its success, in logits. */
import {NINETY} from "../cost/cost-draws.ts";
import type {Option} from "../options/option.ts";
import type {WorkStyle} from "../portfolio/workload-kinds.ts";
import {qualityMethod} from "./quality-method.ts";
import type {QualityGround, SuccessModel, SuccessRun} from "./success-draws.ts";

/** Options of one model with the same losses share their success, draw by draw. */
export function lossClass(option: Option): "none" | "host" | "4-bit" {
  if (option.hosting === "self-hosted") return option.precision === 4 ? "4-bit" : "none";
  return option.openness === "open" && option.seller === "third-party" ? "host" : "none";
}

/** Logits lost by draw by a model run in a way, the same at each host of its kind. Read only. */
export const lossDraws = (model: string, kind: "host" | "4-bit", {normals}: SuccessRun): Float64Array =>
  normals.mapped(kind === "4-bit" ? lossAtFourBits : lossAtHost, kind, model);

const lossAtFourBits = lognormal(qualityMethod.fourBitLoss.value);
const lossAtHost = lognormal(qualityMethod.hostLoss.value);

/** From a standard normal to the lognormal with the given 90% interval. */
function lognormal([low, high]: readonly [number, number]): (normal: number) => number {
  const [centre, spread] = [Math.log(low * high) / 2, Math.log(high / low) / (2 * NINETY)];
  return (normal) => Math.exp(centre + spread * normal);
}

/** Logits that open models lose on work nobody could prepare for [drawCount]; undefined where none is charged. */
export function heldOutLoss(
  style: WorkStyle,
  {heldOut}: Pick<QualityGround, "heldOut">,
  {slope, anchor}: Pick<SuccessModel, "slope" | "anchor">,
  {drawCount, normals}: SuccessRun,
): Float64Array | undefined {
  const charged = qualityMethod.heldOutDeficit.value;
  const isCharged = charged === "always" || (charged === "user-driven" && style === "user-driven");
  if (!heldOut || !isCharged || anchor.basis === "own eval") return undefined;
  const normal = normals.of("held-out");
  return Float64Array.from(
    {length: drawCount},
    (_, d) => -slope[d]! * (heldOut.mean + heldOut.sd * normal[d]!),
  );
}
