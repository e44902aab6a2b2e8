/** What the way of running a model takes from its success, in logits. */
import {nameKey} from "../../forces/money/lab-stream.ts";
import {stream} from "../../numeric/random.ts";
import {within} from "../cost/cost-draws.ts";
import type {Option} from "../options/option.ts";
import type {WorkStyle} from "../portfolio/workload-kinds.ts";
import {qualityMethod} from "./quality-method.ts";
import type {QualityGround, SuccessModel, SuccessRun} from "./success-draws.ts";

const PURPOSE = 0xad3;
const DEFICIT = 1;

/** Options of one model with the same losses share their success, draw by draw. */
export function lossClass(option: Option): "none" | "host" | "4-bit" {
  if (option.hosting === "self-hosted") return option.precision === 4 ? "4-bit" : "none";
  return option.openness === "open" && option.seller === "third-party" ? "host" : "none";
}

/** Logits lost [drawCount] by a model run in a way, the same at each host of its kind. */
export function lossDraws(
  model: string,
  kind: "host" | "4-bit",
  {seed, drawCount}: SuccessRun,
): Float64Array {
  const random = stream(seed, PURPOSE, nameKey(model), nameKey(kind));
  const range = kind === "4-bit" ? qualityMethod.fourBitLoss.value : qualityMethod.hostLoss.value;
  return Float64Array.from({length: drawCount}, () => within(range, random));
}

/** Logits that open models lose on work nobody could prepare for [drawCount]; undefined where none is charged. */
export function heldOutLoss(
  style: WorkStyle,
  {heldOut}: Pick<QualityGround, "heldOut">,
  {slope, anchor}: Pick<SuccessModel, "slope" | "anchor">,
  {seed, drawCount}: SuccessRun,
): Float64Array | undefined {
  const charged = qualityMethod.heldOutDeficit.value;
  if (
    !heldOut ||
    anchor.basis === "own eval" ||
    charged === "never" ||
    (charged === "user-driven" && style !== "user-driven")
  ) {
    return undefined;
  }
  const random = stream(seed, PURPOSE, DEFICIT);
  return Float64Array.from(
    {length: drawCount},
    (_, d) => -slope[d]! * (heldOut.mean + heldOut.sd * random.normal()),
  );
}
