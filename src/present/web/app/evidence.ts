/** The Report and the catalog put together again from the parts that have arrived. */
import type {Catalog} from "../../../data/catalog.ts";
import type {DossierCatalog} from "../../model-dossier.ts";
import type {Report} from "../../../report.ts";
import {unpackedRows} from "../packed-rows.ts";
import type {CatalogSection, Sections} from "../report-sections.ts";

const known = new WeakMap<CatalogSection, DossierCatalog>();

/** Unpacked once, however often it is asked for. */
export function catalogOf(section: CatalogSection): DossierCatalog {
  const catalog = known.get(section) ?? {
    models: new Map(section.models),
    benchmarks: new Map(section.benchmarks),
    labs: new Map(section.labs),
    sources: new Map(section.sources),
    results: unpackedRows<Catalog["results"][number]>(section.results),
    prices: unpackedRows<Catalog["prices"][number]>(section.prices),
    preferences: unpackedRows<Catalog["preferences"][number]>(section.preferences),
  };
  known.set(section, catalog);
  return catalog;
}

/** Parts that the facts lack are null in a Report, and are not sent. */
export const reportOf = (sections: Partial<Sections>): Report =>
  ({forces: null, forecast: null, bets: null, ...sections}) as Report;
