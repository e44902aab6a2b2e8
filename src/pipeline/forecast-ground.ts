/** What every forecaster starts from on a day: the records of both sides, and what was known of the forces. */
import type {Catalog} from "../data/catalog.ts";
import type {ForceFacts} from "../data/forces/force-facts.ts";
import {knownForces} from "../forecast/forces/known-forces.ts";
import {type Ground, ground} from "../forecast/ground.ts";
import type {GroupedRelease} from "../measure/groups.ts";
import type {LagInput} from "../measure/lag/estimate.ts";
import type {Day} from "../units.ts";

export interface Measurement extends LagInput {
  /** As known on the as-of date. */
  readonly catalog: Catalog;
  readonly open: readonly GroupedRelease[];
}

/**
 * @param facts - all facts on the forces, none where the facts folder has no such tables
 * @param knownTo - the day those facts are known to (R30)
 */
export function forecastGround(
  measurement: Measurement,
  {
    facts,
    knownTo,
    seed,
  }: {readonly facts: ForceFacts | undefined; readonly knownTo: Day; readonly seed: number},
): Ground {
  const records = ground(measurement);
  if (!facts || records.worlds.length === 0) return records;
  const {catalog, abilities, open} = measurement;
  return {...records, forces: knownForces({ground: records, facts, catalog, abilities, open, knownTo, seed})};
}
