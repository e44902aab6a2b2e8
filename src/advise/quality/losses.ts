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

/** Logits lost [drawCount] by a model run in a way, the same at each host of its kind. */
export function lossDraws(
  model: string,
  kind: "host" | "4-bit",
  {drawCount, normals}: SuccessRun,
): Float64Array {
  const normal = normals(kind, model);
  const [low, high] = kind === "4-bit" ? qualityMethod.fourBitLoss.value : qualityMethod.hostLoss.value;
  const [centre, spread] = [Math.log(low * high) / 2, Math.log(high / low) / (2 * NINETY)];
  const out = new Float64Array(drawCount);
  for (let d = 0; d < drawCount; d++) out[d] = Math.exp(centre + spread * normal(d));
  return out;
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
  const normal = normals("held-out");
  return Float64Array.from(
    {length: drawCount},
    (_, d) => -slope[d]! * (heldOut.mean + heldOut.sd * normal(d)),
  );
}
