/**
 * May a row be passed on: exported, put into a report to share, committed?
 *
 * The stricter of the row's licence and its source decides. "no" keeps a row on the user's own machine; "unclear" rows
 * are single public facts, quoted with attribution, and may be left out by whoever wants stated terms only.
 */
import type {Catalog, Provenance, Redistribution} from "../catalog.ts";

const STRICTEST_FIRST: readonly Redistribution[] = ["no", "unclear", "attribution", "yes"];

/** The stricter of the two; a licence or source that the Catalog does not know counts as "no". */
export function redistributionOf(
  {licence, source}: Pick<Provenance, "licence" | "source">,
  {licences, sources}: Pick<Catalog, "licences" | "sources">,
): Redistribution {
  const [byLicence, bySource] = [licences.get(licence), sources.get(source)].map(
    (known) => known?.redistribution ?? "no",
  );
  return STRICTEST_FIRST.find((level) => level === byLicence || level === bySource)!;
}

/** @see METHOD rule R83 */
export const mayBePassedOn = (
  provenance: Pick<Provenance, "licence" | "source">,
  catalog: Pick<Catalog, "licences" | "sources">,
): boolean => redistributionOf(provenance, catalog) !== "no";
