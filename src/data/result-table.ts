/** Results of models on benchmarks: `results/*.csv`. */
import {z} from "zod";
import {isoDay, isoSpan} from "../dates.ts";
import type {Result} from "./catalog.ts";
import type {FactFile} from "./fact-files.ts";
import {factsMethod} from "./facts-method.ts";
import {count, day, id, number, optional, provenanceFields, required, textOrBlank, yesNo} from "./field.ts";
import {isKnown, provenance, type References} from "./references.ts";
import {firstKnownDay} from "./release-date.ts";
import {tableRows} from "./table-rows.ts";

export const resultSchema = z.strictObject({
  model: required(id),
  benchmark: required(id),
  score: required(number({low: 0, high: 1, what: "a number from 0 to 1"})),
  stderr: optional(number({low: 0, high: 1, what: "a number from 0 to 1"})),
  items: optional(count(1)),
  setting: textOrBlank,
  harness: textOrBlank,
  run: optional(count(1)),
  derived: required(yesNo),
  seen: required(day),
  raw: textOrBlank,
  raw_unit: textOrBlank,
  note: textOrBlank,
  ...provenanceFields,
});

/** Reads one table of results; `taken` remembers the setups of all tables read so far. */
export function readResults(file: FactFile, references: References, taken: Map<string, string>): Result[] {
  const {faults, models, benchmarks} = references;
  const results: Result[] = [];
  for (const {value, place} of tableRows(file, resultSchema, faults)) {
    const known =
      isKnown("model", value.model, place, references, "model") &&
      isKnown("benchmark", value.benchmark, place, references, "benchmark");
    if (!known) continue;
    const run = value.run ?? 1;
    const setup = [value.model, value.benchmark, value.setting, value.harness, value.source, run].join("\t");
    const first = taken.get(setup);
    if (first !== undefined) {
      faults.add(
        "duplicate",
        `result: ${value.model} on ${value.benchmark}; one row per setting, harness, source and run was expected, and ${first} has this one`,
        place,
      );
    }
    taken.set(setup, `${file.path}:${place.row}`);
    const {ceiling} = benchmarks.get(value.benchmark)!;
    if (value.score > ceiling) {
      faults.add(
        "invalid",
        `score: ${value.score}; at most the ceiling ${ceiling} of ${value.benchmark} was expected`,
        {...place, column: "score"},
      );
    }
    if (value.seen > value.retrieved) {
      faults.add(
        "conflicting",
        `seen: ${isoDay(value.seen)}; a day no later than retrieved ${isoDay(value.retrieved)} was expected`,
        {...place, column: "seen"},
      );
    }
    const model = models.get(value.model)!;
    const release = model.available ?? model.announced ?? model.weightsDate;
    const earliest = firstKnownDay(model, "earliest");
    if (release && value.seen < earliest - factsMethod.preReleaseDays.value) {
      faults.add(
        "conflicting",
        `seen: ${isoDay(value.seen)}; a day at most ${factsMethod.preReleaseDays.value} days before the release ${isoSpan(release)} of ${value.model} was expected`,
        {...place, column: "seen"},
      );
    }
    results.push(
      Object.freeze({
        model: value.model,
        benchmark: value.benchmark,
        score: value.score,
        stderr: value.stderr,
        items: value.items,
        setting: value.setting,
        harness: value.harness,
        run,
        derived: value.derived,
        seen: value.seen,
        provenance: provenance(value, place, references),
      }),
    );
  }
  return results;
}
