import type {PairedLags} from "./class-lags.ts";
import type {Insufficient, LagRatio} from "./estimate.ts";
import {figure} from "./figure.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

/**
 * The two lags, their difference and their ratio, each with its interval over the same worlds.
 *
 * @param worlds - how many were asked; those without an answer count as left out
 */
export function lagRatioOf(
  {publicLag, classLag}: PairedLags,
  worlds: number,
  method: RobustnessMethod,
): LagRatio | Insufficient {
  const level = method.level.value;
  if (publicLag.length * 2 < worlds || publicLag.length === 0)
    return {kind: "insufficient", reason: "the lag rule has an answer in fewer than half of the draws"};
  const kept = [...publicLag.keys()].filter((d) => publicLag[d] >= method.minLagForRatio.value);
  if (kept.length * 2 < publicLag.length)
    return {kind: "insufficient", reason: "the public lag is too short to divide by in most draws"};
  return {
    kind: "estimate",
    publicLag: figure(publicLag, level),
    classLag: figure(classLag, level),
    extraMonths: figure(
      classLag.map((value, d) => value - publicLag[d]),
      level,
    ),
    ratio: figure(
      kept.map((d) => classLag[d] / publicLag[d]),
      level,
    ),
    leftOut: 1 - kept.length / worlds,
  };
}
