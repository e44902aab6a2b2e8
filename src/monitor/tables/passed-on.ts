/** Which rows an export may hold: those whose licence and source allow passing them on. */
import type {Catalog, Redistribution} from "../../data/catalog.ts";
import {redistributionOf} from "../../data/sources/redistribution.ts";
import type {TableSource} from "./all-tables.ts";

/**
 * @param statedOnly - leave out rows whose terms are unclear, too
 * @see METHOD rule R83
 */
export function passedOn(
  catalog: Catalog,
  statedOnly: boolean,
): Required<Pick<TableSource, "keep" | "keepLicence">> {
  const refused: readonly Redistribution[] = statedOnly ? ["no", "unclear"] : ["no"];
  return {
    keep: (provenance) => !refused.includes(redistributionOf(provenance, catalog)),
    // Force facts name a page instead of a source; a licence nobody knows counts as "no".
    keepLicence: (licence) => !refused.includes(catalog.licences.get(licence)?.redistribution ?? "no"),
  };
}
