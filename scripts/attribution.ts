/**
 * ATTRIBUTION.md, from the rows themselves: who made the facts, under what licence, and how many rows of each.
 *
 * Run by `npm run docs`; a test fails when the file is out of date.
 */
import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import type {Catalog, DataLicence, Provenance, Redistribution, Source} from "../src/data/catalog.ts";
import {loadCatalog} from "../src/data/load-catalog.ts";
import {isoDay} from "../src/dates.ts";

const MEANING: Readonly<Record<Redistribution, string>> = {
  yes: "may be passed on",
  attribution: "may be passed on with attribution",
  unclear: "terms unclear",
  no: "not to be passed on",
};

/** The text of ATTRIBUTION.md for a catalog. */
export function attribution(catalog: Catalog): string {
  const counts = rowCounts(catalog);
  const sources = [...catalog.sources.values()].filter(
    ({id}) => counts.has(id) || fieldCount(catalog, id) > 0,
  );
  return [
    "<!-- Generated from the rows in data/ by scripts/attribution.ts: do not edit. -->",
    "# Attribution",
    "",
    "The code of lagline is under the MIT licence. The facts in `data/` keep the licences of their sources: each file and",
    "each row names its source, its licence and the day it was retrieved. Where a row's licence differs from its source's,",
    "the row's holds.",
    "",
    `${count(catalog.models.size, "model")}, ${count(catalog.benchmarks.size, "benchmark")}, ${count(catalog.results.length, "result")}, ${count(catalog.prices.length, "price")}, ${count(catalog.preferences.length, "preference rating")}, ${count(catalog.indexValues.length, "index value")}.`,
    "",
    "The facts in `data/forces/` are single figures and events restated in our own words; each row there gives the address",
    "of its page, its licence and the day it was retrieved.",
    "",
    "## Sources",
    "",
    ...sources.flatMap((source) => section(source, catalog, counts.get(source.id) ?? new Map())),
    "## Licences",
    "",
    "| licence | name | rows | passing on |",
    "| --- | --- | ---: | --- |",
    ...licenceRows(catalog, counts),
    "",
  ].join("\n");
}

function section(source: Source, catalog: Catalog, kinds: ReadonlyMap<string, number>): string[] {
  const rows = [...kinds].map(([key, n]) => {
    const [kind, licence] = key.split("\t");
    return `- ${count(n, kind)} under ${licence}${licence === source.licence ? "" : " (not the source's own licence)"}`;
  });
  const fields = fieldCount(catalog, source.id);
  if (fields > 0) rows.push(`- ${count(fields, "single field")} of models and benchmarks`);
  return [
    `### ${source.title}`,
    "",
    source.attribution,
    "",
    `Retrieved ${isoDay(source.retrieved)}; ${MEANING[source.redistribution]}${source.url ? `; <${source.url}>` : ""}; id \`${source.id}\`.`,
    "",
    ...rows,
    "",
  ];
}

/** By source, the number of rows by kind and licence; keys are `kind TAB licence`. */
function rowCounts(catalog: Catalog): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  const add = (kind: string, rows: Iterable<{readonly provenance: Provenance}>) => {
    for (const {provenance} of rows) {
      const kinds = counts.get(provenance.source) ?? new Map<string, number>();
      const key = `${kind}\t${provenance.licence}`;
      kinds.set(key, (kinds.get(key) ?? 0) + 1);
      counts.set(provenance.source, kinds);
    }
  };
  add("model", catalog.models.values());
  add("benchmark", catalog.benchmarks.values());
  add("lab", catalog.labs.values());
  add("result", catalog.results);
  add("price", catalog.prices);
  add("preference rating", catalog.preferences);
  add("index value", catalog.indexValues);
  add("published estimate", catalog.publishedEstimates);
  return counts;
}

/** Fields of models and benchmarks that name this source instead of their file's. */
function fieldCount({models, benchmarks}: Catalog, source: string): number {
  let fields = 0;
  for (const {fieldSources} of [...models.values(), ...benchmarks.values()]) {
    for (const field of Object.values(fieldSources)) if (field.source === source) fields++;
  }
  return fields;
}

function licenceRows(
  {licences}: Catalog,
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string[] {
  const rows = new Map<string, number>();
  for (const kinds of counts.values()) {
    for (const [key, n] of kinds) {
      const licence = key.split("\t")[1];
      rows.set(licence, (rows.get(licence) ?? 0) + n);
    }
  }
  const named = ({id, name, url}: DataLicence) => `| ${id} | ${url ? `[${name}](${url})` : name} `;
  return [...licences.values()]
    .filter(({id}) => rows.has(id))
    .map(
      (licence) =>
        `${named(licence)}| ${rows.get(licence.id)} | ${MEANING[licence.redistribution]}. ${licence.note} |`,
    );
}

const count = (n: number, what: string): string =>
  `${n.toLocaleString("en-US")} ${what}${n === 1 ? "" : "s"}`;

/** Writes ATTRIBUTION.md when it changed; says whether it did. */
export function writeAttribution(): boolean {
  const file = new URL("../ATTRIBUTION.md", import.meta.url);
  const text = attribution(loadCatalog(fileURLToPath(new URL("../data", import.meta.url))));
  let before = "";
  try {
    before = readFileSync(file, "utf8");
  } catch {
    // Not there yet: it is written now.
  }
  if (before !== text) writeFileSync(file, text);
  return before !== text;
}

if (import.meta.main) writeAttribution();
