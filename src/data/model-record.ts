/** One model per file: `models/<lab>/<id>.yaml`. */
import {z} from "zod";
import {isoSpan} from "../dates.ts";
import type {FieldSource, LicenceClass, Model, Openness} from "./catalog.ts";
import type {FactFile} from "./fact-files.ts";
import {shown} from "./faults.ts";
import {
  country,
  dateSpan,
  day,
  id,
  number,
  oneOf,
  optional,
  provenanceFields,
  required,
  text,
  textOrBlank,
  webAddress,
} from "./field.ts";
import {frozen} from "./frozen.ts";
import {weightsMemory} from "./hardware-class.ts";
import {type FactRecord, recordFields} from "./record-fields.ts";
import {isKnown, provenance, type References, stemOf} from "./references.ts";

const parameters = number({low: 0.001, high: 1_000_000, what: "billions of parameters, from 0.001"});

const list = <T extends z.ZodType>(item: T) => z.array(item, {error: "a list"}).optional();

/**
 * Where fields came from that did not come from the file's own source: a list of groups, each a source and its fields.
 *
 * @param fields - the names that may be given, each in one group at most
 */
export const fieldSources = (fields: readonly string[]) =>
  list(
    z.strictObject(
      {
        fields: z
          .array(required(oneOf(fields)), {error: "a list of fields"})
          .min(1, {error: "at least one field"}),
        basis: required(oneOf<FieldSource["basis"]>(["stated", "derived", "background"])),
        source: required(id),
        url: optional(webAddress),
        note: textOrBlank,
      },
      {error: "fields, basis and source"},
    ),
  ).transform((groups, ctx): Readonly<Record<string, FieldSource>> => {
    const byField: Record<string, FieldSource> = {};
    for (const [i, {fields: named, ...source}] of (groups ?? []).entries()) {
      for (const field of named) {
        if (Object.hasOwn(byField, field)) {
          ctx.issues.push({
            code: "custom",
            input: groups,
            path: [i, "fields"],
            message: `each field once, and ${field} only once,`,
          });
        }
        byField[field] = source;
      }
    }
    return byField;
  });

const described = {
  name: required(text),
  lab: required(id),
  country: optional(country),
  family: textOrBlank,
  announced: optional(dateSpan),
  available: optional(dateSpan),
  openness: required(oneOf<Openness>(["open", "closed", "unknown"])),
  weights_date: optional(dateSpan),
  first_seen: optional(day),
  weights_licence: textOrBlank,
  licence_class: required(oneOf<LicenceClass>(["permissive", "conditional", "non-commercial", "unknown"])),
  params_b: optional(parameters),
  active_params_b: optional(parameters),
  url: optional(webAddress),
  aliases: list(required(text)),
};

export const modelSchema = z.strictObject(
  {
    id: required(id),
    ...described,
    disputes: list(
      z.strictObject(
        {
          field: required(oneOf([...Object.keys(described), "price"])),
          claim: required(text),
          source: required(id),
          why: required(text),
        },
        {error: "field, claim, source and why"},
      ),
    ),
    ...provenanceFields,
    field_sources: fieldSources(Object.keys(described)),
  },
  {error: "the fields of a model"},
);

type ModelFields = z.output<typeof modelSchema>;

/** Reads one model file into `references.models`; what is wrong goes to the faults. */
export function readModel(file: FactFile, references: References): void {
  const {faults, models} = references;
  const record = recordFields(file, modelSchema, faults);
  if (record === undefined) {
    references.unread.add(stemOf(file.path));
    return;
  }
  const {value, placeOf} = record;
  const expected = `models/${value.lab}/${value.id}.yaml`;
  if (file.path !== expected) {
    faults.add(
      "conflicting",
      `file name: ${shown(file.path)}; ${expected} was expected for this id and lab`,
      placeOf("id"),
    );
  }
  const other = models.get(value.id);
  if (other) {
    const where = other.provenance.place.file;
    faults.add(
      "duplicate",
      `model: ${shown(value.id)}; an id not yet used in ${where} was expected`,
      placeOf("id"),
    );
    return;
  }
  checkPointers(record, references);
  checkConsistency(record, references);
  models.set(value.id, modelOf(value, file.path, references));
}

function modelOf(value: ModelFields, file: string, references: References): Model {
  return frozen({
    id: value.id,
    name: value.name,
    lab: value.lab,
    country: value.country ?? references.labs.get(value.lab)?.country ?? "",
    family: value.family,
    announced: value.announced,
    available: value.available,
    weightsDate: value.weights_date,
    firstSeen: value.first_seen,
    openness: value.openness,
    licence: value.weights_licence,
    licenceClass: value.licence_class,
    paramsB: value.params_b,
    activeParamsB: value.active_params_b,
    memory: value.params_b === undefined ? undefined : weightsMemory(value.params_b),
    url: value.url,
    aliases: value.aliases ?? [],
    disputes: value.disputes ?? [],
    fieldSources: value.field_sources,
    provenance: provenance(value, {file, row: 1}, references),
  });
}

function checkPointers({value, placeOf}: FactRecord<ModelFields>, references: References): void {
  if (!references.labs.has(value.lab)) isKnown("lab", value.lab, placeOf("lab"), references);
  for (const {source} of Object.values(value.field_sources)) {
    if (!references.sources.has(source)) isKnown("source", source, placeOf("field_sources"), references);
  }
  for (const [i, {source}] of (value.disputes ?? []).entries()) {
    if (!references.sources.has(source))
      isKnown("source", source, placeOf("disputes", i, "source"), references);
  }
}

function checkConsistency({value, placeOf}: FactRecord<ModelFields>, {faults}: References): void {
  const {announced, available, weights_date: weights, openness} = value;
  if (weights && openness !== "open") {
    faults.add(
      "conflicting",
      `openness: ${openness}; open was expected, because weights_date says ${isoSpan(weights)}`,
      placeOf("weights_date"),
    );
  }
  if (weights && announced && weights.latest < announced.earliest) {
    faults.add(
      "conflicting",
      `weights_date: ${isoSpan(weights)}; a day no earlier than the announcement ${isoSpan(announced)} was expected`,
      placeOf("weights_date"),
    );
  }
  if (available && announced && available.latest < announced.earliest) {
    faults.add(
      "conflicting",
      `available: ${isoSpan(available)}; a day no earlier than the announcement ${isoSpan(announced)} was expected`,
      placeOf("available"),
    );
  }
  if (
    value.active_params_b !== undefined &&
    value.params_b !== undefined &&
    value.active_params_b > value.params_b
  ) {
    faults.add(
      "conflicting",
      `active_params_b: ${value.active_params_b}; at most params_b ${value.params_b} was expected`,
      placeOf("active_params_b"),
    );
  }
}
