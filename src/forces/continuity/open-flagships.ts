/**
 * A lab's open flagships: releases that moved its own open frontier.
 *
 * With abilities given, a flagship is an open release better than all the lab opened before. Without, it is an open
 * release of at least half the size of the largest the lab had opened. Variants within a month are one release. The
 * clock is the day the weights could be downloaded.
 */
import type {Catalog, Model} from "../../data/catalog.ts";
import {midpoint} from "../../dates.ts";
import type {Day} from "../../units.ts";
import {continuityMethod} from "./continuity-method.ts";

export interface OpenFlagship {
  readonly lab: string;
  readonly model: string;
  readonly day: Day;
}

/**
 * @param catalog - as known on the day
 * @param ability - best estimate per model id; models without are judged by size
 * @returns flagships of all labs, oldest first
 */
export function openFlagships(
  catalog: Catalog,
  ability: ReadonlyMap<string, number> = new Map(),
): OpenFlagship[] {
  const byLab = new Map<string, {model: Model; day: Day}[]>();
  for (const model of catalog.models.values()) {
    if (model.openness !== "open" || !model.weightsDate) continue;
    byLab.set(model.lab, [...(byLab.get(model.lab) ?? []), {model, day: midpoint(model.weightsDate)}]);
  }
  const found: OpenFlagship[] = [];
  for (const [lab, releases] of byLab) {
    releases.sort((a, b) => a.day - b.day || (a.model.id < b.model.id ? -1 : 1));
    let [bestAbility, largest] = [Number.NEGATIVE_INFINITY, 0];
    let last: OpenFlagship | undefined;
    for (const {model, day} of releases) {
      const known = ability.get(model.id);
      const size = model.paramsB ?? 0;
      const flagship =
        known !== undefined
          ? known > bestAbility
          : size > 0 && size >= continuityMethod.flagshipSizeShare.value * largest;
      if (known !== undefined) bestAbility = Math.max(bestAbility, known);
      largest = Math.max(largest, size);
      if (!flagship || (last && day - last.day < continuityMethod.sameReleaseDays.value)) continue;
      last = {lab, model: model.id, day};
      found.push(last);
    }
  }
  return found.sort((a, b) => a.day - b.day || (a.model < b.model ? -1 : 1));
}
