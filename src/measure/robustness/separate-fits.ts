/**
 * The ratio as others compute it: one ability from held-out tests alone, one from public tests alone, a lag on each.
 *
 * Nothing is pooled between the two, so a difference is neither shrunk nor helped by the other side. The held-out
 * scale is linked to the public one on the closed models with both: equal mean and equal deviation in every draw.
 * Both lags are taken over the same models, those with results on both sides.
 *
 * For comparison with such figures only: each fit is noisier than the joint one, the best of noisy abilities is too
 * good, and in 40 simulated worlds the 90% interval of the ratio held the truth in 78% with a shortfall of three points
 * and in 97% without one.
 */
import type {Day} from "../../units.ts";
import type {Release} from "../instrument.ts";
import {lagsOfWorlds, pairedLags} from "./class-lags.ts";
import type {LagRatio} from "./estimate.ts";
import type {EvidenceTable} from "./evidence-table.ts";
import {lagRatioOf} from "./lag-ratio.ts";
import type {SubsetAbility} from "./public-ability.ts";
import type {LagRule} from "./robustness-input.ts";
import type {RobustnessMethod} from "./robustness-method.ts";

export type SeparateFits =
  | (LagRatio & {readonly nOpen: number; readonly nClosed: number})
  | {
      readonly kind: "insufficient";
      readonly reason: string;
      readonly nOpen: number;
      readonly nClosed: number;
    };

export function separateFits(
  table: EvidenceTable,
  onPublic: SubsetAbility,
  onHeldOut: SubsetAbility,
  rule: LagRule,
  asOf: Day,
  method: RobustnessMethod,
): SeparateFits {
  const columns = onHeldOut.models.flatMap((id, held) => {
    const known = onPublic.models.indexOf(id);
    return known < 0 ? [] : [{id, held, known}];
  });
  const byId = new Map(table.models.map((model) => [model.id, model]));
  const releases = (side: "open" | "closed"): Release[] =>
    columns.flatMap(({id}, column) => {
      const {openness, releaseDay} = byId.get(id)!;
      return openness === side ? [{model: id, date: {earliest: releaseDay, latest: releaseDay}, column}] : [];
    });
  const sides = {open: releases("open"), closed: releases("closed")};
  const counts = {nOpen: sides.open.length, nClosed: sides.closed.length};
  const need = method.minClassModels.value;
  if (counts.nOpen < need || counts.nClosed < need)
    return {
      kind: "insufficient",
      reason: `${counts.nOpen} open and ${counts.nClosed} closed models have both public and held-out results; ${need} of each are needed`,
      ...counts,
    };
  const worlds = Math.min(onPublic.drawCount, onHeldOut.drawCount);
  const publicRow = (d: number) =>
    Float64Array.from(columns, ({known}) => onPublic.ability[d * onPublic.models.length + known]);
  const heldOutRow = (d: number) => {
    const target = publicRow(d);
    const raw = Float64Array.from(columns, ({held}) => onHeldOut.ability[d * onHeldOut.models.length + held]);
    const [from, to] = [raw, target].map((row) => momentsOf(sides.closed.map(({column}) => row[column])));
    return raw.map((value) => to.mean + ((value - from.mean) * to.deviation) / from.deviation);
  };
  const lags = (row: (d: number) => Float64Array) => lagsOfWorlds(rule, sides, asOf, worlds, row);
  return {...lagRatioOf(pairedLags(lags(publicRow), lags(heldOutRow)), worlds, method), ...counts};
}

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return {mean, deviation};
}
