/** Supplier continuity as of a day: what each lab has done, and how often what hurts its customers comes. */
import {catalogAsOf} from "../../data/as-of.ts";
import type {Catalog} from "../../data/catalog.ts";
import type {ForceFacts, ForceLab, SupplierEvent} from "../../data/forces/force-facts.ts";
import {isKnown, publishedBy} from "../../data/forces/known-facts.ts";
import {stream} from "../../numeric/random.ts";
import type {Day} from "../../units.ts";
import {HAZARDS} from "./continuity-method.ts";
import {type FlagshipOutlook, flagshipOutlooks} from "./flagship-outlook.ts";
import {type HazardRates, supplierHazards} from "./supplier-hazards.ts";
import {type SupplierHistory, supplierHistory} from "./supplier-history.ts";

export interface ContinuityReport {
  readonly asOf: Day;
  readonly labs: readonly ForceLab[];
  readonly hazards: readonly HazardRates[];
  readonly flagships: readonly FlagshipOutlook[];
  /** By lab id. */
  readonly histories: ReadonlyMap<string, SupplierHistory>;
  /** Announced and still to come, soonest first. */
  readonly scheduled: readonly SupplierEvent[];
  /** The facts and the catalog as they could be known. */
  readonly events: readonly SupplierEvent[];
  readonly catalog: Catalog;
}

/**
 * @param ability - best estimate per model id, from the measuring layer; without it open flagships are told by size
 */
export function supplierContinuity(
  facts: ForceFacts,
  catalog: Catalog,
  {
    asOf,
    seed,
    drawCount = 2000,
    ability,
  }: {asOf: Day; seed: number; drawCount?: number; ability?: ReadonlyMap<string, number>},
): ContinuityReport {
  const seen = catalogAsOf(catalog, asOf).catalog;
  const events = facts.events.filter((event) => isKnown(event, asOf));
  const labs = [...facts.labs.values()]
    .filter(({role}) => role === "lab")
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const random = (purpose: number) => stream(seed, 0x636f6e, purpose);
  return {
    asOf,
    labs,
    hazards: supplierHazards(facts, seen, {
      asOf,
      drawCount,
      random: (hazard) => random(HAZARDS.indexOf(hazard)),
    }),
    flagships: flagshipOutlooks(seen, {
      asOf,
      drawCount,
      random: random(HAZARDS.length),
      pool: new Set(labs.map(({id}) => id)),
      ...(ability ? {ability} : {}),
    }),
    histories: new Map(labs.map(({id}) => [id, supplierHistory(events, seen, id)])),
    scheduled: scheduledRetirements(facts, asOf),
    events,
    catalog: seen,
  };
}

/** Retirements announced by the day that take effect after it: the calendar a customer needs. */
export function scheduledRetirements({events}: ForceFacts, asOf: Day): SupplierEvent[] {
  return events
    .filter((event) => {
      const {date, announced, noticeDays} = event;
      const said = announced ?? (noticeDays === "unknown" ? publishedBy(event) : date.earliest - noticeDays);
      return date.earliest > asOf && said <= asOf && publishedBy(event) <= asOf;
    })
    .sort((a, b) => a.date.earliest - b.date.earliest || (a.id < b.id ? -1 : 1));
}
