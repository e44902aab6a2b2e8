/** Values of others' scales: preference boards, composite indices, and published figures for the gap. */
import {z} from "zod";
import {isoDay} from "../dates.ts";
import type {IndexValue, PreferenceRating, PublishedEstimate} from "./catalog.ts";
import type {FactFile} from "./fact-files.ts";
import {shown} from "./faults.ts";
import {
  count,
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
import {isKnown, provenance, type References} from "./references.ts";
import {tableRows} from "./table-rows.ts";

const rating = number({low: -10_000, high: 10_000, what: "a number"});
const figure = number({what: "a number"});

export const preferenceSchema = z.strictObject({
  model: required(id),
  setting: textOrBlank,
  board: required(text),
  date: required(day),
  rating: required(rating),
  low: required(rating),
  high: required(rating),
  votes: required(count(0)),
  raw_name: textOrBlank,
  ...provenanceFields,
});

export const indexValueSchema = z.strictObject({
  model: required(id),
  index: required(id),
  vintage: required(day),
  value: required(figure),
  low: optional(figure),
  high: optional(figure),
  note: textOrBlank,
  ...provenanceFields,
});

export const publishedEstimateSchema = z.strictObject({
  id: required(id),
  author: required(text),
  date: required(dateSpan),
  measure: required(text),
  unit: required(oneOf<PublishedEstimate["unit"]>(["months", "points", "date"])),
  value: required(text),
  low: optional(figure),
  high: optional(figure),
  uncertainty: textOrBlank,
  scope: textOrBlank,
  period: textOrBlank,
  url: required(webAddress),
  ...provenanceFields,
});

export function readPreferences(
  file: FactFile,
  references: References,
  taken: Set<string>,
): PreferenceRating[] {
  const {faults} = references;
  const ratings: PreferenceRating[] = [];
  for (const {value, place} of tableRows(file, preferenceSchema, faults)) {
    if (!isKnown("model", value.model, place, references, "model")) continue;
    once(
      taken,
      [value.board, value.date, value.model, value.setting],
      "rating",
      `${value.model} on ${value.board}`,
      place,
      references,
    );
    around(value.low, value.rating, value.high, "rating", place, references);
    if (value.date > value.retrieved) tooLate("date", value.date, value.retrieved, place, references);
    ratings.push(
      Object.freeze({
        model: value.model,
        setting: value.setting,
        board: value.board,
        date: value.date,
        rating: value.rating,
        low: value.low,
        high: value.high,
        votes: value.votes,
        provenance: provenance(value, place, references),
      }),
    );
  }
  return ratings;
}

export function readIndexValues(file: FactFile, references: References): IndexValue[] {
  const taken = new Set<string>();
  const values: IndexValue[] = [];
  for (const {value, place} of tableRows(file, indexValueSchema, references.faults)) {
    if (!isKnown("model", value.model, place, references, "model")) continue;
    once(
      taken,
      [value.index, value.vintage, value.model],
      "index value",
      `${value.model} in ${value.index}`,
      place,
      references,
    );
    around(value.low, value.value, value.high, "value", place, references);
    if (value.vintage > value.retrieved)
      tooLate("vintage", value.vintage, value.retrieved, place, references);
    values.push(
      Object.freeze({
        model: value.model,
        index: value.index,
        vintage: value.vintage,
        value: value.value,
        low: value.low,
        high: value.high,
        provenance: provenance(value, place, references),
      }),
    );
  }
  return values;
}

export function readPublishedEstimates(file: FactFile, references: References): PublishedEstimate[] {
  const taken = new Set<string>();
  return tableRows(file, publishedEstimateSchema, references.faults).map(({value, place}) => {
    once(taken, [value.id], "published estimate", shown(value.id), place, references);
    const {source, licence, retrieved, ...estimate} = value;
    return frozen({...estimate, provenance: provenance({source, licence, retrieved}, place, references)});
  });
}

type Place = Parameters<typeof provenance>[1];

function once(
  taken: Set<string>,
  key: readonly unknown[],
  kind: string,
  which: string,
  place: Place,
  {faults}: References,
): void {
  const joined = key.join("\t");
  if (taken.has(joined)) faults.add("duplicate", `${kind}: ${which}; each once was expected`, place);
  taken.add(joined);
}

function around(
  low: number | undefined,
  value: number,
  high: number | undefined,
  column: string,
  place: Place,
  {faults}: References,
): void {
  if ((low ?? value) <= value && value <= (high ?? value)) return;
  faults.add(
    "conflicting",
    `${column}: ${value}; a number within its own interval ${low} to ${high} was expected`,
    {...place, column},
  );
}

function tooLate(
  column: string,
  date: Parameters<typeof isoDay>[0],
  retrieved: typeof date,
  place: Place,
  {faults}: References,
): void {
  faults.add(
    "conflicting",
    `${column}: ${isoDay(date)}; a day no later than retrieved ${isoDay(retrieved)} was expected`,
    {...place, column},
  );
}
