/** Sources, the licences their rows come under, and labs: the small tables all other facts point at. */
import {z} from "zod";
import type {DataLicence, Lab, Redistribution, Source} from "./catalog.ts";
import type {FactFile} from "./fact-files.ts";
import {shown} from "./faults.ts";
import {
  country,
  day,
  id,
  oneOf,
  optional,
  provenanceFields,
  required,
  text,
  textOrBlank,
  webAddress,
} from "./field.ts";
import {isKnown, provenance, type References} from "./references.ts";
import {type Row, tableRows} from "./table-rows.ts";

const redistribution = oneOf<Redistribution>(["yes", "attribution", "unclear", "no"]);

export const licenceSchema = z.strictObject({
  id: required(text),
  name: required(text),
  url: optional(webAddress),
  redistribution: required(redistribution),
  note: textOrBlank,
});

export const sourceSchema = z.strictObject({
  id: required(id),
  title: required(text),
  url: optional(webAddress),
  licence: required(text),
  redistribution: required(redistribution),
  attribution: required(text),
  coverage: textOrBlank,
  retrieved: required(day),
});

export const labSchema = z.strictObject({
  id: required(id),
  name: required(text),
  country: optional(country),
  ...provenanceFields,
});

export function readLicences(file: FactFile, references: References): void {
  for (const {value, place} of tableRows(file, licenceSchema, references.faults)) {
    const licence: DataLicence = Object.freeze({...value, url: value.url ?? ""});
    keep(references.licences, licence, "licence", place, references);
  }
}

export function readSources(file: FactFile, references: References): void {
  for (const {value, place} of tableRows(file, sourceSchema, references.faults)) {
    isKnown("licence", value.licence, place, references, "licence");
    const source: Source = Object.freeze({...value, url: value.url ?? ""});
    keep(references.sources, source, "source", place, references);
  }
}

export function readLabs(file: FactFile, references: References): void {
  for (const {value, place} of tableRows(file, labSchema, references.faults)) {
    const lab: Lab = Object.freeze({
      id: value.id,
      name: value.name,
      country: value.country ?? "",
      provenance: provenance(value, place, references),
    });
    keep(references.labs, lab, "lab", place, references);
  }
}

function keep<T extends {readonly id: string}>(
  kept: Map<string, T>,
  value: T,
  kind: string,
  place: Row<unknown>["place"],
  {faults}: References,
): void {
  if (kept.has(value.id))
    faults.add("duplicate", `${kind}: ${shown(value.id)}; each id once was expected`, place);
  else kept.set(value.id, value);
}
