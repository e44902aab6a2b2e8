/** The facts as they were known on the as-of date. */
import {type CatalogView, catalogAsOf} from "../data/as-of.ts";
import {loadCatalog} from "../data/load-catalog.ts";
import {isoDay} from "../dates.ts";
import {InputError} from "../errors.ts";
import type {ReportOptions} from "../options.ts";

/**
 * @throws InputError when the as-of date lies after the last day the facts cover
 */
export async function catalogFor({facts, asOf}: Pick<ReportOptions, "facts" | "asOf">): Promise<CatalogView> {
  const catalog = loadCatalog(facts);
  if (asOf !== undefined && asOf > catalog.coveredTo) {
    throw new InputError(
      "unsupported",
      `as-of date: ${isoDay(asOf)}; the facts end on ${isoDay(catalog.coveredTo)}, and nothing after it is known`,
    );
  }
  return catalogAsOf(catalog, asOf ?? catalog.coveredTo);
}
