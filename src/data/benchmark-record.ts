/** One benchmark per file: `benchmarks/<id>.yaml`. */
import {z} from "zod";
import type {AccessClass, Domain} from "./catalog.ts";
import type {FactFile} from "./fact-files.ts";
import {shown} from "./faults.ts";
import {dateSpan, id, number, oneOf, optional, provenanceFields, required, text} from "./field.ts";
import {frozen} from "./frozen.ts";
import {fieldSources} from "./model-record.ts";
import {recordFields} from "./record-fields.ts";
import {isKnown, provenance, type References, stemOf} from "./references.ts";

const share = number({low: 0, high: 1, what: "a number from 0 to 1"});

const described = {
  name: required(text),
  family: required(id),
  domain: required(
    oneOf<Domain>([
      "coding",
      "agentic",
      "math",
      "reasoning",
      "knowledge",
      "science",
      "multimodal",
      "language",
      "composite",
    ]),
  ),
  access: required(oneOf<AccessClass>(["public", "semi-private", "private", "fresh"])),
  chance: optional(share),
  ceiling: optional(share),
  published: optional(dateSpan),
  evaluator: required(text),
  metric: required(text),
  indexes: z.array(required(oneOf(["eci"])), {error: "a list of indices"}).optional(),
  superseded_by: optional(id),
};

export const benchmarkSchema = z.strictObject(
  {id: required(id), ...described, ...provenanceFields, field_sources: fieldSources(Object.keys(described))},
  {error: "the fields of a benchmark"},
);

/** Reads one benchmark file into `references.benchmarks`; what is wrong goes to the faults. */
export function readBenchmark(file: FactFile, references: References): void {
  const {faults, benchmarks, sources} = references;
  const record = recordFields(file, benchmarkSchema, faults);
  if (record === undefined) {
    references.unread.add(stemOf(file.path));
    return;
  }
  const {value, placeOf} = record;
  if (file.path !== `benchmarks/${value.id}.yaml`) {
    faults.add(
      "conflicting",
      `file name: ${shown(file.path)}; benchmarks/${value.id}.yaml was expected for this id`,
      placeOf("id"),
    );
    if (benchmarks.has(value.id)) return;
  }
  const ceiling = value.ceiling ?? 1;
  if (value.chance !== undefined && value.chance >= ceiling) {
    faults.add(
      "conflicting",
      `chance: ${value.chance}; less than the ceiling ${ceiling} was expected`,
      placeOf("chance"),
    );
  }
  for (const {source} of Object.values(value.field_sources)) {
    if (!sources.has(source)) isKnown("source", source, placeOf("field_sources"), references);
  }
  benchmarks.set(
    value.id,
    frozen({
      id: value.id,
      name: value.name,
      family: value.family,
      domain: value.domain,
      access: value.access,
      chance: value.chance,
      ceiling,
      published: value.published,
      evaluator: value.evaluator,
      metric: value.metric,
      indexes: value.indexes ?? [],
      ...(value.superseded_by === undefined ? {} : {supersededBy: value.superseded_by}),
      fieldSources: value.field_sources,
      provenance: provenance(value, {file: file.path, row: 1}, references),
    }),
  );
}

/** A benchmark may only be replaced by one that is described. */
export function checkSuccessors({benchmarks, faults}: References): void {
  for (const {supersededBy, provenance: {place}} of benchmarks.values()) {
    if (supersededBy !== undefined && !benchmarks.has(supersededBy)) {
      faults.add("unknown", `superseded_by: ${shown(supersededBy)}; the id of a benchmark was expected`, place);
    }
  }
}
