/** What a row may point at: ids that must exist in other files. */

import type {Place} from "../errors.ts";
import type {Day} from "../units.ts";
import type {Benchmark, DataLicence, Lab, Model, Provenance, Source} from "./catalog.ts";
import {didYouMean} from "./closest-name.ts";
import {type Faults, shown} from "./faults.ts";

export interface References {
  readonly licences: Map<string, DataLicence>;
  readonly sources: Map<string, Source>;
  readonly labs: Map<string, Lab>;
  readonly models: Map<string, Model>;
  readonly benchmarks: Map<string, Benchmark>;
  /** Ids whose own files could not be read: rows that point at them are not faulted again. */
  readonly unread: Set<string>;
  readonly faults: Faults;
}

/** The id a file name promises. */
export const stemOf = (path: string): string =>
  path.slice(path.lastIndexOf("/") + 1).replace(/\.[a-z]+$/, "");

const WHERE = {
  licence: "an id in licences.csv",
  source: "an id in sources.csv",
  lab: "an id in labs.csv",
  model: "the id of a file in models/",
  benchmark: "the id of a file in benchmarks/",
} as const;

/** The table that holds ids of a kind, when all are in one. */
const TABLE = {licence: "licences", source: "sources", lab: "labs", model: "", benchmark: ""} as const;

const within = (kind: keyof typeof WHERE, {licences, sources, labs, models, benchmarks}: References) =>
  ({licence: licences, source: sources, lab: labs, model: models, benchmark: benchmarks})[kind];

/** Does the id exist? When not, that is a fault with a suggestion. */
export function isKnown(
  kind: keyof typeof WHERE,
  id: string,
  place: Place,
  references: References,
  column?: string,
): boolean {
  const known = within(kind, references);
  if (known.has(id)) return true;
  if (references.unread.has(id) || references.unread.has(TABLE[kind])) return false;
  const suggestion = references.faults.full ? "" : didYouMean(id, known.keys());
  references.faults.add(
    "unknown",
    `${kind}: ${shown(id)}; ${WHERE[kind]} was expected${suggestion}`,
    column === undefined ? place : {...place, column},
  );
  return false;
}

/** The provenance columns of a row, checked against sources and licences. */
export function provenance(
  row: {readonly source: string; readonly licence: string; readonly retrieved: Day},
  place: Place,
  references: References,
): Provenance {
  isKnown("source", row.source, place, references, "source");
  isKnown("licence", row.licence, place, references, "licence");
  return Object.freeze({
    source: row.source,
    licence: row.licence,
    retrieved: row.retrieved,
    place: Object.freeze(place),
  });
}
